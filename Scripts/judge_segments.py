"""Judges a ledger file by docs/file-format.md and docs/events.md, with a reader of its own.

    judge_segments.py LEDGER

Reads every segment and the tail, computes rows, names and commands again from the entries' JSON, and compares.
Prints a line for each part; exits with 1 if anything is not as the pages say.
"""

import base64
import hashlib
import hmac
import json
import sys
from collections.abc import Callable
from pathlib import Path

from event_kinds import Kinds, Numbers, row_of
from ledger_reader import SEGMENT, Command, Damage, Entry, Ledger, Row

# Findings that are shown of one part.
SHOWN = 10
# Ids that no segment has, for the filters; more than one in twenty found by them is too many.
STRANGERS = [hashlib.sha256(f"stranger {number}".encode()).digest()[:16] for number in range(1000)]


class Judge:
    def __init__(self, path: str, page: Path) -> None:
        self.path = path
        self.kinds = Kinds(page)
        self.findings: dict[str, list[str]] = {}
        self.lines: list[str] = []
        self.count = 0

    # Findings

    def find(self, part: str, words: str) -> None:
        self.count += 1
        found = self.findings.setdefault(part, [])
        if len(found) < SHOWN:
            found.append(words)

    def check(self, part: str, holds: bool, words: str) -> None:
        if not holds:
            self.find(part, words)

    def part(self, name: str, body: Callable[[], str]) -> None:
        """Judges one part: what 'body' returns is its line when all is well."""
        try:
            line = body()
        except Damage as damage:
            self.find(name, str(damage))
            line = ""
        if name in self.findings:
            self.lines += [f"{name}: {words}" for words in self.findings[name]]
        else:
            self.lines.append(f"{name}: {line}")

    # Parts

    def judge(self) -> None:
        try:
            self.ledger = Ledger(self.path)
        except Damage as damage:
            self.find("file", str(damage))
            self.lines.append(f"file: {damage}")
            return
        ledger = self.ledger
        self.lines.append(
            f"file: {ledger.size} entries, {len(ledger.segments)} segments up to {ledger.bound}")
        self.numbers = Numbers()
        self.heads: dict[str, tuple[int, int]] = {}
        self.commitments: dict[tuple[int, str], str] = {}
        self.fingerprints: set[bytes] = set()
        self.of_first_stream: list[tuple[int, bytes]] = []
        self.complete = False
        self.part("entries and rows", self.entries)
        if not self.complete:
            # What is computed from all entries can't be compared when some of them could not be read.
            self.lines.append("commands, names, words: not judged")
            return
        self.part("commands", lambda: f"{len(self.fingerprints)}, each under its fingerprint and in its filter")
        self.part("first stream", self.first_stream)
        self.part("names", self.names)
        self.part("words", self.words)
        self.part("leftovers", self.leftovers)

    def entries(self) -> str:
        part = "entries and rows"
        rows = self.ledger.rows()
        self.runs = Runs(self)
        seen = 0
        for entry in self.ledger.entries():
            row = next(rows, None)
            if row is None:
                raise Damage(f"there is no row for {entry.position}")
            self.entry(part, entry, row)
            seen += 1
        self.check(part, next(rows, None) is None, "there are more rows than entries")
        self.check(part, seen == self.ledger.size, f"{seen} entries where {self.ledger.size} should be")
        self.complete = True
        self.runs.end(seen)
        return (
            f"{seen} of {len(self.heads)} streams, every row is what its entry says, "
            "every stream leads back to its first")

    def entry(self, part: str, entry: Entry, row: Row) -> None:
        at = entry.position
        try:
            said = json.loads(entry.data)
            subject, revision = said["subject"], said["revision"]
            expected = row_of(said, self.kinds, self.numbers)
        except Damage as damage:
            self.find(part, f"{at}: {damage}")
            return
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            self.find(part, f"{at} is no entry: {error!r}")
            return
        self.check(part, said.get("sequence") == f"{at:020}", f"{at} says that its sequence is {said.get('sequence')}")
        before, count = self.heads.get(subject, (None, 0))
        self.check(part, revision == count + 1, f"{at} is revision {revision} after {count} in {subject}")
        self.check(
            part, entry.previous == before, f"{at} leads back to {entry.previous}, its stream's last entry is {before}")
        self.heads[subject] = (at, count + 1)
        if next(iter(self.heads)) == subject and at < self.ledger.bound:
            self.of_first_stream.append((at, entry.data))
        if row != expected:
            wrong = [f"{name} {has}, not {should}"
                for name, has, should in zip(Row._fields, row, expected) if has != should]  # fmt: skip
            self.find(part, f"the row of {at} has {', '.join(wrong)}")
        for name, commitment in said["data"].get("words", {}).items():
            self.commitments[at, name] = commitment
        self.runs.add(at, said.get("commandid"), said.get("commanddigest"))

    def first_stream(self) -> str:
        found = list(self.ledger.first_stream())
        self.check(
            "first stream", found == self.of_first_stream,
            f"{len(found)} entries lie together, and they are not the {len(self.of_first_stream)} of the stream")
        return f"{len(found)} sealed entries, lying together once more as they are"

    def names(self) -> str:
        found = self.ledger.names()
        for space, expected in self.numbers.spaces.items():
            has, should = found.pop(space, []), [name.encode() for name in expected]
            if has != should:
                at = next((i for i, (a, b) in enumerate(zip(has, should)) if a != b), min(len(has), len(should)))
                self.find("names", f"space {space} has {len(has)} names, not {len(should)}, or differs from its {at}th on")
        self.check("names", not found, f"the spaces {sorted(found)} mean nothing")
        return "in the order in which entries first use them: " + ", ".join(
            str(len(names)) for names in self.numbers.spaces.values())

    def words(self) -> str:
        last = None
        count = 0
        for word in self.ledger.words():
            count += 1
            here = (word.position, word.field)
            self.check("words", last is None or last < here, f"{here} stands after {last}")
            last = here
            try:
                field, _ = word.field.decode(), word.text.decode()
            except UnicodeDecodeError:
                self.find("words", f"{here} is not UTF-8")
                continue
            self.check("words", len(word.salt) == 32, f"the salt of {here} has {len(word.salt)} bytes")
            made = base64.b64encode(hmac.digest(word.salt, word.text, "sha256")).decode()
            said = self.commitments.pop((word.position, field), None)
            self.check("words", said == made, f"the entry commits to {said} for {here}, the text comes to {made}")
        return f"{count} texts are those that their entries commit to, {len(self.commitments)} are erased"

    def leftovers(self) -> str:
        rows, drafts = self.ledger.leftovers()
        return f"{rows} rows of sealed positions, {drafts} blocks of a draft; they count for nothing"

    # Commands, a segment at a time

    def segment(self, number: int, expected: list[Command]) -> None:
        part = f"commands of segment {number}"
        try:
            found = self.ledger.sealed_commands(number)
            self.compare(part, sorted(expected), found)
            filter = self.ledger.filter(number)
        except Damage as damage:
            self.find("commands", str(damage))
            return
        missing = sum(not filter.may_have(command.fingerprint) for command in expected)
        self.check("commands", missing == 0, f"the filter of segment {number} denies {missing} of its commands")
        strangers = sum(filter.may_have(stranger) for stranger in STRANGERS)
        self.check("commands", strangers <= 50, f"the filter of segment {number} has {strangers} of 1000 strangers")

    def tail(self, expected: list[Command]) -> None:
        try:
            self.compare("commands of the tail", expected, list(self.ledger.tail_commands()))
        except Damage as damage:
            self.find("commands", str(damage))

    def compare(self, part: str, expected: list[Command], found: list[Command]) -> None:
        self.check("commands", len(found) == len(expected), f"{part}: {len(found)} and not {len(expected)}")
        for has, should in zip(found, expected):
            if has != should:
                self.find("commands", f"{part}: {shown(has)} where {shown(should)} should be")
                break


