import HTTPTypes
import MusterText
import NIOCore
import NIOHTTP1

/// What the two guarding handlers of one connection share: the phase, the timer, and the way to refuse.
///
/// Not Sendable: it lives on the connection's event loop.
final class ConnectionGuard {
    /// Told of requests that were refused before they reached a route; answers an id for the refusal.
    typealias Refused = @Sendable (_ code: String) -> String

    let limits: ServerLimits
    let connection: Connection
    private let language: Language
    private let refused: Refused
    private let clock: ServerClock
    var phase: ConnectionPhase
    /// The place behind the decoder from which answers are written; nil while the handler is not in the pipeline.
    var context: ChannelHandlerContext?
    private var timer: (task: Scheduled<Void>, moment: UInt64)?

    /// For how long a client that is still sending may read its refusal before the connection is cut.
    private static let lingerSeconds: Int64 = 1

    init(
        limits: ServerLimits, connection: Connection, language: Language, clock: ServerClock,
        refused: @escaping Refused
    ) {
        self.limits = limits
        self.connection = connection
        self.language = language
        self.refused = refused
        self.clock = clock
        phase = ConnectionPhase(limits: limits, now: clock.nanoseconds())
    }

    var now: UInt64 { clock.nanoseconds() }

    // MARK: Time

    /// Sees to it that the timer runs out no later than the phase's deadline. One that runs out earlier looks again,
    /// so a busy connection costs no timer for each request.
    func keepTime() {
        guard let context, !phase.isClosing, let deadline = phase.deadline else { return }
        if let timer, timer.moment <= deadline.moment { return }
        timer?.task.cancel()
        let now = now
        let wait = deadline.moment > now ? deadline.moment - now : 0
        let task = context.eventLoop.assumeIsolated().scheduleTask(in: .nanoseconds(Int64(wait))) { self.timeIsUp() }
        timer = (task, deadline.moment)
    }

    private func timeIsUp() {
        timer = nil
        guard !phase.isClosing, let deadline = phase.deadline else { return }
        guard deadline.moment <= now else { return keepTime() }
        switch deadline.lapse {
        case .idle: close()
        case .answer: cut("slowReader")
        case .request where phase.reading == .header && phase.unanswered == 0: refuse(.requestTimeout)
        case .request where phase.unanswered <= 1: timeOutBody()
        case .request: cut("requestTimeout")
        }
    }

    /// Whoever reads the body gets an error and answers nothing: the refusal has been written in its place.
    private func timeOutBody() {
        guard let context else { return }
        refuse(.requestTimeout)
        context.fireErrorCaught(ConnectionFault.bodyTimedOut)
    }

    func stop() {
        timer?.task.cancel()
        timer = nil
        context = nil
    }

    // MARK: Refusing

    /// Answers with a problem in place of a route and closes.
    func refuse(_ refusal: EarlyRefusal) {
        guard let context, !phase.isClosing else { return }
        let id = refused(refusal.code)
        // An answer that has begun can't be followed by another.
        guard !phase.isAnswering, phase.unanswered <= (phase.reading == .body ? 1 : 0) else { return cut() }
        phase.isClosing = true
        let body = ByteBuffer(bytes: refusal.problem.body(language, instance: Problems.instance(id)))
        var head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: refusal.status))
        head.headers.add(name: "Content-Type", value: ProblemBody.mediaType)
        head.headers.add(name: "Content-Length", value: "\(body.readableBytes)")
        head.headers.add(name: "Content-Language", value: language.tag)
        head.headers.add(name: "Connection", value: "close")
        head.headers.add(name: RequestID.field.rawName, value: id)
        for (name, value) in SecurityHeaders.always { head.headers.add(name: name.rawName, value: value) }
        context.write(NIOAny(HTTPServerResponsePart.head(head)), promise: nil)
        context.write(NIOAny(HTTPServerResponsePart.body(.byteBuffer(body))), promise: nil)
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { _ in self.linger() }
        context.writeAndFlush(NIOAny(HTTPServerResponsePart.end(nil)), promise: written)
    }

    /// Ends the connection without a word, because an answer is under way or nobody reads it.
    func cut(_ code: String? = nil) {
        if let code { _ = refused(code) }
        phase.isClosing = true
        close()
    }

    /// Ends what is written and gives the client a moment to read it: closing while it still sends would reset the
    /// connection, and the answer would be lost.
    func linger() {
        guard let context else { return }
        phase.isClosing = true
        context.close(mode: .output, promise: nil)
        context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(Self.lingerSeconds)) { self.close() }
    }

    func close() { context?.close(promise: nil) }
}

/// What befell a request while its body was being read.
enum ConnectionFault: Error, Equatable {
    /// The body did not come in time.
    case bodyTimedOut
    /// The client went away in the middle of it.
    case bodyCutShort
}
