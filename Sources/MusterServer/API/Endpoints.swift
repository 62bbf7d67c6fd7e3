import MusterAPI
import MusterDomain
import MusterService

extension Endpoint {
    /// Where a district's resources lie.
    static let root = "/v1/districts/{code}"

    /// Everything that the API offers of a district, in the order of its description.
    static let all: [Endpoint] = whistles + district + log + files + imports + acts

    private static func read(
        _ path: String, _ operation: String, _ summary: String, _ schema: String, query: [QueryParameter] = [],
        hasTag: Bool = false, takesEncodedSlash: Bool = false,
        _ handle: @escaping @Sendable (any DistrictAPI, APIRequest) async throws(Failure) -> APIAnswer
    ) -> Endpoint {
        Endpoint(
            method: .get, template: root + path, operation: operation, summary: summary, query: query,
            answer: Answer(schema: schema, hasTag: hasTag), takesEncodedSlash: takesEncodedSlash, handle: handle)
    }

    private static func page<Item>(_ page: Page<Item>) -> APIAnswer {
        var answer = APIAnswer(page)
        answer.nextCursor = page.nextCursor
        return answer
    }

    // MARK: Whistles

    private static let whistles: [Endpoint] = [
        read(
            "/inbox", "getInbox", "What a unit has to do, the next deadline first.", "InboxPage",
            query: [.named("unit", .string, "A unit by code or name; the caller's own if absent.")] + .past + .page
        ) { district, request throws(Failure) in
            let query = InboxQuery(
                unit: request.query.string("unit"), page: request.query.page, past: try request.query.past)
            guard let local = district as? LocalDistrict else { return page(try await district.inbox(query)) }
            let shown = try await local.shown(query)
            return APIAnswer(json: shown.json, nextCursor: shown.page.nextCursor)
        },
        read(
            "/whistles", "listWhistles", "Whistles, newest first.", "WhistlePage",
            query: [
                .named("late", .flag, "Only late ones."), .named("open", .flag, "Only those that go on, or do not."),
                .named("closed", .flag, "Only closed ones."),
                .named("state", .codes(WhistleState.allCases.map(\.name)), "Only those in this state."),
                .named("street", .string, "Only those that this unit raised."),
                .named("unit", .string, "Only those in which this unit takes part."),
                .named("kind", .code(WhistleKind.allCases.map(\.name)), "Only those of this kind."),
                .named("titles", .flag, "Whether each row says what it is about; true if absent."),
            ] + .past + .page
        ) { district, request throws(Failure) in
            var query = request.query.whistles
            query.past = try request.query.past
            return page(try await district.whistles(query))
        },
        read(
            "/whistles/{whistle}", "getWhistle", "All about one whistle, with its history.", "WhistleDetail",
            query: .past, hasTag: true
        ) { district, request throws(Failure) in
            let detail = try await district.whistle(request.parameters["whistle"] ?? "", try request.query.past)
            var answer = APIAnswer(detail)
            answer.revision = detail.revision
            // No act can be conditional on the past, so its tag is none that `If-Match` takes.
            answer.past = detail.past.map { "\($0.bound).\($0.position).\($0.at)" }
            return answer
        },
        read(
            "/whistles/{whistle}/notice", "getNotice", "What called units are told, ready to be pasted into a chat.",
            "Notices", query: [.named("unit", .string, "Only this unit's.")]
        ) { district, request throws(Failure) in
            APIAnswer(
                try await district.notices(
                    request.parameters["whistle"] ?? "", unit: request.query.string("unit")))
        },
        read(
            "/today", "getToday", "The figures of a day, each with its cases.", "TodayFigures",
            query: [
                .named("date", .date, "A day by Asia/Shanghai's calendar; today if absent."),
                .named("cases", .integer(TodayQuery.limits), "At most so many cases of each figure; 100 if absent."),
                .named("titles", .flag, "Whether each case says what it is about; true if absent."),
            ] + .past
        ) { district, request throws(Failure) in
            APIAnswer(
                try await district.today(
                    TodayQuery(
                        date: request.query.string("date"), cases: request.query.integer("cases") ?? 100,
                        withTitles: request.query.flag("titles") ?? true, past: try request.query.past)))
        },
    ]

    // MARK: The district

