import Testing

@testable import MusterServer

/// How long the server waits for a client that does not go on.
@Suite struct PatienceTests {
    /// Whether the server has ended the connection, and what it said before. Time counts from a moment before the
    /// first byte was sent, since on a busy machine much may pass between sending and looking.
    private func ending(
        of client: RawClient, since start: ContinuousClock.Instant, after seconds: ClosedRange<Double>
    ) async -> (text: String, isInTime: Bool) {
        let clock = ContinuousClock()
        let (text, isClosed) = await client.read(seconds: seconds.upperBound)
        let passed = Double((clock.now - start) / .milliseconds(1)) / 1_000
        return (text, isClosed && seconds.contains(passed))
    }

    @Test func `A header that trickles is cut off with 408`() async throws {
        try await TestServer.run(routes: [SampleRoutes.greeting]) {
            $0.limits.headerSeconds = 1
        } _: { server in
            let client = try RawClient(port: server.port)
            let trickle = Task {
                await client.send("GET /greeting HTTP/1.1\r\nHost: a\r\n")
                for number in 0..<300 {
                    try await Task.sleep(for: .milliseconds(100))
                    guard await client.send("X-\(number): a\r\n") else { return }
                }
            }
            let start = ContinuousClock.now
            let other = try RawClient(port: server.port)
            await other.send("GET /greet")
            let (text, isInTime) = await ending(of: other, since: start, after: 0.5...30)
            #expect(Answer(text)?.status == 408 && isInTime)
            try await trickle.value
            // Who goes on sending after the end may lose the answer to the reset that this earns (RFC 9112 §9.6).
            let last = await client.read(seconds: 2)
            #expect(last.isClosed && (last.text.isEmpty || Answer(last.text)?.code == "requestTimeout"))
        }
    }

    @Test func `Who connects and says nothing is let go without a word`() async throws {
        try await TestServer.run {
            $0.limits.headerSeconds = 1
        } _: { server in
            let start = ContinuousClock.now
            let client = try RawClient(port: server.port)
            let (text, isInTime) = await ending(of: client, since: start, after: 0.5...30)
            #expect(text.isEmpty && isInTime)
        }
    }

    @Test func `A body that trickles is cut off with 408 and its route gets none of it`() async throws {
        try await TestServer.run(routes: [SampleRoutes.echo()]) {
            $0.limits.bodySeconds = 1
        } _: { server in
            let start = ContinuousClock.now
            let client = try RawClient(port: server.port)
            await client.send(
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\n12345")
            let (text, isInTime) = await ending(of: client, since: start, after: 0.5...30)
            #expect(Answer(text)?.status == 408 && !text.contains("200 OK") && isInTime)
        }
    }

    @Test func `A connection that nobody uses ends, one in use lives on`() async throws {
        try await TestServer.run(routes: [SampleRoutes.greeting]) {
            $0.limits.idleSeconds = 4
        } _: { server in
            let start = ContinuousClock.now
            let client = try RawClient(port: server.port)
            // Longer in all than an idle connection may last, and never idle for half of it.
            for _ in 0..<5 {
                await client.send("GET /greeting HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(await client.read(until: "}").text.contains("200 OK"))
                try await Task.sleep(for: .seconds(1))
            }
            let (text, isInTime) = await ending(of: client, since: start, after: 5...60)
            #expect(text.isEmpty && isInTime)
        }
    }

    @Test func `The second request of a connection has as much time for its header as the first`() async throws {
        try await TestServer.run(routes: [SampleRoutes.greeting]) {
            $0.limits.headerSeconds = 1
        } _: { server in
            let client = try RawClient(port: server.port)
            await client.send("GET /greeting HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await client.read(until: "}").text.contains("200 OK"))
            // Idle for longer than a header may take, and then a header that never ends.
            try await Task.sleep(for: .milliseconds(1_500))
            let start = ContinuousClock.now
            await client.send("GET /greeting HTTP/1.1\r\n")
            let (text, isInTime) = await ending(of: client, since: start, after: 0.5...30)
            #expect(Answer(text)?.status == 408 && isInTime)
        }
    }

    @Test func `Who does not read his answer is cut off`() async throws {
        try await TestServer.run(routes: [SampleRoutes.large(64 * 1_048_576)]) {
            $0.limits.writeSeconds = 1
        } _: { server in
            let client = try RawClient(port: server.port)
            await client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
            var refusals = ""
            for _ in 0..<300 where !refusals.contains("slowReader") {
                try await Task.sleep(for: .milliseconds(100))
                refusals = server.server.metrics.text
            }
            #expect(refusals.contains(#"muster_http_requests_refused_total{code="slowReader"} 1"#))
            #expect(try await becomesTrue { server.server.metrics.text.contains("muster_http_connections 0") })
            // What was under way when the connection ended can still be read, but it is not all.
            #expect(await client.read(seconds: 5).text.utf8.count < 64 * 1_048_576)
        }
    }

    @Test func `Connections beyond the limit are closed, and there is room again when others end`() async throws {
        try await TestServer.run(routes: [SampleRoutes.greeting]) {
            $0.limits.connections = 3
        } _: { server in
            var clients: [RawClient] = []
            for _ in 0..<3 {
                let client = try RawClient(port: server.port)
                await client.send("GET /greeting HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(await client.read(until: "}").text.contains("200 OK"))
                clients.append(client)
            }
            let fourth = try RawClient(port: server.port)
            let (text, isClosed) = await fourth.read(seconds: 5)
            #expect(text.isEmpty && isClosed)
            clients.removeLast()
            #expect(try await becomesTrue { server.server.metrics.text.contains("muster_http_connections 2") })
            #expect(try await server.get("/greeting").status == 200)
        }
    }
}
