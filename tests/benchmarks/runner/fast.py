# SPDX-License-Identifier: GPL-3.0-or-later
"""99 % in a breath: what the preset `fast` reaches, and how soon."""

from runner import lab
from runner.figures import mean_and_deviation, spread
from runner.report import keep, say, span

SEEDS = range(1, 11)


def run(described):
    if "fast" not in lab.presets():
        say("Skipped: this Digit Lab has no preset `fast`.")
        return
    ends = []
    for seed in SEEDS:
        ends.append(lab.train("fast", seed=seed))
        say(f"  seed {seed}: {ends[-1]['test_accuracy']:.2%} after {ends[-1]['train_seconds']:.2f} s of training")
    accuracy = mean_and_deviation([end["test_accuracy"] for end in ends])
    seconds = spread([end["train_seconds"] for end in ends])
    say(f"\nMean of {len(SEEDS)} seeds: {accuracy['mean']:.3%} (deviation {accuracy['deviation']:.3%}) after "
        f"{span(seconds, '.2f')} s of training.")
    keep("fast", {"machine": described, "seeds": list(SEEDS), "test_accuracy": accuracy, "train_seconds": seconds}, [
        {"seed": seed, **{key: end[key] for key in ("test_accuracy", "train_seconds", "peak_memory_mb")}}
        for seed, end in zip(SEEDS, ends, strict=True)
    ])
