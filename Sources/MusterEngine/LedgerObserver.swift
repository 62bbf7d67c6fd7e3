public import EventLog
import FoldRow
public import MusterDomain

/// Somebody who counts and times what a ledger makes durable.
///
/// The engine reads no clock of its own for this: it asks the observer for its reading before a batch goes to the
/// store and hands it back afterwards.
public protocol LedgerObserver: Sendable {
    /// The observer's own clock in nanoseconds; only differences mean something.
    func reading() -> UInt64

    /// A batch is in the log and durable. Called before its callers are answered, so it has to be quick.
    func batchAppended(_ batch: AppendedBatch, since reading: UInt64)

    /// The store synchronised its log with the disk, as it does within each append. Called on a thread that waits for
    /// it.
    func logSynchronised(nanoseconds: UInt64)

    /// The store did not take a batch, or it is not known whether it did.
    func batchFailed(_ error: EventStoreError, since reading: UInt64)

    /// A head of the log that was due could not be signed; it is tried again when the next entries arrive.
    func signingFailed(_ error: LedgerError)
}

extension LedgerObserver {
    /// Nothing is counted.
    public func signingFailed(_ error: LedgerError) {}
}

/// What a batch that became durable consists of.
public struct AppendedBatch: Sendable, Equatable {
    /// How many commands share it, ticks included.
    public var commands: Int
    /// How many entries of each kind they left.
    public var entries: [EventKind: Int]

    /// The figures of a batch.
    public init(commands: Int, entries: [EventKind: Int]) {
        self.commands = commands
        self.entries = entries
    }

    init(_ batch: AppendBatch) {
        var entries: [EventKind: Int] = [:]
        for command in batch.commands {
            for entry in command.entries {
                if let kind = EventKind(rawValue: entry.row.kind) { entries[kind, default: 0] += 1 }
            }
        }
        self.init(commands: batch.commands.count, entries: entries)
    }
}
