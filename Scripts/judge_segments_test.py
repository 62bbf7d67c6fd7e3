"""Tries the judge of segments: a sound ledger must pass, and every planted damage must be found.

The ledgers are made here after docs/file-format.md, with segments of eight entries so that it takes no time.
"""

import base64
import hashlib
import hmac
import json
import sqlite3
import struct
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import lz4.frame

import judge_segments
import ledger_reader
from event_kinds import Kinds, Numbers, row_of
from judge_segments import Judge

PAGE = Path(__file__).parent.parent / "docs" / "events.md"
SIZE = 8
TAIL = 3
COUNT = 2 * SIZE + TAIL
SCHEMA = """
CREATE TABLE tail (first INTEGER PRIMARY KEY, rows BLOB NOT NULL, commands BLOB NOT NULL, entries BLOB NOT NULL,
    words BLOB NOT NULL) STRICT;
CREATE TABLE name (space INTEGER NOT NULL, number INTEGER NOT NULL, text BLOB NOT NULL, PRIMARY KEY (space, number))
    STRICT, WITHOUT ROWID;
CREATE TABLE segment (number INTEGER PRIMARY KEY, filter BLOB NOT NULL, first_stream BLOB NOT NULL) STRICT;
CREATE TABLE commands (part INTEGER PRIMARY KEY, block BLOB NOT NULL) STRICT;
CREATE TABLE columns (first INTEGER PRIMARY KEY, block BLOB NOT NULL) STRICT;
CREATE TABLE entries (first INTEGER PRIMARY KEY, block BLOB NOT NULL) STRICT;
CREATE TABLE words (first INTEGER PRIMARY KEY, block BLOB NOT NULL) STRICT;
"""


def frame(content: bytes) -> bytes:
    return lz4.frame.compress(
        content, block_size=lz4.frame.BLOCKSIZE_MAX256KB if len(content) > 65_536 else lz4.frame.BLOCKSIZE_MAX64KB,
        block_linked=False, block_checksum=True, content_checksum=False, store_size=True)  # fmt: skip


def salt(position: int, field: str) -> bytes:
    return hashlib.sha256(f"{position} {field}".encode()).digest()


def words(position: int) -> dict[str, str]:
    if position == 0:
        return {}
    return {"detail": f"积水 {position}", "subject": f"东门口 {position}"}


def moment(position: int, hour: int = 1) -> str:
    return f"2026-03-02T{hour:02}:{position:02}:00.{position:03}Z"


def entries() -> list[dict]:
    made = []
    revisions: dict[str, int] = {}
    for position in range(COUNT):
        subject = "district" if position == 0 else f"W2026-{position % 5:06}"
        revisions[subject] = revision = revisions.get(subject, 0) + 1
        data: dict = {"keyID": "34750f98", "language": "zh", "name": "雁塔区", "policy": "builtin-0"}
        if position > 0:
            data = {"category": f"c{position % 3}", "department": "U0005", "due": moment(position, 3),
                "reference": f"311:{position}", "unit": f"U000{position % 4}"}  # fmt: skip
            data["words"] = {
                field: base64.b64encode(hmac.digest(salt(position, field), text.encode(), "sha256")).decode()
                for field, text in words(position).items()}  # fmt: skip
        # The command of 7 goes on into the second segment, that of 15 into the tail.
        command = {8: 7, 16: 15}.get(position, position)
        made.append({
            "actor": "system" if position == 0 else "U0009/P0001/duty", "authtype": "local",
            "commanddigest": hashlib.md5(str(command).encode()).hexdigest(), "commandid": f"import/{command}",
            "data": data, "datacontenttype": "application/json", "id": f"{subject}/{revision}",
            "recordedtime": moment(position), "revision": revision, "sequence": f"{position:020}",
            "source": "/districts/610113", "specversion": "1.0", "subject": subject, "time": moment(position, 0),
            "type": "muster.district.established.v1" if position == 0 else "muster.whistle.imported.v1",
        })  # fmt: skip
    return made


