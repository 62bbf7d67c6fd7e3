import HummingbirdCore
package import Logging
import MusterDomain
package import MusterEngine
import MusterText
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization

/// The server of one or many districts: what it is set up with, and its life from the first request to the last answer.
package final class DistrictServer: Sendable {
    private enum State {
        case new
        case running(ServiceGroup)
        case ended
    }

    /// Everything that `/metrics` shows.
    package let metrics: ServerMetrics
    /// Every route, those for health and metrics included.
    package let table: RouteTable
    private let configuration: ServerConfiguration
    private let directory: LedgerDirectory
    private let logger: Logger
    private let tls: TLSContext?
    private let clock: ServerClock
    private let environment: Environment
    private let state = Mutex(State.new)

    /// A server that does not listen yet.
    /// - Parameters:
    ///   - configuration: How it is set up; checked again here.
    ///   - directory: The ledgers. They are closed when the server ends.
    ///   - routes: What it answers beside health and metrics.
    ///   - environment: Clock and randomness.
    ///   - ledgerMetrics: What the directory's ledgers are observed by.
    ///   - clock: Measures durations.
    ///   - logger: Where the access log and the server's own events go.
    /// - Throws: ``ConfigurationFault`` for a certificate that can't be used or an address that must not be listened on.
    package init(
        configuration: ServerConfiguration, directory: LedgerDirectory, routes: [Route], environment: Environment,
        ledgerMetrics: LedgerMetrics = LedgerMetrics(), clock: ServerClock = .live, logger: Logger
    ) throws(ConfigurationFault) {
        try configuration.check()
        self.configuration = configuration
        self.directory = directory
        self.logger = logger
        self.clock = clock
        self.environment = environment
        if let files = configuration.tls { tls = try TLSContext(files, logger: logger) } else { tls = nil }
        metrics = ServerMetrics(
            ledgers: ledgerMetrics, directory: directory, now: environment.now, clock: clock)
        let readiness = Readiness(
            directory: directory, freeMebibytes: configuration.freeMebibytes, now: environment.now)
        table = RouteTable(HealthRoutes.all(readiness: readiness, metrics: metrics) + routes)
    }

    /// Listens, answers, and returns when ``stop()`` was called and everything accepted is answered, or the time for
    /// that is over.
    /// - Parameter onStart: Called with the address once connections are accepted, such as `http://127.0.0.1:43211`.
    package func run(onStart: @escaping @Sendable (String) async -> Void = { _ in }) async throws {
        let group = ServiceGroup(configuration: groupConfiguration(onStart))
        let isFirst = state.withLock { state in
            guard case .new = state else { return false }
            state = .running(group)
            return true
        }
        guard isFirst else { return await directory.close() }
        defer { state.withLock { $0 = .ended } }
        do { try await group.run() } catch {
            await directory.close()
            throw error
        }
        await directory.close()
    }

    /// Ends the server: no new connections, open requests are answered, long polls end. Returns at once.
    package func stop() async {
        let group = state.withLock { state -> ServiceGroup? in
            switch state {
            case .new:
                state = .ended
                return nil
            case .running(let group): return group
            case .ended: return nil
            }
        }
        await group?.triggerGracefulShutdown()
    }

    /// Reads the certificate's files again, whether or not they look changed.
    package func reloadCertificate() { tls?.reload(anyhow: true) }

    private func groupConfiguration(_ onStart: @escaping @Sendable (String) async -> Void) -> ServiceGroupConfiguration
    {
        // They end in the opposite order: the listener first, so that the ledgers' clocks run until the last answer.
        var services: [any Service] = [DirectoryClock(directory: directory)]
        if let tls { services.append(CertificateWatch(tls: tls)) }
        services.append(listener(onStart))
        var configuration = ServiceGroupConfiguration(services: services, logger: quietLogger)
        configuration.maximumGracefulShutdownDuration = .seconds(self.configuration.shutdownSeconds)
        return configuration
    }

    /// For the parts that are not ours, whose informational lines repeat what the server logs itself.
    private var quietLogger: Logger {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        return quiet
    }

    private func listener(_ onStart: @escaping @Sendable (String) async -> Void) -> any Service {
        let ids = RequestIDSource(environment.randomBytes(16))
        let responder = WireResponder(
            configuration: configuration, table: table, metrics: metrics, clock: clock,
            ids: ids, date: DateHeader(now: environment.now), steps: steps)
        let channel = GuardedChannel(
            limits: configuration.limits, language: configuration.language, clock: clock, tls: tls,
            metrics: metrics.connections, ids: ids, logger: logger
        ) { request, writer, connection in
            try await responder.respond(to: request, writer, over: connection)
        }
        let address = configuration.listen
        let scheme = tls == nil ? "http" : "https"
        return channel.server(
            configuration: .init(address: .hostname(address.host, port: address.port), backlog: 1_024),
            onServerRunning: { [logger] channel in
                let listening = ListenAddress(host: address.host, port: channel.localAddress?.port ?? address.port)
                let url = "\(scheme)://\(listening.authority)"
                logger.notice("listening", metadata: ["address": .string(url)])
                await onStart(url)
            },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: quietLogger)
    }

    /// The steps around every route, outermost first.
    private var steps: Route.Handler {
        let steps: [any Middleware] = [
            RequestID(),
            AccessLog(logger: logger, clock: clock),
            RequestMetrics(metrics: metrics, clock: clock),
            SecurityHeaders(),
            AnswerLanguage(),
            PageProblems(now: { [environment] in Moment(milliseconds: environment.now().milliseconds) }),
            Problems(logger: logger),
            RateLimit(rates: configuration.rates, metrics: metrics, clock: clock),
        ]
        let dispatch = Dispatch(table: table, isMetricsPublic: configuration.isMetricsPublic).handler
        return steps.reversed().reduce(dispatch) { inner, step in step.around(inner) }
    }
}

/// Keeps the ledgers' deadlines running while the server does.
private struct DirectoryClock: Service {
    let directory: LedgerDirectory

    func run() async throws { await cancelWhenGracefulShutdown { [directory] in await directory.run() } }
}

/// Looks every few seconds whether the certificate's files have changed.
private struct CertificateWatch: Service {
    static let interval = Duration.seconds(2)

    let tls: TLSContext

    func run() async throws {
        await cancelWhenGracefulShutdown { [tls] in
            while !Task.isCancelled {
                do { try await Task.sleep(for: Self.interval) } catch { return }
                tls.reload()
            }
        }
    }
}
