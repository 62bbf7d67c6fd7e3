"""Kills a muster process with SIGKILL at random moments, many times, and looks whether anything was lost.

    Scripts/torture.py MUSTER [--kills N] [--seed S] [--control]

A campaign is a row of lives. Each begins with a copy of a prepared ledger, and every sixth with one that stands just
below 65,536 entries, where the first segment is sealed. In a life the process is killed up to twenty times: while it
opens the ledger, under the load of several connections (torture_load.py), while it seals, erases, signs and closes, and
as a single command. The next process has to open the ledger without help. Then every act that was answered has to stand
in the log exactly once and where its receipt says; those that were not answered are there whole or not at all, and are
sent again. At the end of a life the whole log is read and verified from its files, and what was erased must be nowhere
in them. The first fault ends the campaign; the ledger as it was found stays in a folder.

With --control faults are planted, one of each kind, and each has to be found.
"""

import argparse
import hashlib
import json
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from load_client import request
from load_http import member
from torture_load import Acts, Load, parts
from trial_district import ROOT, TrialDistrict, Trouble, say

SEGMENT = 65_536
# Where the ledger stands with which the sealing is met: one burst of acts below the end of the segment.
BELOW = SEGMENT - 136
KILLS_OF_A_LIFE = 20
# One life of so many meets the sealing, and another the head that is signed after ten seconds.
CYCLE = 6
HEAD = 10.0
# Kills while a segment is sealed, in each of these lives.
SEALING_KILLS = 12
# Kills by what the process is doing then, in percent; the rest is under load.
OPENING, CLOSING, COMMAND = 12, 12, 12
LONGEST_LOAD = 0.5


