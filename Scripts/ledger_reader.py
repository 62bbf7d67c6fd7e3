"""Reads a ledger file as docs/file-format.md describes it, and knows nothing of the program that writes it.

Every check that needs nothing but the file is made here; whatever is not as the page says raises Damage.
"""

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import lz4.frame

APPLICATION = 0x4D555354
FORMAT = 3
SEGMENT = 65_536
# Into how many parts the commands of a segment fall, by the first four bits of their fingerprints.
PARTS = 16
BLOCK = 262_144
LONGEST_ENTRY = 65_535

# The columns of a row: name, code of its type in 'struct', least and greatest value.
U16, U32 = (0, 2**16 - 1), (0, 2**32 - 1)
I64 = (-(2**63), 2**63 - 1)
COLUMNS = [
    ("kind", U16), ("stream", U32), ("revision", U32), ("actor", U32), ("unit", U32), ("person", U32), ("item", U32),
    ("code", U32), ("time", I64), ("delay", I64), ("claimed", I64), ("a", I64), ("b", I64), ("c", I64),
]  # fmt: skip
COLUMNS_OFFSET = 16 + 16 * len(COLUMNS)
ROW = struct.Struct("<HHIIIIIIIqqqqqq")
TABLES = {"tail", "name", "segment", "commands", "columns", "entries", "words"}
TAIL_ENTRIES = 32


class Damage(Exception):
    """The file is not what the page says."""


class Row(NamedTuple):
    kind: int
    stream: int
    revision: int
    actor: int
    unit: int
    person: int
    item: int
    code: int
    time: int
    recorded: int
    claimed: int
    a: int
    b: int
    c: int


class Entry(NamedTuple):
    position: int
    previous: int | None
    data: bytes


class Command(NamedTuple):
    fingerprint: bytes
    first: int
    last: int
    digest: bytes


class Word(NamedTuple):
    position: int
    field: bytes
    salt: bytes
    text: bytes


def wrapped(value: int) -> int:
    """What 64 bits in two's complement keep of a value."""
    return (value + 2**63) % 2**64 - 2**63


def expect(holds: bool, words: str) -> None:
    if not holds:
        raise Damage(words)


def content(frame: bytes) -> bytes:
    """What a frame holds, once its form and all its checksums are found right."""
    expect(len(frame) >= 15 and frame[:4] == b"\x04\x22\x4d\x18", "not an LZ4 frame")
    expect(frame[4] == 0x78, f"the frame's flags are {frame[4]:#04x}, not 0x78")
    size = int.from_bytes(frame[6:14], "little")
    expect(size < 2**31, f"the frame claims {size} bytes")
    expect(frame[5] == (0x40 if size <= 65_536 else 0x50), f"blocks of {frame[5]:#04x} for {size} bytes")
    at = 15
    while True:
        expect(at + 4 <= len(frame), "the frame has no end mark")
        (block,) = struct.unpack_from("<I", frame, at)
        at += 4
        if block == 0:
            break
        expect(block & 0x7FFFFFFF <= BLOCK, "a block of the frame is too large")
        at += (block & 0x7FFFFFFF) + 4
    expect(at == len(frame), "something stands behind the frame's end mark")
    try:
        found = lz4.frame.decompress(frame)
    except RuntimeError as error:
        raise Damage(f"LZ4: {error}") from None
    expect(len(found) == size, f"the frame claims {size} bytes and holds {len(found)}")
    return found


