import EventLog
import Foundation
import MusterDomain
import MusterEngine
import SQLiteEventStore
import Synchronization

/// A ledger that is asked prepared commands: it decides, commits to the texts, encodes, digests, numbers the names,
/// folds and makes durable.
package final class Asking {
    private let store: SQLiteEventStore
    private let ledger: Ledger
    private let prepared: PreparedOrders
    private let clock: DistrictClock
    private var next = 0
    /// How many commands were asked, and how many entries came of them.
    package private(set) var (commands, entries) = (0, 0)

    /// Opens a copy of a ledger, which has many whistles in it already: a district in full swing has more to look up
    /// than one that begins.
    /// - Parameters:
    ///   - path: Where the copy is to lie.
    ///   - original: The ledger whose board the orders were thought out on.
    ///   - prepared: What it is asked.
    package init(at path: String, copyOf original: String, _ prepared: PreparedOrders) async throws {
        self.prepared = prepared
        try FileManager.default.copyItem(atPath: original, toPath: path)
        store = try await SQLiteEventStore.open(at: path, mode: .write)
        let clock = DistrictClock()
        self.clock = clock
        // The randomness of a real ledger, since salts cost something. Its time goes on by itself, so that no clock of
        // the older whistles runs out because the machine's own time is years ahead.
        let environment = Environment(now: { clock.now }, randomBytes: Environment.live.randomBytes)
        ledger = try await Ledger.open(store, environment: environment)
        clock.now = ledger.view.board.recorded
        _ = try await ask(PreparedOrders.lead)
        (commands, entries) = (0, 0)
    }

    /// Asks so many orders at once and returns how many entries came of them.
    package func ask(_ count: Int) async throws -> Int {
        guard next + count <= prepared.orders.count else { throw AllGiven() }
        let size = ledger.view.board.size
        clock.now.milliseconds += 1
        for result in await ledger.submit(Array(prepared.orders[next..<next + count])) { _ = try result.get() }
        next += count
        commands += count
        let written = Int(ledger.view.board.size - size)
        entries += written
        return written
    }

    /// Closes the store; what it is sealing it finishes first.
    package func close() async { await store.close() }
}

/// The district's time, which stands still until it is moved.
private final class DistrictClock: Sendable {
    private let moment = Mutex(Instant(milliseconds: 0))

    var now: Instant {
        get { moment.withLock { $0 } }
        set { moment.withLock { $0 = newValue } }
    }
}
