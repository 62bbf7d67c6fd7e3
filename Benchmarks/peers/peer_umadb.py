"""A client of a umadb server, one task a process: peer_umadb.py append|read URL ENTRIES [BATCH]

Prints one line of JSON: how many events, seconds on the wall, seconds of the client's processor time.
"""

import json
import sys
import time

from umadb import Client, Event


def main() -> None:
    task, url, file = sys.argv[1:4]
    client = Client(url)
    events = []
    if task == "append":
        with open(file, "rb") as lines:
            for line in lines:
                entry = json.loads(line)
                events.append(Event(event_type=entry["type"], data=line.rstrip(b"\n"), tags=[entry["subject"]]))
    count = 0
    wall, cpu = time.perf_counter(), time.process_time()
    if task == "append":
        batch = int(sys.argv[4])
        for start in range(0, len(events), batch):
            client.append(events[start : start + batch])
        count = len(events)
    else:
        for _ in client.read():
            count += 1
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(json.dumps({"events": count, "wall": wall, "cpu": cpu}))


main()
