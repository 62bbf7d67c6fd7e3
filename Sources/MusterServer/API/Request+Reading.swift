import HTTPTypes
import HummingbirdCore
import MusterAPI
import MusterEngine
import NIOCore

extension Request {
    /// The token of `Authorization: Bearer`; nil without one.
    var bearer: String? {
        guard let value = headers[.authorization] else { return nil }
        let parts = value.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }

    /// The parameters of the query as they were given.
    var queryItems: [(name: String, value: String)] {
        get throws(Failure) { try QueryString.items(of: uri.query ?? "") }
    }

    /// The query with another cursor, for a link to the next page.
    func query(replacingCursorBy cursor: String) -> String {
        let rest = (uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("cursor=") }
        return (rest + ["cursor=\(cursor)"]).joined(separator: "&")
    }
}

/// The query of an address: `name=value` pairs, percent-encoded (WHATWG URL, application/x-www-form-urlencoded).
enum QueryString {
    static func items(of query: String) throws(Failure) -> [(name: String, value: String)] {
        var items: [(name: String, value: String)] = []
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(parts[0]), let value = decoded(parts.count == 2 ? parts[1] : "") else {
                throw Failure("badQuery", status: .usage, ["text": String(pair)])
            }
            items.append((name, value))
        }
        return items
    }

    /// The text; nil if it is no UTF-8 or wrongly encoded.
    static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.first {
            rest = rest.dropFirst()
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                let digits = rest.prefix(2)
                guard digits.count == 2, let value = UInt8(String(Substring(digits)), radix: 16) else { return nil }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        guard let decoded = String(validating: bytes, as: UTF8.self), !decoded.utf8.contains(0) else { return nil }
        return decoded
    }
}

extension APIRequest {
    /// Reads everything but the body.
    init(
        reading request: Request, _ context: RequestContext, for endpoint: Endpoint, _ environment: Environment
    ) throws(Failure) {
        for name in endpoint.parameters where name != "code" { parameters[name] = context.path(name) }
        query = try Query(try request.queryItems, against: endpoint.query)
        guard case .act = endpoint.body else { return }
        if let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name] {
            commandID = Self.unquoted(key)
        } else {
            commandID = environment.commandID()
        }
        if let text = request.headers[.ifMatch] { expectedRevision = try EntityTag.revision(ifMatch: text) }
    }

    /// A structured field's string, or the text as it stands: both are in use.
    private static func unquoted(_ text: String) -> String {
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
        var result = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                result.append(character)
                isEscaped = false
            }
        }
        return result
    }
}

extension RequestContext {
    /// The whole body's bytes.
    func bytes(of request: Request) async throws -> [UInt8] { Array(try await body(of: request).readableBytesView) }
}

extension Failure {
    /// What is wrong with a body of JSON.
    init(_ fault: JSONFault) {
        switch fault.reason {
        case .encoding, .syntax: self.init("badJSON", status: .usage, ["offset": "\(fault.offset)"])
        case .duplicate: self.init("duplicateMember", status: .usage, ["name": fault.name ?? ""])
        case .depth: self.init("jsonTooDeep", status: .usage, ["depth": "\(JSONReader.maximumDepth)"])
        }
    }
}
