/// Reads JSON in the canonical form of RFC 8785, as far as entries have it: objects of strings, integers, booleans and
/// objects.
///
/// It takes nothing that the canonical form would spell otherwise (a space, another order, a needless escape), so what
/// it has read need not be written again to be compared.
struct CanonicalReader {
    private let bytes: [UInt8]
    private var index = 0

    /// Why bytes are not in canonical form, and where.
    struct Fault: Error {
        var reason: String
        var offset: Int
    }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private func fault(_ reason: String) -> Fault { Fault(reason: reason, offset: index) }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func take(_ byte: Unicode.Scalar) throws(Fault) {
        guard next == UInt8(ascii: byte) else { throw fault("\(byte) is missing") }
        index += 1
    }

    /// Nothing may follow.
    func end() throws(Fault) { if index != bytes.count { throw fault("something follows") } }

    /// An object; each member's value is read by the caller. Keys stand in the order of their bytes, each once.
    mutating func object(_ member: (inout CanonicalReader, String) throws(Fault) -> Void) throws(Fault) {
        try take("{")
        guard next != UInt8(ascii: "}") else { return index += 1 }
        var previous: String?
        while true {
            let key = try string()
            if let previous, !previous.utf8.lexicographicallyPrecedes(key.utf8) { throw fault("keys out of order") }
            previous = key
            try take(":")
            try member(&self, key)
            guard next == UInt8(ascii: ",") else { return try take("}") }
            index += 1
        }
    }

    /// What stands next, an object excepted.
    mutating func value() throws(Fault) -> Envelope.Value {
        switch next {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"), UInt8(ascii: "f"):
            let word = next == UInt8(ascii: "t") ? "true" : "false"
            guard bytes[index...].starts(with: word.utf8) else { throw fault("no value") }
            index += word.utf8.count
            return .bool(word == "true")
        default: return .integer(try integer())
        }
    }

    /// A whole number within ±2⁵³.
    mutating func integer() throws(Fault) -> Int64 {
        let start = index
        let isNegative = next == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let first = index
        var magnitude: Int64 = 0
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), index - first < 17 {
            magnitude = magnitude * 10 + Int64(byte - UInt8(ascii: "0"))
            index += 1
        }
        let hasLeadingZero = index - first > 1 && bytes[first] == UInt8(ascii: "0")
        guard index > first, !hasLeadingZero, !(isNegative && magnitude == 0), magnitude <= 1 << 53 else {
            throw Fault(reason: "no safe integer in its shortest form", offset: start)
        }
        return isNegative ? -magnitude : magnitude
    }

    /// A string.
    mutating func string() throws(Fault) -> String {
        try take("\"")
        let start = index
        while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { index += 1 }
        if next == UInt8(ascii: "\"") {
            let text = try text(bytes[start..<index])
            index += 1
            return text
        }
        var unescaped = Array(bytes[start..<index])
        while let byte = next, byte >= 0x20 {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return try text(unescaped[...])
            case UInt8(ascii: "\\"): unescaped.append(try escaped())
            default: unescaped.append(byte)
            }
        }
        throw fault("a string does not end")
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(Fault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fault("no UTF-8") }
        return text
    }

    /// The character behind a backslash, spelt as the canonical form spells it.
    private mutating func escaped() throws(Fault) -> UInt8 {
        guard let byte = next else { throw fault("a string does not end") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"): return try control()
        default: throw fault("an escape that is not needed")
        }
    }

    /// A control character that has no short form: `u001f`.
    private mutating func control() throws(Fault) -> UInt8 {
        let digits = bytes[index...].prefix(4)
        guard digits.count == 4, digits.prefix(2).allSatisfy({ $0 == UInt8(ascii: "0") }),
            let high = Self.hex(digits[index + 2]), let low = Self.hex(digits[index + 3]), high < 2
        else { throw fault("an escape that is not needed") }
        let byte = high << 4 | low
        guard ![0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) else { throw fault("an escape has a shorter form") }
        index += 4
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
