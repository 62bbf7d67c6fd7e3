import CivilTime

/// Writes canonical JSON (RFC 8785) from front to back: whoever uses it names the members of an object in the order of
/// their keys and once each. ``CanonicalJSON`` sorts for those who can't.
public struct CanonicalWriter {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []
    /// Whether a comma has to come before the next member.
    private var follows = false

    /// Nothing yet.
    public init(capacity: Int = 768) { bytes.reserveCapacity(capacity) }

    // MARK: Structure

    /// Begins an object.
    public mutating func open() {
        bytes.append(UInt8(ascii: "{"))
        follows = false
    }

    /// Ends an object.
    public mutating func close() {
        bytes.append(UInt8(ascii: "}"))
        follows = true
    }

    /// A key, for which the next call writes the value.
    public mutating func key(_ name: String) {
        comma()
        Self.append(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func comma() {
        if follows { bytes.append(UInt8(ascii: ",")) }
        follows = true
    }

    // MARK: Values

    /// A string.
    public mutating func string(_ text: String) { Self.append(text, to: &bytes) }

    /// A string of characters that need no escape.
    public mutating func plain(_ text: some Sequence<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: text)
        bytes.append(UInt8(ascii: "\""))
    }

    /// An integer within ±2⁵³.
    public mutating func integer(_ value: Int64) { Self.append(value, to: &bytes) }

    /// True or false.
    public mutating func bool(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

    /// A moment in the one form that entries use.
    public mutating func moment(_ milliseconds: Int64) {
        bytes.append(UInt8(ascii: "\""))
        Timestamp.append(milliseconds: milliseconds, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A number of at least so many digits, as a string.
    mutating func digits(_ value: UInt64, atLeast width: Int) {
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        var rest = value
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        while bytes.count - start < width { bytes.append(UInt8(ascii: "0")) }
        bytes[start...].reverse()
        bytes.append(UInt8(ascii: "\""))
    }

    // MARK: Spelling

    static func append(_ value: Int64, to output: inout [UInt8]) {
        precondition(value.magnitude <= 1 << 53, "an integer beyond 2^53 has no safe canonical form")
        if value < 0 { output.append(UInt8(ascii: "-")) }
        let start = output.count
        var rest = value.magnitude
        repeat {
            output.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        output[start...].reverse()
    }

    static func append(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        if isPlain(text) {
            output.append(contentsOf: text.utf8)
        } else {
            for byte in text.utf8 { appendEscaped(byte, to: &output) }
        }
        output.append(UInt8(ascii: "\""))
    }

    /// Whether nothing in it has to be escaped.
    private static func isPlain(_ text: String) -> Bool {
        let answer = unsafe text.utf8.withContiguousStorageIfAvailable { buffer in
            unsafe buffer.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        }
        return answer ?? false
    }

    private static func appendEscaped(_ byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            output.append(UInt8(ascii: "\\"))
            output.append(byte)
        case 0x08: output.append(contentsOf: "\\b".utf8)
        case 0x09: output.append(contentsOf: "\\t".utf8)
        case 0x0A: output.append(contentsOf: "\\n".utf8)
        case 0x0C: output.append(contentsOf: "\\f".utf8)
        case 0x0D: output.append(contentsOf: "\\r".utf8)
        case 0x00..<0x20:
            output.append(contentsOf: "\\u00".utf8)
            output.append(hexDigits[Int(byte >> 4)])
            output.append(hexDigits[Int(byte & 15)])
        default: output.append(byte)
        }
    }
}

private let hexDigits = Array("0123456789abcdef".utf8)
