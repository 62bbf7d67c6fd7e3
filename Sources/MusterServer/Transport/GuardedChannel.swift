import HummingbirdCore
import Logging
import MusterText
import NIOCore
import NIOHTTP1
import NIOSSL
import Synchronization

/// How each connection is set up: encryption if there is any, Hummingbird's HTTP/1, and the guards around its decoder.
struct GuardedChannel: ServerChildChannel {
    /// Answers one request of a connection.
    typealias Responder = @concurrent @Sendable (Request, consuming ResponseWriter, Connection) async throws -> Void

    struct Value: ServerChildChannelValue {
        fileprivate var base: HTTP1Channel
        fileprivate var parts: HTTP1Channel.Value

        var channel: any Channel { parts.channel }
    }

    let limits: ServerLimits
    let language: Language
    let clock: ServerClock
    let tls: TLSContext?
    let metrics: ConnectionMetrics
    let ids: RequestIDSource
    let logger: Logger
    let responder: Responder

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let connection = Connection(peer: channel.remoteAddress?.ipAddress ?? "", isEncrypted: tls != nil)
        let isWelcome = metrics.opened(limit: limits.connections)
        channel.closeFuture.whenComplete { [metrics] _ in metrics.closed() }
        let base = HTTP1Channel(
            responder: { [responder] request, writer, _ in try await responder(request, writer, connection) },
            configuration: HTTP1Channel.Configuration(
                httpDecoderConfiguration: .init(
                    // The guard refuses less, and says so; these only bound what the decoder keeps.
                    maxHeaderFieldSize: limits.headerBytes * 2, maxHeaderListSize: limits.headerBytes * 2,
                    maxHeaderFieldCount: limits.headerFields * 2)))
        return channel.eventLoop.makeCompletedFuture {
            guard let tls else { return }
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls.current))
        }.flatMap {
            base.setup(channel: channel, logger: logger)
        }.flatMapThrowing { parts in
            try addGuards(to: channel, connection)
            // A future that fails would end the server's listening, so a connection too many is closed instead.
            if !isWelcome { channel.close(promise: nil) }
            return Value(base: base, parts: parts)
        }
    }

    private func addGuards(to channel: any Channel, _ connection: Connection) throws {
        let pipeline = channel.pipeline.syncOperations
        let guardian = ConnectionGuard(
            limits: limits, connection: connection, language: language, clock: clock
        ) { [metrics, ids, logger] code in
            metrics.refused(code)
            let id = ids.next()
            logger.info("request.refused", metadata: ["request": .string(id), "code": .string(code)])
            return id
        }
        let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
        try pipeline.addHandler(ArrivalHandler(guardian), position: .before(decoder))
        try pipeline.addHandler(RequestHandler(guardian), position: .after(decoder))
    }

    func handle(value: Value, logger: Logger) async {
        await value.base.handle(value: value.parts, logger: logger)
    }
}
