/// Why bytes are no JSON that Muster takes.
public struct JSONFault: Error, Equatable, Sendable {
    /// What is wrong.
    public enum Reason: String, Sendable {
        /// Not UTF-8.
        case encoding
        /// Not JSON (RFC 8259).
        case syntax
        /// A name stands twice in one object: readers would not agree which of the two counts.
        case duplicate
        /// Nested deeper than ``JSONReader/maximumDepth``.
        case depth
    }

    /// What is wrong.
    public var reason: Reason
    /// At which byte, from 0.
    public var offset: Int
    /// The name that stands twice.
    public var name: String?
}

/// Reads JSON strictly: UTF-8 only, no name twice, bounded depth, nothing behind the value.
///
/// A library's reader keeps the last of two equal names without a word; here such a body is refused. Cost: O(bytes).
public struct JSONReader {
    /// How deep lists and objects may be nested.
    public static let maximumDepth = 32

    private let bytes: [UInt8]
    private var at = 0

    /// Reads one value.
    public static func value(of bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw JSONFault(reason: .encoding, offset: 0) }
        var reader = JSONReader(bytes: bytes)
        reader.skipSpace()
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.at == bytes.count else { throw reader.fault(.syntax) }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func fault(_ reason: JSONFault.Reason, name: String? = nil) -> JSONFault {
        JSONFault(reason: reason, offset: at, name: name)
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func take(_ byte: UInt8) throws(JSONFault) {
        guard next == byte else { throw fault(.syntax) }
        at += 1
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth < Self.maximumDepth else { throw fault(.depth) }
        switch next {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try array(depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        for byte in "\(text)".utf8 { try take(byte) }
        return value
    }

    private mutating func object(_ depth: Int) throws(JSONFault) -> JSONValue {
        at += 1
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        skipSpace()
        if next == UInt8(ascii: "}") {
            at += 1
            return .object(members)
        }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw fault(.syntax) }
            let name = try string()
            guard names.insert(name).inserted else { throw fault(.duplicate, name: name) }
            skipSpace()
            try take(UInt8(ascii: ":"))
            skipSpace()
            members.append(JSONValue.Member(name, try value(depth: depth + 1)))
            skipSpace()
            guard next == UInt8(ascii: ",") else { break }
            at += 1
        }
        try take(UInt8(ascii: "}"))
        return .object(members)
    }

    private mutating func array(_ depth: Int) throws(JSONFault) -> JSONValue {
        at += 1
        var elements: [JSONValue] = []
        skipSpace()
        if next == UInt8(ascii: "]") {
            at += 1
            return .array(elements)
        }
        while true {
            skipSpace()
            elements.append(try value(depth: depth + 1))
            skipSpace()
            guard next == UInt8(ascii: ",") else { break }
            at += 1
        }
        try take(UInt8(ascii: "]"))
        return .array(elements)
    }
}

// MARK: - Strings and numbers

extension JSONReader {
    private mutating func string() throws(JSONFault) -> String {
        at += 1
        var text: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                at += 1
                try escape(into: &text)
            case 0x00..<0x20: throw fault(.syntax)
            default:
                text.append(byte)
                at += 1
            }
        }
        throw fault(.syntax)
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
        guard let byte = next else { throw fault(.syntax) }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: String(try unicode()).utf8)
        default: throw fault(.syntax)
        }
    }

    /// `\uXXXX`, and the second half where it is one of a pair; half a pair alone is no character.
    private mutating func unicode() throws(JSONFault) -> Character {
        let first = try hex()
        if let scalar = Unicode.Scalar(first) { return Character(scalar) }
        guard (0xD800..<0xDC00).contains(first) else { throw fault(.syntax) }
        try take(UInt8(ascii: "\\"))
        try take(UInt8(ascii: "u"))
        let second = try hex()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw fault(.syntax) }
        return Character(scalar)
    }

    private mutating func hex() throws(JSONFault) -> UInt32 {
        var number: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault(.syntax)
            }
            number = number << 4 | UInt32(digit)
            at += 1
        }
        return number
    }

    private mutating func number() throws(JSONFault) -> JSONValue {
        let start = at
        var isWhole = true
        if next == UInt8(ascii: "-") { at += 1 }
        let first = next
        try digits()
        if first == UInt8(ascii: "0"), at - start > (bytes[start] == UInt8(ascii: "-") ? 2 : 1) { throw fault(.syntax) }
        if next == UInt8(ascii: ".") {
            isWhole = false
            at += 1
            try digits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isWhole = false
            at += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
            try digits()
        }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if isWhole, let number = Int64(text) { return .integer(number) }
        guard let number = Double(text), number.isFinite else { throw fault(.syntax) }
        return .decimal(number)
    }

    private mutating func digits() throws(JSONFault) {
        let start = at
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
        if at == start { throw fault(.syntax) }
    }
}
