import Foundation

/// Where a server is: `https://muster.example.gov.cn`, with a path in front of `/v1` where a proxy puts one.
public struct ServerAddress: Sendable, Equatable, CustomStringConvertible {
    /// Without a slash at its end.
    public let description: String

    /// An address as it was typed.
    /// - Throws: `badServer` for what is no `http` or `https` address, or has a query, a fragment or a user in it.
    public init(_ text: String) throws(Failure) {
        var text = text
        while text.hasSuffix("/") { text.removeLast() }
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), parts.host?.isEmpty == false, parts.query == nil,
            parts.fragment == nil, parts.user == nil
        else { throw Failure("badServer", status: .usage, ["text": text]) }
        description = text
    }
}
