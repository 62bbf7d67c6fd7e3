import MusterText
import NIOHTTP1
import Synchronization
import Testing

@testable import MusterAPI

@Suite struct `A district behind a server` {
    /// A clock that rests move on, so that nobody waits.
    private final class Time: Sendable {
        private let passed = Mutex<(now: Duration, rests: [Duration])>((.zero, []))
        var rests: [Duration] { passed.withLock { $0.rests } }

        var patience: Patience {
            Patience(
                now: { [self] in passed.withLock { $0.now } },
                rest: { [self] length in
                    passed.withLock {
                        $0.now += length
                        $0.rests.append(length)
                    }
                }, chance: { 0.5 })
        }
    }

    private static let receipt = ActReceipt(
        commandId: "web-42", whistle: "W2026-000042", revision: 4, first: 27, last: 27, leaves: [],
        repeated: false, dryRun: false,
        events: ["muster.call.acknowledged.v1"],
        entries: [ReceiptEntry(id: "W2026-000042/4", type: "muster.call.acknowledged.v1", sentence: "签收")],
        message: "区住建局已签收 W2026-000042", next: nil, token: nil)

    private static var done: StubServer.Deed { .answer(200, JSONValue(encoding: receipt)) }
    private static let busy = StubServer.Deed.answer(
        503, StubServer.problem("stopping"), headers: [("retry-after", "2")])