    private static let district: [Endpoint] = [
        read("", "getDistrict", "The district.", "DistrictInfo") { district, _ throws(Failure) in
            APIAnswer(try await district.district())
        },
        read("/me", "getIdentity", "Who asks.", "Identity") { district, _ throws(Failure) in
            APIAnswer(try await district.identity())
        },
        read(
            "/units", "listUnits", "The units, in the order of registration.", "UnitPage",
            query: [.named("retired", .flag, "Also those that no longer exist.")] + .page
        ) { district, request throws(Failure) in
            page(
                try await district.units(
                    UnitQuery(withRetired: request.query.flag("retired") ?? false, page: request.query.page)))
        },
        read(
            "/posts", "listPosts", "The posts, in the order of assignment.", "PostPage",
            query: [
                .named("unit", .string, "Only this unit's."), .named("ended", .flag, "Also those that nobody holds."),
            ] + .page
        ) { district, request throws(Failure) in
            page(
                try await district.posts(
                    PostQuery(
                        unit: request.query.string("unit"), withEnded: request.query.flag("ended") ?? false,
                        page: request.query.page)))
        },
        read(
            "/tokens", "listTokens", "The tokens, without their secrets.", "TokenPage",
            query: [.named("ended", .flag, "Also those that are accepted no longer.")] + .page
        ) { district, request throws(Failure) in
            page(
                try await district.tokens(
                    TokenQuery(withEnded: request.query.flag("ended") ?? false, page: request.query.page)))
        },
    ]

    // MARK: The log

    private static let log: [Endpoint] = [
        read(
            "/events", "listEvents", "Entries of the log, gapless and in order; waits for news where asked to.",
            "EventPage",
            query: [
                .named("after", .position, "So many entries are passed over: `next` of the page before."),
                .named("limit", .integer(EventQuery.limits), "At most so many; 100 if absent."),
                .named("wait", .integer(EventQuery.waits), "Up to so many seconds for a first entry to come."),
            ]
        ) { district, request throws(Failure) in
            APIAnswer(
                try await district.events(
                    EventQuery(
                        after: request.query.position("after") ?? 0, limit: request.query.integer("limit") ?? 100,
                        wait: request.query.integer("wait") ?? 0)))
        },
        read(
            "/replay", "getReplay", "Folds the log anew, up to a bound, and answers the state's digest.",
            "ReplayReport", query: .past
        ) { district, request throws(Failure) in APIAnswer(try await district.replay(try request.query.past)) },
        read(
            "/diff", "getDiff", "What has changed between two points of the log.", "DistrictDiff",
            query: [
                .named("from", .point, "The earlier point: a position, or a moment as it had been recorded. Required."),
                .named("to", .point, "The later point; now if absent."),
                .named("unit", .string, "Only whistles in which this unit takes part."),
                .named("street", .string, "Only whistles that this unit raised."),
                .named("whistle", .string, "Only this whistle."),
                .named("limit", .integer(DiffQuery.limits), "At most so many whistles one by one; 100 if absent."),
            ]
        ) { district, request throws(Failure) in
            guard let from = request.query.string("from") else {
                throw Failure("missingOption", status: .usage, ["option": "from"], member: "from")
            }
            return APIAnswer(
                try await district.diff(
                    DiffQuery(
                        from: from, to: request.query.string("to"), unit: request.query.string("unit"),
                        street: request.query.string("street"), whistle: request.query.string("whistle"),
                        limit: request.query.integer("limit") ?? DiffQuery.defaultLimit)))
        },
        read(
            "/commands/{id}", "getCommand", "What became of a command id; 404 if the log has none of that id.",
            "CommandStatus", takesEncodedSlash: true
        ) { district, request throws(Failure) in
            let id = request.parameters["id"] ?? ""
            guard let status = try await district.command(id) else {
                throw Failure("unknownCommandID", status: .notFound, ["id": id])
            }
            return APIAnswer(status)
        },
    ]

