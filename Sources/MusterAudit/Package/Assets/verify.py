#!/usr/bin/env python3
"""Checks an audit package of Muster. Python 3.9 or later and nothing else: no network, nothing is written.

    python3 verify.py [FOLDER] [--vkey KEY|FILE]... [--against FILE]... [--lang zh|en]

It checks the sums of the files; that every entry is canonical JSON and stands where it says, that no stream has a gap
and no time runs back; the root of the tree (RFC 6962) at the size of every checkpoint, its signatures (C2SP
signed-note, Ed25519 of RFC 8032) and what the cosigned times allow; every text against the commitment in its entry
(HMAC-SHA256); every attached file against its hash. Exit status: 0 equal, 1 differs, 2 could not be found out.

A finding is a line: its kind, which is that of `muster audit verify`, its position, what was found.
Memory: the revisions of the streams, the texts that are missing, and the checkpoints' sizes and roots.
"""

import argparse
import base64
import binascii
import hashlib
import hmac
import io
import json
import locale
import os
import re
import sys
import time
from datetime import datetime, timedelta, timezone

KINDS = {
    "hash": ("文件与 sha256sums.txt 不符", "a file is not what sha256sums.txt says"),
    "block": ("words.jsonl 中读不懂的行", "a line of words.jsonl can't be read"),
    "entry": ("记录不合规范格式", "bytes that are no entry"),
    "sequence": ("记录不在它自称的位置", "the entry says another position"),
    "source": ("记录属于另一本台账", "the entry is of another log"),
    "revision": ("同一事项的记录不连续", "a gap or a repetition in the stream"),
    "recordedTooEarly": ("记录时间早于此前的检查点，疑为倒签", "dated back: a checkpoint before it is later"),
    "recordedTooLate": ("记录时间晚于此后的检查点", "dated forward: a checkpoint with it is earlier"),
    "recordedBackwards": ("记录时间早于前一条", "recorded before the entry in front of it"),
    "occurredAfterRecorded": ("发生时间晚于记录时间", "it occurred after it was recorded"),
    "checkpointsBackwards": ("检查点的时间倒退", "checkpoints run back in time"),
    "checkpoint": ("检查点与记录不符", "a kept checkpoint is not of these entries"),
    "signature": ("检查点的签名或格式不对", "a kept checkpoint is not signed as it must be"),
    "key": ("检查点不是用当时有效的密钥签的", "a kept checkpoint is not signed by the key in force"),
    "cut": ("台账末尾被截断", "the end of the log was cut off"),
    "against": ("与另存的检查点不符，历史被换过", "not the history of a checkpoint kept elsewhere"),
    "word": ("文字与记录中的承诺值不符", "a text is not what the entry commits to"),
    "wordMissing": ("文字缺失，且没有删除记录", "a text is missing without an erasure"),
    "wordUnknown": ("多出的文字，记录中没有", "a text of which the entry says nothing"),
    "wordNotErased": ("应已删除的文字还在", "an erased text is still there"),
    "fileMissing": ("附件缺失", "an attached file is missing"),
    "file": ("附件内容与记录不符", "an attached file is not the one the log names"),
}

