"""The acts of a life in Scripts/torture.py: what is sent, what was answered, and several connections that send.

Streets raise whistles, departments sign for their calls and report in to them, and the centre erases texts. Every act
has a command id of its own. Each whistle has a mark in its text, letters drawn at random, by which the text is looked
for in the files when it has been erased.
"""

import asyncio
import json
import random
import string
from collections.abc import Callable
from collections import deque

from load_client import Lost, Wire, request
from trial_district import CENTRE, TrialDistrict

CONNECTIONS = 6
# Letters of a mark. Sealed texts are compressed, so a mark is looked for in parts.
MARK = 27
PART = 9
# So many calls wait for their departments at most.
BACKLOG = 60


def parts(mark: str) -> list[str]:
    return [mark[first : first + PART] for first in range(0, MARK, PART)]


class Acts:
    """What was sent in a life and what became of it."""

    def __init__(self, prefix: str, district: TrialDistrict, units: list[str], chance: random.Random) -> None:
        self.prefix, self.district, self.units, self.random = prefix, district, units, chance
        # First and last position of each answered command; None where the answer does not say.
        self.answered: dict[str, tuple[int, int] | None] = {}
        # Path, token and body of each that has no answer.
        self.unanswered: dict[str, tuple[str, str, dict]] = {}
        self.kinds: dict[str, str] = {}
        self.lengths: dict[str, int] = {}
        self.backlog: deque[tuple[str, int]] = deque()
        # The marks of whistles by whistle, those of erased ones by the command that erased them.
        self.marks: dict[str, str] = {}
        self.erased: dict[str, str] = {}
        self.raised: dict[str, str] = {}
        self.erasing = 0
        self.number = 0
        # Positions known to be taken.
        self.end = 0

    def command(self, kind: str) -> str:
        self.number += 1
        command = f"{self.prefix}-{self.number}"
        self.kinds[command] = kind
        return command

    def done(self, command: str, receipt: dict) -> None:
        """Notes an answer."""
        self.answered[command] = (receipt["first"], receipt["last"])
        del self.unanswered[command]
        self.end = max(self.end, receipt["last"] + 1)
        kind = self.kinds[command]
        if kind == "raise":
            whistle = receipt["whistle"]
            self.marks[whistle] = self.raised[command]
            self.backlog.extend((whistle, index) for index in range(len(self.units)))
        if kind == "erase":
            self.erased[command] = self.raised[command]
        else:
            self.lengths.setdefault(kind, receipt["last"] - receipt["first"] + 1)

    def length(self, command: str) -> int | None:
        """How many entries a command leaves, if one of its kind was answered; an erasure's depends on the whistle."""
        return self.lengths.get(self.kinds[command])

    def kept_marks(self) -> list[str]:
        return list(self.marks.values())

    # The acts

    def embedded(self, remember: bool = True) -> tuple[str, list[str]]:
        """A unit that is registered by the command line, and how to send it to a server if need be."""
        command = self.command("register")
        name = f"第{self.number}专班"
        if remember:
            body = {"fullName": f"雁塔区{name}", "shortName": name, "kind": "department", "code": f"E{self.number}"}
            self.unanswered[command] = ("/units", self.district.centre, body)
        return command, [
            "unit", "register", f"雁塔区{name}", "--short", name, "--kind", "department", "--code", f"E{self.number}",
            "--as", CENTRE, "--command-id", command,
        ]  # fmt: skip

    def raise_whistle(self) -> str:
        command = self.command("raise")
        mark = "".join(self.random.choices(string.ascii_letters, k=MARK))
        self.raised[command] = mark
        matter = self.district.matter(self.units) | {"whyNotAlone": f"涉及历史遗留手续 {mark}"}
        self.unanswered[command] = ("/whistles", self.district.street, matter)
        return command

    def call(self, whistle: str, index: int, verb: str) -> str:
        command = self.command(verb)
        token = self.district.departments[index].token
        self.unanswered[command] = (f"/whistles/{whistle}/calls/own/{verb}", token, {})
        return command

    def erase(self, whistle: str) -> str:
        command = self.command("erase")
        self.raised[command] = self.marks.pop(whistle)
        body = {"basis": "retentionExpired"}
        self.unanswered[command] = (f"/whistles/{whistle}/erasures", self.district.centre, body)
        return command


