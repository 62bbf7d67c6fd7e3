/// Finds residents' numbers in free text, so that they can be refused or masked before they reach the log.
///
/// Found are mainland mobile numbers, plain or in groups (`138 0013 8000`, `138-0013-8000`), and resident identity
/// numbers: 18 characters with a valid check character (GB 11643, ISO 7064 MOD 11-2) and date of birth, or the 15
/// digits issued before 1999 with a province and a date. Full-width digits count, and zero-width characters between
/// digits do not help. Office landlines, service numbers, masked numbers and whatever is only a part of a longer
/// number pass.
public enum PersonalData {
    /// What kind of number was found.
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// A mainland mobile number.
        case mobileNumber
        /// A resident identity number.
        case residentID
    }

    /// One number that was found.
    public struct Finding: Sendable, Equatable {
        /// What it is.
        public var kind: Kind
        /// Where it stands, in characters from the beginning of the text; a country code in front is not part of it.
        public var range: Range<Int>
        /// The number as it may be shown: `138****8000`, `610113********1234`.
        public var masked: String
    }

    /// A text whose numbers are masked, and how many there were.
    public struct Masked: Sendable, Equatable {
        /// The text to show.
        public var text: String
        /// The findings in the original text.
        public var findings: [Finding]

        /// How many numbers of one kind were masked.
        public func count(of kind: Kind) -> Int { findings.count { $0.kind == kind } }
    }

    /// Every number in the text, in its order.
    ///
    /// Cost: linear; next to nothing for a text with fewer than eleven digits.
    public static func findings(in text: String) -> [Finding] {
        guard hasElevenDigits(text) else { return [] }
        return DigitText(text).findings()
    }

    /// The text with every finding masked.
    ///
    /// What is masked has no findings any more.
    public static func masked(_ text: String) -> Masked {
        let findings = findings(in: text)
        guard !findings.isEmpty else { return Masked(text: text, findings: []) }
        var result = ""
        var rest = text[...]
        var offset = 0
        for finding in findings {
            result += rest.prefix(finding.range.lowerBound - offset) + finding.masked
            rest = rest.dropFirst(finding.range.upperBound - offset)
            offset = finding.range.upperBound
        }
        return Masked(text: result + rest, findings: findings)
    }

    /// Whether there is anything to look for: no number that counts has fewer digits.
    private static func hasElevenDigits(_ text: String) -> Bool {
        var digits = 0
        // The last two bytes, since a full-width digit is EF BC 90 to EF BC 99.
        var before: UInt16 = 0
        for byte in text.utf8 {
            if (0x30...0x39).contains(byte) || before == 0xEFBC && (0x90...0x99).contains(byte) { digits += 1 }
            if digits == 11 { return true }
            before = before << 8 | UInt16(byte)
        }
        return false
    }
}
