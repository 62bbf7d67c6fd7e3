internal import Dispatch
internal import EventLog
internal import GRDB
internal import Glibc
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

    private struct State {
        var isOver = false
        var running = 0
        var blocksRead = 0
    }

    private let file: LedgerFile
    private let onReadOnlyMedium: Bool
    private let segmentSize: Position
    private let occasion: SQLiteEventStore.Occasion
    private let state = Mutex(State())
    private let running = DispatchGroup()

    /// Reads nothing yet.
    init(_ file: LedgerFile, _ options: SQLiteEventStore.Options) {
        self.file = file
        onReadOnlyMedium = options.onReadOnlyMedium
        segmentSize = options.segmentSize
        occasion = options.readsAhead
    }

    /// How many blocks the lanes have read.
    var blocksRead: Int { state.withLock(\.blocksRead) }

    private var isOver: Bool { state.withLock(\.isOver) }

    /// Begins to read the segments behind a position of a log that is sealed up to `end`, unless that goes on already.
    /// It may be more than a fold asks for: whoever replays asks piece by piece.
    private func begin(behind position: Position, sealedTo end: Position) {
        let segment = position / segmentSize
        let segments = segment + 1..<max(segment + 1, min(end / segmentSize, segment + 1 + Self.span))
        guard !segments.isEmpty else { return }
        let begins = state.withLock { state in
            guard !state.isOver, state.running == 0 else { return false }
            state.running = Self.lanes
            return true
        }
        guard begins else { return }
        for lane in 0..<Self.lanes {
            // Each on a thread of its own: the shared ones are as many as there are cores.
            DispatchQueue(label: "muster.read-ahead").async(group: running) {
                try? self.read(segments.dropFirst(lane))
                self.state.withLock { $0.running -= 1 }
            }
        }
    }

    /// Stops the lanes for good and waits for them, which takes as long as a block does, or the opening of a connection:
    /// one that is left open would keep SQLite from clearing up after the last one, and an erasure from emptying the
    /// write-ahead log.
    func stop() {
        state.withLock { $0.isOver = true }
        running.wait()
    }

    /// Reads every so manyth segment of some.
    private func read(_ segments: Range<Position>) throws {
        guard let first = segments.first, !isOver else { return }
        let connection = try Connection(reading: file, onReadOnlyMedium: onReadOnlyMedium)
        defer { try? connection.queue.close() }
        for segment in stride(from: first, to: segments.endIndex, by: Self.lanes) {
            if isOver { return }
            // Each by itself, so that no checkpoint has to wait for all of them.
            try connection.read(file) { db in
                let block = try HotStatement(db, "SELECT block FROM columns WHERE first >= ? AND first < ?")
                block.bind(1, segment * segmentSize)
                block.bind(2, (segment + 1) * segmentSize)
                while !isOver, try block.next() { state.withLock { $0.blocksRead += 1 } }
            }
        }
    }
}

extension ReadAhead {
    /// What one fold sees of where its blocks come from.
    struct Watch {
        private let ahead: ReadAhead
        private let end: Position
        private var readBefore = 0
        /// Whether the block before this one came from the disk. One alone says little of those to come.
        private var wasOnDisk = false

        /// Watches a fold over a log that is sealed up to `end`.
        init(_ ahead: ReadAhead, sealedTo end: Position) {
            self.ahead = ahead
            self.end = end
        }

        /// Notes that the next block is asked for, on the thread on which it comes.
        mutating func asks() { readBefore = Self.diskReads() }

        /// Notes that it has come.
        mutating func came(_ first: Position) {
            let isOnDisk =
                switch ahead.occasion {
                case .disk: Self.diskReads() > readBefore
                case .always: true
                case .never: false
                }
            if isOnDisk, wasOnDisk { ahead.begin(behind: first, sealedTo: end) }
            wasOnDisk = isOnDisk
        }

        /// How much the system has read from disks for this thread, its faults on pages of memory among it, in 512
        /// bytes; 0 for ever if it does not count that.
        private static func diskReads() -> Int {
            // Linux has it; glibc hides it from whoever does not ask for GNU's extensions.
            let thread: Int32 = 1
            var usage = rusage()
            return unsafe getrusage(thread, &usage) == 0 ? usage.ru_inblock : 0
        }
    }
}
