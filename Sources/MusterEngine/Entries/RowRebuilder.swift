import CivilTime
public import EventLog
public import FoldRow
import MusterDomain

/// Computes fold rows and names again from entries alone, the slow way: the judge of what a store keeps beside them.
public struct RowRebuilder: Sendable {
    private var names = Names()
    private var streams: [String: UInt32] = [:]

    /// A rebuilder at the beginning of a log.
    public init() {}

    /// The row of the next entry in log order, and the names that appear with it for the first time.
    public mutating func rebuild(_ entry: StoredEntry) throws(LedgerError) -> (row: FoldRow, names: [NewName]) {
        let event = try RecordedEvent(entry)
        let envelope = event.envelope
        guard let revision = UInt32(exactly: envelope.revision) else {
            throw .damaged(at: entry.position, "revision \(envelope.revision)")
        }
        let stream = streams[envelope.subject] ?? UInt32(streams.count)
        if streams.updateValue(stream, forKey: envelope.subject) == nil {
            names.open(stream: stream, named: envelope.subject)
        }
        var row = FoldRow(
            kind: event.kind.rawValue, stream: stream, revision: revision, time: envelope.time,
            recorded: envelope.recorded)
        if let unit = envelope.actor.split(separator: "/").first, unit != "system" {
            row.actor = names.intern(String(unit), as: .unit)
        }
        for field in event.kind.schema.fields + EventSchema.ofBackEntry {
            guard let value = envelope.data[field.rawValue] else { continue }
            guard let number = number(of: value, as: field) else {
                throw .damaged(at: entry.position, "\(field.rawValue) is not spelt as its type asks")
            }
            if let slot = field.slot { row[slot] = number }
            if field == .claimedAt { row.claimed = number }
        }
        if envelope.data[Field.claimedAt.rawValue] == nil,
            [Field.via, .onBehalfOf].contains(where: { envelope.data[$0.rawValue] != nil })
        {
            row.claimed = -1
        }
        return (row, names.takeJournal())
    }

    private mutating func number(of value: Envelope.Value, as field: Field) -> Int64? {
        switch (field.type, value) {
        case (.named(let thing), .string(let name)): Int64(names.intern(name, as: thing))
        case (.moment, .string(let text)): Timestamp.milliseconds(of: text)
        case (.code(let codes), .string(let name)): codes.names.firstIndex(of: name).map(Int64.init)
        case (.flag, .bool(let flag)): flag ? 1 : 0
        case (.number, .integer(let number)): number
        case (.string, .string): 0
        default: nil
        }
    }
}
