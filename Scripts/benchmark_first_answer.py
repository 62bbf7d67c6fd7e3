"""Measures how long a server that has just been started needs for its first answer, beside the replay alone.

    Scripts/benchmark_first_answer.py MUSTER LEDGER OUTPUT [--rounds N]

The server is the real program on a port of the loopback that was free; it is asked as soon as it says its address. The
first request is a unit's inbox, so the ledger has to be opened and folded for it. LEDGER gets entries: the token that it
is asked with, and every clock that has run out since its last entry. OUTPUT is a JSON array of entries {name, value, unit, ratio, denominator}.
"""

import argparse
import http.client
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

# A ledger of ten million events is there in a second or two; what takes as long as this has failed.
PATIENCE = 120


class Trouble(Exception):
    """It cannot be measured."""


@dataclass
class Start:
    """One start of the server: seconds to its address, to its first answer, and for an inbox after that; and bytes of
    memory in the end."""

    listening: float
    answered: float
    inbox: float
    memory: int


def environment(folder: Path) -> dict[str, str]:
    """Nobody's settings: what a program needs to run at all."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "LANG": "C.UTF-8"}


def run(words: list[str], folder: Path) -> str:
    done = subprocess.run(
        words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE, env=environment(folder))
    if done.returncode != 0:
        raise Trouble(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def read_rest(process: subprocess.Popen) -> str:
    process.kill()
    return process.communicate(timeout=30)[1].decode(errors="replace")[-2000:]


def start(muster: str, ledger: str, path: str, token: str, folder: Path) -> Start:
    """Starts the server, asks it twice, looks at its memory, and ends it."""
    words = [muster, "serve", "--ledger", ledger, "--listen", "127.0.0.1:0", "--json", "--log-level", "warning"]
    began = time.monotonic()
    process = subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(folder))
    try:
        line = process.stdout.readline()
        listening = time.monotonic() - began
        if not line:
            raise Trouble(f"'muster serve' said no address:\n{read_rest(process)}")
        port = int(json.loads(line)["address"].rsplit(":", 1)[1])
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        ask(connection, path + "/units", token)
        answered = time.monotonic() - began
        ask(connection, path + "/inbox", token)
        inbox = time.monotonic() - began - answered
        connection.close()
        memory = private_memory(process.pid)
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=PATIENCE)
        return Start(listening, answered, inbox, memory)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(timeout=30)


def ask(connection: http.client.HTTPConnection, path: str, token: str) -> None:
    connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
    response = connection.getresponse()
    body = response.read()
    if response.status != 200:
        raise Trouble(f"GET {path} was answered {response.status}: {body.decode(errors='replace')}")


def private_memory(pid: int) -> int:
    """What of a process's memory is in the machine's and belongs to nobody else (proc(5), smaps_rollup), in bytes."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Private_"))


def a_token(muster: str, ledger: str, folder: Path) -> str:
    """A token of the command centre, which every district has, from whoever keeps the tokens."""
    lines = run([muster, "post", "list", "--ledger", ledger, "--json"], folder).splitlines()
    posts = [post for post in map(json.loads, lines) if post["active"]]

    def first(role: str) -> str | None:
        return next((f"{post['unitName']}/{post['title']}" for post in posts if post["role"] == role), None)

    centre = first("centre")
    if not centre:
        raise Trouble(f"{ledger} has no post of a command centre")
    path = folder / "token"
    words = [muster, "token", "issue", centre, "--out", str(path), "--as", first("securityAdministrator") or centre]
    run([*words, "--ledger", ledger], folder)
    return path.read_text().strip()


def district(muster: str, ledger: str, folder: Path) -> str:
    """The code of the district, at the end of the first entry's source."""
    words = [muster, "log", "--ledger", ledger]
    with subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(folder)
    ) as reading:
        line = reading.stdout.readline()
        reading.kill()
    if not line:
        raise Trouble(f"'muster log' printed nothing for {ledger}")
    return json.loads(line)["source"].rsplit("/", 1)[1]


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures the first answer of a server that was just started.")
    parser.add_argument("muster")
    parser.add_argument("ledger")
    parser.add_argument("output", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory(prefix="muster-first-answer-") as name:
            entries = measure(given.muster, given.ledger, given.rounds, Path(name))
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    given.output.write_text(json.dumps(entries, ensure_ascii=False))
    return 0


def measure(muster: str, ledger: str, rounds: int, folder: Path) -> list[dict]:
    token = a_token(muster, ledger, folder)
    path = f"/v1/districts/{district(muster, ledger, folder)}"
    replays: list[float] = []
    starts: list[Start] = []
    events = 0
    # A first round of everything is not counted.
    for round in range(rounds + 1):
        replay = json.loads(run([muster, "replay", "--ledger", ledger, "--json"], folder))
        started = start(muster, ledger, path, token, folder)
        events = replay["events"]
        if round > 0:
            replays.append(replay["seconds"])
            starts.append(started)

    entries: list[dict] = []

    def entry(name: str, value: float, unit: str, denominator: str | None = None, other: float | None = None) -> None:
        ratio = None if other is None else round_off(value / other)
        entries.append(
            {"name": name, "value": round_off(value), "unit": unit, "ratio": ratio, "denominator": denominator})
        print(f"{name:<52}{value:>10.4g} {unit:<24}{'' if ratio is None else f'{ratio:.3g}× {denominator}'}")

    replay = statistics.median(replays)
    answered = statistics.median(one.answered for one in starts)
    beyond = statistics.median(one.answered - alone for one, alone in zip(starts, replays))
    memory = statistics.median(one.memory for one in starts)
    entry("first answer, events in the log", events, "events")
    entry("replay alone, opening included", replay * 1e3, "ms")
    entry("server, start to first answer", answered * 1e3, "ms", "replay alone, opening included", replay * 1e3)
    entry("server, first answer beyond the replay", beyond * 1e3, "ms")
    entry("server, start to its address", statistics.median(one.listening for one in starts) * 1e3, "ms")
    entry("server, an inbox after that, its titles unread", statistics.median(one.inbox for one in starts) * 1e3, "ms")
    entry("server, private memory after its first answers", memory / 1e6, "MB")
    entry("server, private memory of a million events", memory / events, "MB/million events")
    return entries


def round_off(value: float) -> float:
    return float(f"{value:.6g}")


if __name__ == "__main__":
    sys.exit(main())
