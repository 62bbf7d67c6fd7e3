extension DigitText {
    /// The personal numbers among the runs, each run used once, identity numbers first.
    func findings() -> [PersonalData.Finding] {
        var findings: [PersonalData.Finding] = []
        var index = 0
        while index < runs.count {
            if let (finding, length) = residentID(at: index) ?? mobileNumber(at: index) {
                findings.append(finding)
                index += length
            } else {
                index += 1
            }
        }
        return findings
    }

    private func mobileNumber(at index: Int) -> (PersonalData.Finding, runs: Int)? {
        for lengths in [[11], [3, 4, 4], [3, 8], [7, 4]] {
            guard let group = group(at: index, lengths: lengths), group.digits[0] == 1, group.digits[1] >= 3 else {
                continue
            }
            let masked = "\(text(group.digits.prefix(3)))****\(text(group.digits.suffix(4)))"
            return (.init(kind: .mobileNumber, range: group.range, masked: masked), lengths.count)
        }
        return nil
    }

    private func residentID(at index: Int) -> (PersonalData.Finding, runs: Int)? {
        for lengths in [[18], [17], [15], [6, 8, 4], [6, 8, 3]] {
            guard let group = group(at: index, lengths: lengths) else { continue }
            var digits = group.digits
            var range = group.range
            var tail = text(digits.suffix(4))
            if digits.count == 17 {
                guard let checkX = group.checkX else { continue }
                digits.append(ResidentID.x)
                range = range.lowerBound..<checkX + 1
                tail = text(digits.dropLast().suffix(3)) + "X"
            }
            guard ResidentID.isValid(digits) else { continue }
            let masked = "\(text(digits.prefix(6)))********\(tail)"
            return (.init(kind: .residentID, range: range, masked: masked), lengths.count)
        }
        return nil
    }

    private func text(_ digits: ArraySlice<UInt8>) -> String { digits.map { String($0) }.joined() }
}

/// The numbers of identity cards (GB 11643).
enum ResidentID {
    /// The value of the check character X.
    static let x: UInt8 = 10

    /// The first two digits of an address code (GB/T 2260): provinces, regions and municipalities.
    private static let provinces: Set<Int> = [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46,
        50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83,
    ]

    /// Whether these can be the number of a card: 18 characters with date and check character, or 15 digits.
    ///
    /// Fifteen digits carry no check, so there the province must exist: otherwise every tenth case number that begins
    /// with the year would count.
    static func isValid(_ characters: [UInt8]) -> Bool {
        func number(_ range: Range<Int>) -> Int { characters[range].reduce(0) { $0 * 10 + Int($1) } }
        switch characters.count {
        case 18:
            let year = number(6..<10)
            return characters[0] != 0 && (1800..<2200).contains(year)
                && isDate(year: year, month: number(10..<12), day: number(12..<14))
                && characters[17] == checkCharacter(characters[..<17])
        case 15:
            return provinces.contains(number(0..<2))
                && isDate(year: 1900 + number(6..<8), month: number(8..<10), day: number(10..<12))
        default: return false
        }
    }

    /// The check character of seventeen digits, from 0 to 10, by ISO 7064 MOD 11-2.
    static func checkCharacter(_ digits: ArraySlice<UInt8>) -> UInt8 {
        let remainder = digits.reduce(0) { ($0 + Int($1)) * 2 % 11 }
        return UInt8((12 - remainder) % 11)
    }

    private static func isDate(year: Int, month: Int, day: Int) -> Bool {
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...12).contains(month) && (1...days[month - 1]).contains(day)
    }
}
