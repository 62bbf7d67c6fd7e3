import MusterAPI

/// The body of an act, from the table that checks it.
enum ActDescription {
    static func body(of act: ActName) -> JSONValue {
        let members = act.schema.members + ActSchema.common
        return [
            "required": .bool(act.schema.members.contains(where: \.isRequired)),
            "content": [
                "application/json": [
                    "schema": object(members),
                    "examples": ["example": ["value": act.example.body]],
                ]
            ],
        ]
    }

    private static func object(_ members: [ActMember]) -> JSONValue {
        [
            "type": "object",
            "properties": .object(members.map { JSONValue.Member($0.name, schema(of: $0.form)) }),
            "required": .array(members.filter(\.isRequired).map { .string($0.name) }),
            "additionalProperties": false,
        ]
    }

    static func schema(of form: ActMember.Form) -> JSONValue {
        switch form {
        case .words: ["type": "string", "minLength": 1, "description": "A free text; no resident's name or number."]
        case .string: ["type": "string", "minLength": 1]
        case .unit: ["type": "string", "minLength": 1, "description": "A unit by code, full or short name."]
        case .post: ["type": "string", "minLength": 1, "description": "A post as UNIT/POST, or its code."]
        case .whistle: ["type": "string", "minLength": 1, "description": "A whistle by its name."]
        case .moment: ["type": "string", "format": "date-time"]
        case .integer(let range):
            ["type": "integer", "minimum": JSONValue(range.lowerBound), "maximum": JSONValue(range.upperBound)]
        case .flag: ["type": "boolean"]
        case .code(let names): ["type": "string", "enum": .array(names.map { .string($0) })]
        case .objects(let members): ["type": "array", "items": object(members)]
        case .units: ["type": "array", "items": schema(of: .unit)]
        }
    }
}
