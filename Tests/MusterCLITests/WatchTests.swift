import Foundation
import Testing

/// Following what another process writes.
@Suite struct WatchTests {
    /// Waits until a running program has printed what is looked for.
    private func wait(
        for running: Program.Running, until isThere: (String) -> Bool,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        for _ in 0..<3_000 {
            if isThere(running.printed) { return }
            try #require(running.process.isRunning, "\(running.complained)", sourceLocation: sourceLocation)
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("it never came: \(running.printed)", sourceLocation: sourceLocation)
    }

    /// Ends a program that goes on, as Ctrl-C does: without a word and without a failure.
    private func interrupt(_ running: Program.Running) throws -> Program.Answer {
        kill(running.process.processIdentifier, SIGINT)
        let answer = try running.wait()
        #expect(answer.status == 0 && answer.error.isEmpty, "\(answer.error)")
        return answer
    }

    @Test(.timeLimit(.minutes(2)))
    func `A line comes for every event that another process records`() async throws {
        let district = try District.copy()
        let size = try district.state().position
        let all = try district.program.start(["watch", "--json", "--from", "\(size)"])
        let one = try district.program.start(["watch", "--whistle", district.raised, "--from", "0", "--lang", "en"])
        try await wait(for: one) { $0.contains("called") || $0.contains(district.raised) }
        try district.done("ack", district.raised, as: District.housing)
        try district.done("link", district.handled, "--source", "12345:9", as: District.street)
        try await wait(for: all) { $0.split(separator: "\n").count == 2 }
        let told = try interrupt(all).objects
        let log = try district.done("log", "--from", "\(size)").lines
        #expect(told.map { $0["position"] as? Int } == [size, size + 1])
        for (item, line) in zip(told, log) {
            let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary
            #expect(item["entry"] as? NSDictionary == entry)
            #expect(item["sentence"] is String && item["actorName"] is String)
        }

        try await wait(for: one) { $0.contains("signed") }
        let lines = try interrupt(one).lines
        #expect(lines.allSatisfy { $0.contains(district.raised) && !$0.contains(district.handled) })
        let entries = try district.entries().filter { $0["subject"] as? String == district.raised }
        #expect(lines.count == entries.count)
    }

    @Test func `Only what happens from now on is told unless somebody asks for more`() async throws {
        let district = try District.copy()
        let running = try district.program.start(["跟踪", "--json"])
        // It has begun to look when a first act is told.
        var acts = 0
        while running.printed.isEmpty, acts < 100 {
            acts += 1
            try district.done("link", district.raised, "--source", "12345:\(acts)", as: District.street)
            try await Task.sleep(for: .milliseconds(400))
        }
        let told = try interrupt(running).objects
        #expect(!told.isEmpty && told.count <= acts)
        let unknown = try district.muster("watch", "--whistle", "W2026-009999")
        #expect(unknown.status == 3 && unknown.outBytes.isEmpty)
    }

    @Test func `An inbox that is followed tells what has come and what has gone`() async throws {
        let district = try District.copy()
        let lines = try district.program.start(["inbox", "区住建局", "--watch", "--lang", "en"])
        let objects = try district.program.start(["inbox", "区住建局", "--watch", "--json"])
        let before = try district.done("inbox", "区住建局", "--json").objects.count
        for running in [lines, objects] { try await wait(for: running) { $0.split(separator: "\n").count == before } }
        try district.done("report-in", district.raised, as: District.housing)
        for running in [lines, objects] {
            try await wait(for: running) { $0.split(separator: "\n").count == before + 2 }
        }
        let said = try interrupt(lines).lines
        #expect(said.prefix(before).allSatisfy { $0.hasPrefix("+ ") })
        let news = said.suffix(2)
        #expect(news.first?.hasPrefix("- ") == true && news.last?.hasPrefix("+ ") == true)
        #expect(news.allSatisfy { $0.contains(district.raised) })
        let changes = try interrupt(objects).objects.suffix(2)
        #expect(changes.map { $0["change"] as? String } == ["removed", "added"])
        let duties = changes.map { ($0["item"] as? [String: Any])?["duty"] as? String }
        #expect(duties == ["acknowledge", "lead"])
    }

    @Test func `On a terminal the inbox is drawn anew`() async throws {
        let district = try District.copy()
        var program = district.program
        program.environment["TERM"] = "xterm"
        let script =
            "timeout 120 script -qefc 'stty cols 120 rows 30; \(Program.path) inbox 区住建局 --watch' /dev/null </dev/null"
        let running = try program.startShell(script)
        try await wait(for: running) { $0.contains(district.raised) }
        try district.done("report-in", district.raised, as: District.housing)
        try await wait(for: running) { $0.components(separatedBy: "\u{1B}[2J").count >= 3 }
        // The whole group: `script` would outlive `timeout`, and its terminal goes with it.
        kill(-running.process.processIdentifier, SIGKILL)
        _ = try running.wait()
    }
}
