# SPDX-License-Identifier: GPL-3.0-or-later
"""Digit Lab beside its peers: one epoch of the article's network, in turns."""

from runner import lab, machine, peers
from runner.figures import ratios, spread
from runner.pictures import bars
from runner.report import keep, keep_picture, say, span, table

ROUNDS = 5
RANGE = ("median", "min", "max")
LAB = ("Digit Lab", "default")


def measured(settings):
    """Everyone's reports by name and setting, round by round, and the core's peak in each round."""
    reports = {LAB: []} | {(setting.peer.name, setting.note): [] for setting in settings}
    peaks = []
    for number in range(1, ROUNDS + 1):
        peaks.append(machine.peak_gflops())
        reports[LAB].append(lab.train("article", seed=number, epochs=1))
        for setting in settings:
            reports[setting.peer.name, setting.note].append(setting.run(seed=number))
        speeds = ", ".join(f"{runs[-1]['images_per_second']:,.0f}" for runs in reports.values())
        say(f"  round {number} of {ROUNDS}, images/s: {speeds}")
    return reports, peaks


def evaluated(reports, limit):
    """What a table needs, for each: figures of its speed, and Digit Lab's over it by round."""
    ours = [run["images_per_second"] for run in reports[LAB]]
    results = []
    for (name, setting), runs in reports.items():
        speeds = [run["images_per_second"] for run in runs]
        results.append({
            "name": name,
            "setting": setting,
            "images_per_second": spread(speeds),
            "digit_lab_times": spread(ratios(ours, speeds)),
            "share_of_limit": spread([speed / limit for speed in speeds]),
            "train_seconds": spread([run["train_seconds"] for run in runs]),
            "test_accuracy": spread([run["test_accuracy"] for run in runs]),
            "peak_memory_mb": spread([run["peak_memory_mb"] for run in runs]),
        })
    return results


def show(results, peak, limit):
    head = ["one epoch, batch 64, float32", "images/s (range)", "Digit Lab is × (range)", "of limit", "seconds",
            "test", "memory"]
    rows = [
        [
            f"{one['name']}, {one['setting']}",
            span(one["images_per_second"], ",.0f"),
            "" if one is results[0] else span(one["digit_lab_times"], ".2f"),
            f"{one['share_of_limit']['median']:.0%}",
            f"{one['train_seconds']['median']:.2f}",
            f"{one['test_accuracy']['median']:.2%}",
            f"{one['peak_memory_mb']['median']:.0f} MB",
        ]
        for one in results
    ]
    say()
    say(table(head, rows))
    say(f"\nLimit: {peak:.0f} GFLOP/s a core in float32 × {machine.cores()} cores / {machine.MFLOP_PER_IMAGE} "
        f"MFLOP an image = {limit:,.0f} images/s. Medians of {ROUNDS} rounds, in turns.")


def flat(results):
    """As rows of one number a column."""
    for one in results:
        row = {}
        for key, value in one.items():
            row |= {key: value} if isinstance(value, str) else {f"{key}_{what}": value[what] for what in RANGE}
        yield row


def run(described):
    say("Which settings each peer is best at:")
    settings = [setting for peer in peers.PEERS_IN_ORDER for setting in peers.calibrated(peer, say)]
    say("In turns:")
    reports, peaks = measured(settings)
    peak = max(peaks)
    limit = machine.limit(peak)
    results = evaluated(reports, limit)
    show(results, peak, limit)
    keep("training", {"machine": described, "peak_gflops_per_core": peaks, "limit_images_per_second": limit,
                      "rounds": ROUNDS, "results": results}, list(flat(results)))
    keep_picture("training", bars(results, limit, described))
