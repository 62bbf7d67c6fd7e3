"""Tries the judge of logs: a sound log must pass, and every planted damage must be found."""

import base64
import struct
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import judge_log
from judge_log import Fault, Tree, expected_paths, judge, sha

SIZE = 600
TIME = 1_795_000_000
NAMES = {judge_log.ED25519: "log.example/test", judge_log.COSIGNATURE: "witness.example/见证"}
KEYS = {kind: Ed25519PrivateKey.from_private_bytes(bytes([kind]) * 32) for kind in NAMES}


def base64_of(data: bytes) -> str:
    return base64.b64encode(data).decode()


def number_of(kind: int) -> bytes:
    return sha(NAMES[kind].encode() + b"\n" + bytes([kind]) + KEYS[kind].public_key().public_bytes_raw())[:4]


def vkey(kind: int) -> str:
    material = bytes([kind]) + KEYS[kind].public_key().public_bytes_raw()
    return f"{NAMES[kind]}+{number_of(kind).hex()}+{base64_of(material)}\n"


def signed(size: int, root: bytes) -> bytes:
    text = f"{NAMES[judge_log.ED25519]}\n{size}\n{base64_of(root)}\n"
    plain = KEYS[judge_log.ED25519].sign(text.encode())
    timed = KEYS[judge_log.COSIGNATURE].sign(f"cosignature/v1\ntime {TIME}\n{text}".encode())
    contents = {judge_log.ED25519: plain, judge_log.COSIGNATURE: struct.pack(">Q", TIME) + timed}
    lines = [f"\u2014 {NAMES[kind]} {base64_of(number_of(kind) + content)}\n" for kind, content in contents.items()]
    return f"{text}\n{''.join(lines)}".encode()


def make(folder: Path) -> None:
    entries = [f"entry {number}".encode() for number in range(SIZE)]
    tree = Tree([sha(b"\x00" + entry) for entry in entries])

    def write(name: str, data: bytes) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)

    write("vkey", "".join(vkey(kind) for kind in NAMES).encode())
    write("checkpoint", signed(SIZE, tree.root(0, SIZE)))
    write("checkpoints/500", signed(500, tree.root(0, 500)))
    for name, first, end in expected_paths("entries", SIZE):
        write(name, b"".join(struct.pack(">H", len(entry)) + entry for entry in entries[first:end]))
    for name, first, end in expected_paths("0", SIZE):
        write(name, b"".join(tree.leaves[first:end]))
    write("tile/1/000.p/2", tree.root(0, 256) + tree.root(256, 512))
    lines = "".join(base64_of(node) + "\n" for node in tree.path(300, 0, SIZE))
    head = f"c2sp.org/tlog-proof@v1\nindex 300\n{lines}\n".encode()
    write("proofs/300.tlog-proof", head + signed(SIZE, tree.root(0, SIZE)))
    write("consistency/500-600", "".join(base64_of(node) + "\n" for node in tree.proof(500, 0, SIZE)).encode())


# Damages


def change(name: str, body: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """Gives a file other bytes."""

    def damage(folder: Path) -> None:
        (folder / name).write_bytes(body((folder / name).read_bytes()))

    return damage


def flip(name: str, at: int) -> Callable[[Path], None]:
    def flipped(data: bytes) -> bytes:
        changed = bytearray(data)
        changed[at] ^= 1
        return bytes(changed)

    return change(name, flipped)


def cut(name: str) -> Callable[[Path], None]:
    return change(name, lambda data: data[:-1])


def replace(name: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    return change(name, lambda data: data.replace(old, new))


def remove(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def rename(old: str, new: str) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        (folder / old).rename(folder / new)

    return damage


def exchange(data: bytes) -> bytes:
    """Two entries of one length."""
    return data.replace(b"entry 100", b"entry ---").replace(b"entry 101", b"entry 100").replace(b"---", b"101")


DAMAGES: dict[str, Callable[[Path], None]] = {
    "an entry's byte": flip("tile/entries/001", 40),
    "an entry's length": flip("tile/entries/000", 1),
    "two entries exchanged": change("tile/entries/000", exchange),
    "entries cut": cut("tile/entries/002.p/88"),
    "entries missing": remove("tile/entries/001"),
    "a leaf hash": flip("tile/0/001", 77),
    "a tile cut": cut("tile/0/002.p/88"),
    "a hash of the second level": flip("tile/1/000.p/2", 40),
    "a tile missing": remove("tile/1/000.p/2"),
    "the checkpoint's size": replace("checkpoint", b"\n600\n", b"\n599\n"),
    "the checkpoint's last byte": cut("checkpoint"),
    "a signature": flip("checkpoint", -20),
    "another key": replace("vkey", b"log.example", b"l0g.example"),
    "a kept checkpoint of another tree": change("checkpoints/500", lambda _: signed(500, sha(b"another"))),
    "a kept checkpoint of another size": rename("checkpoints/500", "checkpoints/501"),
    "a proof's path": flip("proofs/300.tlog-proof", 45),
    "a proof of another index": rename("proofs/300.tlog-proof", "proofs/301.tlog-proof"),
    "a proof of consistency": flip("consistency/500-600", 5),
}


def main() -> None:
    passed = []
    with tempfile.TemporaryDirectory() as kept:
        sound = Path(kept) / "sound"
        make(sound)
        judge(sound)
        for number, (name, damage) in enumerate(DAMAGES.items()):
            folder = Path(kept) / str(number)
            make(folder)
            damage(folder)
            try:
                judge(folder)
                passed.append(name)
            except Fault:
                pass
    if passed:
        sys.exit(f"judge_log_test: the judge let pass: {', '.join(passed)}")


main()