WORDS = {
    "sums": ("核对各文件的校验值…", "sums of the files..."),
    "entries": ("核对记录：{done}/{size}…", "entries: {done} of {size}..."),
    "signatures": ("核对检查点：{done}/{size}…", "checkpoints: {done} of {size}..."),
    "files": ("核对附件：{done}/{size}…", "attached files: {done} of {size}..."),
    "equal": ("一致：没有发现问题。", "Equal: nothing was found."),
    "differs": ("有出入：发现 {count} 处问题。", "Differs: {count} findings."),
    "more": ("{kind}：另有 {count} 处未列", "{kind}: {count} more are not listed"),
    "size": ("记录　　{size} 条，{first} 至 {last}", "entries   {size}, {first} to {last}"),
    "root": ("树根　　{root}", "root      {root}"),
    "texts": ("文字　　{texts} 处相符，{erased} 处有删除记录", "texts     {texts} fit, {erased} were erased by an event"),
    "noTexts": ("文字　　本包未收入文字，没有核对", "texts     this package has none: they were not checked"),
    "attached": ("附件　　{files} 个相符", "files     {files} fit"),
    "noFiles": ("附件　　本包未收入附件，没有核对", "files     this package has none: they were not checked"),
    "signed": ("检查点　{count} 个；前 {anchored} 条有签名", "signed    {count} checkpoints; they hold the first {anchored} entries"),
    "theirs": (
        "公钥　　用的是包内的公钥，来自移交方：请与密钥单核对，或用 --vkey 指定",
        "keys      those in the package, from whoever handed it over: compare with the key sheet, or use --vkey"),
    "lost": (
        "遗失　　第 {first} 至 {last} 条曾有签名，后在从旧副本另起续册时遗失，台账中已载明",
        "lost      {first} to {last} had been signed and were lost when a new epoch began from an older copy"),
    "yours": ("公钥　　用的是 --vkey 指定的公钥", "keys      those that you named with --vkey"),
    "nowhere": (
        "他处　　没有另存的检查点可对照：整本重做的台账也会一致；请用 --against 对照自己留存的检查点",
        "elsewhere no checkpoint from outside: a ledger made anew would be equal too; use --against with your own"),
    "elsewhere": ("他处　　前 {size} 条与另存的检查点相符", "elsewhere the first {size} entries are those of a checkpoint of yours"),
    "unlisted": ("另有不在 sha256sums.txt 中的文件：{name}", "not in sha256sums.txt: {name}"),
    "trouble": ("无法查明：{why}", "It could not be found out: {why}"),
}

MOST_SHOWN = 200
DELAY = SKEW = 60_000  # milliseconds that publishing may take, and by which clocks may differ


class Trouble(Exception):
    """What keeps the package from being judged."""


class Report:
    """Findings, the first of each kind, and progress."""

    def __init__(self, language):
        self.zh = language == "zh"
        self.counts = {}
        self.last = time.monotonic()

    def say(self, key, **values):
        return WORDS[key][0 if self.zh else 1].format(**values)

    def find(self, kind, position, detail):
        count = self.counts[kind] = self.counts.get(kind, 0) + 1
        if count > MOST_SHOWN:
            return
        self.clear()
        place = "-" if position is None else position
        print("%s  %s  %s: %s" % (kind, place, KINDS[kind][0 if self.zh else 1], printable(detail)))

    def progress(self, key, **values):
        now = time.monotonic()
        if now - self.last < (0.2 if sys.stderr.isatty() else 5):
            return
        self.last = now
        line = self.say(key, **values)
        sys.stderr.write("\r" + line.ljust(60) if sys.stderr.isatty() else line + "\n")
        sys.stderr.flush()

    def clear(self):
        if sys.stderr.isatty():
            sys.stderr.write("\r" + " " * 70 + "\r")
            sys.stderr.flush()


def printable(text):
    """What a package says goes to a terminal: no control characters."""
    return "".join(c if c >= " " and c != "\x7f" else "\\x%02x" % ord(c) for c in str(text))[:300]


