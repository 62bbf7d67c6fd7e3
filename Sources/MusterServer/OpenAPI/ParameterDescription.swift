import MusterAPI

/// The parameters of an operation: those of the path, of the query, and the headers that it heeds.
enum ParameterDescription {
    static func all(of endpoint: Endpoint) -> [JSONValue] {
        var parameters = endpoint.parameters.map { path($0, endpoint) } + endpoint.query.map(query)
        parameters.append(
            header("Accept-Language", "`zh` or `en`; the district's own language if absent.", ["type": "string"]))
        if case .act = endpoint.body {
            parameters.append(
                header(
                    "Idempotency-Key",
                    "The command id: 1 to 128 visible ASCII characters, quoted or not; kept over retries. If absent the server makes one.",
                    ["type": "string", "maxLength": 130]))
            parameters.append(
                header("If-Match", "Refuses the act unless the whistle is at this revision.", ["type": "string"]))
        }
        if endpoint.answer.hasTag {
            parameters.append(header("If-None-Match", "An ETag that the caller has.", ["type": "string"]))
        }
        return parameters
    }

    /// Those of a district's resource that is no endpoint: the district, and a query.
    static func all(of parameters: [QueryParameter]) -> [JSONValue] {
        let code: JSONValue = [
            "name": "code", "in": "path", "required": true, "description": .string(words("code")),
            "schema": ["type": "string", "pattern": "^[0-9]{6}$"], "example": example("code"),
        ]
        return [code] + parameters.map(query)
    }

    /// Those of a query.
    static func queries(_ parameters: [QueryParameter]) -> [JSONValue] { parameters.map(query) }

    private static func path(_ name: String, _ endpoint: Endpoint) -> JSONValue {
        [
            "name": .string(name), "in": "path", "required": true, "description": .string(words(name)),
            "schema": schema(name, endpoint), "example": example(name),
        ]
    }

    private static func words(_ name: String) -> String {
        switch name {
        case "code": "The district, by its code of GB/T 2260."
        case "whistle": "A whistle by its name."
        case "unit": "A unit by its code, full or short name; `own` for the caller's."
        case "meeting": "A meeting's number in the whistle."
        case "task": "A task's number in the whistle."
        case "entry": "An entry's number in the whistle's history."
        case "token": "A token's public id."
        case "id": "A command id."
        default: "A file's SHA-256 in lower-case hex."
        }
    }

    private static func schema(_ name: String, _ endpoint: Endpoint) -> JSONValue {
        if case .act(let act) = endpoint.body, let member = act.schema.parameters.first(where: { $0.name == name }) {
            return ActDescription.schema(of: member.form)
        }
        switch name {
        case "code": return ["type": "string", "pattern": "^[0-9]{6}$"]
        case "sha256": return ["type": "string", "pattern": "^[0-9a-f]{64}$"]
        default: return ["type": "string", "minLength": 1]
        }
    }

    private static func example(_ name: String) -> JSONValue {
        switch name {
        case "code": "610113"
        case "whistle": "W2026-000042"
        case "unit": "own"
        case "meeting", "task", "entry": 1
        case "token": "k7f3q9ab2c"
        case "id": "8e03978e-40d5-43dd-bc93-6894a57f9324"
        default: .string(String(repeating: "0", count: 64))
        }
    }

    private static func query(_ parameter: QueryParameter) -> JSONValue {
        [
            "name": .string(parameter.name), "in": "query", "description": .string(parameter.summary),
            "schema": schema(of: parameter),
        ]
    }

    private static func schema(of parameter: QueryParameter) -> JSONValue {
        switch parameter.form {
        case .string: ["type": "string", "minLength": 1]
        case .integer(let range):
            ["type": "integer", "minimum": JSONValue(range.lowerBound), "maximum": JSONValue(range.upperBound)]
        case .position: ["type": "integer", "format": "int64", "minimum": 0]
        case .flag: ["type": "boolean"]
        case .codes(let names):
            ["type": "array", "items": ["type": "string", "enum": .array(names.map { .string($0) })]]
        case .code(let names): ["type": "string", "enum": .array(names.map { .string($0) })]
        case .date: ["type": "string", "format": "date"]
        case .point: ["type": "string", "pattern": "^([0-9]+|[0-9]{4}-.+T.+)$"]
        case .moment: ["type": "string", "format": "date-time"]
        }
    }

    private static func header(_ name: String, _ summary: String, _ schema: JSONValue) -> JSONValue {
        ["name": .string(name), "in": "header", "description": .string(summary), "schema": schema]
    }
}
