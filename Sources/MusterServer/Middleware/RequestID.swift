import HTTPTypes
import HummingbirdCore
import Synchronization

/// Gives every request an id: the caller's own if it is well formed, else the trace's, else a new one.
struct RequestID: Middleware {
    static let field = requiredField("X-Request-Id")
    static let traceField = requiredField("traceparent")

    func respond(
        to request: Request, _ context: RequestContext, next: Route.Handler
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[Self.field] = context.id
        return response
    }

    /// An id that somebody else made: up to 64 characters that are safe in a header, a log and a URN.
    static func isWellFormed(_ id: String) -> Bool {
        (1...64).contains(id.utf8.count)
            && id.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    /// The trace's id in a `traceparent` of https://www.w3.org/TR/trace-context/; nil if that is malformed.
    static func traceID(in parent: String) -> String? {
        let parts = parent.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0].count == 2, parts[1].count == 32, parts[2].count == 16, parts[3].count == 2,
            parts[0] != "ff", parts.allSatisfy({ $0.utf8.allSatisfy(isLowerHex) }),
            parts[1].contains(where: { $0 != "0" }), parts[2].contains(where: { $0 != "0" })
        else { return nil }
        return String(parts[1])
    }

    private static func isLowerHex(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}

/// Makes ids that no other request of any server has: random for the process, counted within it.
final class RequestIDSource: Sendable {
    private let prefix: String
    private let count: Atomic<UInt64>

    /// A source from 16 random bytes.
    init(_ random: [UInt8]) {
        prefix = random.prefix(8).map { Self.hex(UInt64($0), digits: 2) }.joined()
        count = Atomic(random.dropFirst(8).prefix(4).reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// A new id: 32 hexadecimal digits.
    func next() -> String { prefix + Self.hex(count.wrappingAdd(1, ordering: .relaxed).newValue, digits: 16) }

    private static func hex(_ value: UInt64, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: digits - text.count) + text
    }
}

/// A header field's name that is known to be one.
func requiredField(_ name: String) -> HTTPField.Name {
    guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is no name of a header field") }
    return field
}
