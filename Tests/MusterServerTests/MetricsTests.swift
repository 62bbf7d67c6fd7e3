import EventLog
import Foundation
import MusterDomain
import MusterEngine
import SQLiteEventStore
import Testing

@testable import MusterServer

@Suite struct MetricsTests {
    /// A page whose every part has something to show.
    private func page() async throws -> String {
        try await TestServer.run(routes: [SampleRoutes.greeting, SampleRoutes.secret]) { server in
            let ledger = try await server.directory.ledger(of: "610113")
            let centre = Actor(unit: UnitID(rawValue: 1), post: PostID(rawValue: 1), person: PersonID(rawValue: 1))
            let order = Order(
                id: "unit",
                command: .registerUnit(code: nil, kind: .street, fullName: "小寨路街道办事处", shortName: "小寨路", parent: nil),
                actor: centre)
            _ = try await ledger.submit(order)
            _ = try await server.get("/greeting")
            _ = try await server.get("/secret")
            _ = try await server.get("/noth\"ing")
            return server.server.metrics.text
        }
    }

    @Test func `The page shows what happened, by district and route`() async throws {
        let page = try await page()
        for line in [
            #"muster_acts_total{district="610113",kind="unit.registered"} 1"#,
            #"muster_batch_commands_count{district="610113"} 1"#,
            #"muster_append_seconds_count{district="610113"} 1"#,
            #"muster_overdue{district="610113"} 0"#,
            #"muster_http_request_seconds_count{route="/greeting",method="GET",status="2xx"} 1"#,
            #"muster_http_request_seconds_count{route="/secret",method="GET",status="4xx"} 1"#,
            #"muster_http_request_seconds_count{route="(none)",method="GET",status="4xx"} 1"#, "muster_long_polls 0",
        ] {
            #expect(page.contains(line + "\n"), "\(line)")
        }
    }

    @Test func `A ledger in a file times its synchronisations apart from its appends, one in memory has none`()
        async throws
    {
        #expect(!(try await page()).contains("muster_fsync_seconds_count"))
        let folder = FileManager.default.temporaryDirectory.appending(path: "muster-metrics-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "l").path
        let metrics = LedgerMetrics()
        var environment = Environment.live
        environment.observer = metrics.observer(of: "610113")
        try await SQLiteEventStore.create(at: path)
        let store = try await SQLiteEventStore.open(at: path, mode: .write)
        _ = try await Ledger.establish(
            in: store, districtCode: "610113", founding: Ledgers.founding, environment: environment)
        var page = Exposition()
        metrics.write(to: &page)
        await store.close()
        func value(_ name: String) throws -> Double {
            let line = try #require(page.text.split(separator: "\n").first { $0.hasPrefix(name + "{district=") })
            return try #require(line.split(separator: " ").last.flatMap { Double($0) })
        }
        #expect(try value("muster_fsync_seconds_count") >= value("muster_append_seconds_count"))
        #expect(try value("muster_fsync_seconds_sum") > 0)
        #expect(try value("muster_fsync_seconds_sum") < value("muster_append_seconds_sum"))
    }

    @Test func `Every sample belongs to a family with help and type, and classes add up`() async throws {
        let page = try await page()
        var types: [String: String] = [:]
        var helped: Set<String> = []
        var last: [String: Int] = [:]
        for line in page.split(separator: "\n").map(String.init) {
            if line.hasPrefix("# HELP ") {
                helped.insert(String(line.dropFirst(7).prefix { $0 != " " }))
            } else if line.hasPrefix("# TYPE ") {
                let words = line.split(separator: " ")
                #expect(types.updateValue(String(words[3]), forKey: String(words[2])) == nil, "\(line)")
            } else {
                let match = try #require(line.wholeMatch(of: #/([a-z_]+)(\{.*\})? (-?[0-9.e+-]+)/#), "\(line)")
                let name = String(match.1)
                let family =
                    ["_bucket", "_sum", "_count"].first { name.hasSuffix($0) && types[name] == nil }
                    .map { String(name.dropLast($0.count)) } ?? name
                let type = try #require(types[family], "\(line)")
                #expect(helped.contains(family), "\(line)")
                #expect((type == "counter") == family.hasSuffix("_total"), "\(line)")
                guard name.hasSuffix("_bucket"), let count = Int(match.3) else { continue }
                let series = name + (line.firstMatch(of: #/\{.*(?=,?le=)/#).map { String($0.output) } ?? "")
                if line.contains(#"le="0.0001""#) || line.contains(#"le="1"}"#) && !name.contains("seconds") {
                    last[series] = 0
                }
                #expect(count >= last[series] ?? 0, "\(line)")
                last[series] = count
            }
        }
        #expect(types.count > 15)
        let manual = try Manual.text
        for (name, type) in types where !name.hasPrefix("process_") {
            #expect(manual.contains("| `\(name)` | \(type) |"), "\(name)")
        }
    }

    /// Debian's package prometheus has it; the script that runs the tests installs it.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/promtool")))
    func `Prometheus's own tool finds nothing to complain of`() async throws {
        let page = try await page()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/promtool")
        process.arguments = ["check", "metrics"]
        let (sent, received) = (Pipe(), Pipe())
        process.standardInput = sent
        process.standardOutput = received
        process.standardError = received
        try process.run()
        try sent.fileHandleForWriting.write(contentsOf: Data(page.utf8))
        try sent.fileHandleForWriting.close()
        let words = String(decoding: received.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0 && words.isEmpty, "\(words)")
    }

    @Test func `Metrics and health answer the machine itself unless they are made public`() async throws {
        for target in ["/metrics", "/health/live", "/health/ready"] {
            let outside = ["X-Forwarded-For": "203.0.113.1"]
            try await TestServer.run {
                $0.isBehindProxy = true
            } _: { server in
                let refused = try await server.get(target, outside)
                #expect(refused.status == 403 && refused.code == "localOnly")
                #expect(try await server.get(target).status != 403)
            }
            try await TestServer.run {
                $0.isBehindProxy = true
                $0.isMetricsPublic = true
            } _: { server in
                let answer = try await server.get(target, outside)
                #expect(answer.status != 403)
            }
        }
    }

    @Test func `A histogram counts each value once and adds them up`() {
        let histogram = Histogram(.pieces)
        for value in [1, 2, 3, 4, 5, 2_000] { histogram.observe(value) }
        let (upTo, sum) = histogram.now
        #expect(Array(upTo.prefix(4)) == [1, 2, 4, 5] && upTo.last == 6 && sum == 2_015)
    }
}
