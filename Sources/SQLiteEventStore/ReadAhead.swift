internal import Dispatch
internal import EventLog
internal import GRDB
internal import Synchronization

/// Brings the sealed columns into memory ahead of whoever folds them, once it shows that they come from the disk.
///
/// A block is a chain of pages, and only a page says where the next is: one reader waits for the disk some thousand
/// times in a million events. But blocks do not depend on each other. So some *lanes*, each with a connection of its
/// own, read the segments to come and throw away what they read; the system keeps it in memory. Nothing depends on
/// whether they get anywhere: what they fail to read the fold reads, and tells.
final class ReadAhead: Sendable {
    /// How many read at a time: they wait for the disk and hardly compute.
    private static let lanes = 4
    /// How many segments they read before it has to show anew that it is worth while: some 20 MB.
    private static let span: Position = 16
    /// A block of columns is some three pages: 0.02 ms from memory, 0.3 ms from a disk that is fast.
    static let slow = Duration.microseconds(120)

    private struct State {
        var isOver = false
        var running = 0
        /// Whether the block before this one was slow. One alone says nothing: the thread may have been interrupted.
        var wasSlow = false
        var blocksRead = 0
    }

    /// How many blocks the lanes have read.
    var blocksRead: Int { state.withLock(\.blocksRead) }

    private let file: LedgerFile
    private let onReadOnlyMedium: Bool
    private let segmentSize: Position
    private let slow: Duration?
    private let state = Mutex(State())
    private let running = DispatchGroup()

    /// Reads nothing yet.
    init(_ file: LedgerFile, _ options: SQLiteEventStore.Options) {
        self.file = file
        onReadOnlyMedium = options.onReadOnlyMedium
        segmentSize = options.segmentSize
        slow = options.slowBlock
    }

    /// The moment at which a block is asked for.
    static func asking() -> ContinuousClock.Instant { ContinuousClock.now }

    /// Notes that a block of a log that is sealed up to `end` has come.
    func arrived(_ first: Position, askedAt asked: ContinuousClock.Instant, sealedTo end: Position) {
        guard let slow else { return }
        let wait = ContinuousClock.now - asked
        let begins = state.withLock { state in
            guard !state.isOver, state.running == 0 else { return false }
            let begins = wait >= slow && state.wasSlow
            state.wasSlow = wait >= slow && !begins
            if begins { state.running = Self.lanes }
            return begins
        }
        guard begins else { return }
        let segment = first / segmentSize
        let segments = segment + 1..<max(segment + 1, min(end / segmentSize, segment + 1 + Self.span))
        for lane in 0..<Self.lanes {
            // Each on a thread of its own: the shared ones are as many as there are cores.
            DispatchQueue(label: "muster.read-ahead").async(group: running) {
                try? self.read(segments.dropFirst(lane))
                self.state.withLock { $0.running -= 1 }
            }
        }
    }

    /// Stops the lanes for good and waits for them, which takes as long as a block does: a connection that is left open
    /// would keep SQLite from clearing up after the last one.
    func stop() {
        state.withLock { $0.isOver = true }
        running.wait()
    }

    private var isOver: Bool { state.withLock(\.isOver) }

    /// Reads every so manyth segment of some.
    private func read(_ segments: Range<Position>) throws {
        guard let first = segments.first else { return }
        let connection = try Connection(reading: file, onReadOnlyMedium: onReadOnlyMedium)
        defer { try? connection.queue.close() }
        try connection.read(file) { db in
            for segment in stride(from: first, to: segments.endIndex, by: Self.lanes) {
                let block = try HotStatement(db, "SELECT block FROM columns WHERE first >= ? AND first < ?")
                block.bind(1, segment * segmentSize)
                block.bind(2, (segment + 1) * segmentSize)
                while !isOver, try block.next() { state.withLock { $0.blocksRead += 1 } }
            }
        }
    }
}
