"""Makes the disk fail at every single call of muster's commands and looks what becomes of the ledger.

    Scripts/try_faults.py MUSTER SHIM [--every N] [--seed S] [--control]

SHIM is Scripts/failing_disk.c, compiled. A row of commands is run on one ledger, from `init` to `restore`. Each is run
first without a fault, which counts its calls; then once for each call and each way in which that can fail, from the
same files: once, and from there on. It may succeed, or say what is wrong with the disk and leave the ledger as it was;
without the fault it then has to succeed with the same command id, the act has to be in the log exactly once, and the
ledger has to verify and to sign a head. With --every N only one in N of the cases is tried, from a random one on.

With --control a lost act, a doubled one and an unclear error are made up, and each has to be found.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from load_http import member
from trial_district import CENTRE, CODE, SLIP, STREET, say

# Letters in the text that is erased, looked for in parts since sealed texts are compressed.
MARK = "qzjxkvbwpyghmfdlcurtnsoaeiQ"
PATIENCE = 60
# What is said of a disk. `missing`: what could not be made is not there.
CLEAR = {
    "noSpace", "io", "outcomeUnknown", "fileUnreadable", "fileUnwritable", "headUnreadable", "keyUnreadable",
    "erasureUnfinished",
}  # fmt: skip
# After these the act may stand in the log.
OPEN = {"outcomeUnknown", "erasureUnfinished", "headUnreadable", "keyUnreadable"}
WRITES = ("write", "pwrite", "pwrite64")
READS = ("opening", "read", "pread", "pread64")
SYNCS = ("fsync", "fdatasync", "ftruncate", "ftruncate64")


@dataclass(frozen=True)
class Step:
    name: str
    words: tuple[str, ...]
    command: str | None = None
    # Where the ledger lies afterwards, if it is another.
    ledger: str = "trial.muster"
    # Whether it may be refused as done when it is tried again: its answer alone was lost.
    done: tuple[str, ...] = ()
    # The file that it makes, and never replaces.
    leaves: str = ""
    # After this error the act may be in the log: what could not be written is what it answers.
    tells: str = ""


def steps(disk: Path) -> tuple[list[Step], list[Step]]:
    """What prepares, in front, and what is tried."""
    register = ("unit", "register")
    prepared = [
        Step("street", (*register, "雁塔区小寨路街道办事处", "--short", STREET, "--kind", "street", "--code", "S1", "--as", CENTRE)),
        Step("department", (*register, "雁塔区区住建局", "--short", "区住建局", "--kind", "department", "--code", "D1", "--as", CENTRE)),
        Step("chief", ("post", "assign", STREET, "主任", "s-01", "--chief", "--as", CENTRE)),
        Step("clerk", ("post", "assign", STREET, "经办", "s-02", "--as", CENTRE)),
    ]  # fmt: skip
    matter = (
        "raise", "--title", "房屋产证办不下来", "--category", "公共设施", "--place", "金裕云顶小区",
        "--why-not-alone", f"涉及历史遗留手续 {MARK}", "--lead", "区住建局", "--approved-by", f"{STREET}/主任",
        "--slip-sha256", SLIP, "--as", f"{STREET}/经办",
    )  # fmt: skip
    whistle = "XZL-{year}-1"
    tried = [
        Step("init", ("init", "--district", CODE, "--name", "雁塔区"), done=("alreadyThere",)),
        Step("raise", matter, "f-raise"),
        Step("attach", ("attach", whistle, str(disk.parent / "paper.txt"), "--caption", "现场照片", "--as", f"{STREET}/经办"), "f-attach"),
        Step("token", ("token", "issue", f"{STREET}/经办", "--out", str(disk / "clerk.token"), "--as", CENTRE), "f-token",
             leaves="clerk.token", tells="fileUnwritable"),
        Step("checkpoint", ("audit", "checkpoint")),
        Step("erase", ("erase", "--whistle", whistle, "--basis", "retentionExpired", "--as", CENTRE), "f-erase"),
        # Who looks for traces of a forger must not take a broken disk for one.
        Step("verify", ("audit", "verify")),
        Step("backup", ("backup", str(disk / "copy.muster")), leaves="copy.muster"),
        Step("restore", ("restore", str(disk / "copy.muster")), ledger="again.muster", done=("alreadyThere",)),
    ]  # fmt: skip
    return prepared, tried


@dataclass(frozen=True)
class Case:
    step: int
    call: int
    name: str
    fault: str
    stays: bool

    def __str__(self) -> str:
        return f"call {self.call}, {self.name}: {self.fault}{' from then on' if self.stays else ''}"


class Fault(Exception):
    """Something is wrong with the product."""


class Trial:
    """One ledger in a folder of its own, as it is before each step."""

    def __init__(self, muster: str, shim: str, folder: Path) -> None:
        self.muster, self.shim, self.folder = muster, shim, folder
        self.disk, self.kept = folder / "disk", folder / "kept"
        self.disk.mkdir(parents=True)
        (folder / "paper.txt").write_text("一张现场照片\n" * 50)
        self.prepared, self.tried = steps(self.disk)
        self.whistle = ""

    def run(self, step: Step, words: tuple[str, ...] | None = None, **fault: str) -> subprocess.CompletedProcess:
        given = [word.replace("XZL-{year}-1", self.whistle) for word in (words or step.words)]
        if words is None and step.command:
            given += ["--command-id", step.command]
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder),
            "TMPDIR": str(self.folder), "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
        }  # fmt: skip
        if fault:
            environment |= {"LD_PRELOAD": self.shim, "FAILING_DISK": str(self.disk)} | fault
        try:
            return subprocess.run(
                [self.muster, *given, "--json", "--ledger", str(self.disk / step.ledger)],
                stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE, env=environment,
                cwd=self.folder)  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise Fault(f"'muster {' '.join(given)}' did not end in {PATIENCE} s") from error

    def prepare(self) -> list[list[tuple[str, str]]]:
        """Runs everything once; answers the calls of each step that is tried."""
        calls = []
        for index, step in enumerate(self.tried):
            self.copy(self.disk, self.kept / str(index))
            log = self.folder / "calls.txt"
            log.unlink(missing_ok=True)
            answer = self.run(step, FAILING_LOG=str(log))
            if answer.returncode != 0:
                raise Fault(f"{step.name} without a fault ended with {answer.returncode}: {answer.stdout}{answer.stderr}")
            if step.name == "raise":
                self.whistle = json.loads(answer.stdout)["whistle"]
            lines = [line.split(" ")[1:3] for line in log.read_text().splitlines()]
            calls.append([(name, path) for name, path in lines])
            for after in self.prepared if index == 0 else []:
                answer = self.run(after)
                if answer.returncode != 0:
                    raise Fault(f"{after.name}: {answer.stdout}{answer.stderr}")
        return calls

    @staticmethod
    def copy(source: Path, target: Path) -> None:
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)

    # One case

    def attempt(self, case: Case) -> str:
        """Answers what was said of the fault."""
        step = self.tried[case.step]
        self.copy(self.kept / str(case.step), self.disk)
        answer = self.run(
            step, FAILING_AT=str(case.call), FAILING_COUNT="1000000" if case.stays else "1", FAILING_WITH=case.fault)
        said = self.judge(step, answer)
        self.look(step, said, self.places(step))
        again = self.run(step)
        # What could not be taken away on a broken disk its owner has to, as he is told.
        if again.returncode != 0 and (left := step.leaves) and error_of(again)["code"] in ("fileThere", "alreadyThere"):
            if said == "done":
                return said
            (self.disk / left).unlink()
            again = self.run(step)
        if again.returncode != 0:
            code = error_of(again)["code"]
            # A ledger that was founded, or restored, and of which only the answer says otherwise is there.
            if code not in step.done or (said != "done" and not self.places(step)):
                raise Fault(f"said {said}; without the fault it ended with {again.returncode}: {again.stdout}{again.stderr}")
        self.look(step, "done", self.places(step))
        self.verify(step)
        return said

    @staticmethod
    def judge(step: Step, answer: subprocess.CompletedProcess) -> str:
        words = answer.stdout + answer.stderr
        if answer.returncode < 0 or answer.returncode >= 128:
            raise Fault(f"it crashed with {answer.returncode}: {words[-1000:]}")
        if answer.returncode == 0:
            return "done"
        error = error_of(answer)
        if error["code"] not in CLEAR:
            raise Fault(f"it ended with {answer.returncode} and says {error['code']}, which is not clear: {words[-1000:]}")
        if re.search(r"[:：]\s*[.。]?$", error["en"].strip()) or "Success" in error["en"]:
            raise Fault(f"it says nothing of the cause: {error['en']}")
        return error["code"]

    def places(self, step: Step) -> dict[str, list[int]] | None:
        """Where the log has each command; nil if there is no ledger."""
        if not (self.disk / step.ledger).exists():
            return None
        answer = self.run(step, ("log",))
        if answer.returncode != 0:
            raise Fault(f"the log can't be read: {answer.stdout}{answer.stderr}")
        found: dict[str, list[int]] = {}
        for position, line in enumerate(answer.stdout.encode().splitlines()):
            if int(member(line, b'"sequence":"')) != position:
                raise Fault(f"the entry at {position} says {line[:200].decode(errors='replace')}")
            found.setdefault(member(line, b'"commandid":"'), []).append(position)
        return found

    def look(self, step: Step, said: str, places: dict[str, list[int]] | None) -> None:
        if places is None:
            if said == "done":
                raise Fault("it said that it was done, and there is no ledger")
            return
        for command, found in places.items():
            if found != list(range(found[0], found[0] + len(found))):
                raise Fault(f"{command} is in the log more than once: {found}")
        before = [each.command for each in self.tried[: self.tried.index(step)] if each.command]
        for command in before + ([step.command] if step.command and said == "done" else []):
            if command not in places:
                raise Fault(f"{command} was acknowledged and is not in the log")
        if step.command in places and said not in OPEN | {"done", step.tells}:
            raise Fault(f"{step.command} was refused with {said} and is in the log")

    def verify(self, step: Step) -> None:
        for words in (("audit", "verify"), ("audit", "checkpoint")):
            # A ledger that was restored has no key beside it.
            if words[1] == "checkpoint" and not (self.disk / f"{step.ledger}.key").exists():
                continue
            answer = self.run(step, words)
            if answer.returncode != 0:
                raise Fault(f"'{' '.join(words)}' ended with {answer.returncode}: {answer.stdout}{answer.stderr}")
        if self.tried.index(step) >= next(i for i, each in enumerate(self.tried) if each.name == "erase"):
            for file in self.disk.glob("*"):
                data = file.read_bytes() if file.is_file() else b""
                if any(MARK[first : first + 9].encode() in data for first in range(0, len(MARK), 9)):
                    raise Fault(f"the text that was erased is in {file.name}")


def error_of(answer: subprocess.CompletedProcess) -> dict[str, str]:
    """The last error that was told; one before it is of the head that is signed at the end."""
    lines = (answer.stdout + "\n" + answer.stderr).splitlines()
    errors = [json.loads(line)["error"] for line in lines if line.startswith('{"error"')]
    return errors[-1] if errors else {"code": "nothing", "en": answer.stdout + answer.stderr}


def cases_of(calls: list[list[tuple[str, str]]]) -> list[Case]:
    cases = []
    for step, made in enumerate(calls):
        for number, (name, path) in enumerate(made, 1):
            # A full disk never keeps anybody from taking a file away.
            if name == "unlink":
                faults = ["error"]
            # Who holds the lock is written for people only, and nothing of the index outlives its users.
            elif path.endswith((".lock", "-shm")) and name in (*WRITES, *SYNCS, "unlink"):
                faults = ["full"]
            else:
                faults = ["full", "error", "short"] if name in WRITES else ["error"] if name in SYNCS + READS else ["full", "error"]
            cases += [Case(step, number, name, fault, stays) for fault in faults for stays in (False, True)]
    return cases


def control(muster: str, shim: str, folder: Path) -> int:
    """What would be wrong has to be found."""
    trial = Trial(muster, shim, folder)
    trial.prepare()
    step = trial.tried[1]
    failed = subprocess.CompletedProcess([], 1, "", '{"error":{"code":"damaged","en":"The ledger is damaged."}}')
    vague = subprocess.CompletedProcess([], 1, "", '{"error":{"code":"io","en":"The disk refused: "}}')
    crashed = subprocess.CompletedProcess([], -4, "", "")
    planted = (
        ("an act that was acknowledged and is not there", lambda: trial.look(step, "done", {})),
        ("an act that is there twice", lambda: trial.look(step, "done", {"f-raise": [3, 5]})),
        ("an act that was refused and is there", lambda: trial.look(step, "noSpace", {"f-raise": [3]})),
        ("an error that speaks of something else", lambda: trial.judge(step, failed)),
        ("an error that names no cause", lambda: trial.judge(step, vague)),
        ("a crash", lambda: trial.judge(step, crashed)),
    )
    missed = 0
    for name, plant in planted:
        found = "not found"
        try:
            plant()
            missed += 1
        except Fault as fault:
            found = str(fault)
        print(f"{name:<48} {found[:100]}")
    return 1 if missed else 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Makes the disk fail at every call of muster's commands.")
    parser.add_argument("muster")
    parser.add_argument("shim")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1, 2**31))
    parser.add_argument("--step", help="only this one")
    parser.add_argument("--control", action="store_true")
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="muster-faults-")).resolve()
    muster = str(Path(shutil.which(given.muster) or given.muster).resolve())
    try:
        if given.control:
            return control(muster, given.shim, folder / "control")
        workers = os.cpu_count() or 1
        trials = [Trial(muster, given.shim, folder / str(number)) for number in range(workers)]
        calls = [trial.prepare() for trial in trials][0]
        cases = cases_of(calls)
        names = [step.name for step in trials[0].tried]
        chosen = [each for each in cases if not given.step or names[each.step] == given.step]
        chosen = chosen[random.Random(given.seed).randrange(given.every) :: given.every]
        counts: Counter = Counter()
        faults: list[str] = []
        free, lock, began = list(trials), Lock(), time.monotonic()

        def attempt(case: Case) -> None:
            with lock:
                trial = free.pop()
            try:
                said = trial.attempt(case)
                with lock:
                    counts[names[case.step], said] += 1
            except Fault as fault:
                path = calls[case.step][case.call - 1][1].split("/disk")[-1]
                with lock:
                    faults.append(f"{names[case.step]}, {case} {path}: {fault}")
            finally:
                with lock:
                    free.append(trial)

        with ThreadPoolExecutor(workers) as pool:
            list(pool.map(attempt, chosen))
        for index, name in enumerate(names):
            told = ", ".join(f"{said} {count}" for (step, said), count in sorted(counts.items()) if step == name)
            print(f"{name:<12} {len(calls[index]):>4} calls   {told}")
        print(f"{len(chosen)} of {len(cases)} cases in {time.monotonic() - began:.0f} s, seed {given.seed}")
        for fault in faults[:40]:
            print(f"✗ {fault}")
        if faults:
            say(f"{len(faults)} cases brought faults to light.", f"有 {len(faults)} 种情形发现问题。")
        return 1 if faults else 0
    except Fault as fault:
        print(f"✗ {fault}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
