"""Measures a Muster server over HTTP with wrk, on the same machine.

    Scripts/benchmark_http.py MUSTER OUTPUT [--seconds N] [--rounds N] [--whistles N] [--profile]

Durable report-ins and reads of the inbox over 64 connections, each beside a trivial route in the same round, so that
the ratio travels from machine to machine where the plain figure does not. OUTPUT is a JSON array of entries
{name, value, unit, ratio, denominator}; entries of other suites in it are kept.
"""

import argparse
import asyncio
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from load_client import Wire, request
from trial_district import TrialDistrict, Trouble

CONNECTIONS = 64
THREADS = 2
# Departments with very many calls, for the report-ins, and others with an inbox as it is on a busy day.
CALLED = 40
READING = 8
INBOX = 20
TARGETS = {"http.reportIn": 5_000, "http.inbox": 20_000}
LATEST = 0.050


@dataclass
class Run:
    """What one run of wrk came to."""

    rate: float
    p50: float
    p99: float
    most: float
    server: float
    wrk: float
    seconds: float
    requests: int


class Bench:
    def __init__(self, district: TrialDistrict, given: argparse.Namespace) -> None:
        self.district = district
        self.given = given
        self.next_call = 0
        self.folder = district.folder

    # Preparing

    async def raise_all(self) -> list[str]:
        """Raises every whistle, over many connections at once."""
        district = self.district
        codes = [department.code for department in district.departments]
        matter = district.matter(codes[:CALLED])
        bodies = [matter] * self.given.whistles + [district.matter(codes[CALLED:])] * INBOX
        names: list[str | None] = [None] * len(bodies)
        left = iter(range(len(bodies)))
        loop = asyncio.get_running_loop()

        async def work() -> None:
            _, wire = await loop.create_connection(Wire, "127.0.0.1", district.port)
            for index in left:
                sent = request("POST", "/whistles", district.street, bodies[index], f"raise-{index}")
                status, _, body = await wire.ask(sent)
                if status != 201:
                    raise Trouble(f"a raise was answered {status}: {body.decode(errors='replace')}")
                names[index] = json.loads(body)["whistle"]
            wire.transport.close()

        await asyncio.gather(*(work() for _ in range(32)))
        return [name for name in names[: self.given.whistles] if name]

    def prepare(self) -> float:
        began = time.monotonic()
        whistles = asyncio.run(self.raise_all())
        seconds = time.monotonic() - began
        tokens = [department.token for department in self.district.departments]
        (self.folder / "whistles").write_text("\n".join(whistles) + "\n")
        (self.folder / "tokens").write_text("\n".join(tokens[:CALLED]) + "\n")
        (self.folder / "readers").write_text("\n".join(tokens[CALLED:]) + "\n")
        return (len(whistles) + INBOX) / seconds

    # Measuring

    def wrk(self, arguments: list[str], seconds: float, connections: int = CONNECTIONS) -> tuple[Run, dict]:
        script = Path(__file__).parent / "wrk_http.lua"
        words = ["wrk", f"-t{THREADS}", f"-c{connections}", f"-d{seconds:.0f}s", "--timeout", "10s", "-s", str(script)]
        before, used = self.district.processor(), resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(
            [*words, self.district.address, "--", *arguments], stdin=subprocess.DEVNULL, capture_output=True,
            text=True, timeout=seconds + 60,
        )  # fmt: skip
        after, using = self.district.processor(), resource.getrusage(resource.RUSAGE_CHILDREN)
        found = re.search(r"^RESULT (.*)$", done.stdout, re.MULTILINE)
        if done.returncode != 0 or not found:
            raise Trouble(f"wrk ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        result = json.loads(found[1])
        if result["refused"] or result["broken"]:
            raise Trouble(f"wrk {arguments[0]}: {result['refused']} answers of 4xx or 5xx, {result['broken']} broken")
        mine = using.ru_utime + using.ru_stime - used.ru_utime - used.ru_stime
        run = Run(
            result["requests"] / result["seconds"], result["p50"], result["p99"], result["most"], after - before, mine,
            result["seconds"], result["requests"],
        )  # fmt: skip
        return run, result

    def live(self, seconds: float) -> Run:
        return self.wrk(["live"], seconds)[0]

    def inbox(self, seconds: float, path: str = "/inbox", tokens: str = "readers") -> Run:
        return self.wrk(["get", path, str(self.folder / tokens)], seconds)[0]

    def report_in(self, seconds: float, connections: int = CONNECTIONS) -> Run:
        last = self.given.whistles * CALLED
        files = [str(self.folder / "whistles"), str(self.folder / "tokens")]
        before = self.district.metrics()
        run, result = self.wrk(
            ["act", *files, str(self.next_call), str(last), str(THREADS)], seconds, connections)
        if result["ranOut"]:
            raise Trouble("there were too few prepared calls: ask for more whistles")
        # Requests that were under way when wrk ended were done too.
        done = self.reported(self.district.metrics()) - self.reported(before)
        if not run.requests <= done <= run.requests + connections:
            raise Trouble(f"{run.requests} report-ins were answered and {done:.0f} are in the log")
        # Threads take turns through the calls but not at one pace, and the quicker one must not be met again.
        self.next_call += int(done * 1.25) + 2 * connections
        return run

    @staticmethod
    def reported(metrics: dict[str, float]) -> float:
        found = (value for name, value in metrics.items() if name.startswith("muster_acts_total") and "reportedIn" in name)
        return next(found, 0)


def histogram(before: dict[str, float], after: dict[str, float], family: str) -> dict:
    """What a histogram gained: count, mean, and bounds below which half and 99 of 100 lie."""
    def gained(name: str) -> float:
        return sum(value - before.get(key, 0) for key, value in after.items() if key.split("{")[0] == name)

    buckets: dict[float, float] = {}
    for key, value in after.items():
        if key.split("{")[0] == f"{family}_bucket" and (bound := re.search(r'le="([^"]+)"', key)):
            limit = float(bound[1])
            buckets[limit] = buckets.get(limit, 0) + value - before.get(key, 0)
    count = gained(f"{family}_count")
    if not count:
        return {"count": 0, "mean": 0.0, "p50": 0.0, "p99": 0.0}

    def below(part: float) -> float:
        return next(limit for limit, upto in sorted(buckets.items()) if upto >= count * part)

    return {"count": count, "mean": gained(f"{family}_sum") / count, "p50": below(0.5), "p99": below(0.99)}


# Where the time goes


def module(symbol: str, place: str) -> str:
    """To whom a function belongs, by its mangled name and the file that it lies in."""
    if "[kernel" in place or symbol.startswith("[k]"):
        return "kernel"
    found = re.match(r"\$[sS](\d+)", symbol)
    if found:
        begins = found.end()
        return symbol[begins : begins + int(found[1])]
    if symbol.startswith("$sS") or symbol.startswith("$ss"):
        return "Swift standard library"
    for mark, name in (
        ("sqlite3", "SQLite"), ("libswiftCore", "Swift runtime"), ("libswift_Concurrency", "Swift concurrency"),
        ("libFoundation", "Foundation"), ("lib_Foundation", "Foundation"), ("libc.so", "libc"), ("libc-", "libc"),
        ("libdispatch", "Dispatch"), ("libpthread", "libc"), ("vdso", "libc"),
    ):  # fmt: skip
        if mark in place:
            return name
    if symbol.startswith("swift_"):
        return "Swift runtime"
    if symbol.startswith("c_nio_"):
        return "CNIOLLHTTP"
    return "other"


def profile(bench: Bench, name: str, work) -> None:
    """Samples the server while it works, and says where the time went. Not every machine allows it."""
    if not shutil.which("perf"):
        print("no perf here: the profile is left out")
        return
    data = bench.folder / f"perf-{name}.data"
    process = bench.district.server.pid
    sampling = subprocess.Popen(
        ["perf", "record", "-q", "-e", "cpu-clock", "-F", "997", "-p", str(process), "-o", str(data)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    time.sleep(0.5)
    try:
        run = work()
    finally:
        sampling.send_signal(2)
        try:
            _, said = sampling.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            sampling.kill()
            _, said = sampling.communicate()
    if not data.exists() or data.stat().st_size == 0:
        print(f"perf does not sample here: {said.strip()[-300:]}")
        return
    done = subprocess.run(
        ["perf", "report", "-i", str(data), "--stdio", "--no-children", "-g", "none", "--no-demangle",
         "-F", "overhead,sym,dso", "-t", "\t"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    rows = []
    for line in done.stdout.splitlines():
        parts = [part.strip() for part in line.split("\t")]
        if line.startswith("#") or len(parts) < 3 or not parts[0].endswith("%"):
            continue
        kind, _, symbol = parts[1].partition(" ")
        rows.append((float(parts[0][:-1]), symbol.strip(), "[kernel]" if kind == "[k]" else parts[2]))
    if not rows:
        print(f"perf has no samples: {(said + done.stderr).strip()[-300:]}")
        return
    rows.sort(reverse=True)
    shares: Counter[str] = Counter()
    for share, symbol, place in rows:
        shares[module(symbol, place)] += share
    print(f"\nWhere the server's time goes: {name}, {run.rate:.0f}/s while sampled")
    for owner, share in shares.most_common(16):
        print(f"  {share:5.1f} %  {owner}")
    print("  the functions that take most by themselves")
    top = rows[:30]
    names = demangled([symbol for _, symbol, _ in top])
    for (share, _, place), name in zip(top, names):
        print(f"  {share:5.1f} %  {name[:110]}  ({Path(place).name})")


def demangled(symbols: list[str]) -> list[str]:
    if not shutil.which("swift"):
        return symbols
    done = subprocess.run(
        ["swift", "demangle", "--simplified", "--compact"], input="\n".join(symbols), capture_output=True, text=True,
        timeout=60,
    )  # fmt: skip
    names = done.stdout.splitlines()
    return names if len(names) == len(symbols) else symbols


# The whole


def median(runs: list[Run], what: str) -> float:
    return statistics.median(getattr(run, what) for run in runs)


def measure(bench: Bench, given: argparse.Namespace) -> list[dict]:
    raises = bench.prepare()
    rounds: dict[str, list[Run]] = {"live": [], "inbox": [], "reportIn": []}
    # A first round of everything is not counted.
    bench.live(1), bench.inbox(1), bench.report_in(1)
    before = bench.district.metrics()
    for _ in range(given.rounds):
        rounds["live"].append(bench.live(given.seconds))
        rounds["inbox"].append(bench.inbox(given.seconds))
        rounds["reportIn"].append(bench.report_in(given.seconds))
    after = bench.district.metrics()
    long = bench.inbox(given.seconds, tokens="tokens")
    lone = bench.report_in(2, connections=THREADS)
    batch = histogram(before, after, "muster_batch_commands")
    append = histogram(before, after, "muster_append_seconds")

    entries: list[dict] = []

    def entry(name: str, value: float, unit: str, ratio: float | None = None, denominator: str | None = None) -> None:
        entries.append(
            {"name": name, "value": round(value, 6), "unit": unit, "ratio": ratio and round(ratio, 6), "denominator": denominator})

    beside = "http.live in the same round"
    print(f"{'':<26}{'per second':>11}{'of live':>9}{'p50 ms':>9}{'p99 ms':>9}{'most ms':>9}{'server CPU':>12}{'wrk CPU':>9}")
    for kind, runs in rounds.items():
        ratio = statistics.median(run.rate / live.rate for run, live in zip(runs, rounds["live"]))
        rate, server, wrk = median(runs, "rate"), median(runs, "server"), median(runs, "wrk")
        seconds = median(runs, "seconds")
        print(
            f"{kind:<26}{rate:>11.0f}{ratio:>9.3f}{median(runs, 'p50') * 1e3:>9.2f}{median(runs, 'p99') * 1e3:>9.2f}"
            f"{max(run.most for run in runs) * 1e3:>9.1f}{server / seconds:>12.2f}{wrk / seconds:>9.2f}")
        entry(f"http.{kind}", rate, "requests/s", ratio, beside)
        entry(f"http.{kind}.p50", median(runs, "p50"), "s")
        entry(f"http.{kind}.p99", median(runs, "p99"), "s")
        entry(f"http.{kind}.cpu", server / seconds, "cores of the server")
        entry(f"http.{kind}.cpuPerRequest", server / median(runs, "requests"), "s of the server's CPU")
    for name, run in (("inbox of 2,000 calls" if given.whistles == 2000 else "long inbox", long), ("reportIn, 2 connections", lone)):
        print(f"{name:<26}{run.rate:>11.0f}{'':>9}{run.p50 * 1e3:>9.2f}{run.p99 * 1e3:>9.2f}{run.most * 1e3:>9.1f}")
    entry("http.inbox.long", long.rate, "requests/s", long.rate / median(rounds["live"], "rate"), beside)
    entry("http.reportIn.lone", lone.rate, "requests/s")
    print(f"raises of {CALLED} calls        {raises:>10.0f}")
    entry("http.raise", raises, "requests/s")
    print(f"commands in a batch: mean {batch['mean']:.1f}, half ≤ {batch['p50']:.0f}, 99 % ≤ {batch['p99']:.0f} ({batch['count']:.0f} batches)")
    print(f"durable append: mean {append['mean'] * 1e3:.2f} ms, half ≤ {append['p50'] * 1e3:.2f} ms, 99 % ≤ {append['p99'] * 1e3:.2f} ms")
    entry("http.batch.mean", batch["mean"], "commands")
    entry("http.append.mean", append["mean"], "s")
    entry("http.append.p99", append["p99"], "s, upper bound")
    return entries


def verdict(entries: list[dict]) -> int:
    values = {entry["name"]: entry["value"] for entry in entries}
    missed = [f"{name} {values[name]:.0f}/s of {goal}/s" for name, goal in TARGETS.items() if values[name] < goal]
    if values["http.reportIn.p99"] > LATEST:
        missed.append(f"http.reportIn.p99 {values['http.reportIn.p99'] * 1e3:.0f} ms of {LATEST * 1e3:.0f} ms")
    for words in missed:
        print(f"missed: {words}")
    if not missed:
        print("all targets are met")
    return 1 if missed else 0


def keep(entries: list[dict], path: Path) -> None:
    others = json.loads(path.read_text()) if path.exists() else []
    others = [entry for entry in others if not entry["name"].startswith("http.")]
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in others + entries)
    path.write_text(f"[\n{lines}\n]\n")


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures the server over HTTP with wrk.")
    parser.add_argument("muster")
    parser.add_argument("output", type=Path)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--whistles", type=int, default=6000, help=f"each calls {CALLED} departments")
    parser.add_argument("--profile", action="store_true", help="also say where the server's time goes")
    given = parser.parse_args()
    try:
        with TrialDistrict(given.muster, CALLED + READING) as district:
            bench = Bench(district, given)
            entries = measure(bench, given)
            keep(entries, given.output)
            if given.profile:
                profile(bench, "report-ins", lambda: bench.report_in(given.seconds))
                profile(bench, "inbox reads", lambda: bench.inbox(given.seconds))
                profile(bench, "liveness", lambda: bench.live(given.seconds))
            return verdict(entries)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
