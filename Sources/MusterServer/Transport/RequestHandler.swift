import NIOCore
import NIOHTTP1

/// Behind the decoder: lets through only requests within the limits, and ends connections whose request or answer says
/// so.
final class RequestHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let guardian: ConnectionGuard
    /// The connection ends with the answer to the last request that was read.
    private var closesAfterAnswers = false

    init(_ guardian: ConnectionGuard) { self.guardian = guardian }

    func handlerAdded(context: ChannelHandlerContext) {
        guardian.context = context
        guardian.keepTime()
    }

    func handlerRemoved(context: ChannelHandlerContext) { guardian.stop() }

    // MARK: From the client

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !guardian.phase.isClosing else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            if let refusal = refusal(of: head) { return guardian.refuse(refusal) }
            guardian.phase.headerRead(now: guardian.now)
            if !head.isKeepAlive { closesAfterAnswers = true }
            if head.headers.contains(name: "expect") { answerExpectation(of: head, context) }
        case .body: break
        case .end: guardian.phase.requestRead()
        }
        context.fireChannelRead(data)
    }

    /// The only expectation that there is: others have been refused. A body that is too long for most routes is not
    /// asked for; its route answers.
    private func answerExpectation(of head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        guard guardian.phase.unanswered == 1, length <= guardian.limits.bodyBytes else { return }
        context.writeAndFlush(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
    }

    private func refusal(of head: HTTPRequestHead) -> EarlyRefusal? {
        let limits = guardian.limits
        // The method, the target, the version, two spaces and the end of the line.
        if head.method.rawValue.utf8.count + head.uri.utf8.count + 12 > limits.requestLineBytes {
            return .targetTooLong
        }
        if head.headers.count > limits.headerFields { return .headerTooLarge }
        var bytes = 0
        var hosts = 0
        var lengths = 0
        var isChunked = false
        for (name, value) in head.headers {
            bytes += name.utf8.count + value.utf8.count + 4
            switch name.utf8.count {
            case 4 where name.lowercased() == "host": hosts += 1
            case 6 where name.lowercased() == "expect" && value.lowercased() != "100-continue":
                return .expectationFailed
            case 14 where name.lowercased() == "content-length": lengths += 1
            case 17 where name.lowercased() == "transfer-encoding": isChunked = true
            default: break
            }
        }
        if bytes > limits.headerBytes { return .headerTooLarge }
        // Whoever frames a body in two ways means two servers to read it differently.
        if lengths > 1 || (lengths == 1 && isChunked) { return .badRequest }
        if hosts > 1 || (hosts == 0 && head.version == .http1_1) { return .badRequest }
        return head.version.major == 1 ? nil : .badRequest
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !guardian.phase.isClosing else { return }
        guard guardian.phase.reading == .body else {
            // Bytes that are no request. What was asked before is answered first.
            guard guardian.phase.unanswered == 0 else {
                closesAfterAnswers = true
                return
            }
            let isTooLarge = (error as? HTTPParserError) == .headerOverflow
            guardian.refuse(isTooLarge ? .headerTooLarge : .badRequest)
            return
        }
        closesAfterAnswers = true
        context.fireErrorCaught(ConnectionFault.bodyCutShort)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed? = event as? ChannelEvent {
            guardian.connection.clientLeft()
            closesAfterAnswers = true
            if guardian.phase.unanswered == 0 || guardian.phase.isClosing { guardian.close() }
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        guardian.connection.clientLeft()
        if guardian.phase.reading == .body { context.fireErrorCaught(ConnectionFault.bodyCutShort) }
        context.fireChannelInactive()
        guardian.stop()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        guardian.phase.writability(context.channel.isWritable, now: guardian.now)
        guardian.keepTime()
        context.fireChannelWritabilityChanged()
    }

    // MARK: To the client

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !guardian.phase.isClosing else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var head) where head.status.code >= 200:
            let isUnread = guardian.phase.unanswered == 1 && guardian.phase.reading == .body
            if isUnread || (closesAfterAnswers && guardian.phase.unanswered == 1)
                || head.headers[canonicalForm: "connection"].contains("close")
            {
                closesAfterAnswers = true
                head.headers.replaceOrAdd(name: "Connection", value: "close")
            }
            guardian.phase.answerBegun()
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            let wasRead = guardian.phase.reading == .nothing
            guardian.phase.answered(now: guardian.now)
            guard closesAfterAnswers, guardian.phase.unanswered == 0 else {
                context.write(data, promise: promise)
                guardian.keepTime()
                return
            }
            let written = promise ?? context.eventLoop.makePromise(of: Void.self)
            written.futureResult.assumeIsolated().whenComplete { [guardian] _ in
                if wasRead { guardian.cut() } else { guardian.linger() }
            }
            context.writeAndFlush(data, promise: written)
        default: context.write(data, promise: promise)
        }
    }
}
