/// Why bytes are not in canonical form, and where.
struct CanonicalFault: Error {
    var reason: StaticString
    var offset: Int
}

/// Walks over JSON in the canonical form of RFC 8785, as far as entries have it: objects of strings, integers, booleans
/// and objects. It only says where things stand, so it neither copies nor makes anything.
///
/// It takes nothing that the canonical form would spell otherwise (a space, another order, a needless escape), so what
/// it has passed need not be written again to be compared. Keys are ASCII without escapes, as every key of an entry is.
struct CanonicalCursor {
    /// Where it stands.
    private(set) var index = 0

    private func fault(_ reason: StaticString) -> CanonicalFault { CanonicalFault(reason: reason, offset: index) }

    /// The byte that stands next; 0, which no canonical JSON has, at the end.
    @inline(__always)
    func next(in bytes: Span<UInt8>) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// Passes one character.
    mutating func take(_ byte: Unicode.Scalar, in bytes: Span<UInt8>) throws(CanonicalFault) {
        guard next(in: bytes) == UInt8(ascii: byte) else { throw fault("another character stands where one is due") }
        index += 1
    }

    /// Passes characters that have to be just these.
    mutating func take(_ text: StaticString, in bytes: Span<UInt8>) throws(CanonicalFault) {
        let count = text.utf8CodeUnitCount
        guard bytes.count - index >= count else { throw fault("it is cut") }
        let start = unsafe UnsafeRawPointer(text.utf8Start)
        var offset = 0
        // Eight bytes at a time, as the attributes' names are most of what an entry is.
        while offset + 8 <= count {
            let wanted = unsafe start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let found = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index + offset, as: UInt64.self)
            guard wanted == found else { break }
            offset += 8
        }
        while offset < count {
            guard unsafe bytes[index + offset] == start.load(fromByteOffset: offset, as: UInt8.self) else {
                throw CanonicalFault(reason: "an attribute is missing, unknown or out of order", offset: index + offset)
            }
            offset += 1
        }
        index += count
    }

    /// Passes everything up to a byte, or to the end.
    mutating func skip(to byte: UInt8, in bytes: Span<UInt8>) {
        while index < bytes.count, bytes[index] != byte { index += 1 }
    }

    /// Nothing may follow.
    func end(of bytes: Span<UInt8>) throws(CanonicalFault) {
        if index != bytes.count { throw fault("something follows") }
    }

    // MARK: Objects

    /// Passes what begins an object; whether it has a member.
    mutating func open(in bytes: Span<UInt8>) throws(CanonicalFault) -> Bool {
        try take("{" as Unicode.Scalar, in: bytes)
        guard next(in: bytes) == UInt8(ascii: "}") else { return true }
        index += 1
        return false
    }

    /// Passes a member's key and the colon; where the key stands. Keys stand in the order of their bytes, each once.
    mutating func key(after previous: Range<Int>?, in bytes: Span<UInt8>) throws(CanonicalFault) -> Range<Int> {
        let start = index
        let key = try string(in: bytes)
        for place in key where bytes[place] >= 0x80 || bytes[place] == UInt8(ascii: "\\") {
            throw CanonicalFault(reason: "a key is not plain ASCII", offset: place)
        }
        if let previous, !Self.precedes(previous, key, bytes) {
            throw CanonicalFault(reason: "keys out of order", offset: start)
        }
        try take(":" as Unicode.Scalar, in: bytes)
        return key
    }

    /// Passes what stands behind a member; whether another follows.
    mutating func goesOn(in bytes: Span<UInt8>) throws(CanonicalFault) -> Bool {
        guard next(in: bytes) == UInt8(ascii: ",") else {
            try take("}" as Unicode.Scalar, in: bytes)
            return false
        }
        index += 1
        return true
    }

    private static func precedes(_ left: Range<Int>, _ right: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        for offset in 0..<min(left.count, right.count) {
            let (a, b) = (bytes[left.lowerBound + offset], bytes[right.lowerBound + offset])
            if a != b { return a < b }
        }
        return left.count < right.count
    }

    // MARK: Values

    /// Passes a string, an integer or a boolean.
    mutating func scalar(in bytes: Span<UInt8>) throws(CanonicalFault) {
        switch next(in: bytes) {
        case UInt8(ascii: "\""): _ = try string(in: bytes)
        case UInt8(ascii: "t"): try word("true", in: bytes)
        case UInt8(ascii: "f"): try word("false", in: bytes)
        default: _ = try integer(in: bytes)
        }
    }

    /// Passes `true` or `false`.
    mutating func boolean(in bytes: Span<UInt8>) throws(CanonicalFault) -> Bool {
        let isTrue = next(in: bytes) == UInt8(ascii: "t")
        try word(isTrue ? "true" : "false", in: bytes)
        return isTrue
    }

    private mutating func word(_ word: StaticString, in bytes: Span<UInt8>) throws(CanonicalFault) {
        do { try take(word, in: bytes) } catch { throw fault("no value") }
    }

    /// Passes a whole number within ±2⁵³.
    mutating func integer(in bytes: Span<UInt8>) throws(CanonicalFault) -> Int64 {
        let start = index
        let isNegative = next(in: bytes) == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let first = index
        var magnitude: Int64 = 0
        while index < bytes.count, bytes[index] &- 48 < 10, index - first < 17 {
            magnitude = magnitude * 10 + Int64(bytes[index] - 48)
            index += 1
        }
        let hasLeadingZero = index - first > 1 && bytes[first] == UInt8(ascii: "0")
        guard index > first, !hasLeadingZero, !(isNegative && magnitude == 0), magnitude <= 1 << 53 else {
            throw CanonicalFault(reason: "no safe integer in its shortest form", offset: start)
        }
        return isNegative ? -magnitude : magnitude
    }

    /// Passes a string; where its content stands, as it is spelt.
    mutating func string(in bytes: Span<UInt8>) throws(CanonicalFault) -> Range<Int> {
        try take("\"" as Unicode.Scalar, in: bytes)
        let start = index
        var isASCII = true
        while true {
            skipPlain(in: bytes)
            let byte = next(in: bytes)
            switch byte {
            case UInt8(ascii: "\""):
                if !isASCII { try checkUTF8(start..<index, in: bytes) }
                index += 1
                return start..<index - 1
            case UInt8(ascii: "\\"):
                index += 1
                _ = try escaped(in: bytes)
            case 0x80...:
                isASCII = false
                index += 1
            case 0x20...: index += 1
            default: throw fault("a string does not end")
            }
        }
    }

    /// Passes eight bytes at a time as long as none of them is anything but a plain ASCII character.
    @inline(__always)
    private mutating func skipPlain(in bytes: Span<UInt8>) {
        let (ones, highs) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
        while bytes.count - index >= 8 {
            let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            let quotes = word ^ (ones &* 0x22)
            let slashes = word ^ (ones &* 0x5C)
            // A byte below 0x20 borrows, and so does a zero where a quote or a backslash was; what has its high bit set
            // is not ASCII. That a borrow may reach the byte above is of no harm: then the bytes are looked at one by one.
            let odd = (word &- ones &* 0x20) | (quotes &- ones) | (slashes &- ones) | word
            if odd & highs != 0 { return }
            index += 8
        }
    }

    private func checkUTF8(_ range: Range<Int>, in bytes: Span<UInt8>) throws(CanonicalFault) {
        do { _ = try UTF8Span(validating: bytes.extracting(range)) } catch {
            throw CanonicalFault(reason: "no UTF-8", offset: range.lowerBound)
        }
    }

    /// Passes what stands behind a backslash, spelt as the canonical form spells it; the character that it means.
    mutating func escaped(in bytes: Span<UInt8>) throws(CanonicalFault) -> UInt8 {
        let byte = next(in: bytes)
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"): return try control(in: bytes)
        default: throw fault("an escape that is not needed")
        }
    }

    /// A control character that has no short form: `u001f`.
    private mutating func control(in bytes: Span<UInt8>) throws(CanonicalFault) -> UInt8 {
        guard bytes.count - index >= 4, bytes[index] == UInt8(ascii: "0"), bytes[index + 1] == UInt8(ascii: "0"),
            let high = Self.hex(bytes[index + 2]), let low = Self.hex(bytes[index + 3]), high < 2
        else { throw fault("an escape that is not needed") }
        let byte = high << 4 | low
        switch byte {
        case 0x08, 0x09, 0x0A, 0x0C, 0x0D: throw fault("an escape has a shorter form")
        default: index += 4
        }
        return byte
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
