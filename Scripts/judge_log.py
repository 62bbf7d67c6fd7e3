"""Judges a folder with a transparency log by the published specifications, with code of its own.

    judge_log.py DIR

DIR holds what C2SP tlog-tiles serves: `checkpoint`, `tile/<L>/<N>[.p/<W>]`, `tile/entries/<N>[.p/<W>]`. Beside it
`vkey`, one key to a line and the log's own first; and, where there are any, `checkpoints/<size>`,
`proofs/<index>.tlog-proof` and `consistency/<old>-<new>` (hashes in base64, one to a line).

Every entry is hashed again, and from these hashes every tile, root and proof is computed by the recursive definitions
of RFC 6962, so that nothing is believed that the folder says of itself. Exits with 1 if anything differs.
"""

import base64
import binascii
import hashlib
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FULL = 256
ED25519 = 0x01
COSIGNATURE = 0x04
DASH = "\u2014 "


class Fault(Exception):
    """Something is not as the specifications say."""


def need(holds: bool, words: str) -> None:
    if not holds:
        raise Fault(words)


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def unbase64(text: str) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Fault(f"no base64: {text}") from error
    need(base64.b64encode(data).decode() == text, f"base64 that is not canonical: {text}")
    return data


def decimal(text: str) -> int:
    need(text.isascii() and text.isdigit() and str(int(text)) == text, f"no decimal number: {text}")
    return int(text)


class Tree:
    """RFC 6962 §2.1, by its definitions."""

    def __init__(self, leaves: list[bytes]) -> None:
        self.leaves = leaves
        self.known: dict[tuple[int, int], bytes] = {}

    @staticmethod
    def split(count: int) -> int:
        return 1 << ((count - 1).bit_length() - 1)

    def root(self, start: int, end: int) -> bytes:
        if start == end:
            return sha(b"")
        if end - start == 1:
            return self.leaves[start]
        if (start, end) not in self.known:
            middle = start + self.split(end - start)
            self.known[start, end] = sha(b"\x01" + self.root(start, middle) + self.root(middle, end))
        return self.known[start, end]

    def path(self, index: int, start: int, end: int) -> list[bytes]:
        if end - start == 1:
            return []
        middle = start + self.split(end - start)
        if index < middle:
            return [*self.path(index, start, middle), self.root(middle, end)]
        return [*self.path(index, middle, end), self.root(start, middle)]

    def proof(self, old: int, start: int, end: int, whole: bool = True) -> list[bytes]:
        if old == end:
            return [] if whole else [self.root(start, end)]
        middle = start + self.split(end - start)
        if old <= middle:
            return [*self.proof(old, start, middle, whole), self.root(middle, end)]
        return [*self.proof(old, middle, end, False), self.root(start, middle)]


@dataclass
class Key:
    """A verifier key of C2SP signed-note."""

    name: str
    number: bytes
    kind: int
    public: bytes

    @staticmethod
    def parse(text: str) -> "Key":
        parts = text.split("+", 2)
        need(len(parts) == 3 and bool(parts[0]), f"no verifier key: {text}")
        material = unbase64(parts[2])
        need(len(material) == 33 and material[0] in (ED25519, COSIGNATURE), f"no key of Ed25519: {text}")
        number = sha(parts[0].encode() + b"\n" + material)[:4]
        need(number.hex() == parts[1], f"the id is not the key's: {text}")
        return Key(parts[0], number, material[0], material[1:])

    def verify(self, signature: bytes, text: bytes) -> None:
        if self.kind == COSIGNATURE:
            need(len(signature) == 72, f"{self.name}: a cosignature has 72 bytes")
            time = struct.unpack(">Q", signature[:8])[0]
            signature, text = signature[8:], f"cosignature/v1\ntime {time}\n".encode() + text
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text)
        except InvalidSignature as error:
            raise Fault(f"{self.name}: the signature is wrong") from error


@dataclass
class Checkpoint:
    """A checkpoint of C2SP tlog-checkpoint whose signatures have been verified."""

    size: int
    root: bytes


def checkpoint(data: bytes, keys: list[Key]) -> Checkpoint:
    try:
        note = data.decode()
    except UnicodeDecodeError as error:
        raise Fault("a note that is not UTF-8") from error
    need(all(letter >= " " or letter == "\n" for letter in note), "a note with control characters")
    text, divided, lines = note.rpartition("\n\n")
    need(divided != "" and lines.endswith("\n"), "a note without signatures")
    text += "\n"
    signed = set()
    for line in lines[:-1].split("\n"):
        parts = line.removeprefix(DASH).split(" ")
        need(line.startswith(DASH) and len(parts) == 2, f"no signature line: {line}")
        content = unbase64(parts[1])
        need(len(content) > 4, f"an empty signature: {line}")
        for number, key in enumerate(keys):
            if (key.name, key.number) == (parts[0], content[:4]):
                key.verify(content[4:], text.encode())
                signed.add(number)
    need(signed == set(range(len(keys))), f"{len(signed)} of {len(keys)} keys signed")
    body = text[:-1].split("\n")
    need(len(body) >= 3 and all(body), "a checkpoint has at least three lines and none is empty")
    need(body[0] == keys[0].name, f"the origin is {body[0]}, the log's key {keys[0].name}")
    root = unbase64(body[2])
    need(len(root) == 32, "a root has 32 bytes")
    return Checkpoint(decimal(body[1]), root)


