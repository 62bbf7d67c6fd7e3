"""The kinds of events, read from the tables of docs/events.md, and the row that an entry comes to by them."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path

from ledger_reader import Row, expect

# The spaces of the name table by the type that a field has on the page; 0 are the streams.
SPACES = {"unit code": 1, "post code": 2, "person reference": 3, "category": 4, "case number": 5, "token id": 6}
BACK_FIELDS = "## Acts entered afterwards"
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


@dataclass
class Field:
    name: str
    type: str
    required: bool
    # Where it stands in the row, or nothing.
    place: str | None
    codes: list[str] | None


@dataclass
class Kind:
    number: int
    type: str
    of_district: bool
    fields: list[Field] = field(default_factory=list)


def milliseconds(moment: str) -> int:
    """A moment as rows have it."""
    elapsed = datetime.strptime(moment, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc) - EPOCH
    return elapsed.days * 86_400_000 + elapsed.seconds * 1000 + elapsed.microseconds // 1000


def table_field(line: str) -> Field | None:
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    if len(cells) != 5 or not cells[0].startswith("`"):
        return None
    name, kind, required, _, place = cells
    codes = re.findall(r"`([^`]+)`", kind) or None
    return Field(name.strip("`"), kind, required == "yes", place.strip("`") if place.startswith("`") else None, codes)


class Kinds:
    def __init__(self, page: Path) -> None:
        self.by_type: dict[str, Kind] = {}
        self.back: list[Field] = []
        fields: list[Field] | None = None
        kind = None
        for line in page.read_text(encoding="utf-8").splitlines():
            if line.startswith("## "):
                kind = Kind(0, line[3:], False) if re.fullmatch(r"## muster(\.[A-Za-z]+)+\.v\d+", line) else None
                fields = kind.fields if kind else self.back if line == BACK_FIELDS else None
            elif kind and (said := re.search(r"Kind (\d+); stream: (`district`|the whistle's)\.", line)):
                kind.number, kind.of_district = int(said[1]), said[2] == "`district`"
                self.by_type[kind.type] = kind
            elif fields is not None and (found := table_field(line)):
                fields.append(found)
        if not self.by_type or not self.back:
            raise SystemExit(f"{page} has no tables of events")


class Numbers:
    """Gives every name its number, by first appearance."""

    def __init__(self) -> None:
        self.spaces: dict[int, dict[str, int]] = {space: {} for space in range(7)}

    def of(self, space: int, name: object) -> int:
        expect(isinstance(name, str), f"the name {name!r} is no string")
        names = self.spaces[space]
        return names.setdefault(name, len(names) + (space != 0))


def row_of(entry: dict, kinds: Kinds, numbers: Numbers) -> Row:
    """The row of an entry, computed from what it says alone."""
    kind = kinds.by_type.get(entry["type"])
    expect(kind is not None, f"no event is called {entry['type']}")
    subject, data = entry["subject"], entry["data"]
    expect((subject == "district") == kind.of_district, f"{entry['type']} stands in the stream {subject}")
    values = dict.fromkeys(Row._fields, 0)
    values["kind"] = kind.number
    values["stream"] = numbers.of(0, subject)
    values["revision"] = entry["revision"]
    values["time"], values["recorded"] = milliseconds(entry["time"]), milliseconds(entry["recordedtime"])
    actor = entry["actor"].split("/")[0]
    if actor != "system":
        values["actor"] = numbers.of(SPACES["unit code"], actor)
    for one in kind.fields + kinds.back:
        if one.type == "words":
            expect(not one.required or one.name in data.get("words", {}), f"{one.name} is missing")
            continue
        value = data.get(one.name)
        if value is None:
            expect(not one.required, f"{one.name} is missing")
            continue
        number = number_of(one, value, numbers)
        if one.place:
            values[one.place] = number
    if values["claimed"] == 0 and any(one.name in data for one in kinds.back):
        values["claimed"] = -1
    return Row(**values)


def number_of(one: Field, value: object, numbers: Numbers) -> int:
    """What stands in a row for the value of a field; 0 if nothing does."""
    if one.type in SPACES:
        return numbers.of(SPACES[one.type], value)
    if one.place is None:
        return 0
    if one.codes:
        expect(value in one.codes, f"{one.name} is {value!r}")
        return one.codes.index(value)
    if one.type == "moment":
        return milliseconds(value)
    expect(isinstance(value, bool if one.type == "true or false" else int), f"{one.name} is {value!r}")
    return int(value)


