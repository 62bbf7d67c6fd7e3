import MusterAPI

/// The description of the API as OpenAPI 3.1, made from the endpoints and the types themselves.
enum OpenAPIDocument {
    /// The document; it never changes while the program runs.
    static let value: JSONValue = [
        "openapi": "3.1.0",
        "info": info,
        "servers": [["url": "/"]],
        "tags": .array(tags),
        "paths": .object(paths),
        "components": [
            "securitySchemes": [
                "token": ["type": "http", "scheme": "bearer", "description": "A token issued by `muster token issue`."]
            ],
            "schemas": .object(schemas),
            "responses": .object(responses),
            "headers": .object(headers),
        ],
        "security": [["token": []]],
    ]

    /// The document's bytes.
    static let bytes = value.bytes

    private static let info: JSONValue = [
        "title": "Muster",
        "version": "1",
        "summary": "吹哨报到: a street blows the whistle, the departments report in.",
        "description": .string(
            """
            Every act is an entry in a district's log, durable before it is answered. A command id \
            (`Idempotency-Key`) is kept for ever: a retry with the same id and the same request gets the first answer \
            again. Sentences come in Chinese or English by `Accept-Language`; codes, keys and enumerations never \
            change. Failures are `application/problem+json` (RFC 9457).
            """),
        "license": ["name": "Muster", "identifier": "LicenseRef-Muster"],
    ]

    private static let tags: [JSONValue] = [
        ["name": "whistles", "description": "Whistles, their calls, groups, meetings and tasks."],
        ["name": "district", "description": "Units, posts and tokens."],
        ["name": "log", "description": "The log itself."],
        ["name": "service", "description": "The server."],
    ]

    // MARK: Paths

    private static let paths: [JSONValue.Member] = {
        var members: [JSONValue.Member] = []
        for endpoint in Endpoint.all {
            let method = JSONValue.Member(endpoint.method.rawValue.lowercased(), operation(endpoint))
            if let place = members.firstIndex(where: { $0.name == endpoint.template }),
                case .object(let methods) = members[place].value
            {
                members[place].value = .object(methods + [method])
            } else {
                members.append(JSONValue.Member(endpoint.template, .object([method])))
            }
        }
        return members + LogDescription.paths + ServiceDescription.paths
    }()

    private static func operation(_ endpoint: Endpoint) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("operationId", .string(endpoint.operation)), .init("tags", [tag(endpoint)]),
            .init("summary", .string(endpoint.summary)),
            .init("parameters", .array(ParameterDescription.all(of: endpoint))),
        ]
        switch endpoint.body {
        case .none: break
        case .act(let act): members.append(.init("requestBody", ActDescription.body(of: act)))
        case .imports: members.append(.init("requestBody", ImportDescription.body))
        case .file:
            let octets: JSONValue = ["application/octet-stream": [:]]
            members.append(.init("requestBody", ["required": true, "content": octets]))
        }
        members.append(.init("responses", answers(endpoint)))
        return .object(members)
    }

    private static func tag(_ endpoint: Endpoint) -> JSONValue {
        let path = endpoint.template.dropFirst(Endpoint.root.count)
        if ["/events", "/replay", "/commands"].contains(where: { path.hasPrefix($0) }) { return "log" }
        let ofWhistles = ["/whistles", "/inbox", "/today", "/files", "/imports"]
        return ofWhistles.contains { path.hasPrefix($0) } ? "whistles" : "district"
    }

    private static func answers(_ endpoint: Endpoint) -> JSONValue {
        var statuses: [JSONValue.Member] = []
        let made = endpoint.answer
        if made.isFile {
            let content: JSONValue = ["application/octet-stream": [:]]
            statuses.append(.init("200", ["description": .string(endpoint.summary), "content": content]))
        } else if made.schema.isEmpty {
            statuses.append(.init("204", ["description": "Kept."]))
        } else {
            let success: JSONValue = [
                "description": .string(endpoint.summary),
                "headers": headers(of: endpoint),
                "content": [
                    "application/json": [
                        "schema": reference(made.schema),
                        "examples": ["example": ["value": ResourceExamples.value(of: made.schema)]],
                    ]
                ],
            ]
            statuses.append(.init("200", success))
            if made.status == 201 { statuses.append(.init("201", success)) }
            if made.hasTag { statuses.append(.init("304", ["description": "It is what the caller has already."])) }
        }
        return .object(statuses + [.init("default", ["$ref": "#/components/responses/Problem"])])
    }

    private static func headers(of endpoint: Endpoint) -> JSONValue {
        var members = [JSONValue.Member("Content-Language", ["$ref": "#/components/headers/ContentLanguage"])]
        if endpoint.answer.hasTag { members.append(.init("ETag", ["$ref": "#/components/headers/ETag"])) }
        if endpoint.answer.schema.hasSuffix("Page"), endpoint.answer.schema != "EventPage" {
            members.append(.init("Link", ["$ref": "#/components/headers/Link"]))
        }
        if endpoint.answer.status == 201 {
            members.append(.init("Location", ["$ref": "#/components/headers/Location"]))
        }
        return .object(members)
    }

    static func reference(_ schema: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(schema)")] }

    // MARK: Components

    private static let schemas: [JSONValue.Member] = {
        var types = TypeSchema()
        types.describe(Page<InboxItem>.self, as: "InboxPage")
        types.describe(Page<WhistleItem>.self, as: "WhistlePage")
        types.describe(Page<UnitItem>.self, as: "UnitPage")
        types.describe(Page<PostItem>.self, as: "PostPage")
        types.describe(Page<TokenItem>.self, as: "TokenPage")
        types.describe(WhistleDetail.self, as: "WhistleDetail")
        types.describe(Notices.self, as: "Notices")
        types.describe(TodayFigures.self, as: "TodayFigures")
        types.describe(DistrictInfo.self, as: "DistrictInfo")
        types.describe(Identity.self, as: "Identity")
        types.describe(EventPage.self, as: "EventPage")
        types.describe(ReplayReport.self, as: "ReplayReport")
        types.describe(DistrictDiff.self, as: "DistrictDiff")
        types.describe(CommandStatus.self, as: "CommandStatus")
        types.describe(ActReceipt.self, as: "ActReceipt")
        types.describe(ImportReceipt.self, as: "ImportReceipt")
        types.describe(ReadLogPage.self, as: "ReadLogPage")
        types.describe(CheckpointSizes.self, as: "CheckpointSizes")
        types.describe(OpenedProof.self, as: "OpenedProof")
        let identity = types.named.first { $0.name == "Identity" }?.schema ?? .null
        return types.named.map { JSONValue.Member($0.name, $0.schema) } + [
            .init("Me", ServiceDescription.meSchema(identity: identity)), .init("Problem", ProblemDescription.schema),
        ]
    }()

    private static let responses: [JSONValue.Member] = [.init("Problem", ProblemDescription.response)]

    private static let headers: [JSONValue.Member] = [
        .init("ContentLanguage", header("The language of the sentences: `zh-Hans` or `en`.")),
        .init("ETag", header("The whistle's revision, for `If-None-Match` and `If-Match`.")),
        .init("Link", header("The next page, with `rel=\"next\"` (RFC 8288); absent on the last one.")),
        .init("Location", header("Where it can be read; absent on a dry run.")),
    ]

    private static func header(_ text: String) -> JSONValue {
        ["description": .string(text), "schema": ["type": "string"]]
    }
}
