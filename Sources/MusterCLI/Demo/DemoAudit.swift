import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import SQLiteEventStore

/// What an auditor finds who opens the ledger anew, for reading only, and folds it from position 0.
struct DemoAudit {
    /// The state at the end.
    let view: LedgerView
    /// Its digest, and the time that folding took.
    let digest: String
    let replayTime: Duration
    /// The state as it was recorded by the end of the second day.
    let secondDay: LedgerView
    let secondDayEnd: Instant
    /// All entries from position 0.
    let events: [RecordedEvent]

    /// The moment of the first entry, from which the story's days are counted.
    var beginning: Instant { events.first?.time ?? secondDayEnd }

    init(readingLedgerAt path: String) async throws {
        let store: SQLiteEventStore
        do { store = try await SQLiteEventStore.open(at: path, mode: .read) } catch { throw Failure(error) }
        do {
            let start = ContinuousClock.now
            view = try await LedgerView.open(store)
            replayTime = start.duration(to: .now)
            digest = view.board.digest
            events = try await Self.entries(of: store)
            secondDayEnd = .end(ofStoryDay: 2, from: events.first?.time ?? view.board.recorded)
            secondDay = try await LedgerView.open(store, bound: .asRecorded(secondDayEnd))
        } catch {
            await store.close()
            throw Failure(error, names: .empty)
        }
        await store.close()
    }

    private static func entries(of store: SQLiteEventStore) async throws(LedgerError) -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        while true {
            let page: [StoredEntry]
            do { page = try await store.entries(from: Position(events.count), limit: 256) } catch {
                throw .store(error)
            }
            if page.isEmpty { return events }
            for entry in page { events.append(try RecordedEvent(entry)) }
        }
    }
}
