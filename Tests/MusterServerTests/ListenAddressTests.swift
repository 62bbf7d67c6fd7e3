import Testing

@testable import MusterServer

@Suite struct ListenAddressTests {
    @Test(arguments: [
        ("127.0.0.1:8080", "127.0.0.1", 8080, true), ("[::1]:0", "::1", 0, true),
        ("localhost:65535", "localhost", 65535, true),
        ("0.0.0.0:80", "0.0.0.0", 80, false), ("muster.example:443", "muster.example", 443, false),
        ("[2001:db8::1]:443", "2001:db8::1", 443, false),
        ("127.0.0.1.evil.example:80", "127.0.0.1.evil.example", 80, false),
    ])
    func `An address is a host and a port, and only the machine's own are loopback`(
        text: String, host: String, port: Int, isLoopback: Bool
    ) throws {
        let address = try #require(ListenAddress(text))
        #expect(address == ListenAddress(host: host, port: port))
        #expect(address.isLoopback == isLoopback)
        #expect(address.authority == text)
    }

    @Test(arguments: [
        "", "8080", "127.0.0.1", "127.0.0.1:", ":8080", "::1:8080", "a:65536", "a:-1", "a/b:80", "a b:80",
    ])
    func `Anything else is none`(text: String) {
        #expect(ListenAddress(text) == nil)
    }
}
