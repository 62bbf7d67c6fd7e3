"""The clients that load a server: processes of many connections each, which ask, act, and remember what was answered.

A client follows the feed, streets raise whistles as long as too few calls wait, and departments sign for their calls
and report in to them, looking at their inbox and at the whistle in between. Every act has a command id of its own; some
are sent twice, one after the other or at the same moment. What is remembered is afterwards compared with the log.
"""

import asyncio
import json
import multiprocessing
import random
import re
import time
from collections import Counter, deque
from dataclasses import dataclass, field

from trial_district import ROOT, TrialDistrict

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
REPLAYED = re.compile(rb"\r\nidempotency-replayed: *true", re.IGNORECASE)
# A request without an answer for so long counts as an error.
PATIENCE = 30.0
# Findings beyond these are only counted.
SHOWN = 20
# So many calls wait for their departments, for each client process.
BACKLOG = 400


@dataclass
class Plan:
    port: int
    seconds: float
    connections: int
    departments: list[tuple[str, str]]
    street: str
    centre: str
    matter: dict
    prefix: str
    seed: int
    # The feed is followed from here.
    position: int
    # Whether the server will die meanwhile; then a lost connection is no error.
    dies: bool = False


@dataclass
class Result:
    # First and last position of every answered command id.
    answered: dict[str, tuple[int | None, int | None]] = field(default_factory=dict)
    # The requests whose answers never came, by command id.
    unanswered: dict[str, bytes] = field(default_factory=dict)
    counts: Counter = field(default_factory=Counter)
    # Seconds, by what was asked.
    times: dict[str, list[float]] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)
    found: int = 0

    def find(self, words: str) -> None:
        self.found += 1
        if len(self.findings) < SHOWN:
            self.findings.append(words)

    def join(self, other: "Result") -> None:
        self.answered |= other.answered
        self.unanswered |= other.unanswered
        self.counts += other.counts
        for kind, times in other.times.items():
            self.times.setdefault(kind, []).extend(times)
        self.findings = (self.findings + other.findings)[:SHOWN]
        self.found += other.found


class Lost(Exception):
    """The connection is gone."""


class Wire(asyncio.Protocol):
    """One connection, one request at a time."""

    def __init__(self) -> None:
        self.held = bytearray()
        self.waiting: asyncio.Future | None = None
        self.needed: int | None = None
        self.since = 0.0
        self.transport: asyncio.Transport | None = None
        self.is_lost = False

    def connection_made(self, transport) -> None:
        self.transport = transport

    def connection_lost(self, _) -> None:
        self.is_lost = True
        if self.waiting and not self.waiting.done():
            self.waiting.set_exception(Lost())

    def data_received(self, data: bytes) -> None:
        self.held += data
        if self.needed is None:
            end = self.held.find(b"\r\n\r\n")
            if end < 0:
                return
            length = LENGTH.search(self.held, 0, end)
            self.head = end + 4
            self.needed = self.head + (int(length[1]) if length else 0)
        if len(self.held) < self.needed:
            return
        head, body = bytes(self.held[: self.head]), bytes(self.held[self.head : self.needed])
        del self.held[: self.needed]
        self.needed = None
        if self.waiting and not self.waiting.done():
            self.waiting.set_result((int(head[9:12]), head, body))

    async def ask(self, request: bytes) -> tuple[int, bytes, bytes]:
        if self.is_lost:
            raise Lost
        self.waiting = asyncio.get_running_loop().create_future()
        self.since = time.monotonic()
        self.transport.write(request)
        try:
            return await self.waiting
        finally:
            self.since = 0.0


def request(method: str, path: str, token: str, body: object = None, command: str | None = None) -> bytes:
    head = f"{method} {ROOT}{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
    content = b""
    if command is not None:
        content = json.dumps(body, ensure_ascii=False).encode()
        head += f'Idempotency-Key: "{command}"\r\nContent-Type: application/json\r\n'
        head += f"Content-Length: {len(content)}\r\n"
    return head.encode() + b"\r\n" + content


