"""Puts figures into benchmarks.json, in the place of those of the same names: merge_benchmarks.py BENCHMARKS NEW..."""

import json
import sys
from pathlib import Path

KEYS = ("name", "value", "unit", "ratio", "denominator")

target = Path(sys.argv[1])
figures = {figure["name"]: figure for figure in json.loads(target.read_text())} if target.exists() else {}
for file in sys.argv[2:]:
    for figure in json.loads(Path(file).read_text()):
        figures[figure["name"]] = {key: figure.get(key) for key in KEYS}
lines = ",\n".join(json.dumps(figure, ensure_ascii=False) for figure in figures.values())
target.write_text(f"[\n{lines}\n]\n")
