"""Measures ledgers of growing size: see Scripts/measure-growth."""

import json
import os
import resource
import statistics
import subprocess
import sys
import time


def run(command):
    """Runs a command; seconds on the wall, processor seconds, and the most memory it held (bytes)."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - begin
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)}: status {process.returncode}\n{errors.decode()}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def median_of(times, command):
    samples = [run(command) for _ in range(times)]
    return [statistics.median(column) for column in zip(*samples)]


def ledger(muster, folder, events):
    path = os.path.join(folder, f"{events}.muster")
    if os.path.exists(path):
        return path, None
    begin = time.monotonic()
    run([muster, "generate", "--ledger", path, "--events", str(events), "--seed", "1"])
    return path, time.monotonic() - begin


def measure(muster, side_by_side, folder, events):
    path, generated = ledger(muster, folder, events)
    replay = median_of(5, [muster, "replay", "--ledger", path])
    figures = {
        "events": events,
        "replaySeconds": replay[0],
        "replayCPU": replay[1],
        "replayMemory": replay[2],
        "fileBytes": os.path.getsize(path),
    }
    if generated is not None:
        figures["generateSeconds"] = generated
    # On a copy: what is appended says nothing.
    copy = os.path.join(folder, "latency.muster")
    subprocess.run(["cp", "--reflink=auto", path, copy], check=True)
    answer = subprocess.run([side_by_side, "latency", "--ledger", copy], check=True, capture_output=True)
    figures.update(json.loads(answer.stdout))
    for suffix in ("", "-wal", "-shm", ".lock"):
        if os.path.exists(copy + suffix):
            os.remove(copy + suffix)
    return figures


def main():
    muster, side_by_side, folder, output, *sizes = sys.argv[1:]
    rows = []
    for size in sorted(int(size) for size in sizes):
        rows.append(measure(muster, side_by_side, folder, size))
        print(json.dumps(rows[-1]), flush=True)
    with open(output, "w", encoding="utf-8") as file:
        json.dump(rows, file, indent=2)


resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
main()
