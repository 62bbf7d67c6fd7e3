import MusterAPI
import MusterText
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server that does as it is told, and remembers what it was asked.
final class StubServer: Sendable {
    /// What it does with a request.
    enum Deed: Sendable {
        case answer(Int, JSONValue, headers: [(String, String)] = [])
        /// What no Muster says.
        case text(Int, String)
        /// It reads the request, and the connection breaks.
        case hangUp
        /// The connection breaks in the middle of the answer.
        case breakOff
        /// It says nothing.
        case silence
    }

    /// What it was asked.
    struct Asked: Sendable {
        var method: String
        var uri: String
        var headers: HTTPHeaders
        var body: String
    }

    private struct State {
        var deeds: [Deed]
        var command: Deed
        var asked: [Asked] = []
    }

    private let state: Mutex<State>
    private let channel: any Channel

    /// Where it listens.
    let address: String
    private static let me: Deed = .answer(200, ["district": "610113", "unit": "D1", "later": [1]])

    /// Begins to listen on a free port.
    /// - Parameters:
    ///   - deeds: What it does with the requests in their order, `/v1/me` and questions about commands aside; the
    ///     last one for all that follow.
    ///   - command: What it does when it is asked about a command.
    init(_ deeds: [Deed], command: Deed = .answer(404, StubServer.problem("unknownCommandID"))) async throws {
        let chosen = Chosen()
        channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Handler(chosen))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        address = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)"
        state = Mutex(State(deeds: deeds, command: command))
        chosen.set { [weak self] asked in self?.deed(for: asked) ?? .silence }
    }

    func close() async { try? await channel.close() }

    /// Every request so far.
    var asked: [Asked] { state.withLock { $0.asked } }

    /// A problem as the server would say it.
    static func problem(
        _ code: String, status: ExitStatusOfFailure = .failure, zh: String = "不行", en: String = "no"
    )
        -> JSONValue
    {
        JSONValue(
            encoding: Problem(
                Failure(code: code, status: status, zh: zh, en: en), language: .zh, requestID: "r1"))
    }

    private func deed(for asked: Asked) -> Deed {
        state.withLock { state in
            state.asked.append(asked)
            if asked.uri == "/v1/me" { return Self.me }
            if asked.uri.contains("/commands/") { return state.command }
            return state.deeds.count > 1 ? state.deeds.removeFirst() : state.deeds[0]
        }
    }

    /// Who decides, known only after the server has begun to listen.
    private final class Chosen: Sendable {
        private let deed = Mutex<(@Sendable (Asked) -> Deed)?>(nil)
        func set(_ deed: @escaping @Sendable (Asked) -> Deed) { self.deed.withLock { $0 = deed } }
        func callAsFunction(_ asked: Asked) -> Deed { deed.withLock { $0 }?(asked) ?? .silence }
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let chosen: Chosen
        private var head: HTTPRequestHead?
        private var body = ""

        init(_ chosen: Chosen) { self.chosen = chosen }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                self.head = head
                body = ""
            case .body(let buffer): body += String(buffer: buffer)
            case .end:
                guard let head else { return }
                let asked = Asked(
                    method: head.method.rawValue, uri: head.uri, headers: head.headers, body: body)
                act(chosen(asked), context)
            }
        }

        private func act(_ deed: Deed, _ context: ChannelHandlerContext) {
            switch deed {
            case .silence: break
            case .hangUp: context.close(promise: nil)
            case .breakOff:
                write("{\"commandId\":", 200, length: 4_096, [], context)
                context.close(promise: nil)
            case .text(let status, let text): whole(text, status, [], context)
            case .answer(let status, let value, let headers): whole(value.line, status, headers, context)
            }
        }

        private func whole(
            _ text: String, _ status: Int, _ headers: [(String, String)], _ context: ChannelHandlerContext
        ) {
            write(text, status, length: text.utf8.count, headers, context)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }

        private func write(
            _ text: String, _ status: Int, length: Int, _ headers: [(String, String)], _ context: ChannelHandlerContext
        ) {
            var head = HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: status))
            head.headers.add(name: "content-length", value: "\(length)")
            for (name, value) in headers { head.headers.add(name: name, value: value) }
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
        }
    }
}

/// Testing has an `ExitStatus` of its own.
typealias ExitStatusOfFailure = MusterAPI.ExitStatus
