import HTTPTypes
import Hummingbird
import MusterText
import NIOCore
import Synchronization

@testable import MusterServer

/// Routes that do as little as a test needs.
enum SampleRoutes {
    static let greeting = Route(.get, "/greeting") { _, context in
        Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: #"{"hello":"\#(context.language.rawValue)"}"#)))
    }

    /// Answers with the length of the body.
    static func echo(limit: Int? = nil) -> Route {
        Route(.post, "/echo", bodyLimit: limit, consumes: ["text/plain"], produces: ["text/plain"]) {
            request, context in
            let body = try await context.body(of: request)
            return Response(
                status: .ok, headers: [.contentType: "text/plain"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "\(body.readableBytes) bytes")))
        }
    }

    /// Answers with the values in the path.
    static let item = Route(.get, "/v1/districts/{code}/items/{item}", produces: ["text/plain"]) { _, context in
        let text = "\(context.path("code")) \(context.path("item"))"
        return Response(
            status: .ok, headers: [.contentType: "text/plain"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// Many bytes.
    static func large(_ bytes: Int) -> Route {
        Route(.get, "/large", produces: ["text/plain"]) { _, _ in
            let piece = ByteBuffer(repeating: UInt8(ascii: "x"), count: 65_536)
            return Response(
                status: .ok, headers: [.contentType: "text/plain"],
                body: ResponseBody(contentLength: bytes) { writer in
                    for _ in 0..<(bytes / 65_536) { try await writer.write(piece) }
                    try await writer.finish(nil)
                })
        }
    }

    /// Lets in whoever has the right token.
    static let secret = Route(.get, "/secret", produces: ["text/plain"]) { request, context in
        guard let header = request.headers[.authorization], header.hasPrefix("Bearer right") else {
            throw Problem("unauthenticated", status: .unauthorized, zh: "令牌无效。", en: "No such token.")
        }
        context.token = "t1"
        context.district = "610113"
        return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: "ok")))
    }

    /// Fails in a way that nobody foresaw.
    static let broken = Route(.get, "/broken") { _, _ in throw Broken(secret: "the key is 0815") }

    struct Broken: Error {
        var secret: String
    }
}

/// A route that waits until it is let go, and knows who waits.
final class WaitingRoom: Sendable {
    private let count = Atomic<Int>(0)
    private let ended = Atomic<Int>(0)
    private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])

    /// How many requests are in the room.
    var present: Int { count.load(ordering: .sequentiallyConsistent) }
    /// How many have been cancelled in it.
    var cancelled: Int { ended.load(ordering: .sequentiallyConsistent) }

    /// Lets all go that are there.
    func open() {
        let all = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        for continuation in all { continuation.resume() }
    }

    /// Waits until somebody opens, whatever happens.
    var stubborn: Route {
        Route(.get, "/stubborn", produces: ["text/plain"]) { [self] _, _ in
            await withCheckedContinuation { continuation in
                waiting.withLock { $0.append(continuation) }
                count.wrappingAdd(1, ordering: .sequentiallyConsistent)
            }
            count.wrappingSubtract(1, ordering: .sequentiallyConsistent)
            return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: "done")))
        }
    }

    /// A long poll: for a minute, unless the client leaves or the server ends.
    var poll: Route {
        Route(.get, "/poll", produces: ["text/plain"]) { [self] _, context in
            count.wrappingAdd(1, ordering: .sequentiallyConsistent)
            defer { count.wrappingSubtract(1, ordering: .sequentiallyConsistent) }
            let answer = try await context.waiting { [self] in
                do { try await Task.sleep(for: .seconds(60)) } catch {
                    ended.wrappingAdd(1, ordering: .sequentiallyConsistent)
                    throw error
                }
                return "a minute has passed"
            }
            let text = answer ?? "nothing new"
            return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
    }
}

/// Waits until something is so; false if it is not within some seconds.
func becomesTrue(seconds: Int = 10, _ condition: () -> Bool) async throws -> Bool {
    for _ in 0..<(seconds * 100) {
        if condition() { return true }
        try await Task.sleep(for: .milliseconds(10))
    }
    return condition()
}
