# SPDX-License-Identifier: GPL-3.0-or-later
"""One epoch of the article's network in a tuned loop: the images are prepared once, as one tensor."""

import torch
from peer import BATCH, DEVIATION, MEAN, Network, Watch, arguments, prepare, recipe
from torch.nn import functional as F
from torchvision import datasets


def tensors(options, train):
    data = datasets.MNIST(options.data, train=train)
    images = data.data.unsqueeze(1).float().div_(255).sub_(MEAN).div_(DEVIATION)
    return images, data.targets


def accuracy(model, images, labels):
    with torch.no_grad():
        correct = sum(
            (model(some).argmax(1) == truth).sum().item()
            for some, truth in zip(images.split(1000), labels.split(1000))
        )
    return correct / len(labels)


def main():
    options = arguments(__doc__).parse_args()
    prepare(options)
    images, labels = tensors(options, train=True)
    test_images, test_labels = tensors(options, train=False)

    model = Network()
    optimizer, schedule = recipe(model, (len(labels) + BATCH - 1) // BATCH)
    watch = Watch(options)
    for batch in torch.randperm(len(labels)).split(BATCH):
        optimizer.zero_grad(set_to_none=True)
        loss = F.cross_entropy(model(images.index_select(0, batch)), labels.index_select(0, batch))
        loss.backward()
        optimizer.step()
        schedule.step()
        if not watch.count(len(batch), loss.item()):
            break
    watch.stop()
    watch.report(accuracy(model, test_images, test_labels) if watch.is_whole_epoch() else None)


main()
