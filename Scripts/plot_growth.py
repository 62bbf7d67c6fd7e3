"""Draws growth.json as SVG files, both axes logarithmic, with the straight line through the smallest size.

usage: plot_growth.py growth.json FOLDER
"""

import json
import math
import os
import sys

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 400, 84, 24, 48, 56
INK, QUIET, LINE, GRID = "#1f2933", "#52606d", "#b42318", "#d9dee3"


def number(value):
    for limit, unit in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if value >= limit:
            return f"{value / limit:g} {unit}"
    return f"{value:g}"


def seconds(value):
    if value >= 1:
        return f"{value:g} s"
    return f"{value * 1e3:g} ms" if value >= 1e-3 else f"{value * 1e6:g} µs"


def size(value):
    return number(value) + "B"


def text(x, y, words, anchor="middle", colour=QUIET, extra=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" {extra}>{words}</text>'


def powers(low, high):
    return [10**power for power in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)]


def plot(title, points, label):
    xs, ys = [x for x, _ in points], [y for _, y in points]
    ticks_x, ticks_y = powers(min(xs), max(xs)), powers(min(ys), max(ys))

    def place(value, ticks, begin, end):
        span = math.log10(ticks[-1]) - math.log10(ticks[0]) or 1
        return begin + (math.log10(value) - math.log10(ticks[0])) / span * (end - begin)

    def x(value):
        return place(value, ticks_x, LEFT, WIDTH - RIGHT)

    def y(value):
        return place(value, ticks_y, HEIGHT - BOTTOM, TOP)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="13"><title>{title}</title>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        text(LEFT, 26, title, "start", INK, 'font-size="16" font-weight="600"'),
    ]
    for tick in ticks_x:
        parts.append(f'<path d="M{x(tick):.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="{GRID}"/>')
        parts.append(text(x(tick), HEIGHT - BOTTOM + 20, number(tick)))
    for tick in ticks_y:
        parts.append(f'<path d="M{LEFT} {y(tick):.1f}H{WIDTH - RIGHT}" stroke="{GRID}"/>')
        parts.append(text(LEFT - 8, y(tick) + 4, label(tick), "end"))
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, "events in the log"))
    # Twice the log, twice the figure: what lies on it or below grows no faster than the log.
    first_x, first_y = points[0]
    last = min(max(xs), first_x * ticks_y[-1] / first_y)
    parts.append(
        f'<path d="M{x(first_x):.1f} {y(first_y):.1f}L{x(last):.1f} {y(first_y * last / first_x):.1f}" '
        f'stroke="{QUIET}" stroke-dasharray="4 4" fill="none"/>'
    )
    route = "L".join(f"{x(a):.1f} {y(b):.1f}" for a, b in points)
    parts.append(f'<path d="M{route}" stroke="{LINE}" stroke-width="2" fill="none"/>')
    for a, b in points:
        parts.append(f'<circle cx="{x(a):.1f}" cy="{y(b):.1f}" r="4" fill="{LINE}"/>')
        parts.append(text(x(a), y(b) - 10, label(float(f"{b:.3g}")), "middle", INK))
    return "\n".join(parts + ["</svg>", ""])


PLOTS = [
    ("replay-time", "Replay from a warm ledger, whole process", "replaySeconds", seconds),
    ("replay-memory", "Most memory during replay", "replayMemory", size),
    ("file-size", "Size of the ledger file", "fileBytes", size),
    ("append-latency", "One durable append of one entry, median", "appendSeconds", seconds),
]


def main():
    source, folder = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        rows = json.load(file)
    os.makedirs(folder, exist_ok=True)
    for name, title, key, label in PLOTS:
        points = [(row["events"], row[key]) for row in rows if key in row]
        if len(points) > 1:
            with open(os.path.join(folder, name + ".svg"), "w", encoding="utf-8") as file:
                file.write(plot(title, points, label))


main()