def rows_of(block: bytes, first: int) -> list[Row]:
    """The rows of a block of columns."""
    expect(len(block) >= COLUMNS_OFFSET, "the block is cut")
    position, count, zero = struct.unpack_from("<QII", block)
    expect(position == first and zero == 0, "the block's beginning is wrong")
    expect(1 <= count <= SEGMENT, f"the block has {count} rows")
    at = COLUMNS_OFFSET
    columns = []
    for index, (name, (least, most)) in enumerate(COLUMNS):
        base, reach = struct.unpack_from("<qQ", block, 16 + 16 * index)
        expect(least <= base <= most, f"the least value of {name} is outside its type")
        expect(base + reach <= most, f"the greatest value of {name} is outside its type")
        width = (reach.bit_length() + 7) // 8
        end = at + count * width
        expect(end <= len(block), f"the column {name} is cut")
        if width == 0:
            columns.append([base] * count)
        else:
            distances = [int.from_bytes(block[place : place + width], "little") for place in range(at, end, width)]
            expect(max(distances) == reach, f"the largest distance of {name} is {max(distances)}, not {reach}")
            expect(min(distances) == 0, f"the least value of {name} does not occur")
            columns.append([base + distance for distance in distances])
        at = end
    expect(at == len(block), "something stands behind the last column")
    time, delay = columns[8], columns[9]
    columns[9] = [wrapped(moment + more) for moment, more in zip(time, delay)]
    return [Row(*values) for values in zip(*columns)]


def entries_of(block: bytes, first: int, limit: int = BLOCK) -> list[Entry]:
    """The entries of a block, which has no more than a number of bytes if it has several entries."""
    expect(len(block) >= 16, "the block is cut")
    position, count, size = struct.unpack_from("<QII", block)
    expect(position == first and count > 0, "the block's beginning is wrong")
    expect(len(block) == 16 + 10 * count + size, "the block's length is wrong")
    expect(count == 1 or len(block) <= limit, "the block holds more than 256 KiB")
    lengths = struct.unpack_from(f"<{count}H", block, 16)
    distances = struct.unpack_from(f"<{count}Q", block, 16 + 2 * count)
    expect(min(lengths) > 0 and sum(lengths) == size, "the lengths of the entries are wrong")
    at = 16 + 10 * count
    found = []
    for index, (length, distance) in enumerate(zip(lengths, distances)):
        expect(distance <= first + index, f"{first + index} leads before the log")
        previous = first + index - distance if distance else None
        found.append(Entry(first + index, previous, block[at : at + length]))
        at += length
    return found


def words_of(block: bytes, first: int) -> tuple[int, list[Word]]:
    """For how many entries a block is, and the words in it."""
    expect(len(block) >= 16, "the block is cut")
    position, entries, count = struct.unpack_from("<QII", block)
    expect(position == first and entries > 0, "the block's beginning is wrong")
    at = 16
    found = []
    for _ in range(count):
        expect(at + 44 <= len(block), "the block's words are cut")
        offset, field, text = struct.unpack_from("<III", block, at)
        expect(offset < entries, "a word belongs to no entry of the block")
        salt, at = block[at + 12 : at + 44], at + 44
        expect(at + field + text <= len(block), "the block's words are cut")
        found.append(Word(first + offset, block[at : at + field], salt, block[at + field : at + field + text]))
        at += field + text
    expect(at == len(block), "something stands behind the last word")
    return entries, found


def commands_of(block: bytes, first: int) -> list[Command]:
    """The commands of the segment that begins at a position, in the order in which they are stored."""
    expect(len(block) >= 8, "the table is cut")
    count, zero = struct.unpack_from("<II", block)
    expect(zero == 0 and len(block) == 8 + 40 * count, "the table's beginning or length is wrong")
    found = []
    for at in range(8, len(block), 40):
        offset, more = struct.unpack_from("<II", block, at + 16)
        expect(offset < SEGMENT, "a command begins outside the segment")
        found.append(Command(block[at : at + 16], first + offset, first + offset + more, block[at + 24 : at + 40]))
    return found


