# SPDX-License-Identifier: GPL-3.0-or-later
"""The machine: its name, and the limit that its cores set."""

import os
import platform
from pathlib import Path

from runner import child
from runner.places import PEERS, PYTHON

MFLOP_PER_IMAGE = 7.69  # one training step of the article's network: forward, and both gradients


def cores():
    return len(os.sched_getaffinity(0))


def processor():
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def described(info):
    """The machine by what `digitlab info` tells, and the system."""
    return {
        "processor": processor(),
        "cores": cores(),
        "instructions": info["processor"],
        "blas": info["blas"],
        "engine": f"{info['engine']} {info['engine_version']}",
        "system": platform.freedesktop_os_release().get("PRETTY_NAME", platform.platform()),
    }


def peak_gflops():
    """What one core reaches in a large float32 matrix product, now."""
    return child.run([*PYTHON, PEERS / "peak.py"])["gflops"]


def limit(gflops_per_core):
    """Images a second that the article's network cannot pass in float32 on all cores."""
    return gflops_per_core * 1000 * cores() / MFLOP_PER_IMAGE
