"""Loads a Muster server and compares what it answered with what its log holds.

    Scripts/load_http.py MUSTER [--seconds N] [--connections N] [--seed N]

Two client processes read and act over many connections (load_client.py). Nothing may be answered with an error, every
answered act has to stand in the log exactly once and where its receipt says, memory has to stay flat and every file
descriptor has to come back. Then the server is killed with SIGKILL in the middle of a second run: after a restart every
answered act is there, and those that were not answered are done once when they are sent again.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import threading
import time
from urllib.parse import quote

from load_client import Result, load
from trial_district import ROOT, TrialDistrict, Trouble

DEPARTMENTS = 16
# What the state grows by with an entry is no leak: rows of the board, names, the index of command ids.
BYTES_OF_AN_ENTRY = 400
# What an allocator may keep more in the last quarter than in the second.
SLACK = 24 * 1024 * 1024


class Sampler(threading.Thread):
    """Looks at the server's memory and files twice a second."""

    def __init__(self, district: TrialDistrict) -> None:
        super().__init__(daemon=True)
        self.district = district
        self.memory: list[int] = []
        self.files: list[int] = []
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.5):
            try:
                self.memory.append(self.district.memory())
                self.files.append(self.district.files())
            except OSError:
                return

    def end(self) -> None:
        self.over.set()
        self.join()

    def quarter(self, number: int) -> float:
        size = len(self.memory)
        part = self.memory[size * (number - 1) // 4 : size * number // 4]
        return statistics.median(part) if part else 0


def places(district: TrialDistrict) -> tuple[int, dict[str, list[int]]]:
    """The size of the log, and for each command id its first and last position and how many entries it has."""
    found: dict[str, list[int]] = {}
    size = 0
    for line in district.entries():
        size += 1
        command = member(line, b'"commandid":"')
        position = int(member(line, b'"sequence":"'))
        place = found.setdefault(command, [position, position, 0])
        place[0], place[1], place[2] = min(place[0], position), max(place[1], position), place[2] + 1
    return size, found


def member(line: bytes, key: bytes) -> str:
    # Canonical JSON has no space, and these two hold no quotation mark; a text that quotes a key has its marks escaped.
    begins = line.index(key) + len(key)
    return line[begins : line.index(b'"', begins)].decode()


def compare(found: dict[str, list[int]], result: Result, prefix: str) -> list[str]:
    faults = []
    for command, (first, last) in result.answered.items():
        place = found.get(command)
        if first is None:
            faults.append(f"{command}: it was answered as done and left nothing")
        elif place is None:
            faults.append(f"{command}: answered with {first}–{last}, and not in the log")
        elif place != [first, last, last - first + 1]:
            faults.append(f"{command}: answered with {first}–{last}, in the log at {place}")
    for command in found:
        if command.startswith(prefix) and command not in result.answered and command not in result.unanswered:
            faults.append(f"{command}: in the log, and nobody sent it")
    return faults


def ask_again(district: TrialDistrict, result: Result) -> tuple[list[str], int]:
    """Sends the acts without an answer once more, as a client does; counts those that the log had already."""
    faults, kept = [], 0
    for command, sent in list(result.unanswered.items()):
        head, _, body = sent.partition(b"\r\n\r\n")
        first, *fields = head.decode().split("\r\n")
        method, path, _ = first.split(" ")
        headers = dict(line.split(": ", 1) for line in fields)
        token = headers["Authorization"].removeprefix("Bearer ")
        became = district.ask("GET", f"{ROOT}/commands/{quote(command, safe='')}", token)
        answer = district.ask(method, path, token, body, {"Idempotency-Key": headers["Idempotency-Key"]})
        if became.status not in (200, 404) or answer.status not in (200, 201):
            faults.append(f"{command}: {became.status}, then {answer.status} {answer.body.decode(errors='replace')}")
            continue
        receipt = answer.json
        if receipt["repeated"] != (became.status == 200):
            faults.append(f"{command}: known {became.status == 200}, repeated {receipt['repeated']}")
        kept += became.status == 200
        result.answered[command] = (receipt["first"], receipt["last"])
        del result.unanswered[command]
    return faults, kept


def settled(district: TrialDistrict, most: int) -> int:
    """The open files, once they are no more than so many, or after five seconds."""
    ends = time.monotonic() + 5
    while (files := district.files()) > most and time.monotonic() < ends:
        time.sleep(0.1)
    return files


class Table:
    def __init__(self) -> None:
        self.faults: list[str] = []

    def row(self, name: str, value: str, faults: list[str] | bool = False) -> None:
        """A line; what is wrong follows it."""
        more = faults if isinstance(faults, list) else []
        self.faults += more or ([name] if faults else [])
        print(f"{name:<34} {value}{'   ✗' if faults else ''}", flush=True)
        for fault in more[:20]:
            print(f"  {fault}")
        if len(more) > 20:
            print(f"  … {len(more) - 20} more")


def spread(times: list[float]) -> str:
    ordered = sorted(times)
    middle, late = ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]
    return f"p50 {middle * 1000:6.1f} ms  p99 {late * 1000:7.1f} ms"


