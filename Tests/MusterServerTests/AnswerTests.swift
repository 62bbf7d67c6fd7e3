import Foundation
import Testing

@testable import MusterServer

/// What every answer has, and what stands in the place of one that can't be given.
@Suite struct AnswerTests {
    @Test func `Each kind of failure has its status and its problem in the language asked for`() async throws {
        let routes = [SampleRoutes.greeting, SampleRoutes.echo(), SampleRoutes.broken, SampleRoutes.secret]
        try await TestServer.run(routes: routes) { server in
            let post = "POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\n"
            let cases: [(Answer, Int, String)] = [
                (try await server.get("/nothing"), 404, "notFound"),
                (try await server.get("/greeting", method: "DELETE"), 405, "methodNotAllowed"),
                (try await server.get("/greeting", method: "PROPFIND"), 405, "methodNotAllowed"),
                (try await server.get("/greeting", ["Accept": "image/png"]), 406, "notAcceptable"),
                (
                    try await server.get("/greeting", ["Accept": "application/json;q=0, */*;q=0.5"]), 406,
                    "notAcceptable"
                ),
                (try await server.ask(post + "\r\n{}"), 415, "unsupportedMediaType"),
                (
                    try await server.ask(post + "Content-Type: text/plain; charset=gbk\r\n\r\n{}"), 415,
                    "unsupportedMediaType"
                ),
                (
                    try await server.ask(post + "Content-Type: text/plain\r\nContent-Encoding: gzip\r\n\r\n{}"), 415,
                    "unsupportedEncoding"
                ),
                (try await server.get("/broken"), 500, "internalError"),
                (try await server.get("/secret"), 401, "unauthenticated"),
            ]
            for (answer, status, code) in cases {
                #expect(answer.status == status && answer.json["status"] as? Int == status, "\(code)")
                #expect(answer.code == code)
                #expect(answer["Content-Type"] == "application/problem+json")
                #expect(answer.json["type"] as? String == "urn:muster:problem:\(code)")
                let zh = try #require(answer.json["zh"] as? String)
                let en = try #require(answer.json["en"] as? String)
                #expect(answer.json["detail"] as? String == zh && zh != en)
                #expect(!(zh + en).contains("«") && !(zh + en).contains("{"))
                #expect((answer.json["title"] as? String)?.isEmpty == false)
                let id = try #require(answer["X-Request-Id"])
                #expect(answer.json["instance"] as? String == "urn:muster:request:\(id)")
                #expect(answer["Content-Language"] == "zh-Hans")
                #expect(answer["Vary"]?.contains("Accept-Language") == true)
            }
            let english = try await server.get("/nothing", ["Accept-Language": "en-GB, zh;q=0.5"])
            #expect(english["Content-Language"] == "en" && english.json["title"] as? String == "Not found")
            #expect(english.json["detail"] as? String == english.json["en"] as? String)
        }
    }

    @Test func `What goes wrong inside stands in the log and not in the answer`() async throws {
        try await TestServer.run(routes: [SampleRoutes.broken]) { server in
            let answer = try await server.get("/broken")
            #expect(!answer.body.contains("0815") && !answer.body.contains("Broken"))
            let id = try #require(answer["X-Request-Id"])
            #expect(server.log.contains { $0.contains("request.failed") && $0.contains(id) && $0.contains("0815") })
        }
    }

    @Test func `HEAD is GET without the body, OPTIONS and 405 name the methods`() async throws {
        try await TestServer.run(routes: [SampleRoutes.greeting, SampleRoutes.echo()]) { server in
            let get = try await server.get("/greeting")
            let head = try await server.get("/greeting", method: "HEAD")
            #expect(get.body == #"{"hello":"zh"}"# && head.body.isEmpty && head.status == 200)
            #expect(head["Content-Length"] == "\(get.body.utf8.count)")
            #expect(head["Content-Type"] == get["Content-Type"])
            let absent = try await server.get("/nothing", method: "HEAD")
            #expect(absent.status == 404 && absent.body.isEmpty && absent["Content-Length"] != "0")
            #expect(try await server.get("/greeting", method: "OPTIONS")["Allow"] == "GET, HEAD, OPTIONS")
            let echo = try await server.get("/echo", method: "OPTIONS")
            #expect(echo["Allow"] == "OPTIONS, POST" && echo.status == 204 && echo["Content-Length"] == nil)
            #expect(try await server.get("/echo")["Allow"] == "OPTIONS, POST")
            #expect(try await server.get("*", method: "OPTIONS").status == 204)
            #expect(try await server.get("/nothing", method: "OPTIONS").status == 404)
        }
    }

    @Test func `Every answer tells the browser what it may do, and HSTS is sent where the client sees TLS`()
        async throws
    {
        try await TestServer.run(routes: [SampleRoutes.greeting]) {
            $0.isBehindProxy = true
        } _: { server in
            for target in ["/greeting", "/nothing", "/%2e"] {
                let answer = try await server.get(target)
                let policy = try #require(answer["Content-Security-Policy"])
                #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
                #expect(!policy.contains("script") && !policy.contains("unsafe"))
                #expect(answer["X-Content-Type-Options"] == "nosniff" && answer["Cache-Control"] == "no-store")
                #expect(answer["Referrer-Policy"] == "same-origin")
                #expect(answer["Cross-Origin-Opener-Policy"] == "same-origin")
                #expect(answer["Cross-Origin-Resource-Policy"] == "same-origin")
                #expect(answer["Permissions-Policy"]?.isEmpty == false)
                #expect(answer["Strict-Transport-Security"] == nil && answer["Server"] == nil)
                #expect(answer["Date"]?.hasSuffix(" GMT") == true)
            }
            let secure = try await server.get("/greeting", ["X-Forwarded-Proto": "https"])
            #expect(secure["Strict-Transport-Security"] == "max-age=31536000")
        }
        try await TestServer.run(routes: [SampleRoutes.greeting]) { server in
            let answer = try await server.get("/greeting", ["X-Forwarded-Proto": "https"])
            #expect(answer["Strict-Transport-Security"] == nil)
        }
    }

    @Test func `A well-formed id of the caller is kept, any other is replaced`() async throws {
        try await TestServer.run(routes: [SampleRoutes.greeting]) { server in
            let trace = "0af7651916cd43dd8448eb211c80319c"
            let cases: [([String: String], String?)] = [
                (["X-Request-Id": "abc-123_X.y"], "abc-123_X.y"),
                (["traceparent": "00-\(trace)-b7ad6b7169203331-01"], trace),
                (["X-Request-Id": "mine", "traceparent": "00-\(trace)-b7ad6b7169203331-01"], "mine"),
                (["X-Request-Id": "a b"], nil), (["X-Request-Id": String(repeating: "a", count: 65)], nil),
                (["X-Request-Id": "a\"},{"], nil), (["traceparent": "00-\(trace)-b7ad6b7169203331"], nil),
                (["traceparent": "00-00000000000000000000000000000000-b7ad6b7169203331-01"], nil),
                (["traceparent": "ff-\(trace)-b7ad6b7169203331-01"], nil), ([:], nil),
            ]
            var ids: Set<String> = []
            for (headers, expected) in cases {
                let id = try #require(try await server.get("/greeting", headers)["X-Request-Id"])
                if let expected {
                    #expect(id == expected)
                } else {
                    #expect(id.count == 32 && id.allSatisfy(\.isHexDigit), "\(headers)")
                    #expect(ids.insert(id).inserted)
                }
            }
        }
    }
}
