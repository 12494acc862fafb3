# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things are."""

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
PROGRAMS = PROJECT / "build" / "bin"
PROGRAM = PROGRAMS / "digitlab"
PEERS = PROJECT / "tests" / "benchmarks" / "peers"
RESULTS = PROJECT / "build" / "bench"
DATA = RESULTS / "data"  # MNIST in it as torchvision wants it

PYTHON = [sys.executable, "-B"]  # -B: no compiled files among the sources


def offer_mnist(mnist):
    """Lays the folder of MNIST where the peers look for it."""
    folder = DATA / "MNIST" / "raw"
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.unlink(missing_ok=True)
    folder.symlink_to(mnist)