class Filter:
    """The Bloom filter of a segment's commands."""

    def __init__(self, block: bytes) -> None:
        expect(len(block) > 0 and len(block) % 64 == 0, f"a filter of {len(block)} bytes")
        self.block = block

    def may_have(self, fingerprint: bytes) -> bool:
        high, low = struct.unpack(">QQ", fingerprint)
        start = (high * (len(self.block) // 64) >> 64) * 64
        bits = [low >> 9 * probe & 511 for probe in range(7)]
        return all(self.block[start + bit // 8] >> bit % 8 & 1 for bit in bits)


class Ledger:
    """A ledger file, seen as it was when it was opened."""

    def __init__(self, path: str) -> None:
        try:
            with open(path, "rb") as file:
                header = file.read(72)
        except OSError as error:
            raise Damage(str(error)) from None
        expect(header[:16] == b"SQLite format 3\0" and len(header) == 72, "not an SQLite 3 database")
        expect(int.from_bytes(header[68:72], "big") == APPLICATION, "the application id is not that of a ledger")
        version = int.from_bytes(header[60:64], "big")
        expect(version == FORMAT, f"format {version} is not known here")
        quoted = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        self.database = sqlite3.connect(f"file:{quoted}?mode=ro", uri=True, isolation_level=None)
        self.database.text_factory = bytes
        self.database.execute("BEGIN")
        expect(self.one("PRAGMA encoding") == b"UTF-8", "the encoding is not UTF-8")
        expect(self.one("PRAGMA page_size") in (4096, 16384), "the page size is neither 16384 nor 4096")
        tables = {name.decode(): strict for name, strict in self.query("SELECT name, strict FROM pragma_table_list")}
        for name in sorted(TABLES):
            expect(name in tables, f"the table {name} is missing")
            expect(tables[name] == 1, f"the table {name} is not STRICT")
        self.segments = [number for (number,) in self.query("SELECT number FROM segment ORDER BY 1")]
        expect(self.segments == list(range(len(self.segments))), "the segments' numbers have a gap")
        self.bound = len(self.segments) * SEGMENT
        last = next(self.query("SELECT first, length(rows) FROM tail ORDER BY first DESC LIMIT 1"), None)
        self.size = max(self.bound, last[0] + last[1] // ROW.size if last else 0)

    def query(self, statement: str, *values: int) -> Iterator[tuple]:
        try:
            yield from self.database.execute(statement, values)
        except sqlite3.DatabaseError as error:
            raise Damage(f"SQLite: {error}") from None

    def one(self, statement: str, *values: int):
        return next(self.query(statement, *values))[0]

    def count(self, table: str, condition: str, *values: int) -> int:
        return self.one(f"SELECT count(*) FROM {table} WHERE {condition}", *values)

    # The parts of the sealed log

    def blocks(self, table: str, read, length) -> Iterator:
        """What 'read' makes of each block of a table, once they are found to follow one another up to the bound."""
        next_first = 0
        for first, frame in self.query(f"SELECT first, block FROM {table} WHERE first < ? ORDER BY first", self.bound):
            try:
                expect(first == next_first, f"it should begin at {next_first}")
                found = read(content(frame), first)
                next_first = first + length(found)
                expect((next_first - 1) // SEGMENT == first // SEGMENT, "it spans two segments")
            except Damage as damage:
                raise Damage(f"block {first} of {table}: {damage}") from None
            yield found
        expect(next_first == self.bound, f"the blocks of {table} end at {next_first}, not at {self.bound}")

    def sealed_commands(self, number: int) -> list[Command]:
        """The commands of a segment in the order of their fingerprints."""
        found: list[Command] = []
        keys = range(number * PARTS, (number + 1) * PARTS)
        try:
            parts = dict(self.query("SELECT part, block FROM commands WHERE part BETWEEN ? AND ?", keys[0], keys[-1]))
            expect(sorted(parts) == list(keys), f"it has {len(parts)} of {PARTS} parts")
            for part, key in enumerate(keys):
                commands = commands_of(content(parts[key]), number * SEGMENT)
                expect(all(command.fingerprint[0] >> 4 == part for command in commands), "one stands in another part")
                found += commands
        except Damage as damage:
            raise Damage(f"commands of segment {number}: {damage}") from None
        return found

    def first_stream(self) -> Iterator[tuple[int, bytes]]:
        """The sealed entries of the log's first stream, as every segment keeps them together once more."""
        for number in self.segments:
            try:
                block = content(self.one("SELECT first_stream FROM segment WHERE number = ?", number))
                expect(len(block) >= 4, "it is cut")
                (count,) = struct.unpack_from("<I", block)
                at = 4 + 6 * count
                expect(at <= len(block), "it is cut")
                for index in range(count):
                    offset, length = struct.unpack_from("<IH", block, 4 + 6 * index)
                    expect(offset < SEGMENT and at + length <= len(block), "an entry lies outside")
                    yield number * SEGMENT + offset, block[at : at + length]
                    at += length
                expect(at == len(block), "something stands behind the last entry")
            except Damage as damage:
                raise Damage(f"first stream of segment {number}: {damage}") from None

    def filter(self, number: int) -> Filter:
        try:
            return Filter(content(self.one("SELECT filter FROM segment WHERE number = ?", number)))
        except Damage as damage:
            raise Damage(f"filter of segment {number}: {damage}") from None

    # The whole log

    def tail(self, column: str) -> Iterator[tuple[int, int, bytes]]:
        """One column of the tail's rows: the positions of each row's first entry and of its end, and the bytes."""
        position = self.bound
        for first, rows, stored in self.query(
            f"SELECT first, length(rows), {column} FROM tail WHERE first >= ? ORDER BY first", self.bound
        ):
            count, rest = divmod(rows, ROW.size)
            expect(first == position, f"row {first} of the tail should begin at {position}")
            expect(rest == 0 and 1 <= count <= TAIL_ENTRIES, f"row {first} of the tail has {rows} bytes of rows")
            position = first + count
            expect((position - 1) // SEGMENT == first // SEGMENT, f"row {first} of the tail spans two segments")
            yield first, position, stored

    def entries(self) -> Iterator[Entry]:
        """Every entry in order."""
        for block in self.blocks("entries", entries_of, len):
            yield from block
        for first, end, stored in self.tail("entries"):
            with of_tail(first):
                found = entries_of(stored, first, len(stored))
                expect(len(found) == end - first, f"it has {len(found)} entries and {end - first} rows")
            yield from found

    def rows(self) -> Iterator[Row]:
        """The row of every entry in order."""
        for block in self.blocks("columns", rows_of, len):
            yield from block
        for first, _, stored in self.tail("rows"):
            for index, values in enumerate(ROW.iter_unpack(stored)):
                expect(values[1] == 0, f"the row of {first + index} has reserved bytes that are not 0")
                yield Row(values[0], *values[2:])

    def tail_commands(self) -> Iterator[Command]:
        """The commands that begin in the tail, in the order of the log."""
        for first, end, stored in self.tail("commands"):
            with of_tail(first):
                found = commands_of(stored, first)
                expect(all(command.first < end for command in found), "a command begins in another row")
            yield from found

    def words(self) -> Iterator[Word]:
        """Every word in order."""
        for _, found in self.blocks("words", words_of, lambda block: block[0]):
            yield from found
        for first, end, stored in self.tail("words"):
            with of_tail(first):
                entries, found = words_of(stored, first)
                expect(entries == end - first, f"its words are for {entries} entries")
            yield from found

    def names(self) -> dict[int, list[bytes]]:
        """The names of every space, in the order of their numbers."""
        spaces: dict[int, list[bytes]] = {}
        for space, number, text in self.query("SELECT space, number, text FROM name ORDER BY space, number"):
            names = spaces.setdefault(space, [])
            expect(number == len(names) + (space != 0), f"number {number} of space {space} is out of line")
            names.append(text)
        return spaces

    def leftovers(self) -> tuple[int, int]:
        """Rows of the tail that a segment has already, and blocks that no segment has yet."""
        drafts = sum(self.count(table, "first >= ?", self.bound) for table in ("columns", "entries", "words"))
        drafts += self.count("commands", "part >= ?", len(self.segments) * PARTS)
        return self.count("tail", "first < ?", self.bound), drafts


@contextmanager
def of_tail(first: int) -> Iterator[None]:
    """Says of damage in which row of the tail it is."""
    try:
        yield
    except Damage as damage:
        raise Damage(f"row {first} of the tail: {damage}") from None