class Fault(Exception):
    """Something is wrong with the product: what, one line each."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def fail_if(lines: list[str]) -> None:
    if lines:
        raise Fault(*lines[:20], *([f"… {len(lines) - 20} more"] if len(lines) > 20 else []))


class Prepared:
    """The ledgers that lives begin with, and how long things take here without a kill."""

    def __init__(self, muster: str, folder: Path) -> None:
        self.muster = muster
        self.small, self.large = folder / "small", folder / "large"
        self.small.mkdir()
        self.district = TrialDistrict(muster, 3, kept=self.small)
        self.district.make()
        self.district.start()
        self.units = [department.code for department in self.district.departments]
        began = time.monotonic()
        self.size = self.district.ask("GET", ROOT, self.district.centre).json["size"]
        self.opening = time.monotonic() - began
        self.closing = self.stop(self.district)
        began = time.monotonic()
        self.district.run("audit", "checkpoint")
        self.command = time.monotonic() - began
        self.sealing = 0.0

    def stop(self, district: TrialDistrict) -> float:
        began = time.monotonic()
        if district.stop() != 0:
            raise Trouble("the server did not end in order")
        return time.monotonic() - began

    def copy(self, source: Path, folder: Path) -> TrialDistrict:
        """A district in a folder of its own, as it was prepared."""
        folder.mkdir(parents=True)
        for file in source.glob("trial.muster*"):
            shutil.copyfile(file, folder / file.name)
            shutil.copymode(file, folder / file.name)
        district = TrialDistrict(self.muster, 3, kept=folder)
        district.departments, district.centre, district.street = (
            self.district.departments, self.district.centre, self.district.street)  # fmt: skip
        return district

    def fill(self, scratch: Path) -> None:
        """Makes the ledger below the end of a segment, of imported cases, and measures a sealing on a copy."""
        district = self.copy(self.small, self.large)
        district.start()
        try:
            size = self.size
            while size < BELOW:
                first, count = size, min(500, BELOW - size)
                cases = [case(number) for number in range(first, first + count)]
                answer = district.ask(
                    "POST", f"{ROOT}/imports", district.centre, {"source": "12345", "cases": cases}, timeout=120)
                if answer.status != 200:
                    raise Trouble(f"the import was answered {answer.status}: {answer.body.decode()[:500]}")
                size = district.ask("GET", ROOT, district.centre).json["size"]
                if size <= first:
                    raise Trouble(f"the import added nothing: {answer.body.decode()[:500]}")
            self.stop(district)
        finally:
            district.__exit__()

        district = self.copy(self.large, scratch)
        district.start()
        try:
            cases = [case(SEGMENT + number) for number in range(500)]
            district.ask("POST", f"{ROOT}/imports", district.centre, {"source": "12345", "cases": cases}, timeout=120)
            began = time.monotonic()
            while not Sealing(district.ledger).is_over:
                if time.monotonic() - began > 120:
                    raise Trouble("the full segment was not sealed in two minutes")
                time.sleep(0.02)
            self.sealing = time.monotonic() - began
        finally:
            district.__exit__()
            shutil.rmtree(scratch)


def case(number: int) -> dict[str, str]:
    minute = 1_767_225_600 + 60 * number
    opened = time.strftime("%Y-%m-%dT%H:%M:00Z", time.gmtime(minute))
    return {
        "id": f"case-{number}", "openedAt": opened, "street": "小寨路街道", "department": "区住建局",
        "category": "市容环境", "title": f"第{number}件：夜间施工噪音", "place": "长安中路", "detail": f"来电反映第{number}次",
    }  # fmt: skip


class Sealing:
    """How far the first segment of a ledger is."""

    def __init__(self, ledger: Path) -> None:
        with closing(sqlite3.connect(f"file:{ledger}?mode=rw", uri=True, timeout=5)) as database:
            (self.segments,) = database.execute("SELECT count(*) FROM segment").fetchone()
            (drafts,) = database.execute("SELECT count(*) FROM columns").fetchone()
            (first,) = database.execute("SELECT min(first) FROM tail").fetchone()
        left = first is not None and first < SEGMENT
        self.goes_on = left if self.segments else drafts > 0
        self.is_over = self.segments > 0 and not left


class Life:
    """A ledger from its copy to its verification."""

    def __init__(self, campaign: "Campaign", number: int, seals: bool) -> None:
        self.campaign, self.prepared, self.counts = campaign, campaign.prepared, campaign.counts
        self.number, self.seals = number, seals
        self.random = random.Random(f"{campaign.seed}/{number}")
        source = self.prepared.large if seals else self.prepared.small
        self.district = self.prepared.copy(source, campaign.folder / f"life-{number}")
        self.acts = Acts(
            f"t{number}", self.district, self.prepared.units, random.Random(f"{campaign.seed}/{number}/acts"))
        # The log as far as it was read, by command id: first position, last position, entries.
        self.places: dict[str, list[int]] = {}
        self.read = BELOW if seals else self.prepared.size
        # The log as it was at the last verification.
        self.kept = (0, hashlib.sha256().hexdigest())
        self.round = 0
        self.notes: list[str] = []

    def note(self, words: str) -> None:
        self.notes.append(f"{self.round}: {words}")

    # The kills

    def kill_often(self, most: int) -> None:
        """So many kills at most, one of the end being left to the verification."""
        if self.seals:
            self.kill_sealing(most - 3)
        elif self.number % CYCLE == 2:
            self.kill_signing()
        ends = self.counts["kills"] + (2 if self.seals else most - (self.number % CYCLE == 2))
        while self.counts["kills"] < ends:
            self.kill_once()

    def kill_once(self) -> None:
        """Starts the server, sees what became of the acts before, and kills it or what comes after it."""
        self.round += 1
        moment, kind = self.random.random(), self.random.randrange(100)
        self.note(f"kind {kind}, {moment:.4f}")
        if kind < OPENING:
            self.kill_opening(1.2 * self.prepared.opening * moment)
            return
        self.open()
        load = Load(self.acts, LONGEST_LOAD * moment)
        if kind < OPENING + CLOSING:
            load.end = lambda: self.district.server.send_signal(signal.SIGTERM)
            load.last = 1.2 * max(0.02, self.prepared.closing) * self.random.random()
        self.kill_under(load)
        if OPENING + CLOSING <= kind < OPENING + CLOSING + COMMAND:
            self.kill_command()

    def kill_signing(self) -> None:
        """A kill about when a head is signed, ten seconds after the first act."""
        self.round += 1
        self.open()
        self.kill_under(Load(self.acts, 30, from_size=self.acts.end + 1, then=HEAD - 0.02 + 0.1 * self.random.random()))

    def kill_sealing(self, most: int) -> None:
        """Kills from the act on that fills the segment. Once it is sealed nevertheless, the files are put back as the
        first kill left them, and it is sealed again."""
        self.round += 1
        self.open()
        self.kill_under(Load(self.acts, 30, from_size=SEGMENT, then=0.5 * self.prepared.sealing * self.random.random()))
        left = self.campaign.folder / f"left-{self.number}"
        self.copy(self.district.folder, left)
        ends = self.counts["kills"] + min(most, SEALING_KILLS)
        while self.counts["kills"] < ends:
            # Whoever opens it seals, and a command ends when that is done.
            self.round += 1
            moment = self.random.random()
            self.note(f"sealing, {moment:.4f}")
            seconds = self.prepared.command + 1.1 * self.prepared.sealing * moment
            before = self.counts["kills"]
            status = self.kill_process(["audit", "checkpoint"], seconds, "command")
            if status > 0:
                raise Fault(f"'muster audit checkpoint' ended with {status} after the server had been killed")
            sealing = self.look()
            self.counts["in sealing"] += sealing.goes_on and self.counts["kills"] > before
            if sealing.is_over:
                self.counts["seals"] += 1
                self.copy(left, self.district.folder)
        shutil.rmtree(left)

    @staticmethod
    def copy(source: Path, folder: Path) -> None:
        """Puts all files of the ledger in the place of what is there."""
        folder.mkdir(exist_ok=True)
        for file in folder.glob("trial.muster*"):
            file.unlink()
        for file in source.glob("trial.muster*"):
            shutil.copy2(file, folder / file.name)

    def look(self) -> "Sealing":
        """How far the sealing had come, by a copy: to open the ledger itself would be help."""
        with tempfile.TemporaryDirectory(dir=self.campaign.folder) as copy:
            for file in self.district.folder.glob("trial.muster*"):
                if file.name.endswith((".muster", "-wal")):
                    shutil.copyfile(file, Path(copy) / file.name)
            return Sealing(Path(copy) / "trial.muster")

    def kill_under(self, load: Load) -> None:
        load.run(self.kill)
        fail_if(load.findings)

    def kill(self) -> None:
        self.counts["in erasing"] += self.acts.erasing > 0
        self.district.kill()
        # One that had closed by itself was not killed.
        self.counts["kills"] += self.district.server.returncode == -signal.SIGKILL

    def kill_opening(self, seconds: float) -> None:
        """A server opens its ledger at the first request; that one gets no answer."""
        self.start()
        asking = request("GET", "", self.district.centre)
        with closing(socket.create_connection(("127.0.0.1", self.district.port))) as connection:
            connection.sendall(asking)
            time.sleep(seconds)
            self.district.kill()
        self.counts["kills"] += 1
        self.counts["in opening"] += 1

    def start(self) -> None:
        try:
            self.district.start()
        except Trouble as trouble:
            raise Fault(f"after kill {self.counts['kills']} the server did not start: {trouble}") from trouble

    def kill_command(self) -> None:
        """A single act, or a head that is signed, by a process of its own; the server's end must not be in its way."""
        if self.random.random() < 0.5:
            command, arguments = None, ["audit", "checkpoint"]
        else:
            command, arguments = self.acts.embedded()
        moment = self.random.random()
        self.note(f"command {arguments}, {moment:.4f}")
        status = self.kill_process(arguments, 1.5 * self.prepared.command * moment, "command")
        if status == 0 and command:
            self.acts.unanswered.pop(command)
            self.acts.answered[command] = None
        elif status > 0:
            raise Fault(f"'muster {' '.join(arguments)}' ended with {status} after the server had been killed")

    def kill_process(self, arguments: list[str], seconds: float, kind: str) -> int:
        words = [self.district.muster, *arguments, "--ledger", str(self.district.ledger)]
        out = self.district.folder / f"{kind}-{self.round}.txt"
        with out.open("wb") as file:
            process = subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=file, stderr=file, cwd=self.district.folder,
                env=self.district.environment() | {"MUSTER_LOG_LEVEL": "warning"})  # fmt: skip
        try:
            status = process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            status = process.wait(timeout=30)
        self.counts["kills"] += status == -signal.SIGKILL
        self.counts[f"in {kind}"] += status == -signal.SIGKILL
        return status

    # What has to hold after each

    def open(self) -> None:
        self.start()
        self.read_on()
        self.compare()
        self.send_again()

    def read_on(self) -> None:
        """Reads what is new in the log, by the server's feed."""
        while True:
            answer = self.district.ask("GET", f"{ROOT}/events?after={self.read}&limit=500", self.district.centre)
            if answer.status != 200:
                raise Fault(
                    f"after kill {self.counts['kills']} the feed after {self.read} was answered {answer.status}: "
                    + answer.body.decode(errors="replace"))
            page = answer.json
            for item in page["events"]:
                command, position = item["entry"]["commandid"], item["position"]
                if position != self.read:
                    raise Fault(f"the feed has {position} after {self.read - 1}")
                put(self.places, command, position)
                self.read += 1
            if self.read >= page["size"]:
                break
        self.acts.end = self.read

    def compare(self) -> None:
        """Every answered act once and where its receipt says; of the others whole ones or none."""
        acts, faults = self.acts, compare(self.places, self.acts)
        for command in acts.unanswered:
            answer = self.district.ask("GET", f"{ROOT}/commands/{quote(command, safe='')}", self.district.centre)
            place = self.places.get(command)
            known = (answer.json["first"], answer.json["last"]) if answer.status == 200 else None
            if answer.status not in (200, 404) or known != (place and (place[0], place[1])):
                faults.append(f"{command}: asked for it {answer.status} {known}, in the log {place}")
            self.counts["unanswered"] += 1
            self.counts["of these in the log"] += place is not None
        fail_if(faults)

    def send_again(self) -> None:
        """Sends what was not answered once more, as a client does."""
        acts, faults = self.acts, []
        for command, sent in list(acts.unanswered.items()):
            path, token, body = sent
            headers = {"Idempotency-Key": f'"{command}"'}
            answer = self.district.ask("POST", f"{ROOT}{path}", token, body, headers)
            if answer.status not in (200, 201):
                faults.append(f"{command}: sent again {answer.status} {answer.body.decode(errors='replace')[:300]}")
                continue
            if answer.json["repeated"] != (command in self.places):
                faults.append(f"{command}: in the log {command in self.places}, repeated {answer.json['repeated']}")
            acts.done(command, answer.json)
            self.counts["retried"] += 1
        fail_if(faults)
        self.read_on()
        fail_if(compare(self.places, acts))

    # What has to hold at the end of a life

    def verify(self) -> None:
        """Reads the whole log from its files, beside the server, and looks for what was erased."""
        self.open()
        # It waits three seconds for the lock, so not in each life.
        if self.number % 2:
            self.second_writer()
        entries, places = self.log(), {}
        whole, size = hashlib.sha256(), 0
        before = self.kept[1] if self.kept[0] == 0 else None
        for line in entries:
            if size == self.kept[0]:
                before = whole.hexdigest()
            whole.update(line)
            put(places, member(line, b'"commandid":"'), size)
            if int(member(line, b'"sequence":"')) != size:
                raise Fault(f"the entry at {size} says {line[:200].decode(errors='replace')}")
            size += 1
        if size == self.kept[0]:
            before = whole.hexdigest()
        if before != self.kept[1]:
            raise Fault(f"the first {self.kept[0]} entries are others than at the last verification")
        self.kept = (size, whole.hexdigest())
        fail_if(compare(places, self.acts))
        if size != self.read:
            raise Fault(f"the files hold {size} entries, the feed has {self.read}")
        self.counts["answered"] += len(self.acts.answered)
        self.counts["found"] += sum(command in places for command in self.acts.answered)
        self.counts["erasures"] += len(self.acts.erased)
        self.audit()
        self.search()

    def log(self) -> list[bytes]:
        try:
            return list(self.district.entries())
        except Trouble as trouble:
            raise Fault(str(trouble)) from trouble

    def audit(self) -> None:
        words = [self.district.muster, "audit", "verify", "--deep", "--json", "--ledger", str(self.district.ledger)]
        done = subprocess.run(
            words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300,
            env=self.district.environment())  # fmt: skip
        try:
            result = json.loads(done.stdout)["result"]
        except (ValueError, KeyError):
            result = None
        if done.returncode != 0 or result != "equal":
            raise Fault(f"verify ended with {done.returncode}: {done.stdout}{done.stderr}")
        self.counts["verifications"] += 1

    def search(self) -> None:
        """Looks for erased texts in all files of the ledger, and for others to see that looking finds them."""
        content = {file.name: file.read_bytes() for file in self.district.folder.glob("trial.muster*")}
        faults = []
        for command, mark in self.acts.erased.items():
            for name, data in content.items():
                if any(data.find(part.encode()) >= 0 for part in parts(mark)):
                    faults.append(f"{command}: the text {mark}, which was erased, is in {name}")
            self.counts["erased texts looked for"] += 1
        marks = self.acts.kept_marks()
        for mark in marks[:3] + marks[-3:]:
            if not any(data.find(part.encode()) >= 0 for data in content.values() for part in parts(mark)):
                faults.append(f"the text {mark}, which nobody erased, was not found")
        fail_if(faults)

    def second_writer(self) -> None:
        """While the server holds the ledger nobody else writes; after its kill the next one does, by itself."""
        arguments = self.acts.embedded(remember=False)[1]
        refused = self.run(arguments)
        if refused.returncode == 0 or '"held"' not in refused.stdout + refused.stderr:
            raise Fault(f"a second writer ended with {refused.returncode}: {refused.stdout}{refused.stderr}")
        self.district.kill()
        self.counts["kills"] += 1
        command, arguments = self.acts.embedded()
        done = self.run(arguments)
        if done.returncode != 0:
            raise Fault(f"after the holder's end: {done.returncode}: {done.stdout}{done.stderr}")
        del self.acts.unanswered[command]
        self.acts.answered[command] = None
        self.counts["second writers"] += 1
        self.open()

    def run(self, arguments: list[str]) -> subprocess.CompletedProcess:
        return subprocess.run(
            [self.district.muster, *arguments, "--json", "--ledger", str(self.district.ledger)],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, env=self.district.environment(),
        )  # fmt: skip

    def end(self) -> None:
        self.district.__exit__()
        shutil.rmtree(self.district.folder)


