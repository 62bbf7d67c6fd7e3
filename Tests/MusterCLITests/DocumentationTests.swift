import Foundation
import Testing

/// What docs/cli.md shows is what the program does.
@Suite struct DocumentationTests {
    private static let page = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/cli.md")

    /// What each command prints on the terminal, both streams, all of them run in one shell.
    private func run(_ commands: [PageSession.Command], in scratch: Scratch) throws -> [[String]] {
        let mark = "end-of-\(UUID().uuidString)"
        // Whistles are named after the year.
        let year = try #require(
            TimeZone(identifier: "Asia/Shanghai").map { zone in
                var calendar = Calendar(identifier: .gregorian)
                calendar.timeZone = zone
                return calendar.component(.year, from: Date())
            })
        let wide = String(year).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }.map(String.init)
            .joined()
        let script = commands.map { command in
            command.script.replacing("W2026-", with: "W\(year)-").replacing("Ｗ２０２６", with: "Ｗ\(wide)")
                + "\n{ answered=$?; echo \(mark); (exit $answered); }\n"
        }
        let answer = try Program(scratch: scratch).shell("exec 2>&1\n" + script.joined())
        var outputs = answer.out.replacing("\r\n", with: "\n").components(separatedBy: mark + "\n")
        #expect(outputs.removeLast().isEmpty)
        return outputs.map { output in
            output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
        }
    }

    /// A line without what differs from run to run.
    private func settled(_ line: String) -> String {
        var line = line
        line.replace(#/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+\-]\d\d:\d\d)?/#, with: "MOMENT")
        line.replace(#/\d{4}-\d\d-\d\d/#, with: "DAY")
        line.replace(#/\d{4}年\d{1,2}月\d{1,2}日( \d\d:\d\d)?/#, with: "MOMENT")
        line.replace(#/\((\d+ ?(d|h|min|s|days?|hours?|minutes?)\s*)+ left\)/#, with: "(LEFT)")
        line.replace(#/(\d+ ?(days?|hours?|minutes?|d|h|min) ?)+left/#, with: "LEFT")
        line.replace(#/W\d{4}-/#, with: "W-")
        line.replace(#/[0-9a-f]{64}/#, with: "DIGEST")
        line.replace(#/\b[A-Za-z0-9+\/]{43}=/#, with: "HASH")
        line.replace(#/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/#, with: "ID")
        line.replace(#/610113/[0-9a-f]{8}(\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+)?/#, with: "KEY")
        line.replace(#/"seconds":[0-9.e\-]+,"eventsPerSecond":\d+/#, with: "SPEED")
        line.replace(#/\d+ ms to open, read and fold: \d+ events/#, with: "SPEED")
        line.replace(#/(\/[^ \/]+)+\/muster-cli-[^\/]+\//#, with: "FOLDER/")
        line.replace(#/ +/#, with: " ")
        return line.trimmingCharacters(in: .whitespaces)
    }

    @Test func `The sessions on the page run as they are shown`() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        var session = PageSession(text)
        #expect(session.commands.count > 30)
        let outputs = try run(session.commands, in: try Scratch())
        try #require(outputs.count == session.commands.count)
        var next = 0
        let update = ProcessInfo.processInfo.environment["MUSTER_WRITE_DOCS"] == "1"
        for index in session.parts.indices {
            guard case .command(var command) = session.parts[index] else { continue }
            let output = outputs[next]
            next += 1
            if update {
                command.output = output
                session.parts[index] = .command(command)
            } else {
                #expect(output.map(settled) == command.output.map(settled), "\(command.script)")
            }
        }
        if update { try session.page.write(to: Self.page, atomically: true, encoding: .utf8) }
    }

    @Test func `Every command and every option of its own stands on the page`() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
        let program = Program(scratch: try Scratch())
        let shared: Set = [
            "ledger", "server", "token-file", "timeout", "json", "lang", "no-color", "help", "version", "as",
            "command-id", "dry-run", "occurred-at", "via", "on-behalf-of", "if-revision", "confirm-numbers",
            // PAST
            "to", "as-of", "as-recorded",
        ]
        let tree = try CommandTree(program)
        #expect(tree.verbs.count > 50)
        for verb in tree.verbs {
            let name = verb.joined(separator: " ")
            guard let row = rows.first(where: { $0.hasPrefix("| `\(name)` |") }) else {
                Issue.record("docs/cli.md lacks \(name)")
                continue
            }
            let command = try #require(tree.command(at: verb))
            for alias in command.aliases ?? [] { #expect(row.contains(alias), "\(name) lacks \(alias)") }
            for option in command.options where !shared.contains(option) {
                #expect(row.contains("--\(option)"), "\(name) lacks --\(option)")
            }
        }
        for option in shared where option != "help" { #expect(text.contains("--\(option)"), "\(option)") }
    }
}
