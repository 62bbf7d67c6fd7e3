"""Measures event stores of others on a ledger's entries, beside the replay of the same ledger by Muster.

    peers.py LEDGER OUTPUT [--events N] [--rounds N] [--muster PROGRAM]

OUTPUT is a JSON array of {name, value, unit, ratio, denominator}.
"""

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "Scripts"))

from ledger_reader import Ledger  # noqa: E402

TIMEOUT = 600
# One event at a time is some hundred times slower than the rest; this many are enough for a rate.
SINGLES = 2_000


def run(script: str, *arguments: object) -> dict:
    """One task in a process of its own, and what it measured."""
    words = [sys.executable, str(HERE / script), *map(str, arguments)]
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=TIMEOUT)
    if done.returncode != 0:
        raise SystemExit(f"{script} {arguments[0]} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


class Server:
    """A umadb server with an empty store, on a port of loopback that is free."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        folder.mkdir()
        self.url = f"http://127.0.0.1:{port}"
        program = Path(sys.executable).parent / "umadb"
        self.said = open(folder / "said", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [str(program), "--listen", f"127.0.0.1:{port}", "--db-path", str(folder / "store.db")],
            stdin=subprocess.DEVNULL, stdout=self.said, stderr=subprocess.STDOUT)  # fmt: skip
        for _ in range(100):
            if self.process.poll() is not None:
                break
            with socket.socket() as asking:
                if asking.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.1)
        self.said.seek(0)
        text = self.said.read()
        self.close()
        raise SystemExit(f"the umadb server does not answer: {text}")

    def processor(self) -> float:
        """Seconds of processor time that the server has used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.said.close()


def muster_replay(program: str, ledger: str) -> dict:
    """The replay of a whole ledger by a process of its own, its start included."""
    before, began = os.times(), time.perf_counter()
    done = subprocess.run([program, "replay", "--ledger", ledger], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"muster replay ended with {done.returncode}:\n{done.stderr}")
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return {"events": Ledger(ledger).size, "wall": time.perf_counter() - began, "cpu": cpu}


def one_round(folder: Path, entries: Path, few: Path, given: argparse.Namespace) -> dict[str, dict]:
    """Everything once, with stores that are made for it."""
    measured: dict[str, dict] = {}
    singles, batches = folder / "es-1.sqlite", folder / "es-100.sqlite"
    measured["eventsourcing, append, 1 a batch"] = run("peer_eventsourcing.py", "append", singles, few, 1)
    measured["eventsourcing, append, 100 a batch"] = run("peer_eventsourcing.py", "append", batches, entries, 100)
    measured["eventsourcing, replay of the notification log"] = run("peer_eventsourcing.py", "replay", batches, entries)
    for name, file, batch in (("1", few, 1), ("100", entries, 100)):
        server = Server(folder / f"umadb-{name}")
        try:
            measured[f"umadb, append, {name} a batch"] = run("peer_umadb.py", "append", server.url, file, batch)
            if name == "100":
                before = server.processor()
                read = run("peer_umadb.py", "read", server.url, file)
                # Client and server work for it.
                read["cpu"] += server.processor() - before
                measured["umadb, read of all events"] = read
        finally:
            server.close()
    if given.muster:
        measured["muster replay, whole process, its start included"] = muster_replay(given.muster, given.ledger)
    return measured


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures event stores of others on a ledger's entries.")
    parser.add_argument("ledger")
    parser.add_argument("output", type=Path)
    parser.add_argument("--events", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--muster", help="the muster program, to replay the whole ledger beside them")
    given = parser.parse_args()

    rounds = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        entries, few = folder / "entries", folder / "few"
        subprocess.run(
            [sys.executable, str(HERE / "export.py"), given.ledger, str(given.events), str(entries)], check=True)
        lines = entries.read_bytes().splitlines(keepends=True)
        few.write_bytes(b"".join(lines[:SINGLES]))
        size = len(lines)
        for number in range(given.rounds):
            place = folder / str(number)
            place.mkdir()
            rounds.append(one_round(place, entries, few, given))
            shutil.rmtree(place)

    def median(name: str, what: str) -> float:
        return statistics.median(measured[name][what] for measured in rounds)

    figures = [{"name": "peers: events", "value": size, "unit": "events", "ratio": None, "denominator": None}]
    slowest = "eventsourcing, replay of the notification log"
    for name in rounds[0]:
        count = rounds[0][name]["events"]
        if not name.startswith("muster") and count != (min(size, SINGLES) if ", 1 a batch" in name else size):
            raise SystemExit(f"{name}: {count} events of {size}")
        is_read = "append" not in name
        rate = count / median(name, "cpu" if is_read else "wall")
        beside = is_read and name != slowest
        figures.append({
            "name": name, "value": rate, "unit": "events/s CPU" if is_read else "events/s",
            "ratio": rate / (size / median(slowest, "cpu")) if beside else None, "denominator": slowest if beside else None,
        })  # fmt: skip
    given.output.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for figure in figures:
        print(f"{figure['name']:<48}{figure['value']:>14,.1f} {figure['unit']}")


if __name__ == "__main__":
    main()
