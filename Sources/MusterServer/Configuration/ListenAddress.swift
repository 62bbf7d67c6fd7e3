/// Where the server listens: a host and a port.
package struct ListenAddress: Sendable, Equatable {
    /// A name or an address; an IPv6 address stands here without its brackets.
    package var host: String
    /// 0 takes a free one.
    package var port: Int

    /// Where nothing but the machine itself reaches the server.
    package static let standard = ListenAddress(host: "127.0.0.1", port: 8080)

    /// An address by its parts.
    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// An address as people write it: `127.0.0.1:8080`, `[::1]:8080`, `localhost:0`; nil for anything else.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty, host.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !host.contains("/") else {
            return nil
        }
        self.init(host: String(host), port: Int(port))
    }

    /// Whether only the machine itself can reach it. A name other than `localhost` may lead anywhere.
    package var isLoopback: Bool { host == "localhost" || Self.isLoopback(host) }

    /// Whether an address, as numbers, is one of the machine itself.
    package static func isLoopback(_ address: String) -> Bool {
        if address == "::1" || address.hasPrefix("::ffff:127.") { return true }
        let parts = address.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// The address as it is written in a URL.
    package var authority: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