def show(table: Table, result: Result, seconds: float) -> None:
    for kind in ("raise", "acknowledge", "report-in", "inbox", "whistle", "feed"):
        times = result.times.get(kind, [])
        words = f"{result.counts[kind]:>8}  {result.counts[kind] / seconds:8.0f}/s  {spread(times) if times else ''}"
        table.row(kind, words, result.counts[kind] == 0)
    table.row("sent twice", f"{result.counts['sent twice']:>8}", result.counts["sent twice"] == 0)
    table.row("entries read by followers", f"{result.counts['entries followed']:>8}")
    unexpected = [] if result.found <= len(result.findings) else [f"… {result.found} in all"]
    table.row("errors", f"{result.found:>8}", result.findings + unexpected if result.found else False)


def run(given: argparse.Namespace) -> int:
    table = Table()
    with TrialDistrict(given.muster, DEPARTMENTS) as district:
        # What is made once, readers and caches, is made before anything is counted.
        load(district, "warm", 2, given.connections, given.seed, None)
        files = settled(district, 0)
        before = district.ask("GET", ROOT, district.centre).json["size"]
        sampler = Sampler(district)
        sampler.start()
        result = load(district, "load", given.seconds, given.connections, given.seed, None)
        sampler.end()
        print(f"— {given.seconds:.0f} s, {given.connections} connections, seed {given.seed}")
        show(table, result, given.seconds)

        size, found = places(district)
        answered = f"{len(result.answered):>8} of {size} entries"
        table.row("answered acts in the log, once", answered, compare(found, result, "load-"))
        middle, late = sampler.quarter(2), sampler.quarter(4)
        # From the middle of the second quarter to the middle of the last stands half of what was appended.
        allowed = SLACK + BYTES_OF_AN_ENTRY * (size - before) / 2
        words = f"{middle / 2**20:8.1f} MiB, then {late / 2**20:.1f} MiB (at most {(middle + allowed) / 2**20:.1f})"
        table.row("memory, second and last quarter", words, late > middle + allowed)
        left = settled(district, files)
        table.row("file descriptors", f"{files:>8} before, {max(sampler.files)} meanwhile, {left} after", left > files)
        polls = district.metrics().get("muster_long_polls", -1)
        table.row("long polls left", f"{polls:>8.0f}", polls != 0)

        print(f"— kill -9 in the middle of {given.seconds / 3:.0f} s")
        moment = given.seconds / 6
        cut = load(district, "kill", given.seconds / 3, given.connections, given.seed + 1, moment)
        waiting = len(cut.unanswered)
        table.row("answered before it", f"{len(cut.answered):>8}", not cut.answered)
        table.row("errors before it", f"{cut.found:>8}", cut.findings)
        began = time.monotonic()
        district.start()
        table.row("ready again", f"{time.monotonic() - began:8.2f} s")
        _, found = places(district)
        table.row("answered acts in the log, once", f"{len(cut.answered):>8}", compare(found, cut, "kill-"))
        faults, kept = ask_again(district, cut)
        words = f"{waiting:>8}, of which the log had {kept}"
        table.row("unanswered, sent again", words, faults)
        _, found = places(district)
        table.row("all of them in the log, once", f"{len(cut.answered):>8}", compare(found, cut, "kill-"))
        replayed = json.loads(district.run("replay", "--json"))
        table.row("replays to", f"{replayed['position']:>8} entries, digest {replayed['digest'][:16]}…")
        try:
            status = district.stop()
        except subprocess.TimeoutExpired:
            status = -1
        table.row("ended on SIGTERM with", f"{status:>8}", status != 0)
    return 1 if table.faults else 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Loads the server and compares its answers with its log.")
    parser.add_argument("muster")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1, 2**31))
    given = parser.parse_args()
    if given.seconds < 6 or given.connections < 8:
        parser.error("at least 6 seconds and 8 connections")
    try:
        return run(given)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
