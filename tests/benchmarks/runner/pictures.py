# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures, as SVG: on a card of their own, so that they are legible on light and on dark pages."""

import math
from html import escape

WIDTH = 800
STYLE = """
  text { font: 13px system-ui, -apple-system, 'Segoe UI', sans-serif; fill: #24292f }
  .title { font-size: 16px; font-weight: 600 } .strong { font-weight: 600 }
  .quiet { fill: #57606a } .small { font-size: 12px }
  .card { fill: #ffffff; stroke: #d0d7de } .grid { stroke: #d8dee4 } .range { stroke: #24292f }
  .limit { stroke: #57606a; stroke-dasharray: 4 4 }
  .ours { fill: #0072b2; stroke: #0072b2 } .theirs { fill: #b9c0c8; stroke: #b9c0c8 }
  .other { fill: #d55e00; stroke: #d55e00 }
  .line { fill: none; stroke-width: 2 } .band { stroke: none; opacity: 0.18 }
  .end { text-anchor: end } .middle { text-anchor: middle }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .quiet { fill: #9198a1 } .card { fill: #0d1117; stroke: #30363d }
    .grid { stroke: #262c33 } .range { stroke: #e6edf3 } .limit { stroke: #9198a1 }
    .ours { fill: #56b4e9; stroke: #56b4e9 } .theirs { fill: #484f58; stroke: #484f58 }
    .other { fill: #e69f00; stroke: #e69f00 }
  }
"""


def text(x, y, words, kind=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}">{escape(words)}</text>'


def line(x1, y1, x2, y2, kind):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{kind}"/>'


def picture(height, title, parts):
    """A card with a title; `title` is also what a screen reader says."""
    return "\n".join([
        "<!-- SPDX-License-Identifier: GPL-3.0-or-later; drawn by ./run bench -->",
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" role="img">',
        f"<title>{escape(title)}</title>",
        f"<style>{STYLE}</style>",
        f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}" rx="8" class="card"/>',
        text(24, 34, title, "title"),
        *parts,
        "</svg>",
        "",
    ])


def round_steps(highest, about):
    """From 0 to `highest` in some `about` steps of 1, 2 or 5 times a power of ten."""
    raw = highest / about
    power = 10 ** math.floor(math.log10(raw))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= raw)
    return [step * index for index in range(int(highest / step + 1e-9) + 1)]


def bars(results, limit, described):
    """Images a second of each, with its range, up to the limit of the machine."""
    left, right, top, pitch = 216, WIDTH - 32, 88, 42
    bottom = top + pitch * len(results)

    def place(speed):
        return left + (right - left) * speed / limit

    parts = [text(24, 56, "one epoch of MNIST, batch 64, float32; median of the rounds, and their range",
                  "quiet small")]
    for speed in round_steps(limit, 5):
        if place(speed) < right - 110:  # room for the limit
            parts += [line(place(speed), top - 8, place(speed), bottom, "grid"),
                      text(place(speed), bottom + 18, f"{speed:,.0f}", "quiet small middle")]
    parts += [line(right, top - 8, right, bottom, "limit"),
              text(right, bottom + 18, f"limit {limit:,.0f}", "quiet small end")]
    for index, one in enumerate(results):
        parts += bar(one, top + pitch * index, left, place, is_ours=index == 0)
    machine = f"{described['processor']}, {described['cores']} cores, {described['blas']}, {described['engine']}"
    parts += [text(24, bottom + 48, machine, "quiet small"),
              text(24, bottom + 66, "limit: the cores' own peak in float32 matrix products, over 7.69 MFLOP an image",
                   "quiet small")]
    return picture(bottom + 84, "Images a second, training the article's network", parts)


def bar(one, y, left, place, is_ours):
    speed = one["images_per_second"]
    middle = y + 12
    result = text(place(speed["max"]) + 10, y + 17, f"{speed['median']:,.0f}", "strong" if is_ours else "")
    if not is_ours:
        times = f'<tspan dx="12" class="quiet">Digit Lab is {one["digit_lab_times"]["median"]:.1f}×</tspan>'
        result = result.replace("</text>", f"{times}</text>")
    return [
        text(left - 12, y + 10, one["name"], "end strong" if is_ours else "end"),
        text(left - 12, y + 25, one["setting"], "end quiet small"),
        f'<rect x="{left}" y="{y}" width="{place(speed["median"]) - left:.1f}" height="24" '
        f'class="{"ours" if is_ours else "theirs"}"/>',
        line(place(speed["min"]), middle, place(speed["max"]), middle, "range"),
        *(line(place(speed[end]), middle - 4, place(speed[end]), middle + 4, "range") for end in ("min", "max")),
        result,
    ]


def curves(losses, steps_a_point):
    """Training loss by step, each a mean over the seeds in the band of their range."""
    left, right, top, bottom = 72, WIDTH - 32, 72, 372
    every = [value for curve in losses.values() for key in ("min", "max") for value in curve[key]]
    low, high = math.log(min(every)), math.log(max(every))
    count = max(len(curve["mean"]) for curve in losses.values())

    def point(index, loss):
        x = left + (right - left) * (index + 1) / count
        return x, bottom - (bottom - top) * (math.log(loss) - low) / (high - low)

    def points(values):
        return [point(index, value) for index, value in enumerate(values)]

    parts = [text(24, 56, "mean of each 50 steps, logarithmic; line: mean of the seeds, band: their range",
                  "quiet small")]
    for loss in (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2):
        if low <= math.log(loss) <= high:
            y = point(0, loss)[1]
            parts += [line(left, y, right, y, "grid"), text(left - 10, y + 4, f"{loss:g}", "quiet small end")]
    for step in round_steps(count * steps_a_point, 5)[1:]:
        parts.append(text(point(step / steps_a_point - 1, 1)[0], bottom + 20, f"{step:,.0f}", "quiet small middle"))
    parts.append(text(right, bottom + 40, "step", "quiet small end"))
    for index, ((name, curve), kind) in enumerate(zip(losses.items(), ("ours", "other"), strict=True)):
        parts.append(f'<path d="{path(points(curve["max"]) + points(curve["min"])[::-1])} Z" class="band {kind}"/>')
        dashes = ' stroke-dasharray="7 5"' if index else ""  # the one beneath shows through
        parts.append(f'<path d="{path(points(curve["mean"]))}" class="line {kind}" style="fill:none"{dashes}/>')
        y = top + 20 + 22 * index
        parts += [f'<path d="M{right - 190} {y} h28" class="line {kind}"{dashes}/>',
                  text(right - 154, y + 4, name)]
    return picture(bottom + 60, "Training loss in one epoch", parts)


def path(points):
    return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points)
