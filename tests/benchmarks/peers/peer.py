# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Python peers share: the article's network, its recipe, and the line that they report.

The recipe is that of Digit Lab's preset `article`: SGD, learning rate 0.05 at most, momentum 0.9, a
one-cycle schedule, batches of 64.
"""

import argparse
import json
import math
import time

import torch
from torch import nn
from torch.nn import functional as F

BATCH = 64
LEARNING_RATE = 0.05
MOMENTUM = 0.9
MEAN, DEVIATION = 0.1307, 0.3081
LOSSES_FROM = 50  # steps that one reported loss is the mean of


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 10, 5)
        self.conv2 = nn.Conv2d(10, 20, 3)
        self.dense1 = nn.Linear(2000, 500)
        self.dense2 = nn.Linear(500, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.relu(self.conv2(x))
        x = F.relu(self.dense1(x.flatten(1)))
        return self.dense2(x)


def one_cycle(t):
    """The share of the learning rate at t, 0 at the first step and 1 after the last."""
    if t < 0.3:
        return 0.1 + 0.9 * t / 0.3
    return 0.001 + 0.999 * 0.5 * (1 + math.cos(math.pi * (t - 0.3) / 0.7))


def recipe(model, steps):
    """The optimiser, and the schedule of one epoch of so many steps."""
    optimizer = torch.optim.SGD(model.parameters(), lr=LEARNING_RATE, momentum=MOMENTUM)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: one_cycle(step / steps))
    return optimizer, schedule


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", required=True, help="folder in which MNIST/raw has the four files")
    parser.add_argument("--threads", type=int, help="PyTorch's own choice by default")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--images", type=int, default=60000, help="stop after so many, without a test")
    return parser


def prepare(options):
    """Sets threads and seed as asked."""
    if options.threads:
        torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)


class Watch:
    """Counts what the training loop does, from its making to `stop`."""

    def __init__(self, options):
        self.wanted = options.images
        self.images = 0
        self.losses = []
        self.began = time.perf_counter()

    def count(self, images, loss):
        """Counts a step; false when enough images were seen."""
        self.images += images
        self.losses.append(loss)
        return self.images < self.wanted

    def stop(self):
        self.seconds = time.perf_counter() - self.began

    def report(self, test_accuracy):
        means = [sum(part) / len(part) for part in parts(self.losses, LOSSES_FROM)]
        print(json.dumps({
            "images_per_second": self.images / self.seconds,
            "train_seconds": self.seconds,
            "test_accuracy": test_accuracy,
            "threads": torch.get_num_threads(),
            "losses": means,
        }))

    def is_whole_epoch(self):
        return self.images >= 60000


def parts(values, size):
    return [values[i : i + size] for i in range(0, len(values), size)]