def put(places: dict[str, list[int]], command: str, position: int) -> None:
    place = places.setdefault(command, [position, position, 0])
    place[1] = position
    place[2] += 1


def compare(places: dict[str, list[int]], acts: Acts) -> list[str]:
    faults = []
    for command, receipt in acts.answered.items():
        place = places.get(command)
        if place is None:
            faults.append(f"{command}: answered with {receipt}, and not in the log")
        elif place != [place[0], place[1], place[1] - place[0] + 1]:
            faults.append(f"{command}: more than once or torn in the log: {place}")
        elif receipt and (place[0], place[1]) != receipt:
            faults.append(f"{command}: answered with {receipt}, in the log at {place}")
    for command, place in places.items():
        if not command.startswith(acts.prefix):
            continue
        if command not in acts.answered and command not in acts.unanswered:
            faults.append(f"{command}: in the log, and nobody sent it")
        elif (wanted := acts.length(command)) and place[2] != wanted:
            faults.append(f"{command}: {place[2]} entries in the log, not {wanted}")
    return faults


class Campaign:
    def __init__(self, given: argparse.Namespace, folder: Path) -> None:
        self.seed, self.kills, self.folder = given.seed, given.kills, folder
        self.counts: Counter = Counter()
        self.prepared = Prepared(given.muster, folder)
        self.life: Life | None = None

    def run(self) -> None:
        self.prepared.fill(self.folder / "scratch")
        print(
            f"seed {self.seed}; opening {self.prepared.opening:.2f} s, closing {self.prepared.closing:.2f} s, "
            f"command {self.prepared.command:.2f} s, sealing {self.prepared.sealing:.2f} s", flush=True)  # fmt: skip
        number = 0
        began = time.monotonic()
        while self.counts["kills"] < self.kills:
            number += 1
            self.life = Life(self, number, seals=number % CYCLE == 1)
            # The last kill of a life may be that of a holder whose place the next one takes.
            self.life.kill_often(max(1, min(self.kills - self.counts["kills"], KILLS_OF_A_LIFE) - 1))
            self.life.verify()
            self.life.end()
            self.life = None
            seconds = time.monotonic() - began
            print(f"  life {number}: {self.counts['kills']} kills in {seconds:.0f} s", flush=True)

    def control(self) -> list[str]:
        """Plants faults, one life each; answers those that were not found, or not for what they are."""
        missed = []
        for number, (name, plant, look, words) in enumerate(CONTROLS, 1):
            self.life = life = Life(self, number, seals=False)
            for _ in range(3):
                life.kill_once()
            life.open()
            life.district.stop()
            plant(life)
            found = ""
            try:
                look(life)
            except Fault as fault:
                found = fault.lines[0]
            if words not in found:
                missed.append(name)
            print(f"{name:<44} {found[:120] or 'not found'}{'' if words in found else '   ✗'}", flush=True)
            life.end()
            self.life = None
        return missed


