import MusterAPI

/// What the server offers besides the districts: itself.
enum ServiceDescription {
    static let paths: [JSONValue.Member] = [
        .init("/v1/me", ["get": me]),
        .init(readLogTemplate, ["get": readLog]),
        .init("/openapi.json", ["get": document]),
        .init("/health/live", ["get": live]),
        .init("/health/ready", ["get": ready]),
        .init("/metrics", ["get": metrics]),
    ]

    private static let me = operation(
        "getMe", "Who asks, and in which district: a token belongs to one.", needsToken: true,
        [(200, resource("Who asks.", "Me"))])

    /// Where the log of auditors' reads is.
    static let readLogTemplate = Endpoint.root + "/access-log"
    /// What it takes.
    static let readLogQuery = [
        QueryParameter(name: "after", form: .integer(0...Int(Int32.max)), summary: "So many lines are passed over."),
        QueryParameter(name: "limit", form: .integer(1...1_000), summary: "At most so many; 100 if absent."),
    ]

    private static let readLog = operation(
        "getAccessLog", "What auditors have read; for the audit administrator.", needsToken: true,
        parameters: ParameterDescription.all(of: readLogQuery),
        [(200, resource("Reads, oldest first.", "ReadLogPage"))])

    private static let document = operation(
        "getDescription", "This description.", needsToken: false,
        [(200, answer("OpenAPI 3.1.", ["type": "object"]))])

    private static let live = operation(
        "getLiveness", "Whether the process answers.", needsToken: false,
        [(200, answer("It does.", ["type": "object"]))])

    private static let ready = operation(
        "getReadiness", "Whether every district can be read and written, and why not.", needsToken: false,
        [(200, answer("Ready.", ["type": "object"])), (503, answer("Not ready.", ["type": "object"]))])

    private static let metrics = operation(
        "getMetrics", "Figures for Prometheus.", needsToken: false,
        [(200, answer("Text format 0.0.4.", ["type": "string"], "text/plain"))])

    private static func answer(
        _ words: String, _ schema: JSONValue, _ type: String = "application/json"
    ) -> JSONValue {
        ["description": .string(words), "content": .object([.init(type, ["schema": schema])])]
    }

    private static func resource(_ words: String, _ schema: String) -> JSONValue {
        let content: JSONValue = [
            "schema": OpenAPIDocument.reference(schema),
            "examples": ["example": ["value": ResourceExamples.value(of: schema)]],
        ]
        return ["description": .string(words), "content": ["application/json": content]]
    }

    private static func operation(
        _ id: String, _ summary: String, needsToken: Bool, parameters: [JSONValue] = [],
        _ responses: [(Int, JSONValue)]
    ) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("operationId", .string(id)), .init("tags", ["service"]), .init("summary", .string(summary)),
        ]
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        if !needsToken { members.append(.init("security", [])) }
        let all = responses.map { JSONValue.Member("\($0.0)", $0.1) }
        members.append(
            .init("responses", .object(all + [.init("default", ["$ref": "#/components/responses/Problem"])])))
        return .object(members)
    }
}

extension ServiceDescription {
    /// What `/v1/me` answers: the identity, and in front of it the district.
    static func me(_ identity: JSONValue, in district: String) -> JSONValue {
        guard case .object(let members) = identity else { return identity }
        return .object([.init("district", .string(district))] + members)
    }

    /// The schema of that.
    static func meSchema(identity: JSONValue) -> JSONValue {
        guard case .object(var members) = identity,
            let properties = members.firstIndex(where: { $0.name == "properties" }),
            let required = members.firstIndex(where: { $0.name == "required" }),
            case .object(let old) = members[properties].value, case .array(let names) = members[required].value
        else { return identity }
        members[properties].value = .object([.init("district", ["type": "string"])] + old)
        members[required].value = .array(["district"] + names)
        return .object(members)
    }
}
