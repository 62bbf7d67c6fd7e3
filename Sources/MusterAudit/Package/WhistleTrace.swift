import EventLog
import FoldRow
import MusterDomain
import MusterEngine

/// What the tables show of a whistle that its board does not have: where its entries stand, and its texts. Kept from the
/// whistle's first entry to its last.
struct WhistleTrace: Sendable {
    /// An entry of the whistle.
    struct Step: Sendable {
        var position: Position
        var row: FoldRow
        var kind: EventKind
    }

    /// A text by its entry's number in the whistle.
    private struct TextKey: Hashable {
        var entry: UInt32
        var field: Field
    }

    /// The texts that a table shows.
    private static let shown: Set<Field> = [.subject, .place, .whyNotAlone, .duty, .comment]

    /// Its entries, oldest first.
    private(set) var steps: [Step] = []
    /// Another system's number of the case.
    private(set) var reference: String?
    /// The case numbers that were linked.
    private(set) var demands: [String] = []
    private var texts: [TextKey: String] = [:]

    /// Takes the whistle's next entry.
    mutating func take(_ row: FoldRow, _ kind: EventKind, _ entry: StoredEntry, withTexts: Bool) throws(LedgerError) {
        steps.append(Step(position: entry.position, row: row, kind: kind))
        switch kind {
        case .whistleImported: reference = try RecordedEvent(entry).string(.reference)
        case .demandLinked: if let demand = try RecordedEvent(entry).string(.reference) { demands.append(demand) }
        case .factCorrected where withTexts: try correct(entry)
        default: break
        }
        guard withTexts else { return }
        for word in entry.words {
            guard let field = Field(rawValue: word.field), Self.shown.contains(field) else { continue }
            texts[TextKey(entry: row.revision, field: field)] = word.text
        }
    }

    /// A correction whose own text is gone leaves what was there before.
    private mutating func correct(_ entry: StoredEntry) throws(LedgerError) {
        let event = try RecordedEvent(entry)
        guard let text = event.words[.correction], let field = event.string(.field).flatMap(Field.init(rawValue:)),
            let number = event.integer(.entry).flatMap({ UInt32(exactly: $0) }), Self.shown.contains(field)
        else { return }
        texts[TextKey(entry: number, field: field)] = text
    }

    /// A text of an entry as it was corrected last; nil if there is none, or it was erased.
    func text(_ field: Field, of entry: UInt32) -> String? { texts[TextKey(entry: entry, field: field)] }

    /// The entries that concern a call or a task of the whistle.
    func steps(on field: Field, _ number: UInt32) -> [Step] {
        steps.filter { $0.row.item == number && $0.kind.item($0.row) == field }
    }
}

extension EventKind {
    /// Which of them a kind's entries may number in the row's column for that.
    private static let itemFields: [EventKind: [Field]] = Dictionary(
        uniqueKeysWithValues: allCases.map { kind in
            (kind, kind.schema.fields.filter { [.call, .task].contains($0) })
        })

    /// Whether it is a call or a task that an entry numbers; nil if neither.
    fileprivate func item(_ row: FoldRow) -> Field? {
        let fields = Self.itemFields[self] ?? []
        guard fields.count > 1 else { return fields.first }
        // A deadline is that of a call or of a task.
        return switch DeadlineKind(rawValue: UInt8(clamping: row.code)) {
        case .acknowledge, .reportIn: .call
        case .task: .task
        case .handle, .approve, nil: nil
        }
    }
}
