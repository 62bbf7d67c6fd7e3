import EventLog
import EventStoreTesting
import FoldRow
import MusterDomain
import MusterEngine
import MusterGenerator
import Testing

/// A simulated district, written through the rules.
struct GeneratorTests {
    private struct Run {
        var store: InMemoryEventStore
        var summary: GeneratorSummary
        var entries: [StoredEntry]
        var digest: String
    }

    private func run(_ seed: UInt64, events: Int, batch: Int = 512) async throws -> Run {
        let store = InMemoryEventStore()
        var generator = Generator(seed: seed, options: GeneratorOptions(events: events, batch: batch))
        let ledger = try await generator.establish(in: store, keyID: "00000000")
        let summary = try await generator.run(into: ledger)
        return Run(
            store: store, summary: summary, entries: try await store.entries(from: 0, limit: .max),
            digest: ledger.view.board.digest)
    }

    @Test func `the same seed leaves the same bytes, and another one others`() async throws {
        let first = try await run(7, events: 4_000)
        let again = try await run(7, events: 4_000)
        #expect(first.entries == again.entries)
        #expect(first.digest == again.digest)
        #expect(first.summary == again.summary)
        let other = try await run(8, events: 4_000)
        #expect(first.entries.map(\.bytes) != other.entries.map(\.bytes))
        #expect(first.digest != other.digest)
    }

    @Test(arguments: [1, 2] as [UInt64])
    func `the log has its length, every kind of event, and whistles that have ended`(seed: UInt64) async throws {
        let events = 30_000
        let run = try await run(seed, events: events)
        #expect((events..<events + 60).contains(run.summary.events))
        let rows = try await run.store.rows(from: 0, limit: .max)
        #expect(rows.count == run.summary.events)
        let kinds = Set(rows.map(\.kind))
        // Nobody there has a text erased by law, changes a key or loses a part of the log.
        #expect(
            EventKind.allCases.filter { !kinds.contains($0.rawValue) } == [
                .textErasureRequested, .textErased, .keyChanged, .epochBegan,
            ])
        let whistles = run.summary.whistles
        #expect((10.0...14.0).contains(Double(events) / Double(whistles)))
        #expect(run.summary.open > whistles / 50 && run.summary.open < whistles / 2)
        // A rule that says no is met now and then; a generator that does not know the rules would meet them often.
        #expect(run.summary.refused * 200 < run.summary.commands, "\(run.summary.refusals)")
    }

    @Test func `a short log has closed whistles too`() async throws {
        let run = try await run(3, events: 1_000)
        #expect(run.summary.events < 1_020)
        #expect(run.summary.open < run.summary.whistles * 2 / 3)
    }

    @Test func `time goes on, over some weeks`() async throws {
        let run = try await run(4, events: 6_000)
        let days = (run.summary.end.milliseconds - GeneratorOptions.usualStart.milliseconds) / 86_400_000
        #expect((14...200).contains(days))
    }
}
