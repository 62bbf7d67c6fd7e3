import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText
import Testing

/// What is asked for by requests is recorded, and answered in words.
@Suite struct SubmitTests {
    @Test func `A receipt says what was recorded and what follows, in the caller's language`() async throws {
        let stage = try await ActStage()
        let receipt = try await stage.local(ActStage.street, .en).submit(
            ActStage.raise, ActOptions(commandID: "raise-1"))
        #expect(receipt.commandId == "raise-1" && receipt.whistle == "W2026-000001" && receipt.revision == 3)
        #expect(receipt.last == receipt.first.map { $0 + 2 } && !receipt.repeated && !receipt.dryRun)
        #expect(
            receipt.events == ["muster.whistle.raised.v1", "muster.call.issued.v1", "muster.call.issued.v1"])
        #expect(receipt.entries.map(\.id) == ["W2026-000001/1", "W2026-000001/2", "W2026-000001/3"])
        #expect(receipt.message == "Whistle W2026-000001 raised")
        #expect(receipt.next?.contains("muster show W2026-000001") == true)
        let chinese = try await stage.done(
            ActRequest(.acknowledge, ["whistle": "1", "unit": "own"]), by: ActStage.housing)
        #expect(chinese.message == "区住建局已签收 W2026-000001" && chinese.revision == 4)
    }

    @Test func `A retry is answered as the first time, and its id can be asked for`() async throws {
        let stage = try await ActStage()
        let first = try await stage.done(ActStage.raise, by: ActStage.street, id: "raise-1")
        let size = stage.ledger.view.board.size
        let again = try await stage.done(ActStage.raise, by: ActStage.street, id: "raise-1")
        #expect(again.repeated && again.first == first.first && again.last == first.last && again.next == nil)
        #expect(again.message.contains("raise-1"))
        #expect(stage.ledger.view.board.size == size)
        let status = try await stage.local(nil).command("raise-1")
        #expect(status?.first == first.first && status?.last == first.last)
        #expect(try await stage.local(nil).command("raise-2") == nil)
    }

    @Test func `A dry run shows what would be recorded and records nothing`() async throws {
        let stage = try await ActStage()
        let size = stage.ledger.view.board.size
        let receipt = try await stage.local(ActStage.street).submit(
            ActStage.raise, ActOptions(commandID: "raise-1", isDryRun: true))
        #expect(receipt.dryRun && receipt.whistle == nil && receipt.next == nil)
        #expect(receipt.entries.map(\.id) == ["W2026-000001/1", "W2026-000001/2", "W2026-000001/3"])
        #expect(stage.ledger.view.board.size == size)
        #expect(try await stage.local(nil).command("raise-1") == nil)
    }

    @Test func `What is so already is said to be so`() async throws {
        let stage = try await ActStage()
        let acknowledge = ActRequest(.acknowledge, ["whistle": .string(try await stage.raised()), "unit": "own"])
        try await stage.done(acknowledge, by: ActStage.housing)
        let again = try await stage.done(acknowledge, by: ActStage.housing)
        #expect(again.first == nil && again.events.isEmpty && !again.repeated)
        #expect(again.message == Catalogue.muster.say("done.nothing", .zh))
    }

    @Test func `A unit answers its own call alone, or another's when it enters it afterwards`() async throws {
        let stage = try await ActStage()
        let whistle = JSONValue.string(try await stage.raised())
        for act in [ActName.acknowledge, .reportIn, .object] {
            var request = act.example
            request.values["whistle"] = whistle
            request.values["unit"] = "区住建局"
            request.values["occurredAt"] = nil
            request.values["via"] = nil
            let failure = await stage.failure(request, by: ActStage.planning)
            #expect(failure?.code == "notOwnCall" && failure?.status == .notAllowed && failure?.member == "unit")
        }
        let behalf: [String: JSONValue] = ["whistle": whistle, "unit": "D1", "onBehalfOf": "区住建局", "via": "phone"]
        let receipt = try await stage.done(ActRequest(.acknowledge, behalf), by: ActStage.street)
        #expect(receipt.message == "区住建局已签收 W2026-000001")
        try await stage.done(
            ActRequest(.acknowledge, ["whistle": whistle, "unit": "D2"]), by: ActStage.planning)
    }

    @Test func `Nobody acts without a name, and no token that may only read`() async throws {
        let stage = try await ActStage()
        #expect(await stage.failure(ActStage.raise, by: nil)?.code == "noActor")
        let reader = try stage.bearing("k7m2p9q4", of: ActStage.street, readOnly: true)
        let refused = await #expect(throws: Failure.self) {
            try await reader.submit(ActStage.raise, ActOptions(commandID: "x"))
        }
        #expect(refused?.code == "readOnlyToken" && refused?.status == .notAllowed)
        let actor = try stage.bearing("k7m2p9q4", of: ActStage.street)
        let receipt = try await actor.submit(ActStage.raise, ActOptions(commandID: "x"))
        let first = try #require(try await stage.ledger.view.receipt(of: "x"))
        let entry = try #require(try await stage.ledger.view.events(of: first).first)
        #expect(entry.envelope.authType == "token:k7m2p9q4" && receipt.whistle == "W2026-000001")
    }

    @Test func `A stale revision is refused with the one that is true`() async throws {
        let stage = try await ActStage()
        let request = ActRequest(.acknowledge, ["whistle": .string(try await stage.raised()), "unit": "own"])
        let failure = await stage.failure(request, by: ActStage.housing, revision: 1)
        #expect(failure?.code == "staleRevision" && failure?.currentRevision == 3)
    }

    @Test func `A new holder of a post keeps its code and what it is for`() async throws {
        let stage = try await ActStage()
        let request = ActRequest(.postAssign, ["unit": "区指挥中心", "title": "审计", "person": "a-02"])
        try await stage.done(request, by: ActStage.centre)
        let audits = stage.ledger.view.directory.posts.filter { $0.title == "审计" }
        #expect(audits.map(\.person) == ["a-02"] && audits.map(\.role) == [.auditor])
    }

    /// A change of a request that raises, and what is said to it.
    static let wrong: [(name: String, value: JSONValue, code: String, member: String)] = [
        ("title", " \u{200B} ", "textEmpty", "title"), ("title", "路面\u{7}塌陷", "controlCharacter", "title"),
        ("place", "请联系 13812345678", "personalNumber", "place"), ("title", "\u{FFFD}路", "invalidUTF8", "title"),
        ("calls", [["unit": "区住建局", "role": "lead"], ["unit": "区住建委"]], "unknownUnit", "calls/1/unit"),
        ("calls", [["unit": "区住建局"]], "leadCount", "calls"), ("calls", [], "noCalls", "calls"),
        ("due", "2020-01-01T00:00:00Z", "dueInPast", "due"), ("approvedBy", "小寨路街道/书记", "unknownPost", "approvedBy"),
        ("approvedBy", "区住建局/经办", "notChief", "approvedBy"), ("slip", "abc", "badHash", "slip"),
        ("occurredAt", "2030-01-01T00:00:00Z", "claimedInFuture", "occurredAt"),
        ("onBehalfOf", "谁", "unknownUnit", "onBehalfOf"), ("kind", "loud", "badValue", "kind"),
    ]

    @Test(arguments: wrong)
    func `What is wrong is said where it stands`(
        name: String, value: JSONValue, code: String, member: String
    ) async throws {
        let stage = try await ActStage()
        var request = ActStage.raise
        request.values[name] = value
        let failure = await stage.failure(request, by: ActStage.street)
        #expect(failure?.code == code && failure?.member == member)
    }
}