class Load:
    """Several connections that act until the process is killed."""

    def __init__(self, acts: Acts, seconds: float, from_size: int | None = None, then: float = 0) -> None:
        """For so long, or until the log has a size and so long after that."""
        self.acts, self.seconds, self.from_size, self.then = acts, seconds, from_size, then
        self.findings: list[str] = []
        # What is done to the process then, and for how long it goes on before it is killed.
        self.end: Callable[[], None] | None = None
        self.last = 0.0
        self.is_over = False
        self.raising = 0

    def run(self, kill: Callable[[], None]) -> None:
        asyncio.run(self.main(kill))

    async def main(self, kill: Callable[[], None]) -> None:
        loop = asyncio.get_running_loop()
        wires = []
        for _ in range(CONNECTIONS):
            _, wire = await loop.create_connection(Wire, "127.0.0.1", self.acts.district.port)
            wires.append(wire)
        roles = [self.street, self.centre] + [self.department] * (CONNECTIONS - 2)
        tasks = [asyncio.create_task(self.guarded(role, wire)) for role, wire in zip(roles, wires)]
        ends = loop.time() + self.seconds
        while loop.time() < ends:
            if self.from_size and self.acts.end >= self.from_size:
                self.from_size, ends = None, loop.time() + self.then
            await asyncio.sleep(min(0.002, max(0, ends - loop.time())))
        if self.end:
            self.is_over = True
            self.end()
            await asyncio.sleep(self.last)
        kill()
        self.is_over = True
        await asyncio.wait(tasks, timeout=30)
        for task in tasks:
            if not task.done():
                self.findings.append("a connection was not closed by the end of its server")
                task.cancel()
        self.acts.erasing = 0

    async def guarded(self, role, wire: Wire) -> None:
        try:
            await role(wire)
        except Lost:
            pass

    async def act(self, wire: Wire, command: str) -> dict | None:
        path, token, body = self.acts.unanswered[command]
        status, _, answer = await wire.ask(request("POST", path, token, body, command))
        if status in (200, 201):
            receipt = json.loads(answer)
            if receipt["commandId"] != command or receipt["repeated"]:
                self.findings.append(f"{command}: the receipt is {answer.decode(errors='replace')[:300]}")
            self.acts.done(command, receipt)
            return receipt
        # Of a server that ends one may be told so; of any other every act is taken.
        if not (self.is_over and status == 503):
            self.findings.append(f"POST {path} {command}: {status} {answer.decode(errors='replace')[:300]}")
        return None

    async def street(self, wire: Wire) -> None:
        while not self.is_over:
            if len(self.acts.backlog) >= BACKLOG:
                await asyncio.sleep(0.002)
                continue
            await self.act(wire, self.acts.raise_whistle())

    async def department(self, wire: Wire) -> None:
        acts = self.acts
        while not self.is_over:
            if not acts.backlog:
                await asyncio.sleep(0.002)
                continue
            whistle, index = acts.backlog.popleft()
            if acts.random.random() < 0.5:
                await self.act(wire, acts.call(whistle, index, "acknowledgement"))
                if self.is_over:
                    return
            await self.act(wire, acts.call(whistle, index, "report-in"))

    async def centre(self, wire: Wire) -> None:
        """Erases the texts of a whistle now and then."""
        acts = self.acts
        while not self.is_over:
            await asyncio.sleep(0.2 * acts.random.random())
            whistles = list(acts.marks)
            # Some stay, to see that they are found.
            if self.is_over or len(whistles) < 10:
                continue
            acts.erasing += 1
            await self.act(wire, acts.erase(acts.random.choice(whistles)))
            acts.erasing -= 1
