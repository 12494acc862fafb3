# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests what in the runner could be wrong without anyone noticing. Needs Python alone."""

import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock
from xml.dom import minidom

from runner import child, figures, lab, machine, peers, pictures, report, training


class Child(unittest.TestCase):
    def test_passes_over_what_is_not_an_object(self):
        text = 'warning: slow\n{"event":"start"}\n\n[1]\n{"event":"end","loss":null}\n'
        self.assertEqual(child.objects_in(text), [{"event": "start"}, {"event": "end", "loss": None}])

    def test_gives_the_last_object_and_the_peak_memory(self):
        program = "held = b'x' * 100_000_000; del held; print('{\"a\": 1}'); print('{\"a\": 2}')"
        result = child.run([sys.executable, "-c", program])
        self.assertEqual(result["a"], 2)
        self.assertGreater(result["peak_memory_mb"], 95)

    def test_a_program_that_fails_or_is_silent_fails(self):
        with self.assertRaisesRegex(child.Failed, "status 3"):
            child.run([sys.executable, "-c", "print('{}'); raise SystemExit(3)"])
        with self.assertRaisesRegex(child.Failed, "nothing"):
            child.run([sys.executable, "-c", "print('done')"])

    def test_all_programs_use_the_same_blas_kernels(self):
        for blas, kernels in {"OpenBLAS 0.3.21 (openmp, SkylakeX)": "SkylakeX", "reference BLAS": "before"}.items():
            with mock.patch.dict("os.environ", {"OPENBLAS_CORETYPE": "before"}):
                child.use_blas_kernels(blas)
                command = "import json, os; print(json.dumps({'kernels': os.environ['OPENBLAS_CORETYPE']}))"
                self.assertEqual(child.run([sys.executable, "-c", command])["kernels"], kernels)


class Figures(unittest.TestCase):
    def test_median_and_range(self):
        spread = figures.spread([5, 1, 9, 2])
        self.assertEqual((spread["median"], spread["min"], spread["max"]), (3.5, 1, 9))

    def test_ratios_are_taken_round_by_round(self):
        self.assertEqual(figures.ratios([10, 5], [5, 1]), [2, 5])
        with self.assertRaises(ValueError):
            figures.ratios([1, 2], [1])

    def test_deviation_is_that_of_a_sample(self):
        self.assertAlmostEqual(figures.mean_and_deviation([1, 3])["deviation"], 2**0.5)
        self.assertEqual(figures.mean_and_deviation([4])["deviation"], 0)

    def test_curves_are_averaged_by_point(self):
        curve = figures.mean_curve([[2, 1], [4, 2]])
        self.assertEqual(curve, {"mean": [3, 1.5], "min": [2, 1], "max": [4, 2]})
        with self.assertRaises(ValueError):
            figures.mean_curve([[1, 2], [1]])


class Lab(unittest.TestCase):
    def test_reads_the_presets_in_the_help(self):
        help_text = "Options:\n  --json  x\n\nPresets:\n  article     Two convolutions,\n" \
                    "              one dense layer.\n  lenet5      The classic.\n\nFields:\n  preset=article\n"
        self.assertEqual(lab.presets_in(help_text), ["article", "lenet5"])
        self.assertEqual(lab.presets_in("Options:\n"), [])

    def test_a_run_that_did_not_finish_fails(self):
        with mock.patch.object(child, "run", return_value={"event": "end", "status": "stopped"}):
            with self.assertRaises(child.Failed):
                lab.train("article")

    def test_fields_are_set(self):
        end = {"event": "end", "status": "finished"}
        with mock.patch.object(child, "run", return_value=end) as run:
            lab.train("article", seed=3, epochs=1)
        command = [str(part) for part in run.call_args.args[0]]
        self.assertIn("--seed 3 --set epochs=1", " ".join(command))


class FakePeer:
    """A peer with a speed for each setting."""

    name = "peer"
    has_workers = False
    takes_part_at_default = True

    def __init__(self, speeds, own):
        self.speeds = speeds
        self.own = own

    def run(self, settings, **_):
        threads = settings.get("threads", self.own)
        return {"images_per_second": self.speeds[threads], "threads": threads}


class Calibration(unittest.TestCase):
    def calibrated(self, peer):
        with mock.patch.object(machine, "cores", return_value=2):
            return peers.calibrated(peer, lambda _: None)

    def test_the_best_setting_takes_part_beside_the_default(self):
        default, best = self.calibrated(FakePeer({1: 100, 2: 150}, own=1))
        self.assertEqual((default.options, best.options), ({}, {"threads": 2}))

    def test_the_default_takes_part_once_where_it_is_the_best(self):
        (only,) = self.calibrated(FakePeer({1: 100, 2: 50}, own=1))
        self.assertIn("default = best", only.note)

    def test_a_peer_can_take_part_at_its_best_alone(self):
        peer = FakePeer({1: 100, 2: 150}, own=1)
        peer.takes_part_at_default = False
        self.assertEqual([setting.options for setting in self.calibrated(peer)], [{"threads": 2}])

    def test_loaders_are_tried_with_each_number_of_threads(self):
        peer = FakePeer({}, own=1)
        peer.has_workers = True
        with mock.patch.object(machine, "cores", return_value=2):
            self.assertEqual(len(list(peers.possible_options(peer))), 6)


def reports(*speeds):
    return [{"images_per_second": speed, "train_seconds": 1, "test_accuracy": 0.9, "peak_memory_mb": 9}
            for speed in speeds]


class Results(unittest.TestCase):
    results = training.evaluated({training.LAB: reports(300, 400), ("A & B", "best"): reports(100, 200)}, limit=1000)

    def test_digit_lab_is_compared_in_the_same_round(self):
        self.assertEqual(self.results[1]["digit_lab_times"]["values"], [3, 2])

    def test_the_share_is_that_of_the_limit(self):
        self.assertEqual(self.results[0]["share_of_limit"]["median"], 0.35)

    def test_the_limit_follows_from_the_peak(self):
        with mock.patch.object(machine, "cores", return_value=2):
            self.assertAlmostEqual(machine.limit(76.9), 20000)

    def test_files_hold_the_figures(self):
        with tempfile.TemporaryDirectory() as folder, mock.patch.object(report, "RESULTS", Path(folder)):
            report.keep("x", {"results": self.results}, list(training.flat(self.results)))
            rows = (Path(folder) / "x.csv").read_text(encoding="utf-8").splitlines()
        self.assertEqual(len(rows), 3)
        self.assertTrue(rows[0].startswith("name,setting,images_per_second_median,"))
        self.assertTrue(rows[1].startswith("Digit Lab,default,350"))

    def test_pictures_are_well_formed(self):
        described = {"processor": "<CPU>", "cores": 2, "blas": "B", "engine": "E"}
        curve = figures.mean_curve([[2.3, 0.4, 0.1]])
        for svg in (pictures.bars(self.results, 1000, described), pictures.curves({"a": curve, "b": curve}, 50)):
            with minidom.parseString(svg) as document:
                self.assertEqual(document.documentElement.tagName, "svg")


if __name__ == "__main__":
    unittest.main()
