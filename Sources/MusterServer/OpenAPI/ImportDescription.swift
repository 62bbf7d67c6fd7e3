import MusterAPI

/// The body of an import, from the table that checks it.
///
/// Only its form is described: what is wrong with one case by itself refuses that case and not the request, so a text
/// may be anything.
enum ImportDescription {
    static let body: JSONValue = [
        "required": true,
        "content": [
            "application/json": [
                "schema": object(ImportBatch.schema),
                "examples": ["example": ["value": ImportBatch.example.body]],
            ]
        ],
    ]

    private static func object(_ members: [ActMember]) -> JSONValue {
        [
            "type": "object",
            "properties": .object(members.map { JSONValue.Member($0.name, schema(of: $0)) }),
            "required": .array(members.filter(\.isRequired).map { .string($0.name) }),
            "additionalProperties": false,
        ]
    }

    private static func schema(of member: ActMember) -> JSONValue {
        switch member.form {
        case .objects(let members):
            ["type": "array", "maxItems": JSONValue(ImportBatch.most), "items": object(members)]
        case .string, .words:
            words[member.name].map { ["type": "string", "description": .string($0)] } ?? ["type": "string"]
        default: ActDescription.schema(of: member.form)
        }
    }

    private static let words = [
        "source": "What the cases' system is called: 1 to 32 visible ASCII characters without a colon.",
        "id": "The source's number of the case: 1 to 96 visible ASCII characters.",
        "street": "The street's name; registered if there is no street of that name.",
        "department": "The department's name; registered if there is no unit of that name.",
        "resolution": "How it was closed; only with `closedAt`.",
    ]
}
