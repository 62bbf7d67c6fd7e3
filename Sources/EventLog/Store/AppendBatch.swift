public import FoldRow

/// The index of an entry in its log, from 0.
public typealias Position = UInt64

/// Everything that several commands leave in the log, appended in one transaction.
public struct AppendBatch: Sendable, Equatable {
    /// The size of the log on which the commands were decided.
    public var expectedSize: Position
    /// The commands in log order, each with at least one entry.
    public var commands: [CommandRecord]
    /// Names that appear for the first time in this batch, in the order of their numbers.
    public var names: [NewName]

    /// A batch for a log that holds `expectedSize` entries.
    public init(expectedSize: Position, commands: [CommandRecord] = [], names: [NewName] = []) {
        self.expectedSize = expectedSize
        self.commands = commands
        self.names = names
    }

    /// How many entries the batch appends.
    public var entryCount: Int { commands.reduce(0) { $0 + $1.entries.count } }
}

/// One accepted command and the entries it leaves.
public struct CommandRecord: Sendable, Equatable {
    /// The caller's id, unique in the log for ever; 1 to 128 bytes of UTF-8.
    public var id: String
    /// 16 bytes over the command's non-personal operands, by which a retry is told from another command.
    public var digest: [UInt8]
    /// At least one entry.
    public var entries: [NewEntry]

    /// A command with the entries it leaves.
    public init(id: String, digest: [UInt8], entries: [NewEntry]) {
        self.id = id
        self.digest = digest
        self.entries = entries
    }
}

/// An entry about to be appended; its stream and revision stand in its row.
public struct NewEntry: Sendable, Equatable {
    /// The canonical bytes that the log keeps for ever; 1 to ``Entry/maximumBytes``.
    public var bytes: [UInt8]
    /// The erasable texts that the entry commits to.
    public var words: [Word]
    /// What the fold needs of it.
    public var row: FoldRow

    /// An entry with its words and its row.
    public init(bytes: [UInt8], words: [Word], row: FoldRow) {
        self.bytes = bytes
        self.words = words
        self.row = row
    }
}

/// A free text that stands beside the log, where it can be erased, and whose commitment stands in the entry.
public struct Word: Sendable, Equatable, Hashable {
    /// The field of the event that it fills.
    public var field: String
    /// 32 random bytes; with them anybody can check the text against the entry.
    public var salt: [UInt8]
    /// The text itself.
    public var text: String

    /// A text with the salt of its commitment.
    public init(field: String, salt: [UInt8], text: String) {
        self.field = field
        self.salt = salt
        self.text = text
    }
}

/// A kind of thing that has names; the numbers inside one space are dense.
public struct NameSpace: RawRepresentable, Hashable, Sendable {
    /// The number that stands for the space in a store.
    public var rawValue: UInt8

    /// A space by its number.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The streams themselves, numbered from 0: the only space the log knows.
    public static let stream = NameSpace(rawValue: 0)

    /// The number of the first name: 0 for streams, and 1 elsewhere because 0 means "none" in a ``FoldRow``.
    public var firstNumber: UInt32 { self == .stream ? 0 : 1 }
}

/// A name that appears in the log for the first time.
public struct NewName: Sendable, Equatable, Hashable {
    /// Which kind of thing it names.
    public var space: NameSpace
    /// Its number, one more than the last of its space; the first has ``NameSpace/firstNumber``.
    public var number: UInt32
    /// The name as the entries spell it; unique in its space.
    public var text: String

    /// A name and its number.
    public init(space: NameSpace, number: UInt32, text: String) {
        self.space = space
        self.number = number
        self.text = text
    }
}

/// An entry read back.
public struct StoredEntry: Sendable, Equatable {
    /// Its position.
    public var position: Position
    /// The bytes as they were appended.
    public var bytes: [UInt8]
    /// Its words that have not been erased, by field.
    public var words: [Word]

    /// An entry as a store returns it.
    public init(position: Position, bytes: [UInt8], words: [Word]) {
        self.position = position
        self.bytes = bytes
        self.words = words
    }
}

/// Where an accepted command stands in the log.
public struct Receipt: Sendable, Equatable, Hashable {
    /// The position of its first entry.
    public var first: Position
    /// The position of its last entry.
    public var last: Position
    /// The digest it was accepted with.
    public var digest: [UInt8]

    /// A receipt.
    public init(first: Position, last: Position, digest: [UInt8]) {
        self.first = first
        self.last = last
        self.digest = digest
    }
}
