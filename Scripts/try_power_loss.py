"""Cuts the power of a real file system under a muster server, many times, and looks whether anything was lost.

    Scripts/try_power_loss.py MUSTER DISK [--rounds N] [--seed S] [--control SHIM]

DISK is an empty folder where this mounts an ext4 image of its own, through a loop device. In a round a server answers
acts over several connections (torture_load.py), and what was answered is remembered outside that file system. Then
ext4 is shut down by its own ioctl without writing its journal: everything that was not synchronised is gone, as when the
power fails. It is mounted again, which plays the journal back; the next server has to open the ledger without help, every
act that was answered has to be in the log exactly once and where its receipt says, the ledger has to verify, to sign a
head that extends the last one, and what was erased has to be nowhere in its files. The checks are those of torture.py.

With --control the server's synchronisations are swallowed (SHIM is Scripts/failing_disk.c, compiled), as with
`synchronous=OFF` or a disk that lies: then acts that were answered have to be lost, or the trial would show nothing.
"""

import argparse
import fcntl
import os
import random
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from torture import Fault, Life, Prepared
from torture_load import Load
from trial_district import Trouble, say

# _IOR('X', 125, __u32) of linux/fs/ext4: the file system ends at once; 2 is EXT4_GOING_FLAGS_NOLOGFLUSH.
EXT4_IOC_SHUTDOWN = 0x8004587D
NO_LOG_FLUSH = 2
# Sparse, and so large that the server finds room enough to be ready.
MEBIBYTES = 4096
LONGEST_LOAD = 1.5
# For so long a stopped server's answers are read.
STOPPED = 0.05
# Rounds of one ledger.
LIFE = 5


class Skipped(Exception):
    """This machine does not allow the trial."""


class Disk:
    """An ext4 file system in an image, mounted in a folder."""

    def __init__(self, folder: Path, image: Path) -> None:
        self.folder, self.image, self.device = folder, image, ""

    def run(self, *words: str) -> subprocess.CompletedProcess:
        return subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)

    def make(self) -> None:
        with self.image.open("wb") as file:
            file.truncate(MEBIBYTES << 20)
        made = self.run("mkfs.ext4", "-q", "-F", str(self.image))
        if made.returncode != 0:
            raise Skipped(f"mkfs.ext4: {made.stderr.strip()}")
        found = self.run("losetup", "--find", "--show", str(self.image))
        if found.returncode != 0:
            raise Skipped(f"losetup: {found.stderr.strip()}")
        self.device = found.stdout.strip()
        if (answer := self.mount()) is not None:
            raise Skipped(f"mount: {answer}")

    def mount(self) -> str | None:
        # No commit of the journal but those that somebody asks for, as far as ext4 lets itself be told.
        mounted = self.run("mount", "-t", "ext4", "-o", "commit=300", self.device, str(self.folder))
        return None if mounted.returncode == 0 else mounted.stderr.strip()

    def cut(self) -> None:
        """The power fails."""
        handle = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, EXT4_IOC_SHUTDOWN, struct.pack("I", NO_LOG_FLUSH))
        except OSError as error:
            raise Skipped(f"EXT4_IOC_SHUTDOWN: {error.strerror}") from error
        finally:
            os.close(handle)

    def come_back(self) -> None:
        """Mounts again what is on the device; nothing of it is left in memory."""
        left = self.run("umount", str(self.folder))
        if left.returncode != 0:
            raise Trouble(f"umount: {left.stderr.strip()}")
        if (answer := self.mount()) is not None:
            raise Fault(f"the file system can't be mounted again: {answer}")

    def end(self) -> None:
        if os.path.ismount(self.folder) and self.run("umount", str(self.folder)).returncode != 0:
            self.run("umount", "--lazy", str(self.folder))
        if self.device:
            self.run("losetup", "--detach", self.device)
        self.image.unlink(missing_ok=True)


