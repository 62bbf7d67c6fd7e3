/// A text as the runs of digits in it and what stands between them.
struct DigitText {
    enum Separator { case space, hyphen }

    /// Digits with nothing visible between them, as many as there are.
    struct Run {
        var digits: [UInt8] = []
        /// Where each digit stands, in characters of the text.
        var offsets: [Int] = []
        /// Where an X stands that follows the last digit and ends the word: the check character of an identity number.
        var checkX: Int?
        /// The single separator between this run and the next; nil if anything else stands there.
        var separator: Separator?
        /// Whether a plus stands directly in front.
        var followsPlus = false

        /// Takes the country code off, written `+86` or `0086`, where a mobile number or its first group follows.
        fileprivate mutating func dropCountryCode() {
            let code = followsPlus && digits.starts(with: [8, 6]) ? 2 : digits.starts(with: [0, 0, 8, 6]) ? 4 : 0
            guard code > 0, [3, 7, 11].contains(digits.count - code) else { return }
            digits.removeFirst(code)
            offsets.removeFirst(code)
        }
    }

    /// Several runs read as one number.
    struct Group {
        var digits: [UInt8]
        /// Where it stands, in characters of the text.
        var range: Range<Int>
        /// ``Run/checkX`` of the last run.
        var checkX: Int?
    }

    private(set) var runs: [Run] = []

    init(_ text: String) {
        var run: Run?
        // What stands behind the run so far.
        var behind: [Symbol] = []
        var previous = Symbol.other
        for (offset, character) in text.enumerated() {
            guard let symbol = Symbol(character) else { continue }
            if case .digit(let digit) = symbol {
                if !behind.isEmpty || run == nil {
                    close(run, behind: behind, nextIsDigit: true)
                    run = Run(followsPlus: previous == .plus)
                    behind = []
                }
                run?.digits.append(digit)
                run?.offsets.append(offset)
            } else if run != nil, behind.count < 2 {
                if behind.isEmpty, symbol == .x { run?.checkX = offset }
                behind.append(symbol)
            }
            previous = symbol
        }
        close(run, behind: behind, nextIsDigit: false)
    }

    /// The number made of the run at `index` and those behind it, if they have these lengths.
    ///
    /// Groups need the same separator between them, and no further group behind a hyphen on either side: that would
    /// be a part of a longer number. The country code 86 in front is none.
    func group(at index: Int, lengths: [Int]) -> Group? {
        guard index + lengths.count <= runs.count else { return nil }
        let members = runs[index..<index + lengths.count]
        guard zip(members, lengths).allSatisfy({ $0.digits.count == $1 }),
            let first = members.first, let last = members.last,
            let start = first.offsets.first, let end = last.offsets.last
        else { return nil }
        if lengths.count > 1 {
            guard let separator = first.separator,
                members.dropLast().allSatisfy({ $0.separator == separator }),
                last.separator != .hyphen
            else { return nil }
            if index > 0, runs[index - 1].separator == .hyphen, runs[index - 1].digits != [8, 6] { return nil }
        }
        return Group(digits: members.flatMap(\.digits), range: start..<end + 1, checkX: last.checkX)
    }

    private mutating func close(_ run: Run?, behind: [Symbol], nextIsDigit: Bool) {
        guard var run else { return }
        if nextIsDigit, behind.count == 1, case .separator(let separator) = behind[0] { run.separator = separator }
        // In `…123XA` and `…123X4` the X belongs to a word.
        let isInWord = behind.count == 1 ? nextIsDigit : behind.count > 1 && behind[1].continuesWord
        if isInWord { run.checkX = nil }
        run.dropCountryCode()
        runs.append(run)
    }
}

/// What a character means to a number.
private enum Symbol: Equatable {
    case digit(UInt8)
    case x
    case separator(DigitText.Separator)
    case plus
    case latin
    case other

    /// Nil for what cannot be seen: it separates nothing.
    init?(_ character: Character) {
        // By the first scalar: marks over a digit, as in a keycap, leave it a digit.
        guard let scalar = character.unicodeScalars.first(where: { !TextRules.isInvisible($0) }) else { return nil }
        switch scalar.value {
        case 0x30...0x39: self = .digit(UInt8(scalar.value - 0x30))
        case 0xFF10...0xFF19: self = .digit(UInt8(scalar.value - 0xFF10))
        case 0x58, 0x78, 0xFF38, 0xFF58: self = .x
        case 0x2B, 0xFF0B: self = .plus
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: self = .separator(.hyphen)
        case 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .separator(.space)
        case 0x41...0x5A, 0x61...0x7A, 0x5F: self = .latin
        default:
            // Digits in other dress, such as circled or mathematical ones, are digits; 一 and ½ are not.
            let kind = scalar.properties.numericType
            if kind == .decimal || kind == .digit, let value = scalar.properties.numericValue, (0...9).contains(value) {
                self = .digit(UInt8(value))
            } else {
                self = .other
            }
        }
    }

    var continuesWord: Bool {
        switch self {
        case .digit, .x, .latin: true
        case .separator, .plus, .other: false
        }
    }
}
