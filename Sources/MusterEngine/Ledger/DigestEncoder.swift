/// Writes a value as JSON with sorted keys: the bytes of Foundation's `JSONEncoder` with `.sortedKeys` and
/// `.withoutEscapingSlashes`, for values without floats, dates and data.
///
/// A command is encoded for its digest whenever one is given, and there the general encoder took most of the time.
struct DigestEncoder: Encoder {
    let sink: DigestSink

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// The bytes of a value.
    static func bytes(of value: some Encodable) -> [UInt8] {
        let sink = DigestSink()
        do { try value.encode(to: DigestEncoder(sink: sink)) } catch {
            preconditionFailure("a command holds nothing that JSON can't: \(error)")
        }
        return sink.finished()
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        sink.begin(.object)
        return KeyedEncodingContainer(DigestObject<Key>(sink: sink))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        sink.begin(.array)
        return DigestArray(sink: sink)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { DigestScalar(sink: sink) }
}

/// What one value has come to: a scalar as it is written, or the members of an object or an array.
final class DigestSink {
    enum Shape { case scalar, object, array }

    private var shape = Shape.scalar
    private var bytes: [UInt8] = []
    private var members: [(key: String, value: Member)] = []

    private enum Member {
        case written([UInt8])
        case nested(DigestSink)
    }

    func begin(_ shape: Shape) { self.shape = shape }

    func write(_ scalar: [UInt8]) { bytes = scalar }

    func add(_ scalar: [UInt8], _ key: String = "") { members.append((key, .written(scalar))) }

    /// A member that is still to be written.
    func nest(_ key: String = "") -> DigestSink {
        let sink = DigestSink()
        members.append((key, .nested(sink)))
        return sink
    }

    var count: Int { members.count }

    func finished() -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(512)
        write(to: &output)
        return output
    }

    private func write(to output: inout [UInt8]) {
        switch shape {
        case .scalar: output.append(contentsOf: bytes)
        case .array:
            output.append(UInt8(ascii: "["))
            for index in members.indices {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                write(members[index].value, to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object:
            output.append(UInt8(ascii: "{"))
            members.sort { $0.key < $1.key }
            for index in members.indices {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                DigestText.write(members[index].key, to: &output)
                output.append(UInt8(ascii: ":"))
                write(members[index].value, to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private func write(_ member: Member, to output: inout [UInt8]) {
        switch member {
        case .written(let bytes): output.append(contentsOf: bytes)
        case .nested(let sink): sink.write(to: &output)
        }
    }
}

/// Scalars as `JSONEncoder` spells them.
enum DigestText {
    static let null = Array("null".utf8)

    static func of(_ value: Bool) -> [UInt8] { Array((value ? "true" : "false").utf8) }

    static func of(_ value: some BinaryInteger) -> [UInt8] { Array(String(value).utf8) }

    static func of(_ value: String) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(value.utf8.count + 2)
        write(value, to: &output)
        return output
    }

    static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                output.append(UInt8(ascii: "\\"))
                output.append(byte)
            case 0x08: output.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "b")])
            case 0x09: output.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
            case 0x0A: output.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
            case 0x0C: output.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "f")])
            case 0x0D: output.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
            case 0x00..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                output.append(contentsOf: "\\u00".utf8)
                output.append(digits[Int(byte >> 4)])
                output.append(digits[Int(byte & 15)])
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