def place(index: int) -> str:
    groups = [f"{index % 1000:03}"]
    while index >= 1000:
        index //= 1000
        groups.insert(0, f"x{index % 1000:03}")
    return "/".join(groups)


def expected_paths(level: str, count: int) -> list[tuple[str, int, int]]:
    """Paths of a level with the first and last number in each."""
    tiles = [(f"tile/{level}/{place(n)}", n * FULL, (n + 1) * FULL) for n in range(count // FULL)]
    if count % FULL:
        full = count // FULL
        tiles.append((f"tile/{level}/{place(full)}.p/{count % FULL}", full * FULL, count))
    return tiles


def read(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise Fault(f"{name}: {error.strerror}") from error


def entries(folder: Path, size: int) -> list[bytes]:
    found = []
    for name, first, end in expected_paths("entries", size):
        data, at, count = read(folder, name), 0, 0
        while at < len(data):
            need(at + 2 <= len(data), f"{name}: it ends inside a length")
            length = int.from_bytes(data[at : at + 2], "big")
            need(at + 2 + length <= len(data), f"{name}: it ends inside an entry")
            found.append(data[at + 2 : at + 2 + length])
            at, count = at + 2 + length, count + 1
        need(count == end - first, f"{name}: {count} entries instead of {end - first}")
    return found


def judge_tiles(folder: Path, tree: Tree, size: int) -> int:
    level = count = 0
    while size >> (8 * level):
        span = 1 << (8 * level)
        for name, first, end in expected_paths(str(level), size >> (8 * level)):
            hashes = [tree.root(number * span, (number + 1) * span) for number in range(first, end)]
            need(read(folder, name) == b"".join(hashes), f"{name}: it has other hashes")
            count += 1
        level += 1
    return count


def judge_proof(data: bytes, index: int, tree: Tree, keys: list[Key]) -> None:
    """C2SP tlog-proof."""
    head, divided, note = data.partition(b"\n\n")
    lines = head.decode(errors="replace").split("\n")
    need(divided != b"" and lines.pop(0) == "c2sp.org/tlog-proof@v1", "no proof of version 1")
    if lines and lines[0].startswith("extra "):
        unbase64(lines.pop(0).removeprefix("extra "))
    need(bool(lines) and lines.pop(0) == f"index {index}", "another index than the file's name")
    head_of = checkpoint(note, keys)
    need(index < head_of.size <= len(tree.leaves), "an index outside the tree")
    need(head_of.root == tree.root(0, head_of.size), "a checkpoint of another tree")
    need([unbase64(line) for line in lines] == tree.path(index, 0, head_of.size), "another path")


def judge(folder: Path) -> list[str]:
    keys = [Key.parse(line) for line in read(folder, "vkey").decode().splitlines()]
    need(bool(keys), "vkey: there is none")
    newest = checkpoint(read(folder, "checkpoint"), keys)
    stored = entries(folder, newest.size)
    tree = Tree([sha(b"\x00" + entry) for entry in stored])
    need(newest.root == tree.root(0, newest.size), "checkpoint: the root is not that of the entries")
    tiles = judge_tiles(folder, tree, newest.size)
    older = sorted((folder / "checkpoints").glob("*"))
    for file in older:
        kept = checkpoint(file.read_bytes(), keys)
        need(kept.size == decimal(file.name) <= newest.size, f"{file.name}: a checkpoint of another size")
        need(kept.root == tree.root(0, kept.size), f"checkpoints/{file.name}: the root is not that of the entries")
    proofs = sorted((folder / "proofs").glob("*.tlog-proof"))
    for file in proofs:
        try:
            judge_proof(file.read_bytes(), decimal(file.name.removesuffix(".tlog-proof")), tree, keys)
        except Fault as fault:
            raise Fault(f"proofs/{file.name}: {fault}") from fault
    extensions = sorted((folder / "consistency").glob("*"))
    for file in extensions:
        old, new = (decimal(part) for part in file.name.split("-"))
        need(0 < old <= new <= newest.size, f"consistency/{file.name}: sizes that the log has not had")
        hashes = [unbase64(line) for line in file.read_text().splitlines()]
        need(hashes == tree.proof(old, 0, new), f"consistency/{file.name}: another path")
    return [
        f"checkpoint: size {newest.size}, root {base64.b64encode(newest.root).decode()}, signed by {len(keys)} keys",
        f"entries: {len(stored)} hashed again; {tiles} tiles of hashes are theirs",
        f"kept: {len(older)} older checkpoints, {len(proofs)} proofs of inclusion, {len(extensions)} of consistency",
    ]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: judge_log.py DIR")
    try:
        print("\n".join(judge(Path(sys.argv[1]))))
    except Fault as fault:
        sys.exit(f"judge_log: {fault}")
