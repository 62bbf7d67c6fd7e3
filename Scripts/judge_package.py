"""Judges audit packages: the tables against the entries they name, by Python's own readers, and the verifier's verdict.

    judge_package.py DIR...
"""

import base64
import csv
import hashlib
import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

TABLES = ("whistles", "calls", "tasks", "evaluations")
FORMULA = "=+-@\t\r\n'＝＋－＠"
PREFIX = "muster."


class Fault(Exception):
    """Something in a package is not as it must be."""


def need(condition: object, words: str) -> None:
    if not condition:
        raise Fault(words)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


class Package:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.about = json.loads((folder / "package.json").read_bytes())
        lines = (folder / "entries.jsonl").read_bytes().split(b"\n")
        need(lines.pop() == b"", "entries.jsonl ends with a line")
        self.entries = [json.loads(line) for line in lines]
        self.words: dict[int, dict[str, str]] = {}
        if self.about["words"]:
            for line in (folder / "words.jsonl").read_bytes().splitlines():
                value = json.loads(line)
                self.words[value["position"]] = {word["field"]: word["text"] for word in value["words"]}
        self.tables = {name: self.table(name + ".csv") for name in TABLES}
        self.dictionary = self.table("dictionary.csv")

    def table(self, name: str) -> list[dict[str, str]]:
        data = (self.folder / name).read_bytes()
        need(data.startswith(b"\xef\xbb\xbf"), f"{name} has a byte-order mark")
        need(data.endswith(b"\r\n"), f"{name} ends with CR LF")
        text = data[3:].decode()
        rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
        heading = rows[0]
        for number, row in enumerate(rows[1:], start=2):
            need(len(row) == len(heading), f"{name}, row {number}: as many cells as columns")
            for cell in row:
                need(not cell or cell[0] == "'" or cell[0] not in FORMULA, f"{name}, row {number}: {cell!r}")
        return [dict(zip(heading, (cell.removeprefix("'") for cell in row), strict=True)) for row in rows[1:]]

    def rests_on(self, row: dict[str, str]) -> list[dict]:
        places = [int(place) for place in row["positions"].split(" ")]
        need(places == sorted(set(places)), f"{row}: positions ascend")
        return [self.entries[place] | {"position": place} for place in places]

    def text(self, position: int, field: str) -> str:
        """A text as it was corrected last; empty where there is none."""
        entry = self.entries[position]
        text = self.words.get(position, {}).get(field, "")
        for place in range(position + 1, len(self.entries)):
            later = self.entries[place]
            data = later["data"]
            if later["subject"] != entry["subject"] or later["type"] != "muster.fact.corrected.v1":
                continue
            if data["entry"] == entry["revision"] and data["field"] == field:
                text = self.words.get(place, {}).get("correction", text)
        return text

    # Tables

    def judge_whistles(self) -> None:
        streams: dict[str, list[int]] = {}
        for place, entry in enumerate(self.entries):
            if entry["subject"] != "district":
                streams.setdefault(entry["subject"], []).append(place)
        rows = self.tables["whistles"]
        need([row["whistle"] for row in rows] == list(streams), "every whistle has a row, in the order of the log")
        for row in rows:
            entries = self.rests_on(row)
            need([entry["position"] for entry in entries] == streams[row["whistle"]], f"{row['whistle']}: its entries")
            first, data = entries[0], entries[0]["data"]
            need(moment(row["raisedAt"]) == moment(first["time"]), f"{row['whistle']}: raisedAt")
            need(row["raisedAt"].endswith("+08:00"), f"{row['whistle']}: local time with its offset")
            need(row["street"] == data["unit"], f"{row['whistle']}: street")
            need(row["category"] == data["category"], f"{row['whistle']}: category")
            need(row["kind"] == data.get("kind", ""), f"{row['whistle']}: kind")
            for field in ("subject", "place", "whyNotAlone"):
                need(row[field] == self.text(first["position"], field), f"{row['whistle']}: {field}")
            kinds = [entry["type"].removeprefix(PREFIX).removesuffix(".v1") for entry in entries]
            need(int(row["calls"]) == kinds.count("call.issued"), f"{row['whistle']}: calls")
            need(int(row["files"]) == kinds.count("file.attached"), f"{row['whistle']}: files")
            need(int(row["reopened"]) == kinds.count("whistle.reopened"), f"{row['whistle']}: reopened")
            demands = [e["data"]["reference"] for e in entries if e["type"] == "muster.demand.linked.v1"]
            need(row["demands"] == " ".join(demands), f"{row['whistle']}: demands")
            if row["state"] == "closed":
                need("whistle.closed" in kinds, f"{row['whistle']}: state")

    def judge_calls(self) -> None:
        issued = sum(entry["type"] == "muster.call.issued.v1" for entry in self.entries)
        need(len(self.tables["calls"]) == issued, "every call has a row")
        for row in self.tables["calls"]:
            entries = self.rests_on(row)
            name = f"{row['whistle']}, call {row['call']}"
            for entry in entries:
                need(entry["subject"] == row["whistle"], f"{name}: entries of the whistle")
                need(entry["data"]["call"] == int(row["call"]), f"{name}: entries of the call")
            first = entries[0]
            need(first["type"] == "muster.call.issued.v1", f"{name}: its first entry")
            need(row["unit"] == first["data"]["unit"], f"{name}: unit")
            for column, at in (("acknowledgeBy", "acknowledgeBy"), ("reportInBy", "reportInBy")):
                need(moment(row[column]) == moment(first["data"][at]), f"{name}: {column}")
            need(moment(row["issuedAt"]) == moment(first["time"]), f"{name}: issuedAt")
            came = [e for e in entries if e["type"] == "muster.department.reportedIn.v1"]
            need(bool(came) == bool(row["reportedInAt"]), f"{name}: reportedInAt")
            if came and not any("claimedAt" in e["data"] for e in came):
                need(moment(row["reportedInAt"]) == moment(came[-1]["time"]), f"{name}: reportedInAt")
                need(row["person"] == came[-1]["data"]["person"], f"{name}: person")
                late = moment(row["reportedInAt"]) > moment(row["reportInBy"])
                need(row["reportedInLate"] == str(late).lower(), f"{name}: reportedInLate")

    def judge_tasks(self) -> None:
        given = sum(entry["type"] == "muster.task.assigned.v1" for entry in self.entries)
        need(len(self.tables["tasks"]) == given, "every task has a row")
        for row in self.tables["tasks"]:
            entries = self.rests_on(row)
            name = f"{row['whistle']}, task {row['task']}"
            for entry in entries:
                need(entry["subject"] == row["whistle"], f"{name}: entries of the whistle")
                need(entry["data"]["task"] == int(row["task"]), f"{name}: entries of the task")
            need(row["duty"] == self.text(entries[0]["position"], "duty"), f"{name}: duty")
            done = any(entry["type"] == "muster.task.completed.v1" for entry in entries)
            need(done == (row["state"] == "completed") == bool(row["completedAt"]), f"{name}: state")

    def judge_evaluations(self) -> None:
        kinds = {"muster.department.evaluated.v1", "muster.street.evaluated.v1"}
        given = {place for place, entry in enumerate(self.entries) if entry["type"] in kinds}
        rows = self.tables["evaluations"]
        need({int(row["positions"]) for row in rows} == given and len(rows) == len(given), "every evaluation has a row")
        for row in rows:
            entry = self.rests_on(row)[0]
            data = entry["data"]
            found = (entry["subject"], str(data["call"]), data["unit"], str(data["score"]), entry["type"])
            need(found == tuple(row[c] for c in ("whistle", "call", "unit", "score", "event")), f"{row}")
            need(row["evaluatedBy"] == entry["actor"].split("/")[0], f"{row}: evaluatedBy")
            need(row["comment"] == self.text(entry["position"], "comment"), f"{row}: comment")

    def judge_dictionary(self) -> None:
        known = {(row["file"], row["column"]) for row in self.dictionary if not row["value"]}
        for name, rows in self.tables.items():
            for row in rows:
                for column, cell in row.items():
                    need((f"{name}.csv", column) in known, f"the dictionary has {name}.csv {column}")
        members = {(row["file"], row["column"], row["value"]) for row in self.dictionary}
        for name, rows in self.tables.items():
            codes = {r["column"] for r in self.dictionary if r["file"] == f"{name}.csv" and r["type"] == "code"}
            for row in rows:
                for column in codes:
                    need((f"{name}.csv", column, row[column]) in members, f"the dictionary has {row[column]}")
        for row in self.dictionary:
            need(row["zh"] and row["en"] and "«" not in row["zh"] + row["en"], f"{row}: both languages")
            need(not row["zh"].isascii() or row["zh"].isupper(), f"{row}: Chinese")
        for entry in self.entries:
            need(("entries.jsonl", "type", entry["type"]) in members, f"the dictionary has {entry['type']}")
            for attribute in entry:
                need(("entries.jsonl", attribute) in known, f"the dictionary has {attribute}")
            for field in entry["data"]:
                need(field == "words" or ("entries.jsonl", f"data.{field}") in known, f"the dictionary has {field}")

    def judge_files(self) -> None:
        names = sorted(str(p.relative_to(self.folder)) for p in self.folder.rglob("*") if p.is_file())
        listed = {}
        for line in (self.folder / "sha256sums.txt").read_text().splitlines():
            sha256, name = line.split("  ")
            listed[name] = sha256
        need(sorted([*listed, "sha256sums.txt"]) == names, "sha256sums.txt names every other file")
        for name, sha256 in listed.items():
            need(hashlib.sha256((self.folder / name).read_bytes()).hexdigest() == sha256, f"the sum of {name}")
        note = (self.folder / "checkpoint").read_text().split("\n")
        need(int(note[1]) == len(self.entries) == self.about["size"], "the newest checkpoint is of all entries")
        need(note[2] == self.about["root"], "package.json has its root")
        same = (self.folder / "checkpoints" / note[1]).read_bytes() == (self.folder / "checkpoint").read_bytes()
        need(same, "the newest checkpoint is kept under its size")
        for page in ("README.txt", "handover.txt"):
            text = (self.folder / page).read_bytes().decode("utf-8-sig")
            need("{" not in text and "«" not in text, f"{page}: nothing was left open")
            need("\n" not in text.replace("\r\n", ""), f"{page}: ends of line")
        sheet = (self.folder / "handover.txt").read_bytes().decode("utf-8-sig")
        for place, entry in enumerate(self.entries):
            if entry["type"] == "muster.text.erased.v1":
                need(f"{place}" in sheet and f"{entry['data']['position']}" in sheet, "the sheet has the erasures")
        if not self.about["words"]:
            need(not (self.folder / "words.jsonl").exists(), "no texts")
            for row in self.tables["whistles"]:
                need(not row["subject"] + row["place"] + row["whyNotAlone"], "no texts in the tables")

    def judge_verifier(self) -> None:
        answer = subprocess.run(
            [sys.executable, "-I", self.folder / "verify.py", "--lang", "en"], capture_output=True, text=True,
            check=False)
        need(answer.returncode == 0, f"its verifier finds nothing: {answer.stdout}{answer.stderr}")
        need(base64.b64decode(self.about["root"]) and self.about["root"] in answer.stdout, "the root")


def main() -> int:
    status = 0
    for name in sys.argv[1:]:
        try:
            package = Package(Path(name))
            package.judge_files()
            package.judge_whistles()
            package.judge_calls()
            package.judge_tasks()
            package.judge_evaluations()
            package.judge_dictionary()
            package.judge_verifier()
        except (Fault, KeyError, ValueError, OSError, csv.Error) as fault:
            print(f"{name}: {type(fault).__name__}: {fault}")
            status = 1
            continue
        rows = ", ".join(f"{len(package.tables[table])} {table}" for table in TABLES)
        print(f"{name}: {len(package.entries)} entries; {rows}: as the entries say")
    return status


if __name__ == "__main__":
    sys.exit(main())
