import MusterAPI

/// The logs in the description of the API.
enum LogDescription {
    /// What the list of kept heads takes.
    static let sizesQuery = [
        QueryParameter(name: "from", form: .position, summary: "Only sizes from this one on."),
        QueryParameter(name: "limit", form: .integer(1...1_000), summary: "At most so many; 100 if absent."),
    ]

    /// What a proof takes.
    static let proofQuery = [
        QueryParameter(
            name: "words", form: .flag,
            summary: "Whether the entry and its texts come along, as JSON; wants the right to see them.")
    ]

    /// Where an entry's proof is.
    static let proofTemplate = Endpoint.root + "/proofs/{position}"

    static let paths: [JSONValue.Member] = [
        path(
            "/checkpoint", "getCheckpoint", "The newest signed head (C2SP tlog-checkpoint).", [],
            ["text/plain": ["schema": ["type": "string"]]]),
        path(
            "/checkpoints", "listCheckpoints", "The sizes of which signed heads are kept, ascending.",
            ParameterDescription.queries(sizesQuery),
            [
                "application/json": [
                    "schema": OpenAPIDocument.reference("CheckpointSizes"),
                    "examples": ["example": ["value": ResourceExamples.value(of: "CheckpointSizes")]],
                ]
            ]),
        path(
            "/checkpoints/{size}", "getCheckpointOfSize", "The signed head of a size; never changes.",
            [parameter("size", "How many entries.", ["type": "integer", "format": "int64", "minimum": 0], 7)],
            ["text/plain": ["schema": ["type": "string"]]]),
        path(
            "/vkey", "getVerifierKeys", "The keys that verify the heads, one a line: the log's first.", [],
            ["text/plain": ["schema": ["type": "string"]]]),
        path(
            "/tile/{level}/{index}", "getTile",
            "A tile of hashes (C2SP tlog-tiles), 32 bytes each; `.p/<width>` behind the index for a partial one.",
            [
                parameter(
                    "level", "Its level, from 0.", ["type": "string", "pattern": "^([0-9]|[1-5][0-9]|6[0-3])$"], "0"),
                index,
            ],
            [LogRoutes.octets: [:]]),
        path(
            "/tile/entries/{index}", "getEntryBundle",
            "A bundle of entries (C2SP tlog-tiles), each after its length in two bytes. A server may want a token for it.",
            [index], [LogRoutes.octets: [:]]),
        .init(
            proofTemplate,
            [
                "get": operation(
                    "getProof",
                    "That an entry is in the log of the newest signed head: a `.tlog-proof` file (C2SP tlog-proof).",
                    needsToken: true,
                    ParameterDescription.all(of: proofQuery) + [
                        parameter(
                            "position", "The entry's position.",
                            ["type": "integer", "format": "int64", "minimum": 0], 41)
                    ],
                    [
                        "text/plain": ["schema": ["type": "string"]],
                        "application/json": [
                            "schema": OpenAPIDocument.reference("OpenedProof"),
                            "examples": ["example": ["value": ResourceExamples.value(of: "OpenedProof")]],
                        ],
                    ])
            ]),
    ]

    private static let index = parameter(
        "index", "Its number in groups of three digits, all but the last with an x before them: `x001/234`.",
        ["type": "string", "minLength": 3], "000")

    private static func path(
        _ path: String, _ id: String, _ summary: String, _ parameters: [JSONValue], _ content: JSONValue
    ) -> JSONValue.Member {
        .init(
            LogRoutes.prefix + path,
            [
                "get": operation(
                    id, summary, needsToken: false, ParameterDescription.all(of: []) + parameters, content)
            ])
    }

    private static func operation(
        _ id: String, _ summary: String, needsToken: Bool, _ parameters: [JSONValue], _ content: JSONValue
    ) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("operationId", .string(id)), .init("tags", ["log"]), .init("summary", .string(summary)),
            .init("parameters", .array(parameters)),
        ]
        if !needsToken { members.append(.init("security", [])) }
        let responses: JSONValue = [
            "200": ["description": .string(summary), "content": content],
            "default": ["$ref": "#/components/responses/Problem"],
        ]
        return .object(members + [.init("responses", responses)])
    }

    private static func parameter(
        _ name: String, _ words: String, _ schema: JSONValue, _ example: JSONValue
    ) -> JSONValue {
        [
            "name": .string(name), "in": "path", "required": true, "description": .string(words), "schema": schema,
            "example": example,
        ]
    }
}
