"""Judges entries of a Muster log with libraries that know nothing of Muster.

Reads one entry a line, from the file named as the argument or from standard input ("-"). Every line must be
canonical JSON as rfc8785 writes it and a CloudEvent as the CloudEvents SDK reads it; on top of that stands what the
project's format promises. Prints one line of summary when all is well, else every finding, and exits with 1.
"""

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timezone
from importlib.metadata import version

import rfc8785
from cloudevents.core.formats.json import JSONFormat

MAXIMUM_BYTES = 65_535
MAXIMUM_COMMAND_ID_BYTES = 128
CLOUDEVENTS_INTEGERS = range(-(2**31), 2**31)

NAME = re.compile(r"[a-z0-9]+")
SEQUENCE = re.compile(r"[0-9]{20}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
TYPE = re.compile(r"muster(\.[a-z][A-Za-z0-9]*)+\.v[1-9][0-9]*")
SOURCE = re.compile(r"/districts/[A-Za-z0-9-]+")
DIGEST = re.compile(r"[0-9a-f]{32}")
CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

STRING_ATTRIBUTES = (
    "actor", "authtype", "commanddigest", "commandid", "datacontenttype", "id", "recordedtime", "sequence",
    "source", "specversion", "subject", "time", "type",
)  # fmt: skip


class Judge:
    """Reads the lines of a log in order and remembers what the next line must go on from."""

    def __init__(self) -> None:
        self.findings: list[str] = []
        self.entries = 0
        self.first: int | None = None
        self.position: int | None = None
        self.source: str | None = None
        self.recorded = ""
        self.revisions: dict[str, int] = {}
        self.times: dict[str, str] = {}
        self.types: Counter[str] = Counter()
        self.longest = 0
        self.chinese = 0
        self.controls: Counter[str] = Counter()
        self.command: tuple[str, str] | None = None
        self.commands: set[str] = set()

    def read(self, lines: Iterable[bytes]) -> None:
        for number, line in enumerate(lines, start=1):
            self.entries += 1
            for finding in self.judge(line.removesuffix(b"\n")):
                self.findings.append(f"line {number}: {finding}")
        if self.entries == 0:
            self.findings.append("there is no entry to judge")

    def judge(self, line: bytes) -> Iterator[str]:
        self.longest = max(self.longest, len(line))
        if len(line) > MAXIMUM_BYTES:
            yield f"{len(line)} bytes; an entry has at most {MAXIMUM_BYTES}"
        try:
            text = line.decode("utf-8")
            entry = json.loads(text, parse_float=no_float, parse_constant=no_float)
        except ValueError as error:
            yield f"not JSON: {error}"
            return
        if not isinstance(entry, dict):
            yield "not a JSON object"
            return
        yield from canonical(entry, line)
        yield from attributes(entry)
        yield from cloud_event(entry, text)
        yield from self.texts(entry)
        yield from self.order(entry)

    def texts(self, entry: dict) -> Iterator[str]:
        for path, text in strings(entry):
            if CHINESE.search(text):
                self.chinese += 1
            odd = {character for character in text if not allowed_in_attribute(character)}
            self.controls.update(name_of(character) for character in odd)
            # CloudEvents 1.0, type system: a String holds no control characters, surrogates or noncharacters.
            # What stands in data is JSON's own affair.
            if odd and not path.startswith("data."):
                yield f"{path} holds {', '.join(sorted(map(name_of, odd)))}, which a CloudEvents string may not"

    def order(self, entry: dict) -> Iterator[str]:
        """What an entry must be after the ones before it."""
        source, subject, sequence = entry.get("source"), entry.get("subject"), entry.get("sequence")
        if self.source is None:
            self.source = source
        elif source != self.source:
            yield f"source is {source}, in the entries before {self.source}"

        if isinstance(sequence, str) and SEQUENCE.fullmatch(sequence):
            position = int(sequence)
            if self.position is not None and position != self.position + 1:
                yield f"sequence is {position} after {self.position}"
            if self.first is None:
                self.first = position
            self.position = position

        revision = entry.get("revision")
        if isinstance(subject, str) and is_integer(revision):
            before = self.revisions.get(subject, 0 if self.first == 0 else None)
            if before is not None and revision != before + 1:
                yield f"revision of {subject} is {revision} after {before}"
            self.revisions[subject] = revision

        recorded, time = entry.get("recordedtime"), entry.get("time")
        if isinstance(recorded, str) and TIME.fullmatch(recorded):
            if recorded < self.recorded:
                yield f"recordedtime goes back from {self.recorded} to {recorded}"
            self.recorded = recorded
        if isinstance(subject, str) and isinstance(time, str) and TIME.fullmatch(time):
            if time < self.times.get(subject, ""):
                yield f"time of {subject} goes back from {self.times[subject]} to {time}"
            self.times[subject] = time

        command, digest = entry.get("commandid"), entry.get("commanddigest")
        if isinstance(command, str) and isinstance(digest, str):
            if self.command is not None and self.command[0] == command:
                if self.command[1] != digest:
                    yield f"commanddigest differs inside the command {command}"
            elif command in self.commands:
                yield f"the entries of the command {command} do not stand together"
            self.command = (command, digest)
            self.commands.add(command)
        self.types[str(entry.get("type"))] += 1

    def summary(self) -> str:
        held = f"{count(self.chinese, 'string')} with Chinese, "
        if self.controls:
            held += "control characters " + ", ".join(f"{name} ×{n}" for name, n in sorted(self.controls.items()))
        else:
            held += "no control characters"
        return (
            f"{count(self.entries, 'entry', 'entries')} of {count(len(self.revisions), 'stream')} "
            f"and {count(len(self.types), 'type')}, positions {self.first} to {self.position}: "
            f"rfc8785 {version('rfc8785')} writes and cloudevents {version('cloudevents')} reads every one of them; "
            f"longest {self.longest} bytes, {held}"
        )


def canonical(entry: dict, line: bytes) -> Iterator[str]:
    try:
        expected = rfc8785.dumps(entry)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as error:
        yield f"rfc8785 cannot write it: {error}"
        return
    if expected != line:
        at = next((i for i, (a, b) in enumerate(zip(expected, line)) if a != b), min(len(expected), len(line)))
        yield f"not canonical at byte {at}: stands {line[at:at + 24]!r}, rfc8785 writes {expected[at:at + 24]!r}"


def attributes(entry: dict) -> Iterator[str]:
    """What every entry must be by itself."""
    for name in entry:
        if not NAME.fullmatch(name):
            yield f"the attribute name {name!r} is not of [a-z0-9]"
    for key in keys(entry.get("data")):
        if not key.isascii():
            yield f"the key {key!r} in data is not ASCII"
    for name in STRING_ATTRIBUTES:
        if not isinstance(entry.get(name), str) or not entry[name]:
            yield f"{name} is {entry.get(name)!r}, not a string that says something"
    revision = entry.get("revision")
    if not is_integer(revision) or revision < 1:
        yield f"revision is {revision!r}, not an integer from 1"
    elif entry.get("id") != f"{entry.get('subject')}/{revision}":
        yield f"id is {entry.get('id')!r}, not subject/revision, {entry.get('subject')}/{revision}"
    for name, value in entry.items():
        if is_integer(value) and value not in CLOUDEVENTS_INTEGERS:
            yield f"{name} is {value}, more than a CloudEvents integer holds"
        if name != "data" and not isinstance(value, str) and not is_integer(value):
            yield f"{name} is {value!r}; an attribute is a string or an integer"

    for name, form, words in (
        ("sequence", SEQUENCE, "a position of 20 digits"),
        ("source", SOURCE, "/districts/CODE"),
        ("type", TYPE, "muster.….vN"),
        ("time", TIME, "UTC with milliseconds and Z"),
        ("recordedtime", TIME, "UTC with milliseconds and Z"),
        ("commanddigest", DIGEST, "32 hexadecimal digits"),
    ):
        value = entry.get(name)
        if isinstance(value, str) and value and not form.fullmatch(value):
            yield f"{name} is {value!r}, not {words}"
    if entry.get("specversion") != "1.0":
        yield f"specversion is {entry.get('specversion')!r}, not '1.0'"
    if entry.get("datacontenttype") != "application/json":
        yield f"datacontenttype is {entry.get('datacontenttype')!r}, not 'application/json'"
    if not isinstance(entry.get("data"), dict):
        yield "data is not an object"
    if len(str(entry.get("commandid", "")).encode("utf-8", "surrogatepass")) > MAXIMUM_COMMAND_ID_BYTES:
        yield f"commandid has more than {MAXIMUM_COMMAND_ID_BYTES} bytes"


def cloud_event(entry: dict, text: str) -> Iterator[str]:
    try:
        event = JSONFormat().read(None, text)
    except Exception as error:  # Whatever the SDK raises is a finding.
        yield f"the CloudEvents SDK refuses it: {' '.join(str(error).split())}"
        return
    read = {
        "id": event.get_id(),
        "source": event.get_source(),
        "specversion": event.get_specversion(),
        "type": event.get_type(),
        "subject": event.get_subject(),
        "datacontenttype": event.get_datacontenttype(),
        "time": written(event.get_time()),
        "data": event.get_data(),
    }
    for name in ("actor", "authtype", "commanddigest", "commandid", "recordedtime", "revision", "sequence"):
        read[name] = event.get_extension(name)
    for name, value in read.items():
        if value != entry.get(name):
            yield f"the CloudEvents SDK reads {name} as {value!r}, the entry says {entry.get(name)!r}"


def written(time: datetime | None) -> str | None:
    if time is None:
        return None
    return time.astimezone(timezone.utc).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def strings(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string in a JSON value, with the path to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from strings(member, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from strings(member, f"{path}.{index}")


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, member in value.items():
            yield key
            yield from keys(member)
    elif isinstance(value, list):
        for member in value:
            yield from keys(member)


def allowed_in_attribute(character: str) -> bool:
    code = ord(character)
    noncharacter = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    return unicodedata.category(character) not in ("Cc", "Cs") and not noncharacter


def name_of(character: str) -> str:
    return f"U+{ord(character):04X}"


def is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def no_float(text: str) -> None:
    raise ValueError(f"the number {text} is no integer")


def count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def main() -> int:
    if len(sys.argv) > 2:
        print("usage: judge_entries.py [FILE | -]", file=sys.stderr)
        return 64
    judge = Judge()
    if len(sys.argv) == 1 or sys.argv[1] == "-":
        judge.read(sys.stdin.buffer)
    else:
        with open(sys.argv[1], "rb") as file:
            judge.read(file)
    if judge.findings:
        print("\n".join(judge.findings))
        print(f"{count(len(judge.findings), 'finding')} in {count(judge.entries, 'entry', 'entries')}")
        return 1
    print(judge.summary())
    return 0


if __name__ == "__main__":
    sys.exit(main())
