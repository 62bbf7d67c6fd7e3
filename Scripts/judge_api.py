"""Judges a Muster server by its own description, with libraries that know nothing of Muster.

    Scripts/judge_api.py MUSTER PROMTOOL [--seed N] [--examples N]

Makes a district for the trial, serves it, and holds against each other what the server says of itself and what it does:
the description is valid OpenAPI 3.1, every example in it fits its schema, every path answers the methods that it lists
and nothing beside it answers, no generated request brings the server to fail or to answer otherwise than described, and
Prometheus reads the metrics. Prints a line for each part; a finding makes the exit status 1.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from trial_district import ROOT, Answer, TrialDistrict, Trouble

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
# Where the document lies for those who follow its references.
BASE = "urn:muster:openapi"


def faults_of_document(document: dict) -> Iterator[str]:
    """What makes it no OpenAPI 3.1."""
    for error in OpenAPIV31SpecValidator(document).iter_errors():
        yield f"openapi-spec-validator: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"


def operations(document: dict) -> Iterator[tuple[str, str, dict]]:
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


# Examples


class Examples:
    """Holds every example of a document against the schema beside it."""

    def __init__(self, document: dict) -> None:
        self.document = document
        self.checked = 0
        # Formats are judged by the library as far as it knows them.
        self.formats = FormatChecker()
        self.registry = Registry().with_resource(BASE, Resource(contents=document, specification=DRAFT202012))

    def faults(self) -> Iterator[str]:
        for path, method, operation in operations(self.document):
            where = f"{method.upper()} {path}"
            for parameter in operation.get("parameters", []):
                yield from self.media(parameter, f"{where} {parameter.get('name')}")
            for kind, media in operation.get("requestBody", {}).get("content", {}).items():
                yield from self.media(media, f"{where} request")
                if kind == "application/json" and not list(self.values(media)):
                    yield f"{where}: its request has no example"
            for status, answer in operation["responses"].items():
                for kind, media in self.resolved(answer).get("content", {}).items():
                    yield from self.media(media, f"{where} {status}")
                    if kind.endswith("json") and "$ref" in media.get("schema", {}) and not list(self.values(media)):
                        yield f"{where} {status}: it has no example"

    def resolved(self, part: dict) -> dict:
        while "$ref" in part:
            part = self.registry.resolver(BASE).lookup(part["$ref"]).contents
        return part

    @staticmethod
    def values(part: dict) -> Iterator[object]:
        if "example" in part:
            yield part["example"]
        for example in part.get("examples", {}).values():
            yield example["value"]

    def media(self, part: dict, where: str) -> Iterator[str]:
        # References are looked up in the document, not in the schema by itself.
        schema = rebased(part.get("schema", {}))
        validator = Draft202012Validator(schema, registry=self.registry, format_checker=self.formats)
        for value in self.values(part):
            self.checked += 1
            for error in validator.iter_errors(value):
                yield f"{where}: the example's {error.json_path} does not fit: {error.message[:300]}"


def rebased(part: object) -> object:
    if isinstance(part, dict):
        return {
            key: BASE + value if key == "$ref" and isinstance(value, str) and value.startswith("#") else rebased(value)
            for key, value in part.items()
        }
    if isinstance(part, list):
        return [rebased(item) for item in part]
    return part


# Paths


def spelled(path: str) -> str:
    """A path of the description with something in place of each name."""
    values = {"code": ROOT.rsplit("/", 1)[1], "unit": "own", "sha256": "0" * 64}
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], "1"), path)


def allowed(answer: Answer) -> set[str]:
    return {method.strip() for method in answer.headers.get("allow", "").split(",")} - {""}


def faults_of_paths(document: dict, district: TrialDistrict) -> Iterator[str]:
    """Where the description and the server differ on what there is."""
    known = {spelled(path): path for path in document["paths"]}
    for path, template in known.items():
        methods = {method.upper() for method in METHODS if method in document["paths"][template]}
        described = methods | {"OPTIONS"} | ({"HEAD"} if "GET" in methods else set())
        options = district.ask("OPTIONS", path, district.centre)
        if options.status not in (200, 204) or allowed(options) != described:
            yield f"OPTIONS {template}: {options.status}, Allow {sorted(allowed(options))}, not {sorted(described)}"
        for method in {"GET", "POST", "PUT", "DELETE", "PATCH"} - methods:
            answer = district.ask(method, path, district.centre)
            if answer.status != 405 or allowed(answer) != described:
                yield f"{method} {template}: {answer.status}, Allow {sorted(allowed(answer))}, not 405"
    # What lies above, below and beside a path is there only if the description says so.
    around = set()
    for path in known:
        parts = path.split("/")
        around |= {"/".join(parts[:depth]) for depth in range(2, len(parts))}
        around |= {path + "/x", path + "s", path + "/"}
    for path in sorted(around - set(known)):
        # A tile's index is one parameter of several parts.
        patterns = (re.sub(r"\{\w+\}", "[^/]+", re.sub(r"\{index\}", ".+", template)) for template in document["paths"])
        if any(re.fullmatch(pattern, path) for pattern in patterns):
            continue
        answer = district.ask("OPTIONS", path, district.centre)
        if answer.status != 404:
            yield f"OPTIONS {path}: {answer.status}, though the description has no such path"


# Generated requests

CHECKS = (
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "negative_data_rejection", "unsupported_method", "allow_header_conformance",
    "ignored_auth",
)  # fmt: skip

# Values that are there, so that generated requests come past the first question.
CONFIGURATION = """
headers = {{ Authorization = "Bearer ${{TRIAL_TOKEN}}" }}
request-timeout = 20.0

