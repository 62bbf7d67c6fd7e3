/// Numbers as the C2SP formats spell them: ASCII digits without leading zeros.
enum Decimal {
    /// Nil unless it is such a number, below 2^63.
    static func parse(_ digits: some Collection<UInt8>) -> UInt64? {
        guard let first = digits.first, digits.count == 1 || first != UInt8(ascii: "0") else { return nil }
        var number: UInt64 = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            let (tens, tooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = tens.addingReportingOverflow(UInt64(digit - UInt8(ascii: "0")))
            guard !tooLarge, !overflow, sum <= UInt64(Int64.max) else { return nil }
            number = sum
        }
        return number
    }
}
