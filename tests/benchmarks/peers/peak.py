# SPDX-License-Identifier: GPL-3.0-or-later
"""The highest speed at which one core multiplies float32 matrices through LibTorch's BLAS, in GFLOP/s."""

import json
import time

import torch

SIDE = 2048
SECONDS = 1.0  # to try for

torch.set_num_threads(1)
a, b, c = torch.rand(SIDE, SIDE), torch.rand(SIDE, SIDE), torch.empty(SIDE, SIDE)
torch.mm(a, b, out=c)
quickest = float("inf")
end = time.perf_counter() + SECONDS
while time.perf_counter() < end:
    began = time.perf_counter()
    torch.mm(a, b, out=c)
    quickest = min(quickest, time.perf_counter() - began)
print(json.dumps({"gflops": 2 * SIDE**3 / quickest / 1e9}))