[dictionaries]
whistles = {{ values = [{whistles}] }}
units = {{ values = ["own", "D1", "D2", "S1"] }}
numbers = {{ values = [1, 2] }}

[parameters]
"path.code" = "610113"
"path.whistle" = {{ dictionary = "whistles", probability = 0.8 }}
"path.unit" = {{ dictionary = "units", probability = 0.8 }}
"path.meeting" = {{ dictionary = "numbers", probability = 0.8 }}
"path.task" = {{ dictionary = "numbers", probability = 0.8 }}
"path.entry" = {{ dictionary = "numbers", probability = 0.8 }}

# A long poll that waits as long as it may would only make the run long.
[[operations]]
include-operation-id = "listEvents"
parameters = {{ "query.wait" = 0 }}

# Here a code that was to be refused, and that a line above has made the right one, would come with a size or a position
# that is there.
[[operations]]
include-operation-id = "getCheckpointOfSize"
parameters = {{ "path.size" = 999999 }}

[[operations]]
include-operation-id = "getProof"
parameters = {{ "path.position" = 999999 }}
"""


# By these a caller can shut himself out, after which every answer is the same 401. schemathesis learns his token's id and
# his post's code from the lists, so they are asked for last, in a district of their own.
SHUTTING_OUT = ("tokenRevoke", "postEnd", "postAssign", "unitRetire")


def generated(
    district: TrialDistrict, token: str, choice: str, seed: int, examples: int, seconds: int
) -> tuple[str, bool]:
    """Lets schemathesis ask; answers its summary and whether it found nothing. `choice` is `include` or `exclude`."""
    whistles = ", ".join(f'"{district.raise_whistle(["D1", "D2", "D3"])}"' for _ in range(3))
    configuration = district.folder / "schemathesis.toml"
    configuration.write_text(CONFIGURATION.format(whistles=whistles))
    program = Path(sys.executable).parent / "schemathesis"
    words = [
        str(program), "--config-file", str(configuration), "run", f"{district.address}/openapi.json",
        "--checks", ",".join(CHECKS), "--phases", "examples,coverage,fuzzing", "--max-examples", str(examples),
        "--seed", str(seed), "--generation-database", "none", "--no-shrink", "--continue-on-failure",
        "--suppress-health-check", "all", "--warnings", "off", "--no-color",
    ]  # fmt: skip
    for operation in SHUTTING_OUT:
        words += [f"--{choice}-operation-id", operation]
    try:
        done = subprocess.run(
            words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=seconds, cwd=district.folder,
            env=os.environ | {"TRIAL_TOKEN": token, "NO_COLOR": "1"},
        )  # fmt: skip
    except subprocess.TimeoutExpired as late:
        said = (late.stdout or b"").decode(errors="replace")
        return f"not done after {seconds} s:\n{said[-3000:]}", False
    found = re.search(r"(\d+) generated", done.stdout)
    if done.returncode == 0 and found:
        return f"{found[1]} requests ({answered(district)})", True
    return done.stdout[-20_000:] + done.stderr[-2_000:], False


def answered(district: TrialDistrict) -> str:
    """How many answers of each class the server gave: requests that never come past the first question prove little."""
    classes: Counter[str] = Counter()
    for name, value in district.metrics().items():
        if name.startswith("muster_http_request_seconds_count") and (found := re.search(r'status="(\w+)"', name)):
            classes[found[1]] += int(value)
    return ", ".join(f"{count} × {status}" for status, count in sorted(classes.items()))


# Metrics


def faults_of_metrics(district: TrialDistrict, promtool: str) -> Iterator[str]:
    answer = district.ask("GET", "/metrics")
    if answer.status != 200 or not answer.headers.get("content-type", "").startswith("text/plain; version=0.0.4"):
        yield f"/metrics: {answer.status}, {answer.headers.get('content-type')}"
    done = subprocess.run(
        [promtool, "check", "metrics"], input=answer.body, capture_output=True, timeout=60
    )
    if done.returncode != 0 or done.stdout or done.stderr:
        yield f"promtool: {(done.stdout + done.stderr).decode(errors='replace').strip()} ({done.returncode})"


class Report:
    def __init__(self) -> None:
        self.findings = 0
        self.began = time.monotonic()

    def part(self, words: str, faults: list[str]) -> None:
        seconds = time.monotonic() - self.began
        self.began = time.monotonic()
        self.findings += len(faults)
        for fault in faults:
            print(fault)
        print(f"{words}: {'no findings' if not faults else f'{len(faults)} findings'} ({seconds:.1f} s)", flush=True)


def judge(given: argparse.Namespace) -> int:
    report = Report()
    settings = {"MUSTER_FAILED_SIGN_INS": "100000"}
    with TrialDistrict(given.muster, settings=settings) as district:
        document = district.ask("GET", "/openapi.json").json
        count = sum(1 for _ in operations(document))
        report.part(
            f"description of {count} operations by openapi-spec-validator {version('openapi-spec-validator')}",
            list(faults_of_document(document)))
        examples = Examples(document)
        faults = list(examples.faults())
        report.part(f"{examples.checked} examples by jsonschema {version('jsonschema')}", faults)
        report.part(f"{len(document['paths'])} paths, and what lies around them", list(faults_of_paths(document, district)))
        report.part("metrics by promtool", list(faults_of_metrics(district, given.promtool)))
    for role, choice in (("department", "exclude"), ("centre", "exclude"), ("centre", "include")):
        with TrialDistrict(given.muster, settings=settings) as district:
            token = district.centre if role == "centre" else district.departments[0].token
            said, is_good = generated(district, token, choice, given.seed, given.examples, given.seconds)
            words = f"requests by a {role}'s token by schemathesis {version('schemathesis')}, seed {given.seed}"
            report.part(f"{said}, {words}" if is_good else words, [] if is_good else [said])
            faults = list(faults_of_metrics(district, given.promtool))
            if choice == "exclude" and district.ask("GET", "/v1/me", token).status != 200:
                faults.append("the token was shut out meanwhile, so that the requests prove little")
            try:
                if district.stop() != 0:
                    faults.append(f"the server ended with {district.server.returncode} on SIGTERM")
            except subprocess.TimeoutExpired:
                faults.append("the server did not end on SIGTERM")
            report.part("metrics afterwards, and the end", faults)
    return 1 if report.findings else 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Judges the HTTP API by its own description.")
    parser.add_argument("muster")
    parser.add_argument("promtool")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1, 2**31))
    parser.add_argument("--examples", type=int, default=4, help="generated requests of each operation")
    parser.add_argument("--seconds", type=int, default=120, help="at most so long for each run")
    try:
        return judge(parser.parse_args())
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