class PowerLife(Life):
    """A ledger on a disk whose power fails."""

    def __init__(self, trial: "Trial", number: int) -> None:
        super().__init__(trial, number, seals=False)
        self.disk = trial.disk
        self.district.settings = dict(trial.settings)

    def kill(self) -> None:
        """The power fails first; then the process goes too, which has been stopped."""
        self.counts["in erasing"] += self.acts.erasing > 0
        self.disk.cut()
        self.district.kill()
        self.counts["cuts"] += 1

    def kill_under(self, load: Load) -> None:
        """The server is stopped and what it has answered is read, before the power fails: a synchronisation that the
        cut meets may come back as if it had succeeded, which only a machine that goes on can see."""
        load.end = lambda: self.district.server.send_signal(signal.SIGSTOP)
        load.last = STOPPED
        super().kill_under(load)

    def lose(self) -> None:
        self.round += 1
        self.open()
        moment = self.random.random()
        self.note(f"{moment:.4f}")
        # Before anything was acted nothing could be lost.
        self.kill_under(Load(self.acts, 30, from_size=self.acts.end + 5, then=LONGEST_LOAD * moment))
        self.disk.come_back()

    def findings(self) -> list[str]:
        """What is wrong in a control, in which nothing has to be right."""
        try:
            self.district.settings = {}
            self.open()
            self.verify()
        except Fault as fault:
            return list(fault.lines)
        return []

    def come_to_head(self) -> None:
        """A head is signed after each cut; it is refused if it does not extend the last one."""
        self.district.stop()
        self.district.run("audit", "checkpoint")
        self.counts["heads"] += 1


class Trial:
    """What the lives have in common."""

    def __init__(self, given: argparse.Namespace, folder: Path, disk: Disk) -> None:
        self.seed, self.disk = given.seed, disk
        self.counts: Counter = Counter()
        self.prepared = Prepared(given.muster, folder)
        self.folder = disk.folder
        self.settings = {"LD_PRELOAD": given.control, "FAILING_SYNC": "none"} if given.control else {}
        self.life: PowerLife | None = None

    def begin(self, number: int) -> PowerLife:
        self.life = PowerLife(self, number)
        # The prepared ledger was copied, not written by muster.
        os.sync()
        return self.life

    def run(self, rounds: int) -> None:
        number = 0
        while self.counts["cuts"] < rounds:
            number += 1
            life = self.begin(number)
            for _ in range(min(LIFE, rounds - self.counts["cuts"])):
                life.lose()
                life.verify()
                life.come_to_head()
            life.end()
            self.life = None

    def control(self) -> bool:
        """Whether the loss of what was answered is found."""
        for number in range(1, 6):
            life = self.begin(number)
            try:
                life.start()
                life.read_on()
                life.kill_under(Load(life.acts, 30, from_size=life.acts.end + 5, then=LONGEST_LOAD))
                self.disk.come_back()
                found = life.findings()
            finally:
                life.district.__exit__()
            print(f"control {number}: {len(life.acts.answered)} answered; {found[0][:160] if found else 'nothing was lost'}")
            if any("not in the log" in line or "did not start" in line or "ended with" in line for line in found):
                return True
        return False


def main() -> int:
    parser = argparse.ArgumentParser(description="Cuts the power of a file system under muster.")
    parser.add_argument("muster")
    parser.add_argument("disk", type=Path)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1, 2**31))
    parser.add_argument("--control", metavar="SHIM")
    given = parser.parse_args()
    # Whatever ends this, the disk is given back.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(130))
    folder = Path(tempfile.mkdtemp(prefix="muster-power-"))
    disk, trial, kept = Disk(given.disk.resolve(), folder / "disk.img"), None, None
    began = time.monotonic()
    try:
        disk.make()
        trial = Trial(given, folder, disk)
        if given.control:
            if trial.control():
                return 0
            say("The control lost nothing: the trial shows nothing here.", "对照试验没有丢失任何操作：此法在本机无效。")
            return 1
        trial.run(given.rounds)
        for row in ("cuts", "answered", "found", "unanswered", "of these in the log", "erasures", "erased texts looked for",
                    "verifications", "heads"):  # fmt: skip
            print(f"{row:<26} {trial.counts[row]:>9}")
        print(f"{'seed':<26} {given.seed:>9}")
        print(f"{'seconds':<26} {time.monotonic() - began:>9.0f}")
        return 0
    except Skipped as reason:
        say(f"skipped: {reason}", f"跳过：{reason}")
        return 0
    except Fault as fault:
        print(f"✗ seed {given.seed}, cut {trial.counts['cuts'] if trial else 0}", flush=True)
        for line in fault.lines:
            print(f"  {line}")
        if trial and trial.life:
            trial.life.district.__exit__()
            try:
                disk.come_back()
            except (Fault, Trouble):
                pass
            kept = Path(tempfile.mkdtemp(prefix="muster-power-kept-"))
            shutil.copytree(trial.life.district.folder, kept / "life", dirs_exist_ok=True)
            say(f"The ledger as it was found: {kept}", f"账本原样保留在：{kept}")
        return 1
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    finally:
        if trial and trial.life:
            trial.life.district.__exit__()
        if trial:
            trial.prepared.district.__exit__()
        disk.end()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
