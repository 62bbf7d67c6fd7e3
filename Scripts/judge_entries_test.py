"""Tries the judge of entries: good ones must pass, and every planted fault must be found."""

import copy
import sys

import rfc8785

from judge_entries import Judge

FIRST = {
    "actor": "U0002/P0003/s-17",
    "authtype": "local",
    "commanddigest": "0123456789abcdef0123456789abcdef",
    "commandid": "tick/W2026-000001.1/due/2026-11-21T02:00:00.000Z",
    "data": {"call": 1, "unit": "U0003"},
    "datacontenttype": "application/json",
    "id": "W2026-000001/1",
    "recordedtime": "2026-11-21T02:00:00.000Z",
    "revision": 1,
    "sequence": "00000000000000000000",
    "source": "/districts/610113",
    "specversion": "1.0",
    "subject": "W2026-000001",
    "time": "2026-11-21T02:00:00.000Z",
    "type": "muster.call.issued.v1",
}


def entry(position: int, subject: str, revision: int, **changes: object) -> dict:
    made = copy.deepcopy(FIRST)
    made |= {
        "sequence": f"{position:020}",
        "subject": subject,
        "revision": revision,
        "id": f"{subject}/{revision}",
        "commandid": f"command {position}",
    }
    return made | changes


def good() -> list[dict]:
    odd = "雁塔区\t“吹哨”\u0000\u0001\b\f\n\r\u001f\u007f\u0085\u2028 é \U0001f6a8 \U00020bb7 \\ / \" <&>"
    return [
        entry(0, "district", 1, data={"name": odd, "units": [{"z": 1, "a": 2}], "n": 2**53 - 1}),
        entry(1, "W2026-000001", 1, commandid="raise-1"),
        entry(2, "W2026-000001", 2, commandid="raise-1"),
        entry(3, "district", 2, time="2026-11-21T02:00:00.001Z", recordedtime="2026-11-21T02:00:00.001Z"),
        entry(4, "W2026-000001", 3, recordedtime="2026-11-21T02:00:00.999Z", type="muster.whistle.importClosed.v12"),
    ]


def lines(entries: list[dict]) -> list[bytes]:
    return [rfc8785.dumps(each) + b"\n" for each in entries]


def changed(index: int, **changes: object) -> list[bytes]:
    entries = good()
    entries[index] |= changes
    return lines(entries)


def without(index: int, name: str) -> list[bytes]:
    entries = good()
    del entries[index][name]
    return lines(entries)


def replaced(old: bytes, new: bytes) -> list[bytes]:
    made = lines(good())
    assert old in made[1], old
    made[1] = made[1].replace(old, new, 1)
    return made


