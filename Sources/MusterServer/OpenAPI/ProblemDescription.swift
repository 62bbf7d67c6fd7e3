import MusterAPI
import MusterText

/// Failures as the API says them.
enum ProblemDescription {
    static let schema: JSONValue = [
        "type": "object",
        "description": "RFC 9457. `code` is stable; `type` is it as a URN.",
        "properties": [
            "type": ["type": "string", "format": "uri"], "title": ["type": "string"],
            "status": ["type": "integer", "minimum": 400, "maximum": 599],
            "detail": ["type": "string", "description": "What is wrong and what to do, in the caller's language."],
            "instance": ["type": ["string", "null"]], "code": ["type": "string"], "zh": ["type": "string"],
            "en": ["type": "string"],
            "errors": [
                "type": ["array", "null"],
                "items": [
                    "type": "object",
                    "properties": [
                        "pointer": ["type": "string"], "code": ["type": "string"], "detail": ["type": "string"],
                    ],
                    "required": ["pointer", "code", "detail"],
                ],
            ],
            "currentRevision": ["type": ["integer", "null"]],
        ],
        "required": ["type", "title", "status", "detail", "code", "zh", "en"],
    ]

    static let response: JSONValue = [
        "description": "Why it was not done.",
        "content": [
            "application/problem+json": [
                "schema": ["$ref": "#/components/schemas/Problem"],
                "examples": [
                    "example": [
                        "value": JSONValue(
                            encoding: MusterAPI.Problem(
                                Failure("unknownWhistle", status: .notFound, ["text": "W2026-000099"]), language: .en,
                                requestID: "01hgw2bbg00000000000000000"))
                    ]
                ],
            ]
        ],
    ]
}