    /// Asks a server that does these deeds, and gives what came of it, what it was asked, and how long was rested.
    private func asking<Result: Sendable>(
        _ deeds: [StubServer.Deed], command: StubServer.Deed? = nil, limit: Duration = .seconds(30),
        _ body: (RemoteDistrict) async throws -> Result
    ) async throws -> (result: Swift.Result<Result, Failure>, asked: [StubServer.Asked], rests: [Duration]) {
        let server =
            if let command { try await StubServer(deeds, command: command) } else { try await StubServer(deeds) }
        let time = Time()
        let connection = ServerConnection(
            to: try ServerAddress(server.address + "/"), token: "mst_x", userAgent: "muster/test", limit: limit,
            patience: time.patience)
        let result: Swift.Result<Result, Failure>
        do {
            result = .success(try await body(RemoteDistrict(connection, language: .zh)))
        } catch { result = .failure(try #require(error as? Failure)) }
        await connection.close()
        await server.close()
        return (result, server.asked, time.rests)
    }

    private func acknowledge(_ district: RemoteDistrict) async throws(Failure) -> ActReceipt {
        try await district.submit(
            ActRequest(.acknowledge, ["whistle": "W2026-000042", "unit": "own", "via": "phone"]),
            ActOptions(commandID: #"web"4\2"#, expectedRevision: 3))
    }

    private func posts(_ asked: [StubServer.Asked]) -> [StubServer.Asked] { asked.filter { $0.method == "POST" } }

    @Test func `an act is sent with its id, its revision, its language and the token`() async throws {
        let (result, asked, rests) = try await asking([Self.done]) { try await acknowledge($0) }
        #expect(try result.get() == Self.receipt)
        #expect(rests == [])
        #expect(asked.map(\.uri) == ["/v1/me", "/v1/districts/610113/whistles/W2026-000042/calls/own/acknowledgement"])
        let act = try #require(asked.last)
        #expect(act.body == #"{"via":"phone"}"#)
        let expected = [
            "authorization": "Bearer mst_x", "accept-language": "zh", "user-agent": "muster/test",
            "idempotency-key": #""web\"4\\2""#, "if-match": "\"3\"", "content-type": "application/json",
        ]
        for (name, value) in expected { #expect(act.headers[name] == [value]) }
    }

    @Test func `a dry run says so, and nobody asks what became of it`() async throws {
        let (result, asked, _) = try await asking([.hangUp, Self.done]) { district in
            try await district.submit(
                ActRequest(.taskAccept, ["whistle": "W2026-000042", "task": 3]),
                ActOptions(commandID: "web-42", isDryRun: true))
        }
        #expect(try result.get() == Self.receipt)
        let uri = "/v1/districts/610113/whistles/W2026-000042/tasks/3/acceptance?dryRun=true"
        #expect(posts(asked).map(\.uri) == [uri, uri])
        #expect(!asked.contains { $0.uri.contains("/commands/") })
    }

    @Test(arguments: [StubServer.Deed.hangUp, .breakOff, .text(502, "<html>bad gateway</html>")])
    func `after a broken connection it is asked what became of the act, which goes again under its id`(
        deed: StubServer.Deed
    ) async throws {
        let (result, asked, rests) = try await asking([deed, Self.done]) { try await acknowledge($0) }
        #expect(try result.get() == Self.receipt)
        #expect(rests.count == 1)
        #expect(asked.map(\.method) == ["GET", "POST", "GET", "POST"])
        #expect(asked[2].uri == "/v1/districts/610113/commands/web%224%5C2")
        #expect(Set(posts(asked).map { $0.headers["idempotency-key"] }) == [[#""web\"4\\2""#]])
        #expect(asked[1].body == asked[3].body)
    }

    @Test func `a batch of cases goes again as it was, for the same case is never added twice`() async throws {
        let receipt = ImportReceipt(
            results: [
                ImportResult(id: "1", .alreadyThere, whistle: "W2026-000043"),
                ImportResult(
                    id: "2", rejected: .refused, rule: "textEmpty", values: ["field": "Field.subject"], message: "空"),
            ], events: 0)
        let done = StubServer.Deed.answer(200, JSONValue(encoding: receipt))
        let (result, asked, _) = try await asking([.hangUp, Self.busy, done]) {
            try await $0.importCases(ImportBatch.example)
        }
        #expect(try result.get() == receipt)
        #expect(posts(asked).map(\.uri) == Array(repeating: "/v1/districts/610113/imports", count: 3))
        #expect(Set(posts(asked).map(\.body)) == [ImportBatch.example.body.line])
    }

    @Test func `an unknown outcome is asked about too`() async throws {
        let unknown = StubServer.Deed.answer(503, StubServer.problem("outcomeUnknown"))
        let there = StubServer.Deed.answer(
            200, JSONValue(encoding: CommandStatus(commandId: "x", first: 27, last: 28)))
        let (result, asked, _) = try await asking([unknown, unknown, Self.done], command: there) {
            try await acknowledge($0)
        }
        #expect(try result.get() == Self.receipt)
        // Once it is known to be there, only its answer is wanted.
        #expect(asked.count { $0.uri.contains("/commands/") } == 1)
        #expect(posts(asked).count == 3)
    }

    @Test func `a server that stops is asked again when it says, and no sooner`() async throws {
        let (result, asked, rests) = try await asking([Self.busy, Self.busy, Self.done]) { try await acknowledge($0) }
        #expect(try result.get() == Self.receipt)
        #expect(rests == [.seconds(2), .seconds(2)])
        // It has said that nothing was done.
        #expect(!asked.contains { $0.uri.contains("/commands/") })
    }

    @Test func `who asks too often waits as long as he is told`() async throws {
        let often = StubServer.Deed.answer(
            429, StubServer.problem("tooManyRequests"), headers: [("retry-after", "7")])
        let (result, _, rests) = try await asking([often, .answer(200, Self.district)]) { try await $0.district() }
        #expect(try result.get().name == "雁塔区")
        #expect(rests == [.seconds(7)])
    }

    private static let district: JSONValue = [
        "district": "610113", "name": "雁塔区", "language": "zh", "size": 12, "recorded": .null, "founded": "2026",
    ]

    @Test func `members of an answer that nobody knows yet are passed over`() async throws {
        let (result, _, _) = try await asking([.answer(200, Self.district)]) { try await $0.district() }
        #expect(
            try result.get()
                == DistrictInfo(district: "610113", name: "雁塔区", language: "zh", size: 12, recorded: nil))
    }

    @Test func `the time for all attempts is bounded, and then the last word of the server counts`() async throws {
        let (result, _, rests) = try await asking([Self.busy], limit: .seconds(5)) { try await acknowledge($0) }
        #expect(throws: Failure.self) { try result.get() }
        guard case .failure(let failure) = result else { return }
        #expect(failure.code == "stopping" && failure.retryAfter == 2)
        #expect(rests == [.seconds(2), .seconds(2)])
    }

    @Test func `an act that may have been carried out ends as unknown, with its id`() async throws {
        let (result, _, _) = try await asking([.hangUp], limit: .seconds(3)) { try await acknowledge($0) }
        guard case .failure(let failure) = result else {
            Issue.record("it was not answered")
            return
        }
        #expect(failure.code == "outcomeUnknown" && failure.status == .failure)
        #expect(failure.en.contains(#"--command-id web"4\2"#))
    }

    @Test func `an act that is known to be there ends as done without an answer`() async throws {
        let there = StubServer.Deed.answer(
            200, JSONValue(encoding: CommandStatus(commandId: "x", first: 27, last: 28)))
        let (result, _, _) = try await asking([.hangUp], command: there, limit: .seconds(3)) {
            try await acknowledge($0)
        }
        guard case .failure(let failure) = result else {
            Issue.record("it was not answered")
            return
        }
        #expect(failure.code == "answerLost" && failure.status == .unreachable)
        #expect(failure.zh.contains("第 27 至 28 条"))
    }

    @Test func `a silent server is not waited for longer than allowed`() async throws {
        let (result, _, _) = try await asking([.silence], limit: .milliseconds(300)) { try await $0.district() }
        guard case .failure(let failure) = result else {
            Issue.record("it did not answer")
            return
        }
        #expect(failure.code == "unreachable" && failure.status == .unreachable)
        #expect(failure.zh.contains("没有及时答复"))
    }

    @Test func `nobody there is said with the address and what to do`() async throws {
        let time = Time()
        let connection = ServerConnection(
            to: try ServerAddress("http://127.0.0.1:9"), token: "t", userAgent: "t", limit: .seconds(2),
            patience: time.patience)
        let failure = await #expect(throws: Failure.self) {
            try await RemoteDistrict(connection, language: .en).identity()
        }
        await connection.close()
        #expect(failure?.code == "unreachable" && failure?.status == .unreachable)
        #expect(failure?.en.contains("http://127.0.0.1:9") == true && failure?.en.contains("nobody listens") == true)
        #expect(time.rests.count > 2)
        #expect(time.rests == time.rests.sorted())
    }

    @Test(arguments: [
        (404, "unknownWhistle", MusterAPI.ExitStatus.notFound), (403, "notYours", .notAllowed),
        (409, "wrongCallState", .conflict), (400, "badMember", .usage), (422, "textEmpty", .failure),
        (422, "commandReused", .conflict), (503, "noSpace", .failure),
    ])
    func `a problem comes back as the failure that it was`(
        status: Int, code: String, kind: MusterAPI.ExitStatus
    ) async throws {
        var failure = Failure(code: code, status: kind, zh: "不能办：\(code)", en: "no: \(code)")
        failure.member = "calls/0/unit"
        let problem = Problem(failure, language: .en, requestID: nil)
        #expect(problem.status == status)
        let (result, asked, rests) = try await asking([.answer(status, JSONValue(encoding: problem))]) {
            try await acknowledge($0)
        }
        #expect(result == .failure(failure))
        #expect(posts(asked).count == 1 && rests == [])
    }

    @Test func `what is no server of Muster's is said to be none`() async throws {
        let (result, _, _) = try await asking([.text(404, "<h1>Not found</h1>")]) { try await $0.today(TodayQuery()) }
        guard case .failure(let failure) = result else {
            Issue.record("that was no answer")
            return
        }
        #expect(failure.code == "notMuster" && failure.status == .unreachable)
    }

    @Test func `a command that the log does not have is none`() async throws {
        let (result, _, _) = try await asking([.silence]) { try await $0.command("x") }
        #expect(try result.get() == nil)
    }

    @Test func `an id that no header can carry is refused before it is sent`() async throws {
        for id in ["", "a b", "哨", "a\r\nb"] {
            let (result, asked, _) = try await asking([Self.done]) { district in
                try await district.submit(ActName.acknowledge.example, ActOptions(commandID: id))
            }
            #expect(result == .failure(Failure("badCommandID", status: .usage, ["id": id])))
            #expect(asked.isEmpty)
        }
    }

    @Test func `questions have their parameters by name`() async throws {
        let page = JSONValue(encoding: Page<WhistleItem>(items: [], nextCursor: nil))
        var query = WhistleQuery()
        query.isLate = true
        query.isOpen = false
        query.states = ["handling", "raised"]
        query.unit = "区住建局"
        query.withTitles = false
        query.page = PageQuery(limit: 10_000, cursor: "abc")
        let (result, asked, _) = try await asking([.answer(200, page)]) { [query] in try await $0.whistles(query) }
        #expect(try result.get().items.isEmpty)
        #expect(
            asked.last?.uri
                == "/v1/districts/610113/whistles?late=true&open=false&state=handling&state=raised"
                + "&unit=%E5%8C%BA%E4%BD%8F%E5%BB%BA%E5%B1%80&titles=false&limit=500&cursor=abc")
    }

    @Test(arguments: ["ftp://x", "muster.example", "http://", "https://u:p@x", "http://x/?a=1", "http://x/#a", ""])
    func `what is no address is refused`(text: String) {
        #expect(throws: Failure.self) { try ServerAddress(text) }
    }
}

@Suite struct `Words for what breaks` {
    @Test(arguments: Breakage.Reason.allCases, Language.allCases)
    func `every reason has its words`(reason: Breakage.Reason, language: Language) {
        let words = Catalogue.muster.say("unreachable.\(reason.rawValue)", language, ["detail": "X"])
        #expect(!words.contains("«") && !words.contains("{"))
    }
}
