import EventLog
import MusterDomain

/// Which texts there are to erase, as the log says: asked before a batch is decided, and true for ever.
struct ErasableTexts: Sendable {
    var byPosition: [Position: EntryTexts] = [:]
    var byWhistle: [WhistleID: [EntryTexts]] = [:]
}

extension EntryTexts {
    /// What an entry of the log has of texts.
    init(_ entry: StoredEntry, on board: Board) throws(LedgerError) {
        let event = try RecordedEvent(entry)
        let name = WhistleName(event.envelope.subject)
        let whistle = name.flatMap { board.whistle(named: $0) }
        guard (name == nil) == (whistle == nil) else {
            throw .damaged(at: entry.position, "no stream \(event.envelope.subject)")
        }
        self.init(
            position: entry.position, whistle: whistle, entry: UInt32(clamping: event.envelope.revision),
            fields: TextField.allCases.filter { event.envelope.words[$0.name] != nil })
    }
}
