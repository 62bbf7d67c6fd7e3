"""Kills muster at random moments and looks whether anything acknowledged was lost. Scripts/torture says how to call it."""

import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

CENTRE = "区指挥中心/值班长"
SECURITY = "区指挥中心/安全管理员"


class Fault(Exception):
    """Something that must not be."""


class Torture:
    def __init__(self, program, folder, options):
        self.program = program
        self.folder = folder
        self.ledger = folder / "torture.muster"
        self.options = options
        self.random = random.Random(options.seed)
        self.acknowledged = []
        self.sent = []
        self.kills = self.early = self.erasures = self.verifications = 0
        self.usual = 0.2
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "MUSTER_LEDGER": str(self.ledger),
            "MUSTER_LANG": "en",
        }

    def run(self, *arguments, check=True):
        done = subprocess.run(
            [self.program, *arguments], env=self.environment, capture_output=True, text=True, timeout=300)
        if check and done.returncode != 0:
            raise Fault(f"{' '.join(arguments)}: status {done.returncode}: {done.stderr.strip()}")
        return done

    def prepare(self):
        self.run("generate", "--events", str(self.options.entries), "--seed", "1", "--open", "500")
        start = time.monotonic()
        self.act("first", kill=False)
        self.usual = time.monotonic() - start

    def act(self, name, kill=True):
        """Registers a unit; whether it was acknowledged."""
        arguments = [
            "unit", "register", f"部门 {name}", "--short", name, "--kind", "department", "--as", CENTRE, "--command-id",
            f"torture/{name}", "--json",
        ]
        self.sent.append(name)
        if self.hit(arguments, kill):
            self.acknowledged.append(name)

    def hit(self, arguments, kill=True):
        """Runs a command and kills it at a random moment; whether it came to its end before."""
        process = subprocess.Popen(
            [self.program, *arguments], env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            out, error = process.communicate(timeout=self.random.uniform(0, 1.3 * self.usual) if kill else 120)
        except subprocess.TimeoutExpired:
            process.kill()
            out, error = process.communicate()
            self.kills += 1
            # It may have been answered in the moment before.
            return '"first":' in out
        self.early += 1
        if process.returncode != 0:
            raise Fault(f"{' '.join(arguments)}: status {process.returncode}: {error.strip()}")
        return True

    def verify(self):
        self.verifications += 1
        answer = self.run("audit", "verify", "--deep", "--json", check=False)
        if answer.returncode != 0:
            raise Fault(f"audit verify --deep: status {answer.returncode}: {answer.stdout[:2000]}{answer.stderr[:500]}")
        return json.loads(answer.stdout)

    def look(self):
        """Every acknowledged act is in the log once; every other that is there was sent, and is there once too."""
        counts = {}
        for line in self.run("log", "--from", str(self.options.entries)).stdout.splitlines():
            name = json.loads(line)["commandid"]
            if name.startswith("torture/"):
                counts[name.removeprefix("torture/")] = counts.get(name.removeprefix("torture/"), 0) + 1
        lost = [name for name in self.acknowledged if name not in counts]
        if lost:
            raise Fault(f"acknowledged and not in the log: {lost[:10]}")
        doubled = [name for name, count in counts.items() if count > 1]
        if doubled:
            raise Fault(f"more than once in the log: {doubled[:10]}")
        foreign = set(counts) - set(self.sent)
        if foreign:
            raise Fault(f"never sent: {sorted(foreign)[:10]}")
        return counts

    def erasures_under_fire(self):
        """Texts of generated whistles, erased by a command that is killed; the next one brings it to its end."""
        number = self.erasures + 1
        whistle = f"W2025-{number:06d}"
        shown = self.run("show", whistle, "--json", check=False)
        if shown.returncode != 0:
            return
        title = json.loads(shown.stdout)["title"]
        self.erasures += 1
        arguments = ["erase", "--whistle", whistle, "--basis", "retentionExpired", "--as", SECURITY, "--json"]
        self.hit(arguments)
        # Whatever was begun is ended by whoever opens the ledger next, and what was not begun is asked for again.
        again = self.run(*arguments, check=False)
        if again.returncode != 0:
            raise Fault(f"erasing again: {again.stderr.strip()}")
        if title and json.loads(self.run("show", whistle, "--json").stdout)["title"] == title:
            raise Fault(f"the title of {whistle} is still there")

    def two_writers(self):
        """A second writer is refused in words while the first is there, and gets in when that was killed."""
        token = self.folder / "centre.token"
        self.run("token", "issue", CENTRE, "--out", str(token), "--as", SECURITY)
        server = subprocess.Popen(
            [self.program, "serve", "--ledger", str(self.ledger), "--listen", "127.0.0.1:0"],
            env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            # The first request opens the ledger.
            self.run("today", "--server", server.stdout.readline().strip(), "--token-file", str(token))
            held = self.run(
                "unit", "register", "第二写入者", "--short", "二写", "--kind", "department", "--as", CENTRE, "--json",
                check=False)
        finally:
            server.kill()
            server.wait()
        if held.returncode != 5 or '"held"' not in held.stderr:
            raise Fault(f"the second writer: status {held.returncode}: {held.stderr.strip()}")
        self.act("after-server", kill=False)

    def go(self):
        self.prepare()
        number = 0
        while self.kills < self.options.kills:
            number += 1
            self.act(f"t{number}")
            if number % 20 == 0:
                self.erasures_under_fire()
            if number % 97 == 0:
                self.hit(["backup", str(self.folder / f"backup-{number}.muster")])
                for leftover in self.folder.glob("backup-*"):
                    shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
            if number % 150 == 0:
                self.verify()
                self.look()
                self.say_progress()
        self.two_writers()
        found = self.look()
        return self.verify(), found

    def say_progress(self):
        print(f"{self.kills} of {self.options.kills} kills …", file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(prog="Scripts/torture")
    parser.add_argument("program", help=argparse.SUPPRESS)
    parser.add_argument("--kills", type=int, default=2000, help="how often to kill (2000)")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="what the moments follow from (the time)")
    parser.add_argument("--entries", type=int, default=65490, help="how long the ledger is at the beginning (65490)")
    parser.add_argument(
        "--control", action="store_true", help="believe in an act that was never sent: this has to end with status 1")
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="muster-torture-"))
    torture = Torture(options.program, folder, options)
    try:
        if options.control:
            torture.acknowledged.append("never-sent")
        report, found = torture.go()
    except (Fault, subprocess.TimeoutExpired) as fault:
        print(f"torture: {fault}\nThe ledger and all beside it: {folder}", file=sys.stderr)
        return 1
    unanswered = len(found) - len(set(torture.acknowledged) & set(found))
    print(f"kills                                {torture.kills}, and {torture.early} that came too late")
    print(f"acknowledged, each once in the log   {len(torture.acknowledged)} of {len(torture.sent)} acts sent")
    print(f"not answered and in the log          {unanswered}, each once")
    print(f"erasures under fire                  {torture.erasures}")
    print(f"verified to the end                  {torture.verifications} times, {report['size']} entries, equal")
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
