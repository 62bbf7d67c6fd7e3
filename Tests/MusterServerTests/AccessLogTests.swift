import Foundation
import Logging
import MusterDomain
import Testing

@testable import MusterServer

@Suite struct AccessLogTests {
    @Test func `A request leaves one line that says nothing about people`() async throws {
        try await TestServer.run(routes: [SampleRoutes.secret, SampleRoutes.item, SampleRoutes.echo()]) { server in
            _ = try await server.get(
                "/secret?name=%E5%BC%A0%E4%B8%89", ["Authorization": "Bearer right-0815", "X-Request-Id": "r1"])
            _ = try await server.get(
                "/v1/districts/610113/items/13800138000?phone=13800138000",
                ["X-Request-Id": "r2", "User-Agent": "agent-13800138000", "Cookie": "token=0815"])
            _ = try await server.ask(
                "POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Request-Id: r3\r\nContent-Type: text/plain\r\n"
                    + "Content-Length: 11\r\n\r\n13800138000")
            let lines = server.log.filter { $0.contains(#""message":"request""#) }
            #expect(lines.count == 3)
            for word in ["13800138000", "张三", "%E5", "0815", "Bearer", "127.0.0.1", "?", "agent"] {
                #expect(lines.allSatisfy { !$0.contains(word) }, "\(word)")
            }
            let objects = try lines.map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
            let first = try #require(objects.first { $0["request"] as? String == "r1" })
            #expect(first["route"] as? String == "/secret" && first["status"] as? Int == 200)
            #expect(first["token"] as? String == "t1" && first["district"] as? String == "610113")
            #expect(first["method"] as? String == "GET" && first["bytes"] as? Int == 2)
            #expect((first["microseconds"] as? Int ?? 0) > 0)
            let second = try #require(objects.first { $0["request"] as? String == "r2" })
            #expect(second["route"] as? String == "/v1/districts/{code}/items/{item}" && second["token"] == nil)
        }
    }

    @Test(arguments: ServerConfiguration.LogFormat.allCases)
    func `Whatever is logged stays on its line`(format: ServerConfiguration.LogFormat) throws {
        nonisolated(unsafe) var line = ""
        let handler = LineLogHandler(
            label: "x", format: format, now: { Instant(milliseconds: 1_764_100_000_007) }, write: { unsafe line = $0 })
        var logger = Logger(label: "x") { _ in handler }
        logger[metadataKey: "always"] = "there"
        logger.error(
            "a \"message\"\nof two lines",
            metadata: ["text": "b\r\nc \u{1B}[2K", "list": ["x", "y"], "n": .stringConvertible(3)])
        let text = unsafe line
        #expect(text.hasSuffix("\n") && text.contains("2025-11-25T19:46:40.007Z") && text.contains("there"))
        #expect(text.dropLast().unicodeScalars.allSatisfy { $0 >= " " } || format == .text)
        if format == .json {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(object["text"] as? String == "b\r\nc \u{1B}[2K" && object["n"] as? Int == 3)
            #expect(object["list"] as? [String] == ["x", "y"] && object["level"] as? String == "error")
        }
    }
}
