/// The length limits of texts, in Unicode scalars.
enum TextLimit {
    /// A title, a venue, a name.
    static let line = 200
    /// A reason, a comment.
    static let paragraph = 4_000
    /// Minutes and what residents wrote.
    static let page = 10_000
    /// A device, a programme.
    static let label = 40

    static func of(_ field: Field) -> Int {
        switch field {
        case .subject, .venue, .caption, .fullName, .shortName, .title, .name, .category: line
        case .label: label
        case .minutes, .detail, .resolution, .agenda: page
        default: paragraph
        }
    }
}

extension Field {
    /// The most Unicode scalars that a text in this field may have.
    package var textLimit: Int { TextLimit.of(self) }

    /// Whether a text in this field may have several lines.
    package var textLayout: TextRules.Layout {
        type == .words && textLimit > TextLimit.line ? .paragraphs : .line
    }
}

/// Checks every text of an event in one place, whatever command it came from.
func checkTexts(of event: Event, confirmsNumbers: Bool) throws(Refusal) {
    for operand in event.operands {
        guard case .text(let text) = operand.value else { continue }
        let field = operand.field
        let isWords = field.type == .words
        if let fault = TextRules.fault(in: text, limit: field.textLimit, layout: field.textLayout) {
            throw Refusal(fault, in: field)
        }
        // Hashes and codes are what they are. Case numbers that a file brings are typed references; one that a clerk
        // types may be a telephone number in the wrong place.
        let isTypedReference = field == .reference && event.kind == .demandLinked
        let isName = [.fullName, .shortName, .title, .category, .label].contains(field)
        if isWords || isName || isTypedReference, !confirmsNumbers,
            let finding = PersonalData.findings(in: text).first
        {
            throw Refusal(.personalNumber, ["field": .term("Field.\(field.rawValue)"), "text": .text(finding.masked)])
        }
    }
}

extension Refusal {
    fileprivate init(_ fault: TextFault, in field: Field) {
        let name = Value.term("Field.\(field.rawValue)")
        switch fault {
        case .empty: self.init(.textEmpty, ["field": name])
        case .tooLong(let limit, let count):
            self.init(.textTooLong, ["field": name, "number": .number(count), "limit": .number(limit)])
        case .controlCharacter(let scalar, let place), .invalidScalar(let scalar, let place),
            .invisibleCharacter(let scalar, let place):
            let digits = String(scalar.value, radix: 16, uppercase: true)
            self.init(
                .controlCharacter,
                [
                    "field": name, "number": .number(place + 1),
                    "text": .text("U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits),
                ])
        }
    }
}

/// A staff number or another pseudonym: 1 to 32 of letters, digits, `.`, `_` and `-`, and not a phone number.
func isPersonReference(_ text: String) -> Bool {
    isCode(text) && PersonalData.findings(in: text).isEmpty
}

/// 1 to 32 ASCII letters, digits, `.`, `_` and `-`.
func isCode(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count)
        && text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
}

/// `source:id` with 1 to 32 and 1 to 96 visible ASCII characters.
func isReference(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && (1...32).contains(parts[0].count) && (1...96).contains(parts[1].count)
        && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
}

/// 64 lower-case hex digits.
func isSHA256(_ text: String) -> Bool {
    text.utf8.count == 64
        && text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
            default: false
            }
        }
}