class Client:
    def __init__(self, plan: Plan, number: int) -> None:
        self.plan = plan
        self.number = number
        self.random = random.Random(f"{plan.seed}/{number}")
        self.result = Result()
        self.backlog: deque[tuple[str, int]] = deque()
        self.commands = 0
        self.wires: list[Wire] = []
        self.twin: Wire | None = None
        self.twin_is_free = True
        self.raising = 0
        self.is_over = False

    async def run(self) -> Result:
        loop = asyncio.get_running_loop()
        for _ in range(self.plan.connections + 1):
            _, wire = await loop.create_connection(Wire, "127.0.0.1", self.plan.port)
            self.wires.append(wire)
        self.twin = self.wires.pop()
        self.ends = time.monotonic() + self.plan.seconds
        parts = [self.follow, self.street, self.street] + [self.department] * (self.plan.connections - 3)
        tasks = [asyncio.create_task(self.guarded(part, wire)) for part, wire in zip(parts, self.wires)]
        watch = asyncio.create_task(self.watch(tasks))
        await asyncio.gather(*tasks)
        watch.cancel()
        for wire in [*self.wires, self.twin]:
            wire.transport.close()
        # Closing happens on the loop's next rounds.
        await asyncio.sleep(0.1)
        return self.result

    def goes_on(self) -> bool:
        return not self.is_over and time.monotonic() < self.ends

    async def guarded(self, part, wire: Wire) -> None:
        try:
            await part(wire)
        except Lost:
            self.is_over = True
            if not self.plan.dies:
                self.result.find(f"{part.__name__}: the server closed the connection")
        except asyncio.CancelledError:
            self.result.find(f"{part.__name__}: no answer for {PATIENCE:.0f} s")

    async def watch(self, tasks: list[asyncio.Task]) -> None:
        while True:
            await asyncio.sleep(1)
            now = time.monotonic()
            for task, wire in zip(tasks, self.wires):
                if wire.since and now - wire.since > PATIENCE:
                    task.cancel()
            if self.twin.since and now - self.twin.since > PATIENCE:
                self.twin.transport.abort()

    # Asking

    async def read(self, kind: str, wire: Wire, path: str, token: str) -> bytes | None:
        began = time.perf_counter()
        status, head, body = await wire.ask(request("GET", path, token))
        self.result.times.setdefault(kind, []).append(time.perf_counter() - began)
        self.result.counts[kind] += 1
        if status == 200:
            return body
        self.result.find(f"GET {path}: {status} {body[:300].decode(errors='replace')}")
        return None

    async def act(self, kind: str, wire: Wire, path: str, token: str, body: dict) -> dict | None:
        self.commands += 1
        command = f"{self.plan.prefix}-{self.number}-{self.commands}"
        sent = request("POST", path, token, body, command)
        self.result.unanswered[command] = sent
        began = time.perf_counter()
        chance = self.random.random()
        if chance < 0.02 and self.twin_is_free and not self.twin.is_lost:
            self.twin_is_free = False
            try:
                answers = await asyncio.gather(wire.ask(sent), self.twin.ask(sent), return_exceptions=True)
            finally:
                self.twin_is_free = True
            for answer in answers:
                if isinstance(answer, BaseException):
                    raise answer
            first, second = answers
            if REPLAYED.search(first[1]):
                first, second = second, first
        else:
            first, second = await wire.ask(sent), None
            self.result.times.setdefault(kind, []).append(time.perf_counter() - began)
            if chance > 0.9:
                second = await wire.ask(sent)
        self.result.counts[kind] += 1
        receipt = self.receipt(command, path, first, is_repeated=False)
        if second:
            self.result.counts["sent twice"] += 1
            again = self.receipt(command, path, second, is_repeated=True)
            if receipt and again and (receipt["first"], receipt["last"]) != (again["first"], again["last"]):
                self.result.find(f"{command}: answered with two places: {receipt} and {again}")
        if receipt:
            self.result.answered[command] = (receipt["first"], receipt["last"])
            del self.result.unanswered[command]
        return receipt

    def receipt(self, command: str, path: str, answer: tuple[int, bytes, bytes], is_repeated: bool) -> dict | None:
        status, head, body = answer
        if status not in (200, 201):
            self.result.find(f"POST {path} {command}: {status} {body[:300].decode(errors='replace')}")
            return None
        receipt = json.loads(body)
        if receipt["commandId"] != command or receipt["dryRun"]:
            self.result.find(f"{command}: the receipt is another one's: {body.decode(errors='replace')}")
        if receipt["repeated"] != is_repeated or bool(REPLAYED.search(head)) != is_repeated:
            self.result.find(f"{command}: repeated is {receipt['repeated']}, expected {is_repeated}")
        return receipt

    # What the connections are for

    async def follow(self, wire: Wire) -> None:
        """Reads the whole feed as it grows: gapless and in order."""
        after = self.plan.position
        while self.goes_on():
            path = f"/events?after={after}&limit=500&wait=1"
            body = await self.read("feed", wire, path, self.plan.centre)
            if body is None:
                await asyncio.sleep(0.1)
                continue
            page = json.loads(body)
            positions = [item["position"] for item in page["events"]]
            if positions != list(range(after, after + len(positions))) or page["next"] != after + len(positions):
                self.result.find(f"the feed after {after}: {positions[:5]} … next {page['next']}")
            after = page["next"]
            self.result.counts["entries followed"] += len(positions)

    async def street(self, wire: Wire) -> None:
        while self.goes_on():
            if len(self.backlog) + self.raising * len(self.plan.departments) >= BACKLOG:
                await asyncio.sleep(0.002)
                continue
            self.raising += 1
            receipt = await self.act("raise", wire, "/whistles", self.plan.street, self.plan.matter)
            self.raising -= 1
            if receipt:
                calls = [(receipt["whistle"], index) for index in range(len(self.plan.departments))]
                self.random.shuffle(calls)
                self.backlog.extend(calls)

    async def department(self, wire: Wire) -> None:
        while self.goes_on():
            if not self.backlog:
                await asyncio.sleep(0.002)
                continue
            whistle, index = self.backlog.popleft()
            code, token = self.plan.departments[index]
            call = f"/whistles/{whistle}/calls/own"
            if self.random.random() < 0.5:
                body = await self.read("inbox", wire, "/inbox?limit=20", token)
                if body and self.random.random() < 0.05:
                    units = {item["unit"] for item in json.loads(body)["items"]}
                    if units - {code}:
                        self.result.find(f"the inbox of {code} shows {units}")
            if self.random.random() < 0.5:
                await self.act("acknowledge", wire, f"{call}/acknowledgement", token, {})
            if self.random.random() < 0.2:
                await self.read("whistle", wire, f"/whistles/{whistle}", token)
            receipt = await self.act("report-in", wire, f"{call}/report-in", token, {})
            if receipt and self.random.random() < 0.2:
                # Who was answered sees his own act.
                body = await self.read("whistle", wire, f"/whistles/{whistle}", token)
                if body and self.random.random() < 0.2:
                    states = {call["unit"]: call["state"] for call in json.loads(body)["calls"]}
                    if states.get(code) != "arrived":
                        self.result.find(f"{whistle}: {code} has reported in and is shown as {states.get(code)}")


def serve_client(plan: Plan, number: int, results) -> None:
    results.put(asyncio.run(Client(plan, number).run()))


def load(district: TrialDistrict, prefix: str, seconds: float, connections: int, seed: int, dies_at: float | None) -> Result:
    """Runs two client processes to their end; kills the server meanwhile if a moment is given."""
    plan = Plan(
        district.port, seconds, connections // 2, [(each.code, each.token) for each in district.departments],
        district.street, district.centre, district.matter([each.code for each in district.departments]), prefix, seed,
        district.ask("GET", ROOT, district.centre).json["size"], dies_at is not None,
    )  # fmt: skip
    context = multiprocessing.get_context("fork")
    results = context.Queue()
    clients = [context.Process(target=serve_client, args=(plan, number, results), daemon=True) for number in range(2)]
    for client in clients:
        client.start()
    if dies_at is not None:
        time.sleep(dies_at)
        district.kill()
    whole = Result()
    for _ in clients:
        whole.join(results.get(timeout=seconds + 2 * PATIENCE))
    for client in clients:
        client.join(timeout=PATIENCE)
    return whole