# Ed25519 (RFC 8032): verification alone. Points are (X, Y, Z, T) with x = X/Z, y = Y/Z, x*y = T/Z.

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
D2 = 2 * D % P
I = pow(2, (P - 1) // 4, P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = p[3] * q[3] * D2 % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def decompress(data):
    """The point that 32 bytes spell; None if they spell none."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * I % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def compress(p):
    z = pow(p[2], P - 2, P)
    x, y = p[0] * z % P, p[1] * z % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


class Multiples:
    """A point's multiples d * 256^i, by which a product with a number takes 32 additions."""

    def __init__(self, point):
        self.rows = []
        for _ in range(32):
            row = [(0, 1, 1, 0)]
            for _ in range(255):
                row.append(add(row[-1], point))
            self.rows.append(row)
            point = add(row[-1], point)

    def times(self, number):
        result = (0, 1, 1, 0)
        for row in self.rows:
            if number & 255:
                result = add(result, row[number & 255])
            number >>= 8
        return result


BASE = None


def epoch(origin):
    """The origin of a log's first epoch and the number of the one that is named; None for what is no origin."""
    if not isinstance(origin, str):
        return None
    match = re.fullmatch(r"(.*)/e([1-9][0-9]{0,5})", origin)
    return (match.group(1), int(match.group(2))) if match and int(match.group(2)) > 1 else (origin, 1)


class Key:
    """A verifier key of C2SP signed-note: name, id, kind (1 signs the text, 4 signs it with a time)."""

    def __init__(self, text):
        self.text = text
        name, number, material = text.split("+", 2)
        data = base64.b64decode(material, validate=True)
        if len(data) != 33 or data[0] not in (1, 4):
            raise ValueError("not an Ed25519 key")
        self.name, self.kind, self.public = name, data[0], data[1:]
        self.id = hashlib.sha256(name.encode() + b"\n" + data).digest()[:4]
        if self.id.hex() != number:
            raise ValueError("its id is not that of its bytes")
        point = decompress(self.public)
        if point is None:
            raise ValueError("its bytes are no point")
        self.point = (P - point[0], point[1], point[2], P - point[3])
        self.multiples = None

    def verify(self, message, signature):
        global BASE
        if self.multiples is None:
            BASE = BASE or Multiples(decompress((4 * pow(5, P - 2, P) % P).to_bytes(32, "little")))
            self.multiples = Multiples(self.point)
        s = int.from_bytes(signature[32:], "little")
        if s >= L:
            return False
        k = int.from_bytes(hashlib.sha512(signature[:32] + self.public + message).digest(), "little") % L
        return compress(add(BASE.times(s), self.multiples.times(k))) == signature[:32]


class Note:
    """A checkpoint (C2SP tlog-checkpoint) with its signature lines."""

    def __init__(self, data):
        text = data.decode("utf-8")
        end = text.rindex("\n\n") + 1
        self.text = text[:end]
        lines = self.text.split("\n")
        if not text.endswith("\n") or len(lines) < 4 or not all(lines[:-1]):
            raise ValueError("its text has fewer than three lines")
        self.origin = lines[0]
        if not re.fullmatch(r"0|[1-9][0-9]{0,18}", lines[1]):
            raise ValueError("its size is no number")
        self.size = int(lines[1])
        self.root = base64.b64decode(lines[2], validate=True)
        if len(self.root) != 32:
            raise ValueError("its root has not 32 bytes")
        self.signatures = []
        for line in text[end + 1 :].split("\n")[:-1]:
            dash, name, content = line.split(" ")
            if dash != "\u2014":
                raise ValueError("a signature line is malformed")
            content = base64.b64decode(content, validate=True)
            self.signatures.append((name, content[:4], content[4:]))
        if not self.signatures:
            raise ValueError("nobody signed it")

    def check(self, keys):
        """Why it is not signed as it must be, or None; and the times at which it was cosigned, in seconds."""
        message = self.text.encode()
        signed, times = [], []
        for name, number, content in self.signatures:
            for key in keys:
                if (key.name, key.id) != (name, number) or key.kind == 1 and name != self.origin:
                    continue
                if key.kind == 1:
                    good = len(content) == 64 and key.verify(message, content)
                    signed.append(key.text)
                else:
                    moment = int.from_bytes(content[:8], "big")
                    good = len(content) == 72 and key.verify(
                        b"cosignature/v1\ntime %d\n" % moment + message, content[8:])
                    times.append(moment)
                if not good:
                    return "the signature of %s is wrong" % name, []
        if not signed:
            if not any(key.kind == 1 and key.name == self.origin for key in keys):
                return "it is of the log %s" % self.origin, []
            return "no known key of the log signed it", []
        self.signers = signed
        return None, times


class Tree:
    """The tree of RFC 6962 as it grows: its perfect subtrees, at most 63 hashes."""

    def __init__(self):
        self.size = 0
        self.subtrees = []

    def add(self, leaf):
        sha256, subtrees = hashlib.sha256, self.subtrees
        size = self.size
        while size & 1:
            leaf = sha256(b"\x01" + subtrees.pop() + leaf).digest()
            size >>= 1
        subtrees.append(leaf)
        self.size += 1

    def root(self):
        if not self.subtrees:
            return hashlib.sha256(b"").digest()
        root = self.subtrees[-1]
        for left in reversed(self.subtrees[:-1]):
            root = hashlib.sha256(b"\x01" + left + root).digest()
        return root


def hash_of(path):
    digest, size = hashlib.sha256(), 0
    with open(path, "rb") as file:
        while True:
            part = file.read(1 << 20)
            if not part:
                return digest.hexdigest(), size
            digest.update(part)
            size += len(part)


EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)


def milliseconds(text):
    if not isinstance(text, str) or not MOMENT.fullmatch(text):
        raise ValueError("a time is not spelt as it must be")
    moment = datetime(int(text[:4]), int(text[5:7]), int(text[8:10]), int(text[11:13]), int(text[14:16]), int(text[17:19]))
    return (moment - EPOCH.replace(tzinfo=None)) // timedelta(milliseconds=1) + int(text[20:23])


