/// JSON values in the canonical form of RFC 8785 (https://www.rfc-editor.org/rfc/rfc8785), without floats.
///
/// Integers have to lie within ±2⁵³, where every reader agrees on them; larger ones are written as strings. Keys
/// are ASCII here, so their UTF-16 order is their byte order.
public indirect enum CanonicalJSON: Sendable, Equatable {
    /// A string.
    case string(String)
    /// An integer within ±2⁵³.
    case integer(Int64)
    /// True or false.
    case bool(Bool)
    /// An object; keys may come in any order and have to be distinct.
    case object([(key: String, value: CanonicalJSON)])

    /// Equal when the canonical bytes are.
    public static func == (left: CanonicalJSON, right: CanonicalJSON) -> Bool { left.bytes == right.bytes }

    /// The canonical bytes. Cost: O(length), keys sorted once.
    public var bytes: [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(640)
        write(to: &output)
        return output
    }

    private func write(to output: inout [UInt8]) {
        switch self {
        case .string(let text): Self.write(text, to: &output)
        case .integer(let value):
            precondition(value.magnitude <= 1 << 53, "an integer beyond 2^53 has no safe canonical form")
            output.append(contentsOf: String(value).utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            var isFirst = true
            for member in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                if !isFirst { output.append(UInt8(ascii: ",")) }
                isFirst = false
                Self.write(member.key, to: &output)
                output.append(UInt8(ascii: ":"))
                member.value.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
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
        output.append(UInt8(ascii: "\""))
    }
}

private let hexDigits = Array("0123456789abcdef".utf8)

extension Sequence<UInt8> {
    /// Lower-case hex.
    public var hex: String {
        var output: [UInt8] = []
        for byte in self {
            output.append(hexDigits[Int(byte >> 4)])
            output.append(hexDigits[Int(byte & 15)])
        }
        return String(decoding: output, as: UTF8.self)
    }
}
