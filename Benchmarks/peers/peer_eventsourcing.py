"""eventsourcing on SQLite, one task a process: peer_eventsourcing.py append|replay DATABASE ENTRIES [BATCH]

Prints one line of JSON: how many events, seconds on the wall, seconds of processor time.
"""

import json
import os
import sys
import time
from uuid import NAMESPACE_URL, UUID, uuid5

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event


class Whistle(Aggregate):
    """A stream of a ledger: how many entries it has, what the last one was and when."""

    def __init__(self, kind: str, data: dict, recorded: str) -> None:
        self.kind, self.recorded, self.entries = kind, recorded, 1

    @staticmethod
    def create_id(subject: str) -> UUID:
        return uuid5(NAMESPACE_URL, subject)

    @event("Recorded")
    def record(self, kind: str, data: dict, recorded: str) -> None:
        self.kind, self.recorded = kind, recorded
        self.entries += 1


class Ledger(Application):
    pass


def application(database: str) -> Ledger:
    return Ledger(env={"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": database})


def append(app: Ledger, entries: list[dict], batch: int) -> int:
    """Each entry as an event of its stream's aggregate; so many of them in each save."""
    whistles: dict[str, Whistle] = {}
    touched: dict[str, Whistle] = {}
    waiting = 0
    for entry in entries:
        subject = entry["subject"]
        said = (entry["type"], entry["data"], entry["recordedtime"])
        whistle = whistles.get(subject)
        if whistle is None:
            whistle = whistles[subject] = Whistle._create(
                Whistle.Created, id=Whistle.create_id(subject), kind=said[0], data=said[1], recorded=said[2])
        else:
            whistle.record(*said)
        touched[subject] = whistle
        waiting += 1
        if waiting == batch:
            app.save(*touched.values())
            touched.clear()
            waiting = 0
    if touched:
        app.save(*touched.values())
    return len(entries)


def replay(app: Ledger) -> int:
    """The whole notification log through the mapper, and each event into its aggregate."""
    whistles: dict[UUID, Whistle | None] = {}
    start, count = 1, 0
    while True:
        notifications = app.recorder.select_notifications(start=start, limit=1000)
        if not notifications:
            break
        for notification in notifications:
            recorded = app.mapper.to_domain_event(notification)
            key = recorded.originator_id
            whistles[key] = recorded.mutate(whistles.get(key))
        count += len(notifications)
        start = notifications[-1].id + 1
    if sum(whistle.entries for whistle in whistles.values() if whistle) != count:
        raise SystemExit("the fold lost events")
    return count


def main() -> None:
    task, database, file = sys.argv[1:4]
    app = application(database)
    entries = []
    if task == "append":
        with open(file, encoding="utf-8") as lines:
            entries = [json.loads(line) for line in lines]
    wall, cpu = time.perf_counter(), time.process_time()
    count = append(app, entries, int(sys.argv[4])) if task == "append" else replay(app)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(json.dumps({"events": count, "wall": wall, "cpu": cpu}))
    sys.stdout.flush()
    # Nothing of the ending is measured.
    os._exit(0)


main()
