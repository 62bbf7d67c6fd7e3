"""A district for a trial: a ledger in a folder of its own, units, posts and tokens, and a server on a free port.

Used by the scripts that prove something about the server. By hand it makes a district, serves it, and says how to reach
it, until it is told to end:

    Scripts/trial_district.py MUSTER [--departments N] [--whistles N] [--calls N]

Needs nothing but Python's own library. Everything stays on the loopback, and every wait has an end.
"""

import argparse
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CODE = "610113"
ROOT = f"/v1/districts/{CODE}"
CENTRE = "区指挥中心"
STREET = "小寨路街道"
SLIP = "0a" * 32
NAMES = ("区住建局", "资规局", "区城管局")


def say(english: str, chinese: str) -> None:
    """A line on stderr in the language of the terminal."""
    print(chinese if speaks_chinese() else english, file=sys.stderr, flush=True)


def speaks_chinese() -> bool:
    language = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return language.startswith("zh")


class Trouble(Exception):
    """The trial itself cannot go on."""


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict:
        return json.loads(self.body)


@dataclass
class Department:
    code: str
    name: str
    token: str = ""


@dataclass
class TrialDistrict:
    """One street, some departments and the centre. Used as a context: what it started and made is gone afterwards."""

    muster: str
    departments_wanted: int = 3
    # What stands in the server's environment, such as MUSTER_LOG_LEVEL.
    settings: dict[str, str] = field(default_factory=dict)
    # What the server is started under: a profiler with its arguments.
    wrapper: tuple[str, ...] = ()
    kept: Path | None = None

    def __post_init__(self) -> None:
        # The server runs in its own folder.
        self.muster = shutil.which(self.muster) or self.muster
        self.muster = str(Path(self.muster).resolve())
        self.folder = self.kept or Path(tempfile.mkdtemp(prefix="muster-trial-"))
        self.ledger = self.folder / "trial.muster"
        self.departments: list[Department] = []
        self.centre = ""
        self.street = ""
        self.server: subprocess.Popen | None = None
        self.port = 0
        self.starts = 0

    def __enter__(self) -> "TrialDistrict":
        try:
            self.make()
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self.server and self.server.poll() is None:
            self.server.kill()
            self.server.wait(timeout=30)
        if not self.kept:
            shutil.rmtree(self.folder, ignore_errors=True)

    # Making

    def run(self, *arguments: str, actor: str | None = None) -> str:
        """Runs a command on the ledger, which has to succeed."""
        words = [self.muster, *arguments, "--ledger", str(self.ledger)] + (["--as", actor] if actor else [])
        done = subprocess.run(
            words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, env=self.environment()
        )
        if done.returncode != 0:
            raise Trouble(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def environment(self) -> dict[str, str]:
        """Nobody's settings: what the trial says, and what a program needs to run at all."""
        kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
        return kept | {"HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder), "LANG": "C.UTF-8"}

    def token(self, post: str, file: str, *more: str) -> str:
        path = self.folder / f"{file}.token"
        self.run("token", "issue", post, "--out", str(path), *more, actor=CENTRE)
        return path.read_text().strip()

    def make(self) -> None:
        """The ledger with its first units; the other departments are registered over HTTP."""
        self.run("init", "--district", CODE, "--name", "雁塔区")
        register = ("unit", "register")
        self.run(
            *register, "雁塔区小寨路街道办事处", "--short", STREET, "--kind", "street", "--code", "S1", actor=CENTRE)
        for index, name in enumerate(NAMES[: self.departments_wanted]):
            code = f"D{index + 1}"
            self.run(*register, f"雁塔区{name}", "--short", name, "--kind", "department", "--code", code, actor=CENTRE)
            self.run("post", "assign", name, "经办", f"d-{index + 1}1", actor=CENTRE)
            self.departments.append(Department(code, name, self.token(name, code)))
        self.run("post", "assign", STREET, "主任", "s-01", "--chief", actor=CENTRE)
        self.run("post", "assign", STREET, "经办", "s-02", actor=CENTRE)
        self.street = self.token(f"{STREET}/经办", "street")
        self.centre = self.token(CENTRE, "centre")

    def more_departments(self) -> None:
        """Registers the departments that are still wanted, over HTTP, with a post and a token each."""
        for number in range(len(self.departments) + 1, self.departments_wanted + 1):
            department = Department(f"D{number}", f"第{number}局")
            unit = {"fullName": f"雁塔区{department.name}", "shortName": department.name, "kind": "department"}
            self.act("/units", unit | {"code": department.code}, self.centre)
            post = {"unit": department.code, "title": "经办", "person": f"d-{number}1"}
            self.act("/posts", post, self.centre)
            receipt = self.act("/tokens", {"post": f"{department.name}/经办"}, self.centre)
            department.token = receipt["token"]
            self.departments.append(department)

    # The server

    def start(self) -> None:
        """Starts the server and waits until it is ready."""
        self.starts += 1
        out = self.folder / f"serve-{self.starts}.txt"
        words = [*self.wrapper, self.muster, "serve", "--ledger", str(self.ledger), "--listen", "127.0.0.1:0"]
        with out.open("wb") as file:
            self.server = subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=file, stderr=file, cwd=self.folder,
                env=self.environment() | {"MUSTER_LOG_LEVEL": "warning"} | self.settings,
            )  # fmt: skip
        ends = time.monotonic() + (120 if self.wrapper else 30)
        while time.monotonic() < ends:
            found = re.search(rb"127\.0\.0\.1:([1-9]\d*)", out.read_bytes())
            if found:
                self.port = int(found[1])
                try:
                    if self.ask("GET", "/health/ready").status == 200:
                        self.more_departments()
                        return
                except OSError:
                    pass
            if self.server.poll() is not None:
                break
            time.sleep(0.05)
        raise Trouble(f"'muster serve' did not become ready:\n{out.read_text(errors='replace')[-2000:]}")

    def stop(self, timeout: float = 30) -> int:
        """Asks the server to end as systemd does, and answers with its exit status."""
        assert self.server
        self.server.send_signal(signal.SIGTERM)
        return self.server.wait(timeout=timeout)

    def kill(self) -> None:
        """kill -9."""
        assert self.server
        self.server.kill()
        self.server.wait(timeout=30)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def memory(self) -> int:
        """The server's resident memory in bytes."""
        assert self.server
        pages = int(Path(f"/proc/{self.server.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def files(self) -> int:
        """How many file descriptors the server has open."""
        assert self.server
        return len(os.listdir(f"/proc/{self.server.pid}/fd"))

    def processor(self) -> float:
        """Seconds of processor time that the server has used."""
        assert self.server
        fields = Path(f"/proc/{self.server.pid}/stat").read_text().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    # Asking

    def ask(
        self, method: str, path: str, token: str | None = None, body: object = None,
        headers: dict[str, str] | None = None, timeout: float = 30,
    ) -> Answer:  # fmt: skip
        """One request over a connection of its own."""
        sent = dict(headers or {})
        if token:
            sent["Authorization"] = f"Bearer {token}"
        content = None
        if body is not None:
            content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
            sent.setdefault("Content-Type", "application/json")
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, content, sent)
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, names, response.read())
        finally:
            connection.close()

    def act(self, path: str, body: object, token: str) -> dict:
        """An act, which has to succeed; answers its receipt."""
        answer = self.ask("POST", ROOT + path, token, body)
        if answer.status not in (200, 201):
            raise Trouble(f"POST {path} was answered {answer.status}: {answer.body.decode(errors='replace')}")
        return answer.json

    def matter(self, units: list[str], title: str = "房屋产证办不下来") -> dict:
        """What a raise takes that calls these units; the first one leads."""
        calls = [{"unit": unit, "role": "lead" if index == 0 else "support"} for index, unit in enumerate(units)]
        return {
            "title": title, "category": "公共设施", "place": "金裕云顶小区", "whyNotAlone": "涉及历史遗留手续",
            "calls": calls, "approvedBy": f"{STREET}/主任", "slip": SLIP,
        }  # fmt: skip

    def raise_whistle(self, units: list[str]) -> str:
        return self.act("/whistles", self.matter(units), self.street)["whistle"]

    def entries(self) -> Iterator[bytes]:
        """The entries of the log, one line each, read by another process beside the server."""
        words = [self.muster, "log", "--ledger", str(self.ledger)]
        with subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=self.environment()
        ) as reading:
            assert reading.stdout
            yield from reading.stdout
            if reading.wait(timeout=30) != 0:
                raise Trouble(f"'muster log' ended with {reading.returncode}")

    def metrics(self) -> dict[str, float]:
        """The samples of /metrics, by name and labels as they stand there."""
        answer = self.ask("GET", "/metrics")
        lines = answer.body.decode().splitlines()
        pairs = (line.rsplit(" ", 1) for line in lines if line and not line.startswith("#"))
        return {name: float(value) for name, value in pairs}


def main() -> int:
    parser = argparse.ArgumentParser(description="Makes a district for a trial and serves it until SIGTERM or ^C.")
    parser.add_argument("muster")
    parser.add_argument("--departments", type=int, default=3)
    parser.add_argument("--whistles", type=int, default=0)
    parser.add_argument("--calls", type=int, default=2, help="departments that each whistle calls")
    given = parser.parse_args()
    try:
        with TrialDistrict(given.muster, given.departments) as district:
            units = [department.code for department in district.departments]
            for number in range(given.whistles):
                first = number % len(units)
                district.raise_whistle((units[first:] + units[:first])[: given.calls])
            tokens = {department.code: department.token for department in district.departments}
            told = {
                "address": district.address, "ledger": str(district.ledger), "process": district.server.pid,
                "centre": district.centre, "street": district.street,
            } | tokens  # fmt: skip
            print(json.dumps(told, ensure_ascii=False, indent=1), flush=True)
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
            district.server.wait()
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
