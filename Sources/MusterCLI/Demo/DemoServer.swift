import Logging
import MusterAPI
import MusterEngine
import MusterServer
import MusterService
import MusterText

/// A real server of the demonstration's ledger, in this process and on a free port of this machine.
struct DemoServer {
    let server: DistrictServer
    private let directory: LedgerDirectory
    private let configuration: ServerConfiguration

    /// A server that does not listen yet.
    /// - Parameters:
    ///   - ledger: Where the ledger lies, which nobody else writes to.
    ///   - environment: By whose clock it serves: the story's, or the machine's.
    ///   - language: The language of answers to whoever asks for none.
    init(_ ledger: String, environment: Environment, language: Language) async throws {
        var configuration = ServerConfiguration()
        configuration.ledgers = [ledger]
        configuration.listen = ListenAddress(host: "127.0.0.1", port: 0)
        configuration.language = language
        self.configuration = configuration
        directory = try await LedgerDirectory(
            files: configuration.ledgers, options: LedgerDirectory.Options(environment: environment))
        let routes = DistrictRoutes.all(
            of: directory, environment: environment, fileLimit: configuration.limits.fileBytes)
        server = try DistrictServer(
            configuration: configuration, directory: directory, routes: routes, environment: environment,
            logger: Self.logger)
    }

    /// The one writer of its ledger, beside the server's requests.
    func ledger() async throws(Failure) -> Ledger {
        let code = DemoStory.districtCode
        do { return try await directory.ledger(of: code) } catch {
            guard case .unavailable(_, let error) = error else { throw Failure("unavailable", ["district": code]) }
            throw Failure(error, names: .empty)
        }
    }

    /// Serves until it is stopped; the ledger is closed then.
    func run(onStart: @escaping @Sendable (String) -> Void) async throws(Failure) {
        do { try await server.run { onStart($0) } } catch {
            throw Failure(
                "serveCannotListen", status: .failure,
                ["address": configuration.listen.authority, "detail": "\(error)"])
        }
    }

    /// Serves while something is done at its address, and has closed the ledger when this returns.
    func run<Result>(during work: (_ address: String) async throws -> Result) async throws -> Result {
        let (addresses, start) = AsyncStream.makeStream(of: String.self)
        let running = Task {
            defer { start.finish() }
            try await run { start.yield($0) }
        }
        guard let address = await addresses.first(where: { _ in true }) else {
            try await running.value
            throw Failure("stopping")
        }
        let result: Result
        do { result = try await work(address) } catch {
            await server.stop()
            _ = await running.result
            throw error
        }
        await server.stop()
        try await running.value
        return result
    }

    /// Only what goes wrong: the story is told on stdout.
    private static let logger: Logger = {
        var logger = Logger(label: "muster") { label in
            LineLogHandler(label: label, format: .text, now: Environment.live.now) { line in
                StandardError.write(Array(line.utf8))
            }
        }
        logger.logLevel = .warning
        return logger
    }()
}
