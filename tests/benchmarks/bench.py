# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the benchmarks that are named, or all. `./run bench` sets up what they need and calls this.

What was measured is also in build/bench, as JSON, CSV and SVG.
"""

import argparse
import subprocess
import sys

from runner import child, fast, growth, honesty, lab, machine, places, training
from runner.child import Failed
from runner.report import say


def program(name):
    """A benchmark that is a program of its own."""
    return lambda _: subprocess.run([places.PROGRAMS / name], check=True)


BENCHMARKS = {
    "training": training.run,
    "growth": growth.run,
    "honesty": honesty.run,
    "fast": fast.run,
    "startup": program("bench_startup"),
    "reading": program("bench_reading"),
    "window": program("bench_window"),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    names = parser.parse_args().names or list(BENCHMARKS)
    for name in names:
        if name not in BENCHMARKS:
            parser.error(f"there is no benchmark {name!r}; there are {', '.join(BENCHMARKS)}")
    try:
        info = lab.info()
        child.use_blas_kernels(info["blas"])
        places.offer_mnist(info["dataset_folder"])
        described = machine.described(info)
        say("\n".join(f"{key:12} {value}" for key, value in described.items()))
        for name in names:
            say(f"\n== {name}")
            BENCHMARKS[name](described)
    except (Failed, subprocess.CalledProcessError) as error:
        sys.exit(f"bench: {error}")


if __name__ == "__main__":
    main()