def shown(moment):
    china = timezone(timedelta(hours=8))
    return (EPOCH + timedelta(milliseconds=moment)).astimezone(china).isoformat(timespec="seconds")


class Bounds:
    """The interval rule: an entry was recorded between the newest checkpoint without it and the oldest with it."""

    def __init__(self, times, report):
        sizes = sorted(times)
        latest = [max(times[size]) * 1000 for size in sizes]
        earliest = [min(times[size]) * 1000 + 999 for size in sizes]
        for index in range(1, len(sizes)):
            latest[index] = max(latest[index], latest[index - 1])
            if earliest[index] < latest[index - 1]:
                report.find("checkpointsBackwards", sizes[index], "%d < %d" % (earliest[index], latest[index - 1]))
        for index in range(len(sizes) - 2, -1, -1):
            earliest[index] = min(earliest[index], earliest[index + 1])
        self.sizes, self.latest, self.earliest, self.index = sizes, latest, earliest, 0

    def at(self, position):
        """The earliest and the latest moment of an entry, in milliseconds; positions ascend."""
        while self.index < len(self.sizes) and self.sizes[self.index] <= position:
            self.index += 1
        low = self.latest[self.index - 1] - DELAY - SKEW if self.index else None
        high = self.earliest[self.index] + SKEW if self.index < len(self.sizes) else None
        return low, high


class Words:
    """The lines of words.jsonl, asked for by ascending positions."""

    def __init__(self, file, report):
        self.file, self.report = file, report
        self.number, self.position, self.words = 0, -1, None
        self.step()

    def step(self):
        while True:
            line = self.file.readline()
            if not line:
                self.words = None
                return
            self.number += 1
            try:
                value = json.loads(line)
                position, words = value["position"], value["words"]
                if type(position) is not int or position <= self.position:
                    raise ValueError("positions do not ascend")
                self.words = [
                    (word["field"], base64.b64decode(word["salt"], validate=True), word["text"].encode())
                    for word in words]
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                self.report.find("block", None, "line %d: %s" % (self.number, error))
                continue
            self.position = position
            return

    def of(self, position):
        while self.words is not None and self.position < position:
            self.report.find("wordUnknown", self.position, "no such entry")
            self.step()
        if self.words is None or self.position != position:
            return []
        words = self.words
        self.step()
        return words


