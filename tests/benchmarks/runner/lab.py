# SPDX-License-Identifier: GPL-3.0-or-later
"""Digit Lab, by what its command line promises."""

import subprocess

from runner import child
from runner.places import PROGRAM


def presets_in(help_text):
    """The names under "Presets:" in the text of `digitlab train --help`."""
    names = []
    lines = iter(help_text.splitlines())
    for line in lines:
        if line == "Presets:":
            break
    for line in lines:
        if not line.strip():
            break
        if line.startswith("  ") and not line.startswith("   "):
            names.append(line.split()[0])
    return names


def presets():
    text = subprocess.run([PROGRAM, "train", "--help"], check=True, capture_output=True, text=True).stdout
    return presets_in(text)


def info():
    return child.run([PROGRAM, "info", "--json"])


def train(preset, seed=1, **fields):
    """Trains once and gives the event `end` (test_accuracy, train_seconds, images_per_second …) with
    the peak memory. `fields` are those of --set."""
    settings = [part for key, value in fields.items() for part in ("--set", f"{key}={value}")]
    command = [PROGRAM, "train", "--json", "--preset", preset, "--seed", seed, *settings]
    end = child.run(command)
    if end.get("event") != "end" or end.get("status") != "finished":
        raise child.Failed(f"{PROGRAM} train did not report a finished end: {end}")
    return end
