/// An act that somebody asks for, in the API's words: nothing is looked up yet.
public struct ActRequest: Sendable, Equatable {
    /// What is asked.
    public var act: ActName
    /// The members by name: those of the path, of the body, and the common ones. An absent one is not there.
    public var values: [String: JSONValue]

    /// A request; members that are nil are left out.
    public init(_ act: ActName, _ values: [String: JSONValue?] = [:]) {
        self.act = act
        self.values = values.compactMapValues { $0 }
    }

    /// `/whistles/W2026-000042/withdrawal`, each member percent-encoded.
    public var path: String {
        act.schema.path.split(separator: "/").map { part in
            guard part.hasPrefix("{") else { return "/" + part }
            let value = values[String(part.dropFirst().dropLast())]
            return "/" + Self.segment(Self.plain(value))
        }.joined()
    }

    /// The members that do not stand in the path, in the order of the schema.
    public var body: JSONValue {
        let schema = act.schema
        return .object(
            (schema.members + ActSchema.common).compactMap { member in
                values[member.name].map { JSONValue.Member(member.name, $0) }
            })
    }

    private static func plain(_ value: JSONValue?) -> String {
        switch value {
        case .string(let text)?: text
        case .integer(let number)?: String(number)
        default: ""
        }
    }

    /// Percent-encoded as one segment of a path (RFC 3986). A name that is empty becomes a space, which names nothing
    /// either: without a segment it would be another path.
    package static func segment(_ text: String) -> String { text.isEmpty ? "%20" : encoded(text) }

    /// Percent-encoded for a path or a query (RFC 3986).
    static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: ".") where text != "." && text != "..":
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return encoded
    }
}

/// What stands around an act, in headers and query rather than in its body.
public struct ActOptions: Sendable, Equatable {
    /// The command id (`Idempotency-Key`): kept over retries, unique in the district for ever.
    public var commandID: String
    /// Whether to say only what would be recorded.
    public var isDryRun: Bool
    /// The whistle's revision that the caller looked at (`If-Match`); nil if it does not care.
    public var expectedRevision: Int?

    /// Options of an act.
    public init(commandID: String, isDryRun: Bool = false, expectedRevision: Int? = nil) {
        self.commandID = commandID
        self.isDryRun = isDryRun
        self.expectedRevision = expectedRevision
    }
}