def columns(first: int, rows: list) -> bytes:
    head, body = struct.pack("<QII", first, len(rows), 0), b""
    for index, (name, _) in enumerate(ledger_reader.COLUMNS):
        values = [row.recorded - row.time if name == "delay" else getattr(row, name) for row in rows]
        base, reach = min(values), max(values) - min(values)
        width = (reach.bit_length() + 7) // 8
        head += struct.pack("<qQ", base, reach)
        body += b"".join((value - base).to_bytes(width, "little") for value in values) if width else b""
    return head + body


def filter_of(fingerprints: list[bytes]) -> bytes:
    block = bytearray(64)
    for fingerprint in fingerprints:
        low = int.from_bytes(fingerprint[8:], "big")
        for probe in range(7):
            bit = low >> 9 * probe & 511
            block[bit // 8] |= 1 << bit % 8
    return bytes(block)


def build(path: str) -> None:
    said = entries()
    kinds, numbers = Kinds(PAGE), Numbers()
    rows = [row_of(entry, kinds, numbers) for entry in said]
    data = [json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() for entry in said]
    heads: dict[str, int] = {}
    previous: list[int | None] = []
    for position, entry in enumerate(said):
        previous.append(heads.get(entry["subject"]))
        heads[entry["subject"]] = position
    commands: list[list] = []
    for position, entry in enumerate(said):
        if commands and commands[-1][4] == entry["commandid"]:
            commands[-1][1] = position
            continue
        fingerprint = hashlib.sha256(entry["commandid"].encode()).digest()[:16]
        commands.append([position, position, fingerprint, bytes.fromhex(entry["commanddigest"]), entry["commandid"]])

    database = sqlite3.connect(path)
    database.executescript(f"PRAGMA page_size = 16384; PRAGMA application_id = {0x4D555354}; PRAGMA user_version = 3;")
    database.executescript(SCHEMA)
    put = database.execute
    for space, names in numbers.spaces.items():
        for number, name in enumerate(names, start=space != 0):
            put("INSERT INTO name VALUES (?, ?, ?)", (space, number, name.encode()))
    def entries_block(start: int, end: int) -> bytes:
        distances = [0 if previous[at] is None else at - previous[at] for at in range(start, end)]
        lengths = [len(data[at]) for at in range(start, end)]
        block = struct.pack("<QII", start, end - start, sum(lengths))
        block += struct.pack(f"<{end - start}H", *lengths) + struct.pack(f"<{end - start}Q", *distances)
        return block + b"".join(data[start:end])

    def words_block(start: int, end: int) -> bytes:
        kept = [(at, field, text) for at in range(start, end) for field, text in sorted(words(at).items())]
        block = struct.pack("<QII", start, end - start, len(kept))
        for at, field, text in kept:
            block += struct.pack("<III", at - start, len(field.encode()), len(text.encode()))
            block += salt(at, field) + field.encode() + text.encode()
        return block

    def commands_block(start: int, part: list) -> bytes:
        return struct.pack("<II", len(part), 0) + b"".join(
            command[2] + struct.pack("<II", command[0] - start, command[1] - command[0]) + command[3]
            for command in part)  # fmt: skip

    for first in (0, SIZE):
        for start, end in ((first, first + 3), (first + 3, first + SIZE)):
            put("INSERT INTO entries VALUES (?, ?)", (start, frame(entries_block(start, end))))
            put("INSERT INTO columns VALUES (?, ?)", (start, frame(columns(start, rows[start:end]))))
        put("INSERT INTO words VALUES (?, ?)", (first, frame(words_block(first, first + SIZE))))
        part = sorted((command for command in commands if first <= command[0] < first + SIZE), key=lambda one: one[2])
        filter = filter_of([command[2] for command in part])
        own = [at for at in range(first, first + SIZE) if said[at]["subject"] == "district"]
        together = struct.pack("<I", len(own)) + b"".join(struct.pack("<IH", at - first, len(data[at])) for at in own)
        together += b"".join(data[at] for at in own)
        put("INSERT INTO segment VALUES (?, ?, ?)", (first // SIZE, frame(filter), frame(together)))
        for key in range(16):
            own = [command for command in part if command[2][0] >> 4 == key]
            put("INSERT INTO commands VALUES (?, ?)", (first // SIZE * 16 + key, frame(commands_block(first, own))))
    # The row of 15 is a leftover.
    for start, end in ((2 * SIZE - 1, 2 * SIZE), (2 * SIZE, 2 * SIZE + 1), (2 * SIZE + 1, COUNT)):
        packed = b"".join(ledger_reader.ROW.pack(row.kind, 0, *row[1:]) for row in rows[start:end])
        part = [command for command in commands if start <= command[0] < end]
        put("INSERT INTO tail VALUES (?, ?, ?, ?, ?)",
            (start, packed, commands_block(start, part), entries_block(start, end), words_block(start, end)))
    # A draft that was left behind.
    put("INSERT INTO columns VALUES (?, ?)", (2 * SIZE, b"no block at all"))
    database.commit()
    database.close()


# Damage


def sql(statement: str, *values: object) -> Callable[[sqlite3.Connection], None]:
    return lambda database: database.execute(statement, values)


def bytes_at(table: str, column: str, key: str, change: Callable[[bytes], bytes]) -> Callable[[sqlite3.Connection], None]:
    """Changes the stored bytes of one row."""
    def work(database: sqlite3.Connection) -> None:
        (stored,) = database.execute(f"SELECT {column} FROM {table} WHERE {key}").fetchone()
        changed = change(stored)
        assert changed != stored
        database.execute(f"UPDATE {table} SET {column} = ? WHERE {key}", (changed,))
    return work


def held(table: str, key: str, change: Callable[[bytes], bytes], column: str = "block"):
    """Changes what a frame holds, and makes a sound frame of it again."""
    return bytes_at(table, column, key, lambda stored: frame(change(lz4.frame.decompress(stored))))


def flipped(at: int, bits: int = 1) -> Callable[[bytes], bytes]:
    return lambda content: content[:at] + bytes([content[at] ^ bits]) + content[at + 1 :] if at >= 0 else flipped(
        len(content) + at, bits)(content)


def replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    assert len(old) == len(new)
    return lambda content: content.replace(old, new, 1)


def uncompressed_sum(stored: bytes) -> bytes:
    return lz4.frame.compress(lz4.frame.decompress(stored), block_checksum=False, store_size=True)


# What is wrong, how it is done, and words that one of the lines must hold.
FAULTS = [
    ("another application", sql("PRAGMA application_id = 7"), "application id"),
    ("a later format", sql("PRAGMA user_version = 4"), "format 4"),
    ("no table of segments", sql("DROP TABLE words"), "words is missing"),
    ("a gap between segments", sql("UPDATE segment SET number = 2 WHERE number = 1"), "have a gap"),
    ("a changed byte of a frame", bytes_at("columns", "block", "first = 0", flipped(40)), "block 0 of columns: LZ4"),
    ("a changed checksum", bytes_at("entries", "block", "first = 3", flipped(-6)), "block 3 of entries: LZ4"),
    ("a changed header", bytes_at("words", "block", "first = 8", flipped(14)), "block 8 of words: LZ4"),
    ("a frame without checksums", bytes_at("entries", "block", "first = 0", uncompressed_sum), "flags"),
    ("another size of blocks", bytes_at("entries", "block", "first = 0", flipped(5, 0x10)), "blocks of"),
    ("a byte behind a frame", bytes_at("columns", "block", "first = 8", lambda stored: stored + b"\0"), "stands behind"),
    ("a cut frame", bytes_at("columns", "block", "first = 8", lambda stored: stored[:-1]), "block 8 of columns"),
    ("a missing block", sql("DELETE FROM columns WHERE first = 3"), "should begin at 3"),
    ("a missing last block", sql("DELETE FROM words WHERE first = 8"), "end at 8, not at 16"),
    ("a block of another place", sql("UPDATE entries SET first = 4 WHERE first = 3"), "should begin at 3"),
    ("a block of another position", held("entries", "first = 3", flipped(0)), "block's beginning"),
    ("a row fewer", held("columns", "first = 0", flipped(8)), "block 0 of columns"),
    ("reserved bytes", held("columns", "first = 0", flipped(12)), "block's beginning"),
    ("a greatest value too great", held("columns", "first = 0", flipped(16 + 8)), "largest distance of kind"),
    ("a kind beyond its type", held("columns", "first = 0", flipped(16 + 2)), "outside its type"),
    ("a byte behind the columns", held("columns", "first = 0", lambda content: content + b"\0"), "behind the last column"),
    ("another kind", held("columns", "first = 3", flipped(16)), "kind 52, not 53"),
    ("another stream", held("columns", "first = 3", flipped(32)), "stream"),
    ("another actor", held("columns", "first = 3", flipped(16 + 16 * 3)), "actor"),
    ("another time", held("columns", "first = 3", flipped(16 + 16 * 8)), "time"),
    ("another delay", held("columns", "first = 3", flipped(16 + 16 * 9)), "recorded"),
    ("another distance in a column", held("columns", "first = 8", flipped(-3, 3)), "the row of 8"),
    ("a predecessor left out", held("entries", "first = 8", flipped(16 + 2 * 3, 5 ^ 4)), "leads back to"),
    ("a predecessor before the log", held("entries", "first = 8", flipped(16 + 2 * 3 + 6)), "before the log"),
    ("another sequence", held("entries", "first = 0", replaced(b"0000001\"", b"0000002\"")), "its sequence"),
    ("another subject", held("entries", "first = 0", replaced(b'subject":"W2026-000001', b'subject":"W2026-000009')), "revision"),
    ("another revision", held("entries", "first = 11", replaced(b'"revision":3', b'"revision":4')), "revision 4 after 2"),
    ("another unit", held("entries", "first = 3", replaced(b'"unit":"U0003"', b'"unit":"U0002"')), "unit"),
    ("another actor in an entry", held("entries", "first = 3", replaced(b"U0009", b"U0001")), "actor"),
    ("broken JSON", held("entries", "first = 3", replaced(b'{"actor"', b'["actor"')), "is no entry"),
    ("an unknown type", held("entries", "first = 3", replaced(b"imported", b"exported")), "no event is called"),
    ("lengths that disagree", held("entries", "first = 0", flipped(16)), "lengths"),
    ("another command id", held("entries", "first = 3", replaced(b"import/4", b"import/x")), "commands of segment 0"),
    ("another digest", held("commands", "part = 15", flipped(-1)), "commands of segment 0"),
    ("another fingerprint", held("commands", "part = 16 + 8", flipped(9)), "commands of segment 1"),
    ("a command fewer", held("commands", "part = 15",
        lambda content: struct.pack("<I", 1) + content[4:-40]), "7 and not 8"),
    ("a part of the commands missing", sql("DELETE FROM commands WHERE part = 4"), "15 of 16 parts"),
    ("a command in another part", sql("UPDATE commands SET block = "
        "(SELECT block FROM commands WHERE part = 3) WHERE part = 4"), "in another part"),
    ("an entry of the first stream changed", held("segment", "number = 0", flipped(-1), "first_stream"), "not the 1"),
    ("an entry of the first stream missing", held("segment", "number = 0", lambda content: bytes(4), "first_stream"),
        "not the 1"),
    ("a first stream cut", held("segment", "number = 1", lambda content: b"\1\0\0\0", "first_stream"), "it is cut"),
    ("a filter of nothing", held("segment", "number = 1", lambda content: bytes(64), "filter"), "denies"),
    ("a filter of everything", held("segment", "number = 1", lambda content: b"\xff" * 64, "filter"), "strangers"),
    ("a filter of another size", held("segment", "number = 1", lambda content: content[1:], "filter"), "of 63 bytes"),
    ("another text", held("words", "first = 0", replaced("积水 3".encode(), "积水 4".encode())), "commits to"),
    ("another salt", held("words", "first = 0", flipped(16 + 12)), "commits to"),
    ("another field", held("words", "first = 0", replaced(b"detail", b"detai1")), "commits to None"),
    ("a word of another entry", held("words", "first = 8", flipped(16)), "stands after"),
    ("a word of no entry", held("words", "first = 8", flipped(16 + 1)), "no entry of the block"),
    ("a row of the tail missing", sql("DELETE FROM tail WHERE first = 16"), "row 17 of the tail should begin at 16"),
    ("a row of the tail over a bound", sql("UPDATE tail SET first = 14 WHERE first = 16"), "17 of the tail"),
    ("another predecessor in the tail", bytes_at("tail", "entries", "first = 17", flipped(16 + 2 * 2)), "leads back to"),
    ("fewer entries than rows", bytes_at("tail", "rows", "first = 17", lambda rows: rows + rows[:80]), "2 entries and 3 rows"),
    ("reserved bytes in a row", bytes_at("tail", "rows", "first = 17", flipped(3)), "reserved"),
    ("a cut row", bytes_at("tail", "rows", "first = 17", lambda rows: rows[:-1]), "bytes of rows"),
    ("another row in the tail", bytes_at("tail", "rows", "first = 17", flipped(80 + 16)), "the row of 18"),
    ("a command of the tail missing", bytes_at("tail", "commands", "first = 17",
        lambda content: struct.pack("<II", 1, 0) + content[48:]), "of the tail"),
    ("a command of another row", bytes_at("tail", "commands", "first = 17", flipped(8 + 16, 4)), "begins in another row"),
    ("commands in another order", bytes_at("tail", "commands", "first = 17",
        lambda content: content[:8] + content[48:] + content[8:48]), "of the tail"),
    ("another text in the tail", bytes_at("tail", "words", "first = 17", flipped(-1)), "commits to"),
    ("words of fewer entries", bytes_at("tail", "words", "first = 17", flipped(8, 1)), "its words are for 3"),
    ("a name missing", sql("DELETE FROM name WHERE space = 5 AND number = 18"), "space 5"),
    ("names in another order", sql("UPDATE name SET text = CASE number WHEN 1 THEN x'6332' ELSE x'6331' END "
        "WHERE space = 4 AND number IN (1, 2)"), "space 4"),
    ("a gap in the names", sql("UPDATE name SET number = 99 WHERE space = 5 AND number = 3"), "out of line"),
    ("a space too many", sql("INSERT INTO name VALUES (9, 1, x'00')"), "mean nothing"),
]  # fmt: skip

# What changes nothing: erased words, and leftovers below the bound.
HARMLESS = [
    ("erased words", bytes_at("tail", "words", "first = 16", lambda content: content[:12] + bytes(4)), "2 are erased"),
    ("a leftover row that is wrong", sql("UPDATE tail SET rows = x'00' WHERE first = 15"), "count for nothing"),
    ("leftovers gone", sql("DELETE FROM tail WHERE first = 15"), "count for nothing"),
]


def judged(path: Path) -> tuple[int, list[str]]:
    judge = Judge(str(path), PAGE)
    judge.judge()
    return judge.count, judge.lines


def main() -> int:
    ledger_reader.SEGMENT = judge_segments.SEGMENT = SIZE
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder) / "sound.muster"
        build(str(sound))
        count, lines = judged(sound)
        if count:
            failures.append(f"a sound ledger is refused: {lines}")
        for cases, is_fault in ((FAULTS, True), (HARMLESS, False)):
            for name, change, expected in cases:
                changed = Path(folder) / f"{name}.muster"
                changed.write_bytes(sound.read_bytes())
                database = sqlite3.connect(changed)
                change(database)
                database.commit()
                database.close()
                count, lines = judged(changed)
                if (count > 0) != is_fault or not any(expected in line for line in lines):
                    failures.append(f"{name}: {count} findings, and {expected!r} not in {lines}")
    if failures:
        print("The judge of segments is at fault:", *failures, sep="\n", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
