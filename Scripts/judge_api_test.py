"""Tries the judge of the API: a good description must pass, and every planted fault must be found."""

import copy
import sys

from judge_api import Examples, faults_of_document, faults_of_paths
from trial_district import Answer

GOOD = {
    "openapi": "3.1.0",
    "info": {"title": "Trial", "version": "1"},
    "paths": {
        "/v1/things/{thing}": {
            "get": {
                "operationId": "getThing",
                "parameters": [
                    {"name": "thing", "in": "path", "required": True, "schema": {"type": "integer"}, "example": 1}
                ],
                "responses": {
                    "200": {
                        "description": "It.",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Thing"},
                                "examples": {"example": {"value": {"name": "a", "due": None}}},
                            }
                        },
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Thing": {
                "type": "object",
                "properties": {"name": {"type": "string"}, "due": {"type": ["string", "null"]}},
                "required": ["name", "due"],
            }
        }
    },
}


class Server:
    """Answers as a server would that has only some routes."""

    centre = "token"

    def __init__(self, *paths: str, allow: str = "GET, HEAD, OPTIONS") -> None:
        self.paths = paths
        self.allow = allow

    def ask(self, method: str, path: str, _: str) -> Answer:
        if path not in self.paths:
            return Answer(404, {}, b"")
        return Answer(204 if method == "OPTIONS" else 405, {"allow": self.allow}, b"")


def planted(change) -> dict:
    document = copy.deepcopy(GOOD)
    change(document)
    return document


def example(document: dict) -> dict:
    get = document["paths"]["/v1/things/{thing}"]["get"]
    return get["responses"]["200"]["content"]["application/json"]


def main() -> int:
    path = "/v1/things/1"
    wrong = [
        ("the good description", list(faults_of_document(GOOD)), False),
        ("the good examples", list(Examples(GOOD).faults()), False),
        ("the good paths", list(faults_of_paths(GOOD, Server(path))), False),
        ("a document without a title", list(faults_of_document(planted(lambda d: d["info"].pop("title")))), True),
        (
            "an example of another type",
            list(Examples(planted(lambda d: example(d)["examples"]["example"]["value"].update(name=1))).faults()),
            True,
        ),
        (
            "an example that lacks a member",
            list(Examples(planted(lambda d: example(d)["examples"]["example"]["value"].pop("due"))).faults()),
            True,
        ),
        ("an answer without an example", list(Examples(planted(lambda d: example(d).pop("examples"))).faults()), True),
        (
            "a parameter's wrong example",
            list(
                Examples(
                    planted(lambda d: d["paths"]["/v1/things/{thing}"]["get"]["parameters"][0].update(example="a"))
                ).faults()
            ),
            True,
        ),
        ("a path that does not answer", list(faults_of_paths(GOOD, Server())), True),
        ("a path that nobody describes", list(faults_of_paths(GOOD, Server(path, path + "/x"))), True),
        ("a method that nobody describes", list(faults_of_paths(GOOD, Server(path, allow="GET, POST"))), True),
    ]
    failed = [name for name, faults, is_wrong in wrong if bool(faults) != is_wrong]
    for name in failed:
        print(f"the judge of the API is wrong about {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
