# SPDX-License-Identifier: GPL-3.0-or-later
"""How Digit Lab's cost grows, from the preset `article` with one thing changed at a time."""

from runner import lab, machine
from runner.figures import spread
from runner.report import keep, say, span, table

ROUNDS = 3
FEW = 12000  # images, where their number is not the question


def cases():
    """What is changed, to which value, and the training that shows it."""
    whole = {"epochs": 1, "validation_share": 0}
    few = whole | {"train_images": FEW}
    for images in (6000, 12000, 30000, 60000):
        yield "images", images, "article", whole | {"train_images": images}
    for batch in (16, 32, 64, 128, 256, 512, 1024):
        yield "batch", batch, "article", few | {"batch_size": batch}
    for preset in lab.presets():
        yield "network", preset, preset, few
    for threads in sorted({1, 2, machine.cores()} & set(range(1, machine.cores() + 1))):
        yield "threads", threads, "article", few | {"threads": threads}


def run(described):
    ends_of = {}  # of each case, round by round
    for number in range(1, ROUNDS + 1):
        for changed, value, preset, fields in cases():
            ends_of.setdefault((changed, value), []).append(lab.train(preset, seed=number, **fields))
        say(f"  round {number} of {ROUNDS} is done")
    results = []
    for (changed, value), ends in ends_of.items():
        results.append({
            "changed": changed,
            "value": value,
            "images_per_second": spread([end["images_per_second"] for end in ends]),
            "train_seconds": spread([end["train_seconds"] for end in ends]),
            "peak_memory_mb": spread([end["peak_memory_mb"] for end in ends]),
        })
    say()
    say(table(
        ["one epoch", "", "images/s (range)", "seconds", "memory"],
        [
            [one["changed"], one["value"], span(one["images_per_second"], ",.0f"),
             f"{one['train_seconds']['median']:.2f}", f"{one['peak_memory_mb']['median']:.0f} MB"]
            for one in results
        ],
    ))
    say(f"\nMedians of {ROUNDS} rounds; {FEW:,} images where their number is not what changes.")
    keep("growth", {"machine": described, "rounds": ROUNDS, "results": results}, [
        {"changed": one["changed"], "value": one["value"]}
        | {key: one[key]["median"] for key in ("images_per_second", "train_seconds", "peak_memory_mb")}
        for one in results
    ])