# What the control plants.


def plant_lost(life: Life) -> None:
    life.acts.answered[f"{life.acts.prefix}-never"] = (life.read, life.read)


def plant_unsent(life: Life) -> None:
    del life.acts.answered[next(iter(life.acts.answered))]


def plant_text(life: Life) -> None:
    life.acts.erased[f"{life.acts.prefix}-never"] = life.acts.kept_marks()[0]


def plant_bytes(life: Life) -> None:
    """Another word in an entry, as only somebody who writes into the file could."""
    with closing(sqlite3.connect(life.district.ledger)) as database, database:
        first, entries = database.execute("SELECT first, entries FROM tail ORDER BY first LIMIT 1").fetchone()
        changed = entries.replace("雁塔区".encode(), "莲湖区".encode(), 1)
        database.execute("UPDATE tail SET entries = ? WHERE first = ?", (changed, first))


CONTROLS = (
    ("an answered act that is not in the log", plant_lost, Life.verify, "and not in the log"),
    ("an act in the log that nobody sent", plant_unsent, Life.verify, "in the log, and nobody sent it"),
    ("a text that is said to be erased and is not", plant_text, Life.verify, "which was erased, is in trial.muster"),
    # A server would not even open it: its newest head is of other entries.
    ("an entry that was changed in the file", plant_bytes, Life.audit, '"differs"'),
)

