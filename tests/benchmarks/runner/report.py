# SPDX-License-Identifier: GPL-3.0-or-later
"""What is shown and kept: tables on the terminal, JSON and CSV files."""

import csv
import json

from runner.places import RESULTS


def say(text=""):
    print(text, flush=True)


def table(head, rows):
    """A table as text: the first column to the left, the others to the right."""
    lines = [[str(cell) for cell in line] for line in [head, *rows]]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    def aligned(line):
        cells = [line[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(line[1:], widths[1:])]
        return "  ".join(cells).rstrip()
    return "\n".join([aligned(lines[0]), "  ".join("-" * width for width in widths), *map(aligned, lines[1:])])


def span(figures, form):
    """Median and range as text."""
    return f"{figures['median']:{form}} ({figures['min']:{form}} to {figures['max']:{form}})"


def keep(name, results, rows):
    """Writes results as NAME.json, and rows, dictionaries of the same keys, as NAME.csv."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    with open(RESULTS / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def keep_picture(name, svg):
    (RESULTS / f"{name}.svg").write_text(svg, encoding="utf-8")
