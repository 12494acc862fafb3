# SPDX-License-Identifier: GPL-3.0-or-later
"""What is made of measured values."""

import statistics


def spread(values):
    """Median and range of values that were measured alike."""
    return {
        "median": statistics.median(values),
        "min": min(values),
        "max": max(values),
        "values": list(values),
    }


def mean_and_deviation(values):
    """Mean, and standard deviation of a sample (0 for a single value)."""
    return {
        "mean": statistics.fmean(values),
        "deviation": statistics.stdev(values) if len(values) > 1 else 0.0,
        "values": list(values),
    }


def ratios(ours, theirs):
    """Ours over theirs, round by round, so that what slows a whole round cancels out."""
    return [our / their for our, their in zip(ours, theirs, strict=True)]


def mean_curve(curves):
    """Mean, lowest and highest of curves of one length, point by point."""
    points = list(zip(*curves, strict=True))
    return {
        "mean": [statistics.fmean(point) for point in points],
        "min": [min(point) for point in points],
        "max": [max(point) for point in points],
    }
