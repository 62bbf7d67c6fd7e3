import Foundation
import HTTPTypes
import Hummingbird
import MusterAPI
import NIOCore
import Testing

@testable import MusterServer

/// Serves the pages of a made-up district for the browser of `Scripts/judge-pages`, until the file that names the
/// address is taken away. The acts are real HTTP; the district is ``PageDistrict``.
@Suite struct `The pages for a browser` {
    private static let file = ProcessInfo.processInfo.environment["MUSTER_PAGES_FILE"]

    @Test(.enabled(if: file != nil), .timeLimit(.minutes(10)))
    func `are served until the file is gone`() async throws {
        let file = try #require(Self.file)
        let pages = WebPages(Browser.access(to: PageDistrict()))
        let (address, found) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            responder: CallbackResponder { (request: Request, _: BasicRequestContext) in
                await Self.answer(request, pages)
            },
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in found.yield(channel.localAddress?.port ?? 0) })
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            for await port in address {
                try "http://127.0.0.1:\(port)".write(toFile: file, atomically: true, encoding: .utf8)
                break
            }
            while FileManager.default.fileExists(atPath: file) { try await Task.sleep(for: .milliseconds(100)) }
            group.cancelAll()
        }
    }

    private static func answer(_ request: Request, _ pages: WebPages) async -> Response {
        let target = request.head.path ?? "/"
        let body = try? await request.body.collect(upTo: WebPages.bodyLimit)
        var asked = WebRequest(
            target: target, headers: request.headers, host: request.head.authority,
            body: body.map { Array($0.readableBytesView) } ?? [], clientAddress: "127.0.0.1",
            requestID: "5f0c1e7a9b3d")
        var response = pages.errorPage(status: 404, asked)
        if let (route, parameters) = Browser.match(target.prefix { $0 != "?" }, request.method, in: pages.routes) {
            asked.parameters = parameters
            response = await route.answer(asked)
        }
        response.headers[values: .contentSecurityPolicy] = [
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'"
        ]
        return Response(
            status: response.status, headers: response.headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
    }
}
