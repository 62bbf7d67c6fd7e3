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
        case .string(let text): CanonicalWriter.append(text, to: &output)
        case .integer(let value): CanonicalWriter.append(value, to: &output)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            var isFirst = true
            for member in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                if !isFirst { output.append(UInt8(ascii: ",")) }
                isFirst = false
                CanonicalWriter.append(member.key, to: &output)
                output.append(UInt8(ascii: ":"))
                member.value.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }
}

private let hexDigits = Array("0123456789abcdef".utf8)

extension Sequence<UInt8> {
    /// Lower-case hex.
    public var hex: String {
        var output: [UInt8] = []
        output.reserveCapacity(2 * underestimatedCount)
        for byte in self {
            output.append(hexDigits[Int(byte >> 4)])
            output.append(hexDigits[Int(byte & 15)])
        }
        return String(decoding: output, as: UTF8.self)
    }
}
