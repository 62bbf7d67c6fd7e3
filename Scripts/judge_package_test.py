"""Tries the verifier of an audit package: every planted damage must be found, each by its own kind.

    judge_package_test.py PACKAGE

The package has an erased text, an attached file and texts.
"""

import base64
import concurrent.futures
import hashlib
import importlib.util
import json
import os
import random
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PACKAGE = Path(sys.argv[1])


def lines(folder: Path, name: str = "entries.jsonl") -> list[bytes]:
    return (folder / name).read_bytes().split(b"\n")[:-1]


def put(folder: Path, rows: list[bytes], name: str = "entries.jsonl") -> None:
    (folder / name).write_bytes(b"".join(row + b"\n" for row in rows))


def sum_again(folder: Path) -> None:
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    sums = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names if n != "sha256sums.txt"]
    (folder / "sha256sums.txt").write_text("".join(sums))


def canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def root_of(leaves: list[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + root_of(leaves[:half]) + root_of(leaves[half:])).digest()


# Signing as the owner of a key would


class Owner:
    """Signs the checkpoints of a package anew, by keys of which everybody who looks at the package knows no better."""

    def __init__(self, folder: Path, seeds: list[bytes]) -> None:
        self.keys = [Ed25519PrivateKey.from_private_bytes(seed) for seed in seeds]
        self.names = [line.split("+")[0] for line in (folder / "vkey").read_text().splitlines()]

    def material(self, kind: int) -> bytes:
        return bytes([(1, 4)[kind]]) + self.keys[kind].public_key().public_bytes_raw()

    def number(self, kind: int) -> bytes:
        return hashlib.sha256(self.names[kind].encode() + b"\n" + self.material(kind)).digest()[:4]

    def note(self, size: int, root: bytes, time: int) -> bytes:
        text = f"{self.names[0]}\n{size}\n{base64.b64encode(root).decode()}\n"
        contents = [
            self.keys[0].sign(text.encode()),
            struct.pack(">Q", time) + self.keys[1].sign(f"cosignature/v1\ntime {time}\n{text}".encode()),
        ]
        signed = [
            f"\u2014 {name} {base64.b64encode(self.number(kind) + content).decode()}\n"
            for kind, (name, content) in enumerate(zip(self.names, contents, strict=True))
        ]
        return f"{text}\n{''.join(signed)}".encode()

    def found(self, folder: Path) -> None:
        """The first entry names the key."""
        rows = lines(folder)
        entry = json.loads(rows[0])
        entry["data"]["keyID"] = hashlib.sha256(self.material(0)[1:]).hexdigest()[:8]
        put(folder, [canonical(entry), *rows[1:]])

    def sign_all(self, folder: Path) -> None:
        """Every checkpoint of the entries that are there now, at the time of the one before."""
        leaves = [hashlib.sha256(b"\x00" + line).digest() for line in lines(folder)]
        for file in [*(folder / "checkpoints").iterdir(), folder / "checkpoint"]:
            old = file.read_text()
            size = min(int(old.split("\n")[1]), len(leaves))
            time = struct.unpack(">Q", base64.b64decode(old.rstrip("\n").split(" ")[-1])[4:12])[0]
            file.write_bytes(self.note(size, root_of(leaves[:size]), time))

    def publish(self, folder: Path) -> None:
        text = [
            f"{name}+{self.number(kind).hex()}+{base64.b64encode(self.material(kind)).decode()}\n"
            for kind, name in enumerate(self.names)
        ]
        (folder / "vkey").write_text("".join(text))


FORGER = [bytes([7]) * 32, bytes([8]) * 32]


# Damages


def flip_entry(folder: Path) -> None:
    rows = lines(folder)
    rows[30] = rows[30].replace(b'"commanddigest":"', b'"commanddigest":"0', 1)
    put(folder, rows)


def remove_entry(folder: Path) -> None:
    rows = lines(folder)
    del rows[40]
    put(folder, rows)


def swap_entries(folder: Path) -> None:
    rows = lines(folder)
    rows[40], rows[41] = rows[41], rows[40]
    put(folder, rows)


def insert_entry(folder: Path) -> None:
    rows = lines(folder)
    rows.insert(40, rows[40])
    put(folder, rows)


def cut_end(folder: Path) -> None:
    put(folder, lines(folder)[:-3])


def exchange(member: str) -> Callable[[Path], None]:
    """Two texts, or two salts, change their places."""

    def damage(folder: Path) -> None:
        rows = [json.loads(row) for row in lines(folder, "words.jsonl")]
        one, other = rows[1]["words"][0], rows[2]["words"][0]
        one[member], other[member] = other[member], one[member]
        put(folder, [canonical(row) for row in rows], "words.jsonl")

    return damage


def remove_text(folder: Path) -> None:
    put(folder, lines(folder, "words.jsonl")[:-1], "words.jsonl")


def add_text(folder: Path) -> None:
    rows = [json.loads(row) for row in lines(folder, "words.jsonl")]
    rows[0]["words"].append({"field": "venue", "salt": base64.b64encode(bytes(32)).decode(), "text": "-"})
    put(folder, [canonical(row) for row in rows], "words.jsonl")


def bring_back(folder: Path) -> None:
    rows = [json.loads(row) for row in lines(folder, "words.jsonl")]
    erased = next(json.loads(e)["data"] for e in lines(folder) if b"muster.text.erased.v1" in e)
    row = next(row for row in rows if row["position"] == erased["position"])
    salt = base64.b64encode(bytes(32)).decode()
    row["words"].append({"field": erased["textField"], "salt": salt, "text": "-"})
    put(folder, [canonical(row) for row in rows], "words.jsonl")


def spoil_words(folder: Path) -> None:
    rows = lines(folder, "words.jsonl")
    rows[3] = rows[3][:-2]
    put(folder, rows, "words.jsonl")


def lose_words(folder: Path) -> None:
    (folder / "words.jsonl").unlink()


def change_file(folder: Path) -> None:
    file = next((folder / "files").iterdir())
    file.write_bytes(file.read_bytes() + b".")


def lose_file(folder: Path) -> None:
    next((folder / "files").iterdir()).unlink()


def forge_checkpoint(folder: Path) -> None:
    """Another key under the names and numbers of the real ones."""
    forger = Owner(folder, FORGER)
    numbers = [bytes.fromhex(line.split("+")[1]) for line in (folder / "vkey").read_text().splitlines()]
    forger.number = lambda kind: numbers[kind]  # type: ignore[method-assign]
    forger.sign_all(folder)


def other_root(folder: Path) -> None:
    note = (folder / "checkpoint").read_text().split("\n")
    note[2] = base64.b64encode(bytes(32)).decode()
    (folder / "checkpoint").write_text("\n".join(note))


def rewrite(folder: Path, change: Callable[[list[dict]], None], seeds: list[bytes]) -> Owner:
    entries = [json.loads(row) for row in lines(folder)]
    change(entries)
    put(folder, [canonical(entry) for entry in entries])
    owner = Owner(folder, seeds)
    owner.found(folder)
    owner.sign_all(folder)
    owner.publish(folder)
    return owner


def made_anew(folder: Path) -> None:
    rewrite(folder, lambda entries: entries[30].update(commandid="another"), FORGER)


def dated_back(folder: Path) -> None:
    def change(entries: list[dict]) -> None:
        entries[-1]["recordedtime"] = entries[-1]["time"] = "2001-01-01T00:00:00.000Z"

    rewrite(folder, change, FORGER)


def dated_forward(folder: Path) -> None:
    def change(entries: list[dict]) -> None:
        entries[-1]["recordedtime"] = "2100-01-01T00:00:00.000Z"

    rewrite(folder, change, FORGER)


def clock_set_back(folder: Path) -> None:
    owner = rewrite(folder, lambda _: None, FORGER)
    size = int((folder / "checkpoint").read_text().split("\n")[1])
    leaves = [hashlib.sha256(b"\x00" + line).digest() for line in lines(folder)]
    for name in ("checkpoint", f"checkpoints/{size}"):
        (folder / name).write_bytes(owner.note(size, root_of(leaves), 1_000_000_000))


def before_it_was(folder: Path) -> None:
    rewrite(folder, lambda entries: entries[-1].update(time="2100-01-01T00:00:00.000Z"), FORGER)


def of_another_log(folder: Path) -> None:
    rewrite(folder, lambda entries: entries[30].update(source="/districts/0"), FORGER)


def another_key(folder: Path) -> None:
    """The log names a key, and the one before goes on signing."""
    key, clock = (folder / "vkey").read_text().splitlines()[:2]

    def change(entries: list[dict]) -> None:
        entry = next(entry for entry in reversed(entries) if not {"words", "sha256", "textField"} & set(entry["data"]))
        entry["type"] = "muster.log.keyChanged.v1"
        entry["data"] = {"origin": key.split("+")[0], "verifierKey": key, "clockKey": clock, "formerKey": key}

    rewrite(folder, change, FORGER)


def with_a_gap(folder: Path) -> None:
    rewrite(folder, lambda entries: entries[-1].update(revision=999), FORGER)


def not_canonical(folder: Path) -> None:
    rows = lines(folder)
    rows[30] = rows[30].replace(b":", b": ", 1)
    put(folder, rows)
    owner = Owner(folder, FORGER)
    owner.found(folder)
    owner.sign_all(folder)
    owner.publish(folder)


def change_table(folder: Path) -> None:
    file = folder / "calls.csv"
    file.write_bytes(file.read_bytes() + b".")


class Damage(NamedTuple):
    """What is done to a package, and what must be found of it."""

    change: Callable[[Path], None]
    kinds: set[str]
    """These kinds and no others."""
    sums: bool = True
    """Whether the sums are made anew."""
    arguments: list[str] = []
    shifts: bool = False
    """Whether every entry behind it stands elsewhere, so that more is found of them."""


VKEY, AGAINST = ["--vkey", str(PACKAGE / "vkey")], ["--against", str(PACKAGE / "checkpoint")]
DAMAGES = [
    Damage(flip_entry, {"checkpoint"}),
    Damage(flip_entry, {"checkpoint", "hash"}, sums=False),
    Damage(remove_entry, {"sequence", "revision", "cut", "checkpoint"}, shifts=True),
    Damage(insert_entry, {"sequence", "revision", "checkpoint"}, shifts=True),
    Damage(
        swap_entries,
        {"sequence", "revision", "recordedBackwards", "checkpoint", "wordMissing", "wordUnknown"}),
    Damage(cut_end, {"cut", "wordMissing", "wordUnknown"}),
    Damage(exchange("text"), {"word"}),
    Damage(exchange("salt"), {"word"}),
    Damage(remove_text, {"wordMissing"}),
    Damage(add_text, {"wordUnknown"}),
    Damage(bring_back, {"word", "wordNotErased"}),
    Damage(spoil_words, {"block", "wordMissing"}),
    Damage(lose_words, {"block", "wordMissing"}),
    Damage(change_file, {"file"}),
    Damage(lose_file, {"fileMissing"}),
    Damage(forge_checkpoint, {"signature"}),
    Damage(other_root, {"signature", "checkpoint"}),
    Damage(change_table, {"hash"}, sums=False),
    Damage(made_anew, set()),
    Damage(made_anew, {"signature"}, arguments=VKEY),
    Damage(made_anew, {"against"}, arguments=AGAINST),
    Damage(dated_back, {"recordedBackwards", "recordedTooEarly"}),
    Damage(dated_forward, {"recordedTooLate"}),
    Damage(clock_set_back, {"checkpointsBackwards", "recordedTooLate"}),
    Damage(before_it_was, {"occurredAfterRecorded"}),
    Damage(of_another_log, {"source"}),
    Damage(another_key, {"key"}),
    Damage(with_a_gap, {"revision"}),
    Damage(not_canonical, {"entry", "revision"}),
]


def run(folder: Path, arguments: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-I", folder / "verify.py", *arguments], capture_output=True, text=True, check=False,
        env={"PATH": os.environ["PATH"], **environment})


def try_damage(damage: Damage) -> str | None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "package"
        shutil.copytree(PACKAGE, folder)
        damage.change(folder)
        if damage.sums:
            sum_again(folder)
        answer = run(folder, ["--lang", "en", *damage.arguments])
        found = {line.split("  ")[0] for line in answer.stdout.splitlines()} & set(verifier.KINDS)
        is_right = found >= damage.kinds if damage.shifts else found == damage.kinds
        if is_right and answer.returncode == (1 if damage.kinds else 0):
            return None
        name = f"{damage.change.__name__} {damage.arguments}"
        return f"{name}: {sorted(found)} instead of {sorted(damage.kinds)}\n{answer.stdout}{answer.stderr}"


def load() -> object:
    specification = importlib.util.spec_from_file_location("verify", PACKAGE / "verify.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


sys.dont_write_bytecode = True
verifier = load()


def try_signatures() -> list[str]:
    """The verifier's Ed25519 against another library's: sound signatures hold, whatever is changed does not."""
    faults = []
    chance = random.Random(11)
    for number in range(12):
        secret = Ed25519PrivateKey.from_private_bytes(chance.randbytes(32))
        material = b"\x01" + secret.public_key().public_bytes_raw()
        key_id = hashlib.sha256(b"k\n" + material).digest()[:4].hex()
        key = verifier.Key(f"k+{key_id}+{base64.b64encode(material).decode()}")
        message = chance.randbytes(number * 17)
        signature = secret.sign(message)
        if not key.verify(message, signature):
            faults.append(f"a sound signature is refused: {signature.hex()}")
        flipped = bytearray(signature)
        flipped[chance.randrange(64)] ^= 1 << chance.randrange(8)
        beyond = signature[:32] + (int.from_bytes(signature[32:], "little") + verifier.L).to_bytes(32, "little")
        for wrong, text in ((bytes(flipped), message), (beyond, message), (signature, message + b".")):
            if key.verify(text, wrong):
                faults.append(f"a wrong signature is believed: {wrong.hex()}")
    return faults


def try_words() -> list[str]:
    """Both languages, a terminal that can't show Chinese, and what is no package."""
    faults = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "package"
        shutil.copytree(PACKAGE, folder)
        flip_entry(folder)
        for arguments, environment, wanted in (
            ([], {"LANG": "zh_CN.UTF-8", "PYTHONUTF8": "1"}, "有出入"),
            ([], {"LANG": "C.UTF-8", "PYTHONUTF8": "1"}, "Differs"),
            ([], {"LANG": "zh_CN.UTF-8", "PYTHONIOENCODING": "ascii"}, "Differs"),
            (["--lang", "zh"], {"PYTHONIOENCODING": "ascii"}, "\\u6709\\u51fa\\u5165"),
        ):
            # Isolated from the environment it would not hear of encodings.
            answer = subprocess.run(
                [sys.executable, folder / "verify.py", *arguments], capture_output=True, check=False,
                env={"PATH": os.environ["PATH"], **environment})
            if answer.returncode != 1 or wanted not in answer.stdout.decode():
                faults.append(f"{arguments} {environment}: {answer.stdout!r} {answer.stderr!r}")
        for name in ("package.json", "entries.jsonl", "vkey"):
            (folder / name).rename(folder / "away")
            answer = run(folder, ["--lang", "en"])
            (folder / "away").rename(folder / name)
            if answer.returncode != 2:
                faults.append(f"without {name}: {answer.returncode} {answer.stdout}{answer.stderr}")
    return faults


def main() -> int:
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        faults = [fault for fault in pool.map(try_damage, DAMAGES) if fault]
    faults += try_signatures() + try_words()
    for fault in faults:
        print(fault)
    if not faults:
        print(f"the verifier of packages finds all of {len(DAMAGES)} planted damages, each by its kind")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
