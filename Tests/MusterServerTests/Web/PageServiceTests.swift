import Foundation
import Testing

@testable import MusterServer

/// Serves the pages of a made-up district for the browser of `Scripts/judge-pages`, until the file that names the
/// address is taken away. The server is the real one; the district is ``PageDistrict``.
@Suite struct `The pages for a browser` {
    private static let file = ProcessInfo.processInfo.environment["MUSTER_PAGES_FILE"]

    @Test(.enabled(if: file != nil), .timeLimit(.minutes(10)))
    func `are served until the file is gone`() async throws {
        let file = try #require(Self.file)
        let pages = WebPages(Browser.access(to: PageDistrict()))
        try await TestServer.run(routes: pages.routes) { server in
            try "http://127.0.0.1:\(server.port)".write(toFile: file, atomically: true, encoding: .utf8)
            while FileManager.default.fileExists(atPath: file) { try await Task.sleep(for: .milliseconds(100)) }
        }
    }
}