class Package:
    def __init__(self, folder, arguments, report):
        self.folder, self.report = folder, report
        self.keys = []
        self.theirs = not arguments.vkey
        for text in arguments.vkey or [self.path("vkey")]:
            self.keys += read_keys(text)
        if not any(key.kind == 1 for key in self.keys):
            raise Trouble("no key of the log in vkey")
        try:
            with open(self.path("package.json"), encoding="utf-8") as file:
                self.about = json.load(file)
            self.size = int(self.about["size"])
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise Trouble("package.json: %s" % error)
        self.against = [read_note(path) for path in arguments.against]
        self.recorded = None
        self.texts = self.erased = self.files = self.anchored = 0

    def path(self, name):
        return os.path.join(self.folder, *name.split("/"))

    def check_sums(self):
        listed = set()
        try:
            with open(self.path("sha256sums.txt"), encoding="utf-8") as file:
                lines = file.read().split("\n")
        except (OSError, ValueError) as error:
            raise Trouble("sha256sums.txt: %s" % error)
        for line in lines:
            if not line:
                continue
            self.report.progress("sums")
            match = re.fullmatch(r"([0-9a-f]{64})  ([A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*)", line)
            if not match or ".." in match.group(2).split("/"):
                self.report.find("hash", None, line)
                continue
            name = match.group(2)
            listed.add(name)
            try:
                if hash_of(self.path(name))[0] != match.group(1):
                    self.report.find("hash", None, name)
            except OSError:
                self.report.find("hash", None, name + " -")
        for folder, _, names in os.walk(self.folder):
            for name in sorted(names):
                path = os.path.relpath(os.path.join(folder, name), self.folder).replace(os.sep, "/")
                if path != "sha256sums.txt" and path not in listed and "__pycache__" not in path:
                    self.report.clear()
                    print(self.report.say("unlisted", name=printable(path)))

    def read_checkpoints(self):
        """The roots to compare by size, and the times of the cosigned ones."""
        self.roots, self.signed, times = [], [], {}
        folder = self.path("checkpoints")
        names = os.listdir(folder) if os.path.isdir(folder) else []
        sizes = sorted(int(name) for name in names if re.fullmatch(r"[0-9]{1,19}", name))
        self.checkpoints = len(sizes)
        for number, size in enumerate(sizes):
            self.report.progress("signatures", done=number, size=len(sizes))
            self.take_checkpoint("checkpoints/%d" % size, size, times)
        self.take_checkpoint("checkpoint", self.size, times)
        for note in self.against:
            self.roots.append((note.size, note.root, "against"))
        self.roots.sort(key=lambda item: item[0])
        self.bounds = Bounds(times, self.report)

    def take_checkpoint(self, name, size, times):
        try:
            with open(self.path(name), "rb") as file:
                note = Note(file.read(1 << 20))
        except (OSError, ValueError) as error:
            self.report.find("signature", size, "%s: %s" % (name, error))
            return
        if note.size != size:
            self.report.find("signature", size, "%s is of %d entries" % (name, note.size))
            return
        if (size, note.root, "checkpoint") not in self.roots[-1:]:  # the newest one is there twice
            self.roots.append((size, note.root, "checkpoint"))
        why, moments = note.check(self.keys)
        if why:
            self.report.find("signature", size, "%s: %s" % (name, why))
            return
        self.anchored = max(self.anchored, size)
        if not self.signed or self.signed[-1][0] != size:  # the newest one is there twice
            self.signed.append((size, note.origin, note.signers))
        if moments:
            times.setdefault(size, []).extend(moments)

    def check_entries(self):
        tree, sha256 = Tree(), hashlib.sha256
        self.streams, self.source, self.before = {}, None, None
        self.changes, self.first, self.lost = [], None, []
        self.missing, self.gone, self.named, self.slips = {}, set(), {}, {}
        self.words = None
        if self.about.get("words") is not False:
            try:
                self.words = Words(open(self.path("words.jsonl"), "rb"), self.report)
            except OSError as error:
                self.report.find("block", None, "words.jsonl: %s" % error)
                self.words = Words(io.BytesIO(), self.report)
        waiting = 0

        def compare():
            nonlocal waiting
            while waiting < len(self.roots) and self.roots[waiting][0] == tree.size:
                size, root, kind = self.roots[waiting]
                if tree.root() != root:
                    self.report.find(kind, size, "the root is another")
                waiting += 1

        compare()
        try:
            file = open(self.path("entries.jsonl"), "rb")
        except OSError as error:
            raise Trouble("entries.jsonl: %s" % error)
        with file:
            for line in file:
                if not line.endswith(b"\n"):
                    self.report.find("entry", tree.size, "its line has no end")
                data = line.rstrip(b"\n") if line.endswith(b"\n") else line
                position = tree.size
                tree.add(sha256(b"\x00" + data).digest())
                compare()
                self.check_entry(data, position)
                if position % 4096 == 0:
                    self.report.progress("entries", done=position, size=self.size)
        for size, _, kind in self.roots[waiting:]:
            self.report.find("cut", size, "there are %d entries" % tree.size)
        for position, field in sorted(self.missing):
            self.report.find("wordMissing", position, field)
        self.check_keys()
        if self.words is not None:
            self.words.of(1 << 62)
        if tree.size > self.anchored and not any(size == tree.size for size, _, _ in self.roots):
            self.report.find("sequence", tree.size - 1, "no checkpoint of the package holds it")
        self.tree = tree

    def check_entry(self, data, position):
        find = self.report.find
        try:
            entry = json.loads(data.decode("utf-8"))
            spelt = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            if spelt.encode() != data:
                raise ValueError("not in canonical form")
            sequence, source, subject = entry["sequence"], entry["source"], entry["subject"]
            revision, kind, content = entry["revision"], entry["type"], entry["data"]
            recorded = occurred = milliseconds(entry["recordedtime"])
            if entry["time"] != entry["recordedtime"]:
                occurred = milliseconds(entry["time"])
            commitments = content.get("words", {})
            if type(revision) is not int or not all(isinstance(text, str) for text in (sequence, source, subject, kind)):
                raise ValueError("an attribute has another type")
            if not all(isinstance(text, str) for text in commitments.values()):
                raise ValueError("a commitment is no string")
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            find("entry", position, "%s: %s" % (type(error).__name__, error))
            return
        if sequence != "%020d" % position:
            find("sequence", position, "the entry says " + sequence.lstrip("0"))
        if self.source is None:
            self.source = source
        elif source != self.source:
            find("source", position, source)
        before = self.streams.get(subject, 0)
        if revision != before + 1:
            find("revision", position, "%s: %d after %d" % (subject, revision, before))
        self.streams[subject] = revision
        low, high = self.bounds.at(position)
        if low is not None and recorded < low:
            find("recordedTooEarly", position, "%s, bound %s" % (shown(recorded), shown(low)))
        if high is not None and recorded > high:
            find("recordedTooLate", position, "%s, bound %s" % (shown(recorded), shown(high)))
        if self.before is not None and recorded < self.before:
            find("recordedBackwards", position, "%s after %s" % (shown(recorded), shown(self.before)))
        if occurred > recorded:
            find("occurredAfterRecorded", position, "%s, recorded %s" % (shown(occurred), shown(recorded)))
        self.before = recorded
        self.recorded = (self.recorded[0] if self.recorded else recorded, recorded)
        if self.words is not None:
            self.check_words(position, commitments)
        if kind == "muster.text.erased.v1":
            self.note_erasure(content)
        if position == 0 and kind == "muster.district.established.v1":
            self.first = content.get("keyID")
        if kind in ("muster.log.keyChanged.v1", "muster.log.epochBegan.v1"):
            why = self.follow(kind, content)
            if why:
                find("key", position, why)
            else:
                self.changes.append((position, content))
        if isinstance(content.get("sha256"), str):
            self.named.setdefault(content["sha256"], (position, content.get("size")))
        if isinstance(content.get("slip"), str):
            self.slips.setdefault(content["slip"], position)

    def follow(self, kind, content):
        """Why an entry that names another key does not follow on what was in force, or None."""
        try:
            origin, former = content["origin"], None
            key = Key(content["verifierKey"])
            if kind == "muster.log.keyChanged.v1":
                former = Key(content["formerKey"])
        except (ValueError, TypeError, KeyError, AttributeError):
            return "it names no key"
        before = self.changes[-1][1] if self.changes else None
        if former is not None:
            if before:
                force = former.text == before["verifierKey"]
            else:
                force = hashlib.sha256(former.public).hexdigest()[:8] == self.first
            if not force:
                return "%s was not in force" % former.text
            return None if origin == (before["origin"] if before else former.name) else "it names another log"
        last, mine = epoch(content.get("formerOrigin")), epoch(origin)
        at = epoch(before["origin"]) if before else last
        if not (last and mine and at and last[0] == mine[0] == at[0] and last[1] < mine[1] and at[1] < mine[1]):
            return "no later epoch of this log"
        first, end = content.get("firstLost"), content.get("lastLost")
        if type(first) is int and type(end) is int and 0 <= first <= end:
            self.lost.append((first, end))
        return None

    def check_keys(self):
        """Whether the heads are signed by the keys that the log names; the first one behind a change by both."""
        known, passed = {key.text for key in self.keys}, 0
        prints = {key.text: hashlib.sha256(key.public).hexdigest()[:8] for key in self.keys}
        for size, origin, signers in self.signed:
            before = passed
            while passed < len(self.changes) and self.changes[passed][0] < size:
                passed += 1
            if not passed:
                if self.first is not None and self.first not in [prints[signer] for signer in signers]:
                    self.report.find("key", size, "not the key with which the log began")
                continue
            position, change = self.changes[passed - 1]
            if origin != change["origin"] or change["verifierKey"] not in signers:
                self.report.find("key", size, "entry %d names the key %s" % (position, change["verifierKey"]))
                continue
            for _, change in self.changes[before:passed]:
                former = change.get("formerKey")
                if former in known and former not in signers:
                    self.report.find("key", size, "the first head after the change lacks %s" % former)

    def check_words(self, position, commitments):
        words = self.words.of(position)
        if not words and not commitments:
            return
        there = set()
        for field, salt, text in words:
            if field not in commitments or field in there:
                self.report.find("wordUnknown", position, field)
                continue
            there.add(field)
            made = base64.b64encode(hmac.digest(salt, text, "sha256")).decode()
            if len(salt) != 32 or made != commitments[field]:
                self.report.find("word", position, field)
            else:
                self.texts += 1
        for field in commitments:
            if field not in there:
                self.missing[position, field] = True

    def note_erasure(self, content):
        key = content.get("position"), content.get("textField")
        if self.words is None or key in self.gone:
            return
        self.gone.add(key)
        if self.missing.pop(key, None):
            self.erased += 1
        else:
            self.report.find("wordNotErased", key[0], key[1])

    def check_files(self):
        if self.about.get("files") is False:
            return
        both = [(sha256, position, size, False) for sha256, (position, size) in self.named.items()]
        both += [(sha256, position, None, True) for sha256, position in self.slips.items() if sha256 not in self.named]
        for number, (sha256, position, size, slip) in enumerate(sorted(both, key=lambda item: item[1])):
            self.report.progress("files", done=number, size=len(both))
            path = self.path("files/" + sha256) if re.fullmatch(r"[0-9a-f]{64}", sha256) else None
            if path is None or not os.path.isfile(path):
                if not slip:  # of a slip the log keeps the hash alone
                    self.report.find("fileMissing", position, sha256)
                continue
            found, length = hash_of(path)
            if found != sha256 or size not in (None, length):
                self.report.find("file", position, "%s is %s of %d bytes" % (sha256, found, length))
            else:
                self.files += 1

    def conclude(self):
        report, say = self.report, self.report.say
        report.clear()
        for kind, count in report.counts.items():
            if count > MOST_SHOWN:
                print(say("more", kind=kind, count=count - MOST_SHOWN))
        total = sum(report.counts.values())
        print(say("differs", count=total) if total else say("equal"))
        first, last = (shown(moment) for moment in self.recorded) if self.recorded else ("-", "-")
        print(say("size", size=self.tree.size, first=first, last=last))
        print(say("root", root=base64.b64encode(self.tree.root()).decode()))
        print(say("noTexts") if self.words is None else say("texts", texts=self.texts, erased=self.erased))
        print(say("noFiles") if self.about.get("files") is False else say("attached", files=self.files))
        print(say("signed", count=self.checkpoints, anchored=self.anchored))
        for first, end in self.lost:
            print(say("lost", first=first, last=end))
        print(say("theirs" if self.theirs else "yours"))
        if not self.against:
            print(say("nowhere"))
        elif not any(kind in report.counts for kind in ("against", "cut")):
            print(say("elsewhere", size=max(note.size for note in self.against)))
        return 1 if total else 0


