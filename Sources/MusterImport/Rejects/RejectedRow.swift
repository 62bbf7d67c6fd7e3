public import MusterDomain

/// A row of which nothing was taken, and why.
public struct RejectedRow: Error, Equatable, Sendable {
    /// The line of the file on which the row starts, from 1.
    public var line: Int
    /// The source's case number as far as it could be read; empty if it could not.
    public var id: String
    /// Why.
    public var code: RejectCode
    /// What the sentence about it has to name.
    public var values: [String: Refusal.Value]
    /// The rule that refused it, if ``code`` is ``RejectCode/refused``.
    public var refusal: Refusal?

    init(line: Int, id: String, _ code: RejectCode, _ values: [String: Refusal.Value] = [:]) {
        self.line = line
        self.id = id
        self.code = code
        self.values = values
    }

    init(line: Int, id: String, refused refusal: Refusal) {
        self.init(line: line, id: id, .refused, refusal.values)
        self.refusal = refusal
    }
}

/// Every reason to reject a row, by its stable name.
public enum RejectCode: String, CaseIterable, Sendable {
    // The case number
    case noID, badID, duplicateID
    // Times; the source's own facts must not contradict each other
    case noOpenedAt, badOpenedAt, badDueAt, badClosedAt, closedBeforeOpened, closedWithoutTime, openWithClosingTime
    // No CSV
    case strayQuote, unterminatedQuote, invalidUTF8, wrongFieldCount, fieldTooLong, recordTooLong
    /// A unit that an earlier run registered, and that was retired since.
    case unitRetired
    /// A rule of the ledger.
    case refused
}

extension RejectedRow {
    init(_ fault: CSVFault) {
        let (code, values): (RejectCode, [String: Refusal.Value]) =
            switch fault.reason {
            case .strayQuote: (.strayQuote, [:])
            case .unterminatedQuote: (.unterminatedQuote, [:])
            case .invalidUTF8(let field): (.invalidUTF8, ["number": .number(field)])
            case .wrongFieldCount(let expected, let found):
                (.wrongFieldCount, ["expected": .number(expected), "found": .number(found)])
            case .fieldTooLong(let field):
                (.fieldTooLong, ["number": .number(field), "limit": .number(CSVReader.maximumFieldBytes)])
            case .recordTooLong: (.recordTooLong, ["limit": .number(CSVReader.maximumRecordBytes)])
            }
        self.init(line: fault.line, id: "", code, values)
    }
}
