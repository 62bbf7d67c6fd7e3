"""Measures ledgers of growing size: see Scripts/measure-growth."""

import json
import os
import statistics
import subprocess
import sys
import time


def answer(command):
    """What a command says on its standard output; ends everything if it fails."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def ledger(muster, folder, events):
    path = os.path.join(folder, f"{events}.muster")
    if os.path.exists(path):
        return path, None
    begin = time.monotonic()
    answer([muster, "generate", "--ledger", path, "--events", str(events), "--seed", "1"])
    return path, time.monotonic() - begin


def memory(side_by_side, folder, path):
    """Bytes of private resident memory after the replay, in a process that does nothing else."""
    output = os.path.join(folder, "memory.json")
    answer([side_by_side, "memory", "--ledger", path, "--json", output])
    with open(output, encoding="utf-8") as file:
        figures = {figure["name"]: figure["value"] for figure in json.load(file)}
    os.remove(output)
    return figures["private memory after replay"] * 1e6


def measure(muster, side_by_side, folder, events):
    path, generated = ledger(muster, folder, events)
    # The first one brings the file into the cache.
    replays = [json.loads(answer([muster, "replay", "--ledger", path, "--json"])) for _ in range(6)][1:]
    figures = {
        "events": replays[0]["events"],
        "replaySeconds": statistics.median(replay["seconds"] for replay in replays),
        "replayMemory": memory(side_by_side, folder, path),
        "fileBytes": os.path.getsize(path),
    }
    if generated is not None:
        figures["generateSeconds"] = generated
    # On a copy: what is appended says nothing.
    copy = os.path.join(folder, "latency.muster")
    subprocess.run(["cp", "--reflink=auto", path, copy], check=True)
    # Or the appends would wait for the copy to reach the disk.
    os.sync()
    figures.update(json.loads(answer([side_by_side, "latency", "--ledger", copy])))
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


main()
