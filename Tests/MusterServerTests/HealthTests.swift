import Testing

@testable import MusterServer

@Suite struct HealthTests {
    @Test func `A server says that it is alive, why it is not ready, and what it has done`() async throws {
        try await TestServer.run { server in
            let live = try await server.get("/health/live")
            #expect(live.status == 200 && live.json["status"] as? String == "live")
            let ready = try await server.get("/health/ready")
            // A ledger in memory is no file that could be written.
            #expect(ready.status == 503)
            let reasons = try #require(ready.json["reasons"] as? [[String: Any]])
            #expect(reasons.compactMap { $0["code"] as? String } == ["ledgerNotWritable"])
            let metrics = try await server.get("/metrics")
            #expect(metrics.status == 200)
            #expect(metrics["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(metrics.body.contains(#"route="/health/live",method="GET",status="2xx""#))
        }
    }
}
