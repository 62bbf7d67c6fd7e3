import Foundation
import MusterAPI
import MusterText
import Testing

@Suite struct `Resources as JSON` {
    private let status = CommandStatus(commandId: "a\"b", first: 7, last: 9)

    @Test func `members stand in the order of their declaration, and none is left out`() {
        let item = InboxItem(
            unit: "U0002", whistle: "W2026-000001", duty: "lead", call: 1, task: nil, about: nil, since: nil, due: nil,
            light: nil, title: "哨", text: nil, aboutName: nil)
        let line = JSONValue(encoding: item).line
        #expect(
            line == #"{"unit":"U0002","whistle":"W2026-000001","duty":"lead","call":1,"task":null,"about":null,"#
                + #""since":null,"due":null,"light":null,"title":"哨","text":null,"aboutName":null}"#)
    }

    @Test func `what is written at once is what the value would be`() {
        let entry: JSONValue = ["data": ["a": 1, "b": [true, .null, "x\n\"井\u{1}"]], "c": []]
        let page = EventPage(
            events: [FeedItem(position: 3, sentence: "s\\", actorName: "n", entry: entry)], next: .max, size: 5)
        #expect(JSONValue.bytes(encoding: page) == JSONValue(encoding: page).bytes)
        let report = ReplayReport(
            position: 1, events: 2, digest: "d", seconds: 0.25, eventsPerSecond: 8, size: 2, recorded: nil)
        #expect(JSONValue.bytes(encoding: report) == JSONValue(encoding: report).bytes)
        #expect(JSONValue.bytes(encoding: [status]) == JSONValue(encoding: [status]).bytes)
        #expect(JSONValue.bytes(encoding: [CommandStatus]()) == JSONValue(encoding: [CommandStatus]()).bytes)
        #expect(JSONValue.bytes(encoding: entry) == entry.bytes)
    }

    @Test(arguments: [true, false])
    func `what writes itself is what an encoder would make`(isFull: Bool) {
        func some<Value>(_ value: Value) -> Value? { isFull ? value : nil }
        let item = InboxItem(
            unit: "U0002", whistle: "W2026-000001", duty: "completeTask", call: some(1), task: some(2),
            about: some("U3"), since: some("s"), due: some("d"), light: some("red"), title: "哨\n\"",
            text: some("t\u{2}"), aboutName: some("n"))
        let page = Page(items: isFull ? [item, item] : [], nextCursor: some("c"), count: some(2))
        #expect(JSONValue.bytes(encoding: page) == JSONValue(encoding: page).bytes)
        #expect(JSONValue.bytes(encoding: item) == JSONValue(encoding: item).bytes)
        let receipt = ActReceipt(
            commandId: "a\"b", whistle: some("W"), revision: some(3), first: some(7), last: some(9),
            leaves: [], repeated: isFull, dryRun: !isFull, events: isFull ? ["e", "f"] : [],
            entries: isFull ? [ReceiptEntry(id: "i", type: "t", sentence: "s")] : [], message: "m", next: some("n"),
            token: some("t"))
        #expect(JSONValue.bytes(encoding: receipt) == JSONValue(encoding: receipt).bytes)
    }

    @Test func `what is encoded can be decoded, nested resources and free objects too`() throws {
        let page = EventPage(
            events: [
                FeedItem(
                    position: 3, sentence: "s", actorName: "n", entry: ["data": ["a": 1, "b": [true, .null, "x"]]])
            ],
            next: 4, size: 5)
        let bytes = JSONValue(encoding: page).bytes
        #expect(try JSONDecoder().decode(EventPage.self, from: Data(bytes)) == page)
        #expect(JSONValue(encoding: [status, status]).line.hasPrefix(#"[{"commandId":"a\"b","first":7,"last":9},{"#))
    }
}

@Suite struct `Failures over HTTP` {
    @Test(arguments: [
        (MusterAPI.ExitStatus.failure, 422), (.notFound, 404), (.notAllowed, 403), (.conflict, 409), (.usage, 400),
    ])
    func `the kind of a failure survives the way through HTTP`(status: MusterAPI.ExitStatus, http: Int) throws {
        var failure = Failure(code: "someCode", status: status, zh: "中文", en: "English")
        failure.member = "calls/0/unit"
        failure.currentRevision = 12
        #expect(failure.httpStatus == http)
        let problem = Problem(failure, language: .zh, requestID: "r1")
        #expect(problem.detail == "中文" && problem.type == "urn:muster:problem:someCode")
        #expect(problem.title == "Some code" && problem.instance == "urn:muster:request:r1")
        let bytes = Data(JSONValue(encoding: problem).bytes)
        #expect(try JSONDecoder().decode(Problem.self, from: bytes).failure == failure)
    }

    @Test(arguments: [
        ("unauthenticated", 401), ("staleRevision", 412), ("commandReused", 422), ("outcomeUnknown", 503),
        ("internal", 500), ("tooManyRequests", 429),
    ])
    func `codes with a status of their own have it`(code: String, status: Int) {
        #expect(Failure(code: code, status: .failure, zh: "", en: "").httpStatus == status)
    }
}
