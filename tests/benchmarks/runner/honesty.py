# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether Digit Lab's speed costs learning: accuracy and loss beside those of the Python script, over
several seeds, both on all 60,000 images."""

from runner import child
from runner.figures import mean_and_deviation, mean_curve
from runner.peers import ARTICLE
from runner.pictures import curves
from runner.places import PROGRAMS
from runner.report import keep, keep_picture, say, table

SEEDS = range(1, 6)
STEPS = 50  # that one loss is the mean of, on either side


def run(described):
    reports = {"Digit Lab": [], ARTICLE.name: []}
    for seed in SEEDS:
        reports["Digit Lab"].append(child.run([PROGRAMS / "loss_curve", seed]))
        reports[ARTICLE.name].append(ARTICLE.run({}, seed))
        say(f"  seed {seed}: " + ", ".join(f"{name} {runs[-1]['test_accuracy']:.2%}" for name, runs in reports.items()))
    accuracies = {name: mean_and_deviation([one["test_accuracy"] for one in runs]) for name, runs in reports.items()}
    losses = {name: mean_curve([one["losses"] for one in runs]) for name, runs in reports.items()}
    ours, theirs = accuracies.values()
    say()
    say(table(
        [f"one epoch, {len(SEEDS)} seeds", "mean test accuracy", "deviation"],
        [[name, f"{one['mean']:.3%}", f"{one['deviation']:.3%}"] for name, one in accuracies.items()],
    ))
    say(f"\nDigit Lab's mean is {100 * (ours['mean'] - theirs['mean']):+.3f} points from the script's.")
    keep("honesty", {"machine": described, "seeds": list(SEEDS), "steps_a_loss": STEPS,
                     "test_accuracy": accuracies, "loss": losses}, list(rows(losses)))
    keep_picture("losses", curves(losses, STEPS))


def rows(losses):
    """The curves, a row for each point."""
    count = len(next(iter(losses.values()))["mean"])
    for index in range(count):
        row = {"steps": (index + 1) * STEPS}
        for name, curve in losses.items():
            row |= {f"{name}, {what}": curve[what][index] for what in ("mean", "min", "max")}
        yield row
