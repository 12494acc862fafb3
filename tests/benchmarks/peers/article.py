# SPDX-License-Identifier: GPL-3.0-or-later
"""One epoch of the article's network as people write it: torchvision's MNIST, a DataLoader, the loop."""

import torch
from peer import BATCH, DEVIATION, MEAN, Network, Watch, arguments, prepare, recipe
from torch.nn import functional as F
from torch.utils.data import DataLoader
from torchvision import datasets, transforms


def accuracy(model, loader):
    model.eval()
    correct = 0
    with torch.no_grad():
        for images, labels in loader:
            correct += (model(images).argmax(1) == labels).sum().item()
    return correct / len(loader.dataset)


def main():
    parser = arguments(__doc__)
    parser.add_argument("--workers", type=int, default=0, help="the DataLoader's processes")
    options = parser.parse_args()
    prepare(options)

    transform = transforms.Compose([transforms.ToTensor(), transforms.Normalize((MEAN,), (DEVIATION,))])
    train = datasets.MNIST(options.data, train=True, transform=transform)
    test = datasets.MNIST(options.data, train=False, transform=transform)
    loader = DataLoader(train, batch_size=BATCH, shuffle=True, num_workers=options.workers)
    test_loader = DataLoader(test, batch_size=1000, num_workers=options.workers)

    model = Network()
    optimizer, schedule = recipe(model, len(loader))
    model.train()
    watch = Watch(options)
    for images, labels in loader:
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images), labels)
        loss.backward()
        optimizer.step()
        schedule.step()
        if not watch.count(len(images), loss.item()):
            break
    watch.stop()
    watch.report(accuracy(model, test_loader) if watch.is_whole_epoch() else None)


main()