# What is wrong, the lines, and words that one of the findings must hold.
FAULTS = [
    ("nothing at all", [], "no entry"),
    ("an empty line", lines(good())[:1] + [b"\n"], "not JSON"),
    ("no object", [b"[]\n"], "not a JSON object"),
    ("a carriage return", [lines(good())[0].replace(b"\n", b"\r\n")], "not canonical"),
    ("broken UTF-8", replaced(b"U0003", b"U\xff03"), "not JSON"),
    ("a space", replaced(b'"actor":', b'"actor": '), "not canonical"),
    ("keys out of order", replaced(b'"call":1,"unit":"U0003"', b'"unit":"U0003","call":1'), "not canonical"),
    ("a key twice", replaced(b'"call":1,', b'"call":1,"call":1,'), "not canonical"),
    ("a needless escape", replaced(b"U0003", b"\\u00550003"), "not canonical"),
    ("an escaped slash", replaced(b"/districts/", b"\\/districts/"), "not canonical"),
    ("half a surrogate pair", replaced(b"U0003", b"\\ud800"), "rfc8785 cannot write"),
    ("a float", replaced(b'"call":1', b'"call":1.5'), "no integer"),
    ("a whole float", replaced(b'"call":1', b'"call":1e0'), "no integer"),
    ("not a number", replaced(b'"call":1', b'"call":NaN'), "no integer"),
    ("an integer beyond 2^53", replaced(b'"call":1', b'"call":9007199254740993'), "rfc8785 cannot write"),
    ("too long", changed(1, data={"x": "x" * 65_535}), "at most 65535"),
    ("an upper-case attribute", changed(1, commandId="x"), "not of [a-z0-9]"),
    ("an attribute with a hyphen", changed(1, **{"command-id": "x"}), "not of [a-z0-9]"),
    ("a Chinese key in data", changed(1, data={"街道": 1}), "not ASCII"),
    ("an attribute that is an object", changed(1, actor={"unit": 1}), "a string or an integer"),
    ("an attribute that is a boolean", changed(1, late=True), "a string or an integer"),
    ("an attribute beyond 32 bits", changed(1, number=2**31), "CloudEvents integer"),
    ("a control character in an attribute", changed(1, actor="U\u0085"), "U+0085"),
    ("a noncharacter in an attribute", changed(1, actor="U\ufffe"), "U+FFFE"),
    ("no type", without(1, "type"), "CloudEvents SDK refuses"),
    ("no subject", without(1, "subject"), "subject is None"),
    ("no authtype", without(1, "authtype"), "authtype is None"),
    ("no data", without(1, "data"), "data is not an object"),
    ("another specversion", changed(1, specversion="1.1"), "specversion"),
    ("another content type", changed(1, datacontenttype="text/json"), "datacontenttype"),
    ("a type without a version", changed(1, type="muster.call.issued"), "muster.….vN"),
    ("another district", changed(1, source="/districts/610112"), "in the entries before"),
    ("a source of another kind", changed(1, source="urn:610113"), "/districts/CODE"),
    ("another id", changed(1, id="W2026-000001/2"), "not subject/revision"),
    ("revision 0", changed(1, revision=0, id="W2026-000001/0"), "integer from 1"),
    ("a revision in quotes", changed(1, revision="1"), "integer from 1"),
    ("a revision left out", changed(2, revision=3, id="W2026-000001/3"), "is 3 after 1"),
    ("a stream that starts late", lines([entry(0, "district", 2)]), "is 2 after 0"),
    ("a short sequence", changed(1, sequence="1"), "20 digits"),
    ("other digits", changed(1, sequence="0000000000000000000１"), "20 digits"),
    ("a position left out", changed(1, sequence=f"{2:020}"), "sequence is 2 after 0"),
    ("a position twice", changed(1, sequence=f"{0:020}"), "sequence is 0 after 0"),
    ("a time without milliseconds", changed(1, time="2026-11-21T02:00:00Z"), "milliseconds"),
    ("a time with microseconds", changed(1, time="2026-11-21T02:00:00.000000Z"), "milliseconds"),
    ("a time with an offset", changed(1, time="2026-11-21T10:00:00.000+08:00"), "milliseconds"),
    ("a day that does not exist", changed(1, time="2026-02-30T02:00:00.000Z"), "CloudEvents SDK refuses"),
    ("time that goes back", changed(2, time="2026-11-21T01:59:59.999Z"), "goes back"),
    ("recordedtime that goes back", changed(2, recordedtime="2026-11-21T01:59:59.999Z"), "recordedtime goes back"),
    ("a short digest", changed(1, commanddigest="0123"), "32 hexadecimal"),
    ("a digest in capitals", changed(1, commanddigest="0123456789ABCDEF0123456789ABCDEF"), "32 hexadecimal"),
    ("two digests in a command", changed(2, commanddigest="f" * 32), "differs inside"),
    ("a command torn apart", changed(3, commandid="raise-1", commanddigest="f" * 32)[:3]
        + changed(4, commandid="raise-1")[3:], "do not stand together"),
    ("a long command id", changed(1, commandid="令" * 43), "more than 128 bytes"),
]  # fmt: skip


def main() -> int:
    failures = []
    judge = Judge()
    judge.read(lines(good()))
    failures += [f"good entries are refused: {finding}" for finding in judge.findings]
    if not judge.findings and "5 entries of 2 streams and 2 types, positions 0 to 4" not in judge.summary():
        failures.append(f"the summary counts wrongly: {judge.summary()}")

    later = Judge()
    later.read(lines(good()[2:]))
    failures += [f"a piece from the middle is refused: {finding}" for finding in later.findings]

    for name, faulty, words in FAULTS:
        judge = Judge()
        judge.read(faulty)
        if not any(words in finding for finding in judge.findings):
            failures.append(f"{name}: not found; the findings are {judge.findings}")
    if failures:
        print("The judge is at fault:", *failures, sep="\n", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