ROWS = (
    "kills", "in opening", "in command", "in sealing", "in erasing", "answered", "found", "unanswered",
    "of these in the log", "retried", "seals", "erasures", "erased texts looked for", "second writers", "verifications",
)  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description="Kills muster many times and looks whether anything was lost.")
    parser.add_argument("muster")
    parser.add_argument("--kills", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1, 2**31))
    parser.add_argument("--control", action="store_true")
    given = parser.parse_args()
    if given.kills < 2:
        parser.error("at least 2 kills")
    folder = Path(tempfile.mkdtemp(prefix="muster-torture-"))
    campaign, keeps = None, False
    try:
        campaign = Campaign(given, folder)
        if given.control:
            return 1 if campaign.control() else 0
        campaign.run()
        for row in ROWS:
            print(f"{row:<26} {campaign.counts[row]:>9}")
        print(f"{'seed':<26} {given.seed:>9}")
        return 0
    except Fault as fault:
        keeps = True
        print(f"✗ seed {given.seed}, life {campaign.life.number}, kill {campaign.counts['kills']}", flush=True)
        for line in fault.lines:
            print(f"  {line}")
        (folder / "what.txt").write_text("\n".join([*fault.lines, "", *campaign.life.notes, ""]))
        say(f"The ledger as it was found: {folder}", f"账本原样保留在：{folder}")
        return 1
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    finally:
        if campaign and campaign.life:
            campaign.life.district.__exit__()
        if not keeps:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
