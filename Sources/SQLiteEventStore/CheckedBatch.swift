internal import EventLog
internal import FoldRow
internal import Foundation

/// A batch that was found to be appendable, with what its rows in the file need besides.
struct CheckedBatch {
    /// One fingerprint a command, in order.
    private(set) var fingerprints: [CommandFingerprint] = []
    /// For each entry in order the position of the preceding one of its stream.
    private(set) var previous: [Position?] = []
    /// How many names each space has after the batch, for the spaces it touches.
    private(set) var nameCounts: [NameSpace: UInt32] = [:]

    /// What a batch looks like whatever the log holds.
    static func checkShape(_ batch: AppendBatch) throws(EventStoreError) {
        guard !batch.commands.isEmpty else { throw .malformed("a batch without a command") }
        for command in batch.commands {
            guard (1...128).contains(command.id.utf8.count) else {
                throw .malformed("a command id of \(command.id.utf8.count) bytes")
            }
            guard command.digest.count == 16 else {
                throw .malformed("command \(command.id) has a digest of \(command.digest.count) bytes")
            }
            guard !command.entries.isEmpty else { throw .malformed("command \(command.id) has no entry") }
            for entry in command.entries {
                guard (1...Entry.maximumBytes).contains(entry.bytes.count) else {
                    throw .malformed("command \(command.id) has an entry of \(entry.bytes.count) bytes")
                }
                guard entry.row.revision > 0 else { throw .malformed("command \(command.id) has a revision 0") }
                try checkWords(entry.words, of: command.id)
            }
        }
    }

    private static func checkWords(_ words: [Word], of command: String) throws(EventStoreError) {
        guard let last = words.indices.last else { return }
        for (index, word) in words.enumerated() {
            guard word.salt.count == 32 else {
                throw .malformed("command \(command) has a salt of \(word.salt.count) bytes")
            }
            guard index < last else { continue }
            // Bytes, not `==`: two spellings that are canonically equivalent are two fields.
            for other in words[(index + 1)...] where other.field.utf8.elementsEqual(word.field.utf8) {
                throw .malformed("command \(command) has the field \(word.field) twice")
            }
        }
    }

    /// Checks a batch of good shape against the log.
    ///
    /// - Parameter hasCommand: whether the log has a command already.
    /// - Parameter nameCount: how many names a space has.
    /// - Parameter hasName: whether a space has a name already.
    init(
        _ batch: AppendBatch,
        heads: StreamHeads,
        hasCommand: (CommandFingerprint) throws -> Bool,
        nameCount: (NameSpace) throws -> UInt32,
        hasName: (NewName) throws -> Bool
    ) throws {
        var seen: Set<CommandFingerprint> = []
        for command in batch.commands {
            let fingerprint = CommandFingerprint(of: command.id)
            guard seen.insert(fingerprint).inserted, try !hasCommand(fingerprint) else {
                throw EventStoreError.commandRepeated(id: command.id)
            }
            fingerprints.append(fingerprint)
        }
        try checkNames(batch.names, nameCount: nameCount, hasName: hasName)
        try checkRevisions(batch, heads: heads)
    }

    private mutating func checkNames(
        _ names: [NewName],
        nameCount: (NameSpace) throws -> UInt32,
        hasName: (NewName) throws -> Bool
    ) throws {
        struct Key: Hashable {
            var space: NameSpace
            var text: [UInt8]
        }
        var seen: Set<Key> = []
        for name in names {
            let count =
                if let known = nameCounts[name.space] { known } else { try nameCount(name.space) }
            let (number, overflow) = count.addingReportingOverflow(name.space.firstNumber)
            guard
                !overflow, name.number == number, number < .max,
                seen.insert(Key(space: name.space, text: Array(name.text.utf8))).inserted,
                try !hasName(name)
            else {
                throw EventStoreError.wrongName(space: name.space.rawValue, number: name.number)
            }
            nameCounts[name.space] = count + 1
        }
    }

    private mutating func checkRevisions(_ batch: AppendBatch, heads: StreamHeads) throws(EventStoreError) {
        var touched: [UInt32: StreamHeads.Head] = [:]
        var streams = UInt64(heads.count)
        var position = batch.expectedSize
        for command in batch.commands {
            for entry in command.entries {
                let row = entry.row
                let head = touched[row.stream] ?? heads[row.stream]
                if head == nil {
                    guard UInt64(row.stream) == streams else {
                        throw .wrongName(space: NameSpace.stream.rawValue, number: row.stream)
                    }
                    streams += 1
                }
                let revision = head?.revision ?? 0
                guard row.revision - 1 == revision else {
                    throw .wrongRevision(stream: row.stream, expected: row.revision - 1, actual: revision)
                }
                previous.append(head?.position)
                touched[row.stream] = StreamHeads.Head(revision: row.revision, position: position)
                position += 1
            }
        }
    }
}
