import CivilTime
public import EventLog
public import MusterDomain

/// An event read back from the log, with its words: what a timeline shows.
public struct RecordedEvent: Sendable, Equatable {
    /// What happened.
    public var kind: EventKind
    /// The entry's attributes and data.
    public var envelope: Envelope
    /// The texts that are still there, by field.
    public var words: [Field: String]

    /// The entry's position.
    public var position: Position { envelope.position }
    /// When it occurred.
    public var time: Instant { Instant(milliseconds: envelope.time) }

    /// The texts whose commitment stands in the entry and which are no longer there.
    public var erased: [Field] {
        envelope.words.keys.compactMap(Field.init(rawValue:)).filter { words[$0] == nil }
    }

    /// A field that is spelt as a string: a name, a code, a moment or a plain string.
    public func string(_ field: Field) -> String? {
        guard case .string(let text)? = envelope.data[field.rawValue] else { return nil }
        return text
    }

    /// A field that is a number.
    public func integer(_ field: Field) -> Int64? {
        guard case .integer(let value)? = envelope.data[field.rawValue] else { return nil }
        return value
    }

    /// A field that is true or false.
    public func flag(_ field: Field) -> Bool {
        guard case .bool(let value)? = envelope.data[field.rawValue] else { return false }
        return value
    }

    /// A field that is a moment.
    public func moment(_ field: Field) -> Instant? {
        string(field).flatMap { Timestamp.milliseconds(of: $0) }.map { Instant(milliseconds: $0) }
    }

    /// Reads an entry that a store returned.
    public init(_ entry: StoredEntry) throws(LedgerError) {
        do {
            envelope = try Envelope(bytes: entry.bytes)
        } catch {
            throw .damaged(at: entry.position, error.reason)
        }
        guard envelope.position == entry.position else {
            throw .damaged(at: entry.position, "the entry says that it is at \(envelope.position)")
        }
        guard let kind = EventKind(type: envelope.type) else {
            throw .damaged(at: entry.position, "unknown event type \(envelope.type)")
        }
        self.kind = kind
        words = [:]
        for word in entry.words {
            if let field = Field(rawValue: word.field) { words[field] = word.text }
        }
    }
}