class Runs:
    """Gathers the commands that the entries tell of, and hands them on by segment."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self.open: tuple[int, str, str] | None = None
        self.commands: list[Command] = []
        self.sealed = 0

    def add(self, at: int, identity: object, digest: object) -> None:
        if self.open and self.open[1:] == (identity, digest):
            return
        self.finish(at)
        if not isinstance(identity, str) or not isinstance(digest, str):
            self.judge.find("commands", f"{at} does not say what command it came of")
            return
        self.open = (at, identity, digest)

    def finish(self, end: int) -> None:
        if self.open is None:
            return
        first, identity, digest = self.open
        self.open = None
        while first >= (self.sealed + 1) * SEGMENT and self.sealed < len(self.judge.ledger.segments):
            self.hand_on()
        fingerprint = hashlib.sha256(identity.encode()).digest()[:16]
        self.judge.check("commands", fingerprint not in self.judge.fingerprints, f"{first} repeats {identity}")
        self.judge.fingerprints.add(fingerprint)
        try:
            bytes_ = bytes.fromhex(digest)
        except ValueError:
            self.judge.find("commands", f"{first} has the digest {digest}")
            return
        self.commands.append(Command(fingerprint, first, end - 1, bytes_))

    def hand_on(self) -> None:
        self.judge.segment(self.sealed, self.commands)
        self.sealed += 1
        self.commands = []

    def end(self, size: int) -> None:
        self.finish(size)
        while self.sealed < len(self.judge.ledger.segments):
            self.hand_on()
        self.judge.tail(self.commands)


def shown(command: Command) -> str:
    return f"{command.fingerprint.hex()} of {command.first} to {command.last}, digest {command.digest.hex()}"


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: judge_segments.py LEDGER", file=sys.stderr)
        return 64
    judge = Judge(sys.argv[1], Path(__file__).parent.parent / "docs" / "events.md")
    judge.judge()
    print("\n".join(judge.lines))
    if judge.count:
        print(f"{judge.count} findings")
    return 1 if judge.count else 0


if __name__ == "__main__":
    sys.exit(main())
