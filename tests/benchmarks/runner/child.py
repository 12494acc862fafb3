# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program and reads what it reports as JSON, one object a line."""

import json
import os
import subprocess


class Failed(Exception):
    """A program ended with an error, or reported nothing; the text says which and how."""


def objects_in(text):
    """The JSON objects of a text with one a line; lines that are none are passed over."""
    objects = []
    for line in text.splitlines():
        try:
            value = json.loads(line)
        except ValueError:
            continue
        if isinstance(value, dict):
            objects.append(value)
    return objects


def use_blas_kernels(blas):
    """Has all that is run from now on use OpenBLAS's kernels of one kind, told as `digitlab info` does:
    "OpenBLAS 0.3.21 (openmp, SkylakeX)". OpenBLAS itself does not know every processor."""
    if "OpenBLAS" in blas and blas.endswith(")"):
        os.environ["OPENBLAS_CORETYPE"] = blas[:-1].rsplit(" ", 1)[-1]


def run(command):
    """Runs a program to its end. Gives its last object, with `peak_memory_mb` added: that of the
    program, or of the largest of its processes where it has several."""
    command = [str(part) for part in command]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Failed(f"{' '.join(command)} ended with status {process.returncode}.\n{output}")
    objects = objects_in(output)
    if not objects:
        raise Failed(f"{' '.join(command)} reported nothing as JSON.\n{output}")
    return objects[-1] | {"peak_memory_mb": usage.ru_maxrss / 1024}
