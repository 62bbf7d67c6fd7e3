"""Draws growth.json as SVG files, both axes logarithmic, with the line that what is drawn should stay on or below.

usage: plot_growth.py growth.json FOLDER
"""

import json
import math
import os
import sys

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 680, 420, 96, 28, 76, 60
# Each file has its own background, so that it can be read on a page of any colour; the colours follow the reader's.
STYLE = """
.back { fill: #ffffff } .ink { fill: #1f2933 } .quiet { fill: #52606d } .grid { stroke: #d9dee3 }
.bound { stroke: #52606d; stroke-dasharray: 5 4; fill: none } .line { stroke: #b42318; stroke-width: 2; fill: none }
.dot { fill: #b42318 } .value { fill: #1f2933; stroke: #ffffff; stroke-width: 4; paint-order: stroke }
@media (prefers-color-scheme: dark) {
.back { fill: #15191e } .ink { fill: #e6eaee } .quiet { fill: #a3aeb9 } .grid { stroke: #333b44 }
.bound { stroke: #a3aeb9 } .line { stroke: #ff8a7a } .dot { fill: #ff8a7a }
.value { fill: #e6eaee; stroke: #15191e }
}
"""


def number(value):
    for limit, unit in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if value >= limit:
            return f"{value / limit:g} {unit}"
    return f"{value:g} "


def count(value):
    return number(value).rstrip()


def seconds(value):
    if value >= 1:
        return f"{value:g} s"
    # A power of ten may be a little less than it says.
    return f"{value * 1e3:.3g} ms" if value >= 0.999e-3 else f"{value * 1e6:.3g} µs"


def size(value):
    return number(value) + "B"


def text(x, y, words, anchor="middle", kind="quiet", extra=""):
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {extra}>{words}</text>'


class Axis:
    """A logarithmic scale with a margin on both sides, so that no point lies on the frame."""

    def __init__(self, values, begin, end, margin):
        low, high = math.log10(min(values)), math.log10(max(values))
        # Less than a decade would make a small change look like a large one.
        spare = max(0, 1 - (high - low)) / 2
        room = margin * max(1, high - low)
        self.low, self.high = low - spare - room, high + spare + room
        self.begin, self.end = begin, end

    def place(self, value):
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return self.begin + share * (self.end - self.begin)

    def holds(self, value):
        return self.low - 1e-9 <= math.log10(value) <= self.high + 1e-9

    def ticks(self):
        """Powers of ten, with twice and five times each where there are few."""
        powers = range(math.floor(self.low), math.ceil(self.high) + 1)
        factors = (1,) if self.high - self.low > 2.5 else (1, 2, 5)
        return [tick for power in powers for factor in factors if self.holds(tick := factor * 10.0**power)]


def bound(points, grows, x, y):
    """From the first point on: twice the log, twice the figure, or the same whatever the log."""
    first_x, first_y = points[0]
    last = points[-1][0]
    if grows:
        last = min(last, first_x * 10**y.high / first_y)
    end = first_y * last / first_x if grows else first_y
    return (
        f'<path class="bound" d="M{x.place(first_x):.1f} {y.place(first_y):.1f}'
        f'L{x.place(last):.1f} {y.place(end):.1f}"/>'
    )


def plot(title, axis, points, label, grows):
    x = Axis([a for a, _ in points], LEFT, WIDTH - RIGHT, 0.08)
    y = Axis([b for _, b in points], HEIGHT - BOTTOM, TOP, 0.14)
    words = "twice the log, twice the figure" if grows else "the same whatever the length of the log"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="13"><title>{title}</title><style>{STYLE}</style>',
        f'<rect class="back" width="{WIDTH}" height="{HEIGHT}" rx="6"/>',
        text(LEFT, 30, title, "start", "ink", 'font-size="17" font-weight="600"'),
        f'<path class="bound" d="M{LEFT} 49h34"/>',
        text(LEFT + 42, 53, words, "start"),
    ]
    for tick in x.ticks():
        parts.append(f'<path class="grid" d="M{x.place(tick):.1f} {TOP}V{HEIGHT - BOTTOM}"/>')
        parts.append(text(x.place(tick), HEIGHT - BOTTOM + 20, count(tick)))
    for tick in y.ticks():
        parts.append(f'<path class="grid" d="M{LEFT} {y.place(tick):.1f}H{WIDTH - RIGHT}"/>')
        parts.append(text(LEFT - 8, y.place(tick) + 4, label(tick), "end"))
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14, "events in the log"))
    middle = (TOP + HEIGHT - BOTTOM) / 2
    parts.append(text(20, middle, axis, "middle", "quiet", f'transform="rotate(-90 20 {middle:.1f})"'))
    parts.append(bound(points, grows, x, y))
    route = "L".join(f"{x.place(a):.1f} {y.place(b):.1f}" for a, b in points)
    parts.append(f'<path class="line" d="M{route}"/>')
    for a, b in points:
        parts.append(f'<circle class="dot" cx="{x.place(a):.1f}" cy="{y.place(b):.1f}" r="4"/>')
        # Below the point, where neither line goes.
        parts.append(text(x.place(a), y.place(b) + 22, label(float(f"{b:.3g}")), "middle", "value"))
    return "\n".join(parts + ["</svg>", ""])


# Name, title, what the upright axis counts, key, spelling, whether the figure may grow with the log.
PLOTS = [
    ("replay-time", "Replay from a warm ledger, opening included", "time", "replaySeconds", seconds, True),
    ("replay-memory", "Private memory after replay", "bytes", "replayMemory", size, True),
    ("file-size", "Size of the ledger file", "bytes", "fileBytes", size, True),
    ("append-latency", "One durable append of one entry, median", "time", "appendSeconds", seconds, False),
]


def main():
    source, folder = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        rows = json.load(file)
    os.makedirs(folder, exist_ok=True)
    for name, title, axis, key, label, grows in PLOTS:
        points = [(row["events"], row[key]) for row in rows if key in row]
        if len(points) > 1:
            with open(os.path.join(folder, name + ".svg"), "w", encoding="utf-8") as file:
                file.write(plot(title, axis, points, label, grows))


main()
