import Foundation
import Testing

@testable import MusterServer

/// Each limit on a request, tried over a bare socket.
@Suite struct RequestLimitTests {
    private static let head = "GET /greeting HTTP/1.1\r\nHost: a\r\n"

    private static let refused: [(name: String, request: String, status: Int, code: String)] = [
        (
            "a long target", "GET /greeting?\(String(repeating: "a", count: 9_000)) HTTP/1.1\r\nHost: a\r\n\r\n", 414,
            "targetTooLong"
        ),
        ("a long field", head + "X-A: \(String(repeating: "a", count: 17_000))\r\n\r\n", 431, "headerTooLarge"),
        (
            "many fields", head + (0..<100).map { "X-\($0): a\r\n" }.joined() + "\r\n", 431, "headerTooLarge"
        ),
        (
            "fields that are long together",
            head + (0..<20).map { "X-\($0): \(String(repeating: "a", count: 1_000))\r\n" }.joined() + "\r\n", 431,
            "headerTooLarge"
        ),
        ("a header without an end", head + "X-A: " + String(repeating: "a", count: 90_000), 431, "headerTooLarge"),
        ("a first line without an end", "GET /" + String(repeating: "a", count: 90_000), 431, "headerTooLarge"),
        (
            "two framings", "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
            400, "badRequest"
        ),
        (
            "two lengths", "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n", 400,
            "badRequest"
        ),
        ("no host", "GET /greeting HTTP/1.1\r\n\r\n", 400, "badRequest"),
        ("two hosts", head + "Host: b\r\n\r\n", 400, "badRequest"),
        ("another expectation", head + "Expect: a miracle\r\n\r\n", 417, "expectationFailed"),
        ("no HTTP", "\u{16}\u{03}\u{01}hello\r\n\r\n", 400, "badRequest"),
        ("a version of the future", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400, "badRequest"),
    ]

    @Test(arguments: refused)
    func `A request beyond a limit is refused with its problem, and the connection ends`(
        name: String, request: String, status: Int, code: String
    ) async throws {
        try await TestServer.run(routes: [SampleRoutes.greeting, SampleRoutes.echo()]) { server in
            let client = try RawClient(port: server.port)
            await client.send(request)
            let (text, isClosed) = await client.read(seconds: 5)
            let answer = try #require(Answer(text), "\(name): \(text)")
            #expect(answer.status == status && answer.code == code, "\(name)")
            #expect(answer["Connection"] == "close" && answer["Content-Type"] == "application/problem+json")
            #expect(answer["X-Request-Id"].map { "urn:muster:request:\($0)" } == answer.json["instance"] as? String)
            #expect(answer["Content-Security-Policy"]?.contains("default-src 'none'") == true)
            #expect(isClosed, "\(name)")
            #expect(try await server.get("/metrics").body.contains(#"requests_refused_total{code="\#(code)"} 1"#))
        }
    }

    @Test func `What is exactly within the limits is answered`() async throws {
        try await TestServer.run(routes: [SampleRoutes.greeting]) { server in
            let query = String(repeating: "a", count: 8 * 1_024 - 12 - "GET/greeting?".count)
            let long = try await server.get("/greeting?" + query)
            let fields = Dictionary(uniqueKeysWithValues: (0..<98).map { ("X-\($0)", "a") })
            let many = try await server.get("/greeting", fields)
            #expect(long.status == 200 && many.status == 200)
        }
    }

    @Test func `A body that is too long is refused before it is read`() async throws {
        try await TestServer.run(routes: [SampleRoutes.echo()]) { server in
            let client = try RawClient(port: server.port)
            await client.send(
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 1048577\r\n\r\n")
            let (text, isClosed) = await client.read(seconds: 5)
            let answer = try #require(Answer(text))
            #expect(answer.status == 413 && answer.code == "contentTooLarge" && isClosed)
        }
    }

    @Test func `A body without a length is read up to the limit and no further`() async throws {
        try await TestServer.run(routes: [SampleRoutes.echo(limit: 10_000)]) { server in
            let client = try RawClient(port: server.port)
            await client.send(
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = "1000\r\n" + String(repeating: "a", count: 4_096) + "\r\n"
            for _ in 0..<4 { await client.send(chunk) }
            let (text, isClosed) = await client.read(seconds: 5)
            #expect(Answer(text)?.status == 413 && isClosed)
        }
    }

    @Test func `A route may take a longer body than others`() async throws {
        try await TestServer.run(routes: [SampleRoutes.echo(limit: 2_000_000)]) { server in
            let body = String(repeating: "a", count: 1_500_000)
            let answer = try await server.ask(
                "POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: text/plain\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
            #expect(answer.status == 200 && answer.body == "1500000 bytes")
        }
    }

    @Test func `Who asks first whether to send the body is told so`() async throws {
        try await TestServer.run(routes: [SampleRoutes.echo()]) { server in
            let client = try RawClient(port: server.port)
            await client.send(
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nExpect: 100-continue\r\n"
                    + "Content-Length: 5\r\n\r\n")
            #expect(await client.read(until: "\r\n\r\n").text.hasPrefix("HTTP/1.1 100 Continue"))
            await client.send("hello")
            #expect(await client.read(until: "5 bytes").text.contains("HTTP/1.1 200 OK"))
        }
    }

    @Test func `A body that is cut short never reaches its route`() async throws {
        try await TestServer.run(routes: [SampleRoutes.echo()]) { server in
            for framing in ["Content-Length: 100\r\n\r\n12345", "Transfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n"] {
                let client = try RawClient(port: server.port)
                await client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n" + framing)
                client.endSending()
                let (text, isClosed) = await client.read(seconds: 5)
                #expect(!text.contains("200 OK") && isClosed, "\(framing): \(text)")
            }
        }
    }

    @Test func `Requests that come in one packet are answered in their order`() async throws {
        try await TestServer.run(routes: [SampleRoutes.item]) { server in
            let client = try RawClient(port: server.port)
            let numbers = 1...20
            await client.send(
                numbers.map { "GET /v1/districts/610113/items/\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
            let text = await client.read(until: "610113 20").text
            let places = numbers.compactMap { text.range(of: "610113 \($0)\($0 == 20 ? "" : "H")")?.lowerBound }
            #expect(places.count == numbers.count && places == places.sorted())
        }
    }
}
