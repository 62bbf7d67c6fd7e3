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