    private static let files: [Endpoint] = [
        Endpoint(
            method: .put, template: root + "/files/{sha256}", operation: "putFile",
            summary: "Keeps a file under its SHA-256, so that an attachment may name it.", body: .file,
            answer: Answer(schema: "", status: 204)
        ) { district, request throws(Failure) in
            try await district.keep(
                FileContent(sha256: request.parameters["sha256"] ?? "", bytes: request.bytes))
            return APIAnswer(status: 204)
        },
        Endpoint(
            method: .get, template: root + "/whistles/{whistle}/files/{sha256}", operation: "getFile",
            summary: "An attached file, for whoever may see the whistle: never shown, only downloaded.",
            answer: Answer(schema: "", isFile: true)
        ) { district, request throws(Failure) in
            let whistle = request.parameters["whistle"] ?? ""
            return APIAnswer(try await district.file(request.parameters["sha256"] ?? "", of: whistle))
        },
    ]

    private static let imports: [Endpoint] = [
        Endpoint(
            method: .post, template: root + "/imports", operation: "importCases",
            summary: "Brings in other systems' cases (外部案件), each by itself; the same again adds nothing.",
            body: .imports, answer: Answer(schema: "ImportReceipt")
        ) { district, request throws(Failure) in
            APIAnswer(try await district.importCases(try ImportBatch(body: request.json)))
        }
    ]

    // MARK: Acts

    private static let acts: [Endpoint] = ActName.allCases.map { act in
        Endpoint(
            method: .post, template: root + act.schema.path, operation: act.rawValue, summary: act.summary,
            query: [.named("dryRun", .flag, "Answers what would be recorded, and records nothing.")],
            body: .act(act), answer: Answer(schema: "ActReceipt", status: act.made == nil ? 200 : 201)
        ) { district, request throws(Failure) in
            let isDryRun = request.query.flag("dryRun") ?? false
            let receipt = try await district.submit(
                try ActRequest(act, parameters: request.parameters, body: request.json),
                ActOptions(
                    commandID: request.commandID, isDryRun: isDryRun, expectedRevision: request.expectedRevision))
            var answer = APIAnswer(receipt)
            answer.revision = isDryRun ? nil : receipt.revision
            answer.isReplay = receipt.repeated
            if let made = act.made, !isDryRun {
                answer.status = 201
                answer.location = receipt.whistle.map { "/whistles/\($0)" } ?? made
            }
            return answer
        }
    }
}

extension ActName {
    /// Where what it makes can be read; nil if it makes nothing new.
    fileprivate var made: String? {
        switch self {
        case .raise: "/whistles"
        case .unitRegister: "/units"
        case .postAssign: "/posts"
        case .tokenIssue: "/tokens"
        default: nil
        }
    }
}

extension QueryParameter {
    fileprivate static func named(_ name: String, _ form: Form, _ summary: String) -> QueryParameter {
        QueryParameter(name: name, form: form, summary: summary)
    }
}

extension [QueryParameter] {
    /// What every list takes.
    fileprivate static var page: [QueryParameter] {
        [
            .named("limit", .integer(PageQuery.limits), "At most so many; 50 if absent."),
            .named("cursor", .string, "`nextCursor` of the page before."),
        ]
    }

    /// What every view of the past takes; one of them at most.
    fileprivate static var past: [QueryParameter] {
        [
            .named("to", .position, "As it was after the first so many entries of the log."),
            .named("asOf", .moment, "What had occurred by then, whenever it was recorded."),
            .named("asRecorded", .moment, "What had been recorded by then."),
            .named("at", .point, "In short: a position is `to`, a moment is `asRecorded`."),
        ]
    }
}

extension Query {
    /// Which past is asked for.
    fileprivate var past: PastQuery {
        get throws(Failure) {
            let named = PastQuery(
                to: position("to"), asOf: string("asOf"), asRecorded: string("asRecorded"))
            guard let at = string("at") else { return named }
            guard named.isNow else { throw Failure("oneBound", status: .usage, key: "replay.oneBound") }
            return PastQuery(at: at)
        }
    }

    var page: PageQuery { PageQuery(limit: integer("limit") ?? PageQuery.defaultLimit, cursor: string("cursor")) }

    fileprivate var whistles: WhistleQuery {
        var query = WhistleQuery()
        query.isLate = flag("late") ?? false
        query.isOpen = flag("open")
        query.isClosed = flag("closed") ?? false
        query.states = strings("state")
        query.street = string("street")
        query.unit = string("unit")
        query.kind = string("kind")
        query.withTitles = flag("titles") ?? true
        query.page = page
        return query
    }
}
