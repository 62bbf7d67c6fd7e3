import ArgumentParser
import Foundation
import Logging
import MusterAPI
import MusterEngine
import MusterServer
import MusterText

/// `muster serve`: ledgers over HTTP, until a signal ends it.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: about("serve"),
        discussion: examples("serve"),
        aliases: ["服务"]
    )

    @OptionGroup var options: ServeOptions

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let wish = options.lang.flatMap { Language(named: $0) }?.rawValue
        let language = Language.chosen(flag: wish, environment: environment) ?? .zh
        let console = Console(language: language, isJSON: options.json, noColor: options.noColor)
        do { try await serve(console, environment) } catch let failure as Failure {
            console.report(failure)
            throw ExitCode(failure.status.rawValue)
        } catch let fault as ConfigurationFault {
            let failure = Failure(fault.code, status: .usage, fault.values)
            console.report(failure)
            throw ExitCode(failure.status.rawValue)
        }
    }

    private func serve(_ console: Console, _ environment: [String: String]) async throws {
        if let lang = options.lang, Language(named: lang) == nil {
            throw Failure("badValue", status: .usage, ["text": lang, "option": "--lang", "allowed": "zh, en"])
        }
        let configuration = try options.configuration(
            environment: environment, orLedger: try Settings(environment: environment)[.ledger]?.text)
        let lines = LineBuffer(write: StandardError.write)
        // The last line is that of the last request that a stopping server answers, or that a ledger is closed.
        defer { lines.flush() }
        let logger = Self.logger(configuration, lines)
        let metrics = LedgerMetrics()
        let directory = try await Self.directory(configuration, metrics, logger)
        let routes = DistrictRoutes.all(
            of: directory, environment: .live, fileLimit: configuration.limits.fileBytes,
            log: LogAccess(areEntriesPublic: configuration.areEntriesPublic, beside: directory))
        let server = try DistrictServer(
            configuration: configuration, directory: directory, routes: routes, environment: .live,
            ledgerMetrics: metrics, logger: logger)
        let signals = Signals(server)
        defer { signals.end() }
        do {
            try await server.run { address in
                console.isJSON ? console.out(json: ["address": address]) : console.out(address)
            }
        } catch {
            throw Failure(
                "serveCannotListen", status: .failure,
                ["address": configuration.listen.authority, "detail": "\(error)"])
        }
    }

    private static func directory(
        _ configuration: ServerConfiguration, _ metrics: LedgerMetrics, _ logger: Logger
    ) async throws -> LedgerDirectory {
        let options = LedgerDirectory.Options(
            environment: .live, observer: { metrics.observer(of: $0) }, report: { report($0, logger) })
        do {
            return try await LedgerDirectory(files: configuration.ledgers, options: options)
        } catch {
            guard case .repeated(let code, let paths) = error else { throw error }
            throw Failure(
                "serveRepeatedDistrict", status: .usage, ["code": code, "paths": paths.joined(separator: ", ")])
        }
    }

    private static func logger(_ configuration: ServerConfiguration, _ lines: LineBuffer) -> Logger {
        var logger = Logger(label: "muster") { label in
            LineLogHandler(label: label, format: configuration.logFormat, now: Environment.live.now, to: lines)
        }
        logger.logLevel = Logger.Level(rawValue: configuration.logLevel) ?? .info
        return logger
    }

    private static func report(_ event: LedgerDirectoryEvent, _ logger: Logger) {
        switch event {
        case .opened(let code, let path, let entries):
            logger.notice(
                "ledger.opened",
                metadata: ["district": "\(code)", "ledger": "\(path)", "entries": .stringConvertible(entries)])
        case .failed(let code, let path, let error):
            logger.error(
                "ledger.failed",
                metadata: [
                    "district": "\(code ?? "")", "ledger": "\(path)", "code": "\(error.code)", "detail": "\(error)",
                ])
        case .tickFailed(let code, let error):
            logger.error("ledger.tickFailed", metadata: ["district": "\(code)", "code": "\(error.code)"])
        case .closed(let code, let path):
            logger.notice("ledger.closed", metadata: ["district": "\(code)", "ledger": "\(path)"])
        }
    }
}
