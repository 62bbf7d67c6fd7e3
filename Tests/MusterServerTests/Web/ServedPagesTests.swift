import MusterAPI
import MusterService
import Testing

@testable import MusterServer

@Suite struct `The pages behind the server` {
    private let pages = WebPages(Browser.access(to: PageDistrict()))
    private let browser = ["Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "en"]

    private func form(_ target: String, _ body: String, _ fields: String = "") -> String {
        "POST \(target) HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAccept-Language: en\r\n"
            + "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\(fields)\r\n\(body)"
    }

    @Test func `carry what keeps scripts and other sites out`() async throws {
        try await TestServer.run(routes: pages.routes) { server in
            let page = try await server.get("/sign-in", browser)
            #expect(page.status == 200)
            #expect(page["content-type"] == "text/html; charset=utf-8")
            #expect(page["content-security-policy"]?.hasPrefix("default-src 'none'; style-src 'self'") == true)
            #expect(page["cache-control"] == "no-store")
            #expect(page["content-language"] == "en")
            #expect(page["vary"]?.contains("Cookie") == true)
            #expect(try await server.get("/sign-in", browser, method: "HEAD").body.isEmpty)
            let style = try await server.get(Asset.stylesheet.path, ["Accept": "text/css,*/*;q=0.1"])
            #expect(style.status == 200 && style["cache-control"]?.contains("immutable") == true)
        }
    }

    @Test func `show problems as pages to browsers, and to nobody else`() async throws {
        try await TestServer.run(routes: pages.routes) { server in
            let page = try await server.get("/nowhere", browser)
            #expect(page.status == 404)
            #expect(page.body.contains("<h1>Page not found</h1>"))
            #expect(page.body.contains("Request \(page["x-request-id"] ?? "?")"))
            #expect(try await server.get("/nowhere", ["Accept": "application/json"]).code == "notFound")
            #expect(try await server.get("/v1/nowhere", browser).code == "notFound")
            let method = try await server.get("/d/610113/inbox", browser, method: "DELETE")
            #expect(method.status == 405 && method["allow"]?.contains("GET") == true)
            #expect(method.body.contains("<h1>This page cannot be used that way</h1>"))
        }
    }

    @Test func `are guarded against guessing, in words`() async throws {
        try await TestServer.run(routes: pages.routes, { $0.rates.failedSignIns = 3 }) { server in
            for _ in 1...3 {
                #expect(try await server.ask(form("/sign-in", "token=guessed")).status == 401)
            }
            let refused = try await server.ask(form("/sign-in", "token=dept"))
            #expect(refused.status == 429)
            #expect(refused["retry-after"] != nil)
            #expect(refused.body.contains("<h1>Too many attempts</h1>"))
        }
    }

    /// A form with a file of so many bytes, sent with this cookie.
    private func upload(_ bytes: Int, _ cookie: String, _ fields: String = "Sec-Fetch-Site: same-origin\r\n") -> String
    {
        let photo = "\u{1}" + String(repeating: "x", count: max(0, bytes - 1))
        let file = SentFile(field: "file", name: "a.txt", bytes: Array(photo.utf8))
        let body = String(decoding: Multipart.body(["command": "a", "caption": "b"], file), as: UTF8.self)
        return "POST /d/610113/whistles/W2026-000042/attach HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n"
            + "Accept-Language: en\r\n\(fields)Content-Type: multipart/form-data; boundary=\(Multipart.boundary)\r\n"
            + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\nCookie: \(cookie)\r\n\r\n\(body)"
    }

    @Test func `take a file, and a large body only from a browser that has been signed in`() async throws {
        let pages = WebPages(Browser.access(to: PageDistrict()), fileLimit: 300_000)
        try await TestServer.run(routes: pages.routes) { server in
            let cookie = String(
                (try await server.ask(form("/sign-in", "token=dept"))["set-cookie"] ?? "").prefix { $0 != ";" })
            let kept = try await server.ask(upload(300_000, cookie))
            #expect(kept.status == 303 && kept["location"] == "/d/610113/whistles/W2026-000042")
            let hash = LedgerFiles.content([1] + [UInt8](repeating: UInt8(ascii: "x"), count: 299_999)).sha256
            let address = "/d/610113/whistles/W2026-000042/files/\(hash)"
            let file = try await server.get(address, browser.merging(["Cookie": cookie]) { $1 })
            #expect(file.status == 200 && file.body.utf8.count == 300_000)
            #expect(file["content-type"] == "application/octet-stream")
            #expect(file["content-disposition"]?.hasPrefix("attachment; filename=") == true)
            #expect(file["content-security-policy"]?.hasPrefix("default-src 'none'") == true)

            let larger = try await server.ask(upload(300_001, cookie))
            #expect(larger.status == 422 && larger.body.contains("“a.txt” has 292 KB; at most 292 KB are taken."))
            let huge = try await server.ask(upload(900_000, cookie))
            #expect(huge.status == 413 && huge.body.contains("<h1>That was too large</h1>"))
            // Nobody: a small form is kept through sign-in, a large one is not even read.
            #expect(try await server.ask(upload(9, "x=y")).status == 401)
            #expect(try await server.ask(upload(300_000, "x=y")).status == 413)
            let foreign = "Origin: https://evil.example\r\n"
            #expect(try await server.ask(upload(300_000, cookie, foreign)).status == 403)
        }
    }

    @Test func `are noted in the log by their token's id, and the token itself is not`() async throws {
        try await TestServer.run(routes: pages.routes) { server in
            let answer = try await server.ask(form("/sign-in", "token=dept"))
            let cookie = (answer["set-cookie"] ?? "").prefix { $0 != ";" }
            let list = try await server.get("/d/610113/inbox", browser.merging(["Cookie": String(cookie)]) { $1 })
            #expect(list.status == 200)
            let lines = server.log.filter { $0.contains("/d/{code}/inbox") }
            #expect(lines.count == 1)
            #expect(lines.allSatisfy { $0.contains(#""token":"dept""#) && $0.contains(#""district":"610113""#) })
            #expect(!server.log.joined().contains(String(cookie.dropFirst(20))))
        }
    }
}
