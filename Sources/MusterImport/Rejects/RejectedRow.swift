public import MusterAPI

/// A row of which nothing was taken, and why.
public struct RejectedRow: Error, Equatable, Sendable {
    /// The line of the file on which the row starts, from 1.
    public var line: Int
    /// The source's case number as far as it could be read; empty if it could not.
    public var id: String
    /// Why.
    public var code: RejectCode
    /// What the report about it has to name, as texts by their names.
    public var values: [String: String]
    /// The rule that refused it, if ``code`` is ``RejectCode/refused``.
    public var rule: String?

    init(line: Int, id: String, _ code: RejectCode, _ values: [String: String] = [:], rule: String? = nil) {
        self.line = line
        self.id = id
        self.code = code
        self.values = values
        self.rule = rule
    }

    /// A row whose case the district rejected; nil if it took it.
    init?(_ draft: CaseDraft, _ result: ImportResult) {
        guard let code = result.code else { return nil }
        var values: [String: String] = [:]
        if case .object(let members)? = result.values {
            for member in members {
                if case .string(let text) = member.value { values[member.name] = text }
            }
        }
        self.init(
            line: draft.line, id: draft.told.id, RejectCode(rawValue: code), values, rule: result.rule)
    }
}

/// Why a row says no case by itself: its times contradict each other, or it is no CSV.
extension RejectCode {
    static let noOpenedAt = RejectCode(rawValue: "noOpenedAt")
    static let openWithClosingTime = RejectCode(rawValue: "openWithClosingTime")
    static let strayQuote = RejectCode(rawValue: "strayQuote")
    static let unterminatedQuote = RejectCode(rawValue: "unterminatedQuote")
    static let invalidUTF8 = RejectCode(rawValue: "invalidUTF8")
    static let wrongFieldCount = RejectCode(rawValue: "wrongFieldCount")
    static let fieldTooLong = RejectCode(rawValue: "fieldTooLong")
    static let recordTooLong = RejectCode(rawValue: "recordTooLong")
}

extension RejectedRow {
    init(_ fault: CSVFault) {
        let (code, values): (RejectCode, [String: String]) =
            switch fault.reason {
            case .strayQuote: (.strayQuote, [:])
            case .unterminatedQuote: (.unterminatedQuote, [:])
            case .invalidUTF8(let field): (.invalidUTF8, ["number": "\(field)"])
            case .wrongFieldCount(let expected, let found):
                (.wrongFieldCount, ["expected": "\(expected)", "found": "\(found)"])
            case .fieldTooLong(let field):
                (.fieldTooLong, ["number": "\(field)", "limit": "\(CSVReader.maximumFieldBytes)"])
            case .recordTooLong: (.recordTooLong, ["limit": "\(CSVReader.maximumRecordBytes)"])
            }
        self.init(line: fault.line, id: "", code, values)
    }
}
