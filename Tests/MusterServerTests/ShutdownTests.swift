import Foundation
import Logging
import MusterDomain
import MusterEngine
import Testing

@testable import MusterServer

@Suite struct ShutdownTests {
    @Test func `What was accepted is answered, long polls end, and nothing new is taken`() async throws {
        let room = WaitingRoom()
        try await TestServer.run(routes: [room.stubborn, room.poll]) { server in
            let stubborn = try RawClient(port: server.port)
            await stubborn.send("GET /stubborn HTTP/1.1\r\nHost: a\r\n\r\n")
            let poll = try RawClient(port: server.port)
            await poll.send("GET /poll HTTP/1.1\r\nHost: a\r\n\r\n")
            let idle = try RawClient(port: server.port)
            #expect(try await becomesTrue { room.present == 2 })
            let stop = Task { try await server.stop() }
            let (text, isClosed) = await poll.read(seconds: 5)
            #expect(Answer(text)?.body == "nothing new" && isClosed)
            #expect(await idle.read(seconds: 5).isClosed)
            #expect(try await becomesTrue { (try? RawClient(port: server.port)) == nil })
            room.open()
            let (last, isEnded) = await stubborn.read(seconds: 5)
            #expect(Answer(last)?.body == "done" && isEnded)
            try await stop.value
        }
    }

    @Test func `Whoever does not come to an end is given up after the time for it`() async throws {
        let room = WaitingRoom()
        let clock = ContinuousClock()
        try await TestServer.run(routes: [SampleRoutes.large(1 << 30), room.poll]) {
            $0.shutdownSeconds = 1
        } _: { server in
            // An answer that nobody reads.
            let client = try RawClient(port: server.port)
            await client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
            try await Task.sleep(for: .milliseconds(300))
            let start = clock.now
            try await server.stop()
            // Before the usual ten seconds, also where a sanitizer makes everything slow.
            #expect(clock.now - start < .seconds(10))
        }
    }

    @Test func `The ledgers are closed when the server has ended`() async throws {
        let directory = try await TestServer.run { server in
            _ = try await server.directory.ledger(of: "610113")
            let open = server.directory.statuses.map(\.isOpen)
            #expect(open == [true])
            return server.directory
        }
        let ledger = try #require(directory.openLedger(of: "610113"))
        await #expect(throws: (any Error).self) { _ = try await ledger.view.districtHistory() }
        let other = try? await directory.ledger(of: "610114")
        #expect(other == nil)
    }

    @Test func `Clients that connect, wait and go leave nothing behind`() async throws {
        let room = WaitingRoom()
        try await TestServer.run(routes: [room.poll]) { server in
            let cycles = 1_000
            for round in 0..<(cycles / 20) {
                var clients: [RawClient] = []
                for _ in 0..<20 {
                    let client = try RawClient(port: server.port)
                    await client.send("GET /poll HTTP/1.1\r\nHost: a\r\n\r\n")
                    clients.append(client)
                }
                #expect(try await becomesTrue { room.present == 20 }, "round \(round)")
                clients = []
                #expect(try await becomesTrue { room.present == 0 }, "round \(round)")
            }
            #expect(room.cancelled == cycles)
            #expect(try await becomesTrue { server.server.metrics.text.contains("muster_http_connections 0") })
            #expect(server.server.metrics.text.contains("muster_long_polls 0"))
        }
    }

    @Test func `A server that is told to end before it begins does not begin`() async throws {
        let directory = try await Ledgers.directory(of: ["610113"], LedgerMetrics())
        var configuration = ServerConfiguration()
        configuration.ledgers = ["610113"]
        configuration.listen.port = 0
        let server = try DistrictServer(
            configuration: configuration, directory: directory, routes: [], environment: .live, logger: .init(label: "")
        )
        await server.stop()
        try await server.run { _ in Issue.record("it listens") }
    }
}
