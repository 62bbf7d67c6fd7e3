import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import Testing

/// What was read before an erasure is not shown after it, whoever keeps it in memory.
@Suite struct ErasureTests {
    private let erased = "〔已依法删除〕"

    @Test func `A reader who has seen a text does not see it again once it is erased`() async throws {
        let stage = try await ActStage()
        let whistle = try await stage.raised()
        let reader = stage.local(nil)
        #expect(try await reader.whistles(WhistleQuery()).items.map(\.title) == ["路灯不亮"])
        #expect(try await reader.inbox(InboxQuery(unit: ActStage.housing)).items.map(\.title) == ["路灯不亮"])
        #expect(try await reader.whistle(whistle).title == "路灯不亮")
        let receipt = try await stage.done(
            ActRequest(.eraseTexts, ["whistle": .string(whistle), "basis": "retentionExpired"]), by: ActStage.centre)
        #expect(receipt.events == Array(repeating: "muster.text.erasureRequested.v1", count: 3))
        #expect(receipt.message.contains("3"))
        #expect(try await reader.whistles(WhistleQuery()).items.map(\.title) == [erased])
        #expect(try await reader.inbox(InboxQuery(unit: ActStage.housing)).items.map(\.title) == [erased])
        let detail = try await reader.whistle(whistle)
        #expect(detail.title == erased)
        let sentences = detail.events.map(\.sentence)
        #expect(sentences.count { $0.contains("申请依法删除") } == 3)
        #expect(sentences.count { $0.hasPrefix("已删除") } == 3)
        #expect(sentences.first?.contains(erased) == true)
        #expect(detail.events.first?.erased == ["place", "subject", "whyNotAlone"])
    }

    @Test func `A refusal names the member that it is about`() async throws {
        let stage = try await ActStage()
        _ = try await stage.raised()
        let request = ActRequest(.eraseText, ["position": 99_999, "field": "subject", "basis": "unlawful"])
        let beyond = await stage.failure(request, by: ActStage.centre)
        #expect(beyond?.code == "noSuchPosition" && beyond?.status == .notFound && beyond?.member == "position")
        let position = JSONValue(Int(stage.ledger.view.board.size) - 3)
        let other = await stage.failure(
            ActRequest(.eraseText, ["position": position, "field": "纪要", "basis": "unlawful"]), by: ActStage.centre)
        #expect(other?.code == "noSuchText" && other?.member == "field")
        let street = await stage.failure(
            ActRequest(.eraseText, ["position": position, "field": "事由", "basis": "unlawful"]), by: ActStage.street)
        #expect(street?.code == "roleMayNot" && street?.status == .notAllowed)
    }
}