def read_keys(text):
    """The keys of a text or of a file with one a line."""
    try:
        if os.path.exists(text):
            with open(text, encoding="utf-8") as file:
                return [Key(line) for line in file.read().split("\n") if line]
        return [Key(text)]
    except (OSError, ValueError) as error:
        raise Trouble("%s: %s" % (text, error))


def read_note(path):
    try:
        with open(path, "rb") as file:
            return Note(file.read(1 << 20))
    except (OSError, ValueError) as error:
        raise Trouble("%s: %s" % (path, error))


def language(wish):
    """Chinese where it is asked for, or where the system speaks it and the terminal can show it."""
    if wish:
        return wish
    spoken = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), None)
    if spoken is None:
        try:
            locale.setlocale(locale.LC_ALL, "")
            spoken = (locale.getlocale()[0] or "").replace("Chinese", "zh")
        except (locale.Error, ValueError):
            spoken = ""
    try:
        "校".encode(sys.stdout.encoding or "ascii")
    except (UnicodeError, LookupError):
        return "en"
    return "zh" if spoken.lower().startswith("zh") else "en"


def main():
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(
        description="Checks an audit package of Muster. Exit status: 0 equal, 1 differs, 2 could not be found out.")
    parser.add_argument("folder", nargs="?", default=os.path.dirname(os.path.abspath(__file__)))
    parser.add_argument("--vkey", action="append", default=[], help="a verifier key, or a file with one a line")
    parser.add_argument("--against", action="append", default=[], help="a checkpoint that was kept elsewhere")
    parser.add_argument("--lang", choices=("zh", "en"))
    arguments = parser.parse_args()
    report = Report(language(arguments.lang))
    try:
        package = Package(arguments.folder, arguments, report)
        package.check_sums()
        package.read_checkpoints()
        package.check_entries()
        package.check_files()
        return package.conclude()
    except (Trouble, OSError) as error:
        report.clear()
        print(report.say("trouble", why=printable(error)))
        return 2
    except KeyboardInterrupt:
        report.clear()
        return 2


if __name__ == "__main__":
    sys.exit(main())
