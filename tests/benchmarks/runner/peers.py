# SPDX-License-Identifier: GPL-3.0-or-later
"""What Digit Lab is measured against, and at which settings each peer is at its best."""

import itertools
from dataclasses import dataclass

from runner import child, machine
from runner.places import DATA, PEERS, PROGRAMS, PYTHON

CALIBRATION_IMAGES = 9600
CALIBRATION_ROUNDS = 2


@dataclass(frozen=True)
class Peer:
    name: str
    command: list
    has_workers: bool = False  # its DataLoader can use processes or threads of its own
    takes_part_at_default: bool = True  # beside its best setting

    def run(self, settings, seed, images=None):
        """One epoch, or its first so many images. Gives what it reports."""
        options = {"data": DATA, "seed": seed, **settings}
        if images:
            options["images"] = images
        return child.run(self.command + [part for key, value in options.items() for part in (f"--{key}", value)])


@dataclass(frozen=True)
class Setting:
    """A peer as it takes part."""

    peer: Peer
    options: dict  # none: the peer's own defaults
    note: str

    def run(self, seed):
        return self.peer.run(self.options, seed)


ARTICLE = Peer("Python, DataLoader", [*PYTHON, PEERS / "article.py"], has_workers=True)
PEERS_IN_ORDER = [
    ARTICLE,
    Peer("Python, one tensor", [*PYTHON, PEERS / "tuned.py"]),
    Peer("LibTorch C++, DataLoader", [PROGRAMS / "peer_dataloader"], has_workers=True, takes_part_at_default=False),
    Peer("LibTorch C++, one tensor", [PROGRAMS / "peer_tensor"], takes_part_at_default=False),
]


def possible_options(peer):
    """All that are worth a try: from one thread to one for each core, and up to two workers."""
    threads = sorted({1, 2, machine.cores()} & set(range(1, machine.cores() + 1)))
    workers = [0, 1, 2] if peer.has_workers else [None]
    for count, loaders in itertools.product(threads, workers):
        yield {"threads": count} | ({} if loaders is None else {"workers": loaders})


def words(options):
    return ", ".join(f"{value} {key if value != 1 else key[:-1]}" for key, value in options.items())


def calibrated(peer, say):
    """The peer at its best and, where it is to take part so and that is another setting, at its
    defaults. Short runs of each setting decide, by the quicker one of each."""
    own = {"threads": peer.run({}, seed=0, images=CALIBRATION_IMAGES)["threads"]} | ({"workers": 0} if peer.has_workers else {})
    tries = list(possible_options(peer)) * CALIBRATION_ROUNDS
    speeds = {}
    for options in tries:
        speed = peer.run(options, seed=0, images=CALIBRATION_IMAGES)["images_per_second"]
        speeds[words(options)] = max(speed, speeds.get(words(options), 0))
    for setting, speed in speeds.items():
        say(f"  {peer.name}, {setting}: {speed:,.0f} images/s")
    best = max(tries, key=lambda options: speeds[words(options)])
    if best == own:
        return [Setting(peer, best, f"default = best: {words(best)}")]
    default = [Setting(peer, {}, f"default: {words(own)}")] if peer.takes_part_at_default else []
    return [*default, Setting(peer, best, f"best: {words(best)}")]
