import EventLog
import EventStoreTesting
import Foundation
import Logging
import MusterDomain
import MusterEngine
import Synchronization
import Testing

@testable import MusterServer

/// A server in this process, on a free port, with ledgers in memory.
final class TestServer: Sendable {
    let server: DistrictServer
    let port: Int
    let directory: LedgerDirectory
    private let lines: LogLines
    private let running: Task<Void, any Error>

    /// Starts a server and runs something against it; it has ended when this returns.
    static func run<Result: Sendable>(
        routes: [Route] = [], districts: [String] = ["610113"],
        clock: ServerClock = .live, _ configure: (inout ServerConfiguration) -> Void = { _ in },
        _ body: (TestServer) async throws -> Result
    ) async throws -> Result {
        let test = try await TestServer(routes, districts, clock, configure)
        do {
            let result = try await body(test)
            try await test.stop()
            return result
        } catch {
            try await test.stop()
            throw error
        }
    }

    private init(
        _ routes: [Route], _ districts: [String], _ clock: ServerClock,
        _ configure: (inout ServerConfiguration) -> Void
    ) async throws {
        var configuration = ServerConfiguration()
        configuration.listen = ListenAddress(host: "127.0.0.1", port: 0)
        configuration.ledgers = districts
        configuration.shutdownSeconds = 5
        configure(&configuration)
        let lines = LogLines()
        var logger = Logger(label: "test") { label in
            LineLogHandler(label: label, format: .json, now: Environment.live.now) { lines.add($0) }
        }
        logger.logLevel = .info
        let metrics = LedgerMetrics(clock: clock)
        directory = try await Ledgers.directory(of: districts, metrics)
        server = try DistrictServer(
            configuration: configuration, directory: directory, routes: routes, environment: .live,
            ledgerMetrics: metrics, clock: clock, logger: logger)
        self.lines = lines
        let (addresses, found) = AsyncStream<String>.makeStream()
        running = Task { [server] in
            defer { found.finish() }
            try await server.run { found.yield($0) }
        }
        var iterator = addresses.makeAsyncIterator()
        let address = try #require(await iterator.next(), "the server did not start")
        port = try #require(address.split(separator: ":").last.flatMap { Int($0) })
    }

    func stop() async throws {
        await server.stop()
        try await running.value
    }

    /// What has been logged.
    var log: [String] { lines.all }

    /// Sends a text over a connection of its own and reads the answer until the server closes or falls silent.
    func ask(_ text: String, seconds: Double = 5) async throws -> Answer {
        let client = try RawClient(port: port)
        await client.send(text)
        return try #require(Answer(await client.read(seconds: seconds).text))
    }

    /// A request without a body, after which the connection closes.
    func get(_ target: String, _ headers: [String: String] = [:], method: String = "GET") async throws -> Answer {
        let fields = headers.map { "\($0.key): \($0.value)\r\n" }.joined()
        return try await ask(
            "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(fields)\r\n")
    }
}

/// Lines that were logged.
private final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
}

/// Ledgers in memory, whose paths are the codes of their districts.
enum Ledgers {
    static let founding = Founding(
        name: "雁塔区", keyID: "34750f98", language: "zh", centreFullName: "西安市雁塔区社会治理指挥中心",
        centreShortName: "区指挥中心", postTitle: "值班员", person: "c001")

    static func directory(of codes: [String], _ metrics: LedgerMetrics) async throws -> LedgerDirectory {
        let stores = Mutex<[String: InMemoryEventStore]>([:])
        for code in codes {
            let store = InMemoryEventStore()
            _ = try await Ledger.establish(in: store, districtCode: code, founding: founding, environment: .live)
            stores.withLock { $0[code] = store }
        }
        let kept = stores.withLock { $0 }
        let open: LedgerDirectory.Opener = { path throws(EventStoreError) in
            guard let store = kept[path] else { throw .missing(path: path) }
            return await InMemoryEventStore(reopening: store)
        }
        return try await LedgerDirectory(
            paths: codes, options: .init(environment: .live, observer: { metrics.observer(of: $0) }),
            openForWriting: open, openForReading: open)
    }
}
