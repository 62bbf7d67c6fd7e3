/// Moments as text: RFC 3339, https://www.rfc-editor.org/rfc/rfc3339.
public enum Timestamp {
    /// `2026-11-21T02:00:00.000Z`: the one form that entries use. Years 0 to 9999.
    public static func utc(milliseconds: Int64) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(24)
        append(milliseconds: milliseconds, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The same as bytes, behind others.
    public static func append(milliseconds: Int64, to text: inout [UInt8]) {
        let time = CivilTime(milliseconds: milliseconds)
        put(time.date.year / 100, &text)
        put(time.date.year % 100, &text)
        text.append(UInt8(ascii: "-"))
        put(time.date.month, &text)
        text.append(UInt8(ascii: "-"))
        put(time.date.day, &text)
        text.append(UInt8(ascii: "T"))
        put(time.hour, &text)
        text.append(UInt8(ascii: ":"))
        put(time.minute, &text)
        text.append(UInt8(ascii: ":"))
        put(time.second, &text)
        text.append(UInt8(ascii: "."))
        text.append(UInt8(ascii: "0") + UInt8(time.millisecond / 100))
        put(time.millisecond % 100, &text)
        text.append(UInt8(ascii: "Z"))
    }

    /// `2026-11-21T10:00:00.000+08:00`: the same moment by the clocks of Asia/Shanghai.
    public static func shanghai(milliseconds: Int64) -> String {
        let (local, isBeyond) = milliseconds.addingReportingOverflow(CivilTime.shanghaiOffset)
        return utc(milliseconds: isBeyond ? .max : local).dropLast() + "+08:00"
    }

    /// The last two digits. Years that no entry can spell come out as nonsense and trap nowhere.
    private static func put(_ value: Int, _ text: inout [UInt8]) {
        text.append(UInt8(48 + value / 10 % 10))
        text.append(UInt8(48 + value % 10))
    }

    /// Milliseconds since 1970 of a moment in the form of ``utc(milliseconds:)``; nil for any other spelling.
    public static func milliseconds(canonical text: Span<UInt8>) -> Int64? {
        guard text.count == 24, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
            text[19] == UInt8(ascii: "."), text[23] == UInt8(ascii: "Z")
        else { return nil }
        var isNumber = true
        func number(_ first: Int, _ count: Int) -> Int {
            var number = 0
            for index in first..<first + count {
                let digit = text[index] &- 48
                isNumber = isNumber && digit < 10
                number = number * 10 + Int(digit)
            }
            return number
        }
        let (year, month, day) = (number(0, 4), number(5, 2), number(8, 2))
        let (hour, minute, second, millisecond) = (number(11, 2), number(14, 2), number(17, 2), number(20, 3))
        guard isNumber, let date = CivilDate(year: year, month: month, day: day) else { return nil }
        return CivilTime(date: date, hour: hour, minute: minute, second: second, millisecond: millisecond)?.milliseconds
    }

    /// Milliseconds since 1970 of an RFC 3339 timestamp; nil unless it is one and says its offset. Digits beyond the
    /// millisecond are cut off; a leap second is not accepted.
    public static func milliseconds(of text: some StringProtocol) -> Int64? {
        var rest = Scanner(text.utf8)
        guard let year = rest.digits(4), rest.take("-"), let month = rest.digits(2), rest.take("-"),
            let day = rest.digits(2), rest.take("T") || rest.take("t") || rest.take(" "), let hour = rest.digits(2),
            rest.take(":"), let minute = rest.digits(2), rest.take(":"), let second = rest.digits(2),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        var millisecond = 0
        if rest.take(".") {
            guard let fraction = rest.fraction() else { return nil }
            millisecond = fraction
        }
        guard
            let time = CivilTime(date: date, hour: hour, minute: minute, second: second, millisecond: millisecond),
            let offset = rest.offset(), rest.isAtEnd
        else { return nil }
        return time.milliseconds - offset
    }
}

/// Reads fixed-width digits off the front of some ASCII.
private struct Scanner<Bytes: Sequence<UInt8>> {
    private var iterator: Bytes.Iterator
    private var next: UInt8?

    init(_ bytes: Bytes) {
        iterator = bytes.makeIterator()
        next = iterator.next()
    }

    var isAtEnd: Bool { next == nil }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: mark) else { return false }
        next = iterator.next()
        return true
    }

    mutating func digit() -> Int? {
        guard let byte = next, (48...57).contains(byte) else { return nil }
        next = iterator.next()
        return Int(byte) - 48
    }

    mutating func digits(_ count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// One to nine digits after the point, as milliseconds.
    mutating func fraction() -> Int? {
        var value = 0
        var count = 0
        while count < 9, let digit = digit() {
            if count < 3 { value = value * 10 + digit }
            count += 1
        }
        guard count > 0 else { return nil }
        for _ in count..<max(count, 3) { value *= 10 }
        return value
    }

    /// `Z` or `+08:00`, in milliseconds.
    mutating func offset() -> Int64? {
        if take("Z") || take("z") { return 0 }
        let sign: Int64
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
        guard let hours = digits(2), take(":"), let minutes = digits(2), hours < 24, minutes < 60 else { return nil }
        return sign * Int64((hours * 60 + minutes) * 60_000)
    }
}
