import Foundation
import Testing

/// What docs/http-api.md shows is what a server answers.
@Suite struct HTTPDocumentationTests {
    private static let file = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/http-api.md")

    /// The page with the answers that a server gave, all of it run in one shell.
    private struct Run {
        var session: PageSession
        var outputs: [[String]]
        /// Every operation of the description: `POST /v1/districts/{code}/whistles`.
        var operations: [String]
    }

    private static let run = Result { try makeRun() }

    private static func makeRun() throws -> Run {
        let session = PageSession(try String(contentsOf: file, encoding: .utf8))
        let scratch = try Scratch()
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("muster"), withDestinationPath: Program.path)
        var program = Program(scratch: scratch, environment: ["PATH": "\(scratch.folder.path):/usr/bin:/bin"])
        program.folder = scratch.folder.path
        let mark = "end-of-\(UUID().uuidString)"
        // The program itself is the job that the page starts and ends, and it doesn't outlive the shell.
        let prelude = "unset -f muster; exec 2>&1; trap 'kill -9 $(jobs -p) 2>/dev/null' EXIT\n"
        let script = session.commands.map { command in
            Self.script(of: command) + "\n{ answered=$?; echo \(mark); (exit $answered); }\n"
        }
        let answer = try program.shell(prelude + script.joined())
        var outputs = answer.out.replacing("\r\n", with: "\n").components(separatedBy: mark + "\n")
        let rest = outputs.removeLast()
        guard rest.isEmpty, outputs.count == session.commands.count else { throw Unfinished(rest: rest) }
        return Run(
            session: session,
            outputs: outputs.map { $0.split(separator: "\n").map(String.init) },
            operations: try Self.operations(in: scratch.path("openapi.json")))
    }

    private struct Unfinished: Error {
        var rest: String
    }

    /// A command for this run: a free port instead of the page's, this year's whistles, and the description kept before
    /// the server ends.
    private static func script(of command: PageSession.Command) -> String {
        let year = Calendar(identifier: .gregorian).component(.year, from: Date() + 8 * 3600)
        let script = command.script.replacing("W2026-", with: "W\(year)-")
        if script.hasPrefix("muster serve") {
            return script.replacing("127.0.0.1:8080", with: "127.0.0.1:0") + """

                for _ in $(seq 200); do
                  at=$(cat serve.log 2>/dev/null | grep -o '127\\.0\\.0\\.1:[1-9][0-9]*' | head -n 1)
                  if [ -n "$at" ]; then break; fi
                  sleep 0.1
                done
                server=$!
                """
        }
        let own = script.replacing("127.0.0.1:8080", with: "$at")
        guard script.hasPrefix("kill ") else { return own }
        // A server that does not end of itself fails the test rather than holding it up.
        return """
            curl -sS http://$at/openapi.json >openapi.json
            (sleep 20; kill -9 $server) >/dev/null 2>&1 &
            \(own)
            """
    }

    private static func operations(in path: String) throws -> [String] {
        let document = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
        let paths = try #require((document as? [String: Any])?["paths"] as? [String: [String: Any]])
        return paths.flatMap { path, item in item.keys.map { "\($0.uppercased()) \(path)" } }.sorted()
    }

    /// A line without what differs from run to run.
    private static func settled(_ line: String) -> String {
        var line = line
        line.replace(#/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+\-]\d\d:\d\d)?/#, with: "MOMENT")
        line.replace(#/W\d{4}-/#, with: "W-")
        line.replace(#/urn:muster:request:[0-9a-zA-Z._\-…]+/#, with: "REQUEST")
        line.replace(#/[0-9a-f]{64}/#, with: "DIGEST")
        line.replace(#/\b[A-Za-z0-9+\/]{43}=/#, with: "HASH")
        line.replace(#/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/#, with: "ID")
        line.replace(#/"token":"[a-z0-9]{16}"/#, with: "\"token\":\"ID\"")
        return line
    }

    /// Whether an answer is what the page shows; `…` on the page stands for anything.
    private static func fits(_ output: [String], _ shown: [String]) -> Bool {
        let shown = shown.filter { !$0.isEmpty }
        guard output.count == shown.count else { return false }
        return zip(output, shown).allSatisfy { line, pattern in
            var rest = settled(line)[...]
            let parts = settled(pattern).components(separatedBy: "…")
            guard let first = parts.first, rest.hasPrefix(first) else { return false }
            rest = rest.dropFirst(first.count)
            for part in parts.dropFirst().dropLast() {
                guard let found = rest.range(of: part) else { return false }
                rest = rest[found.upperBound...]
            }
            return parts.count == 1 ? rest.isEmpty : rest.hasSuffix(parts[parts.count - 1])
        }
    }

    /// A long answer as the page shows it at first.
    private static func abbreviated(_ line: String) -> String {
        line.count <= 300 ? line : "\(line.prefix(240))…\(line.suffix(20))"
    }

    @Test func `The requests on the page are answered as they are shown`() throws {
        let run = try Self.run.get()
        var session = run.session
        let update = ProcessInfo.processInfo.environment["MUSTER_WRITE_DOCS"] == "1"
        var next = 0
        for index in session.parts.indices {
            guard case .command(var command) = session.parts[index] else { continue }
            let output = run.outputs[next]
            next += 1
            guard !Self.fits(output, command.output) else { continue }
            if update {
                command.output = output.map(Self.abbreviated)
                session.parts[index] = .command(command)
            } else {
                let words = "\(command.script)\n\(output.joined(separator: "\n"))"
                Issue.record("the page shows another answer: \(words)")
            }
        }
        #expect(next > 100)
        if update { try session.page.write(to: Self.file, atomically: true, encoding: .utf8) }
    }

    @Test func `Every operation of the description is asked on the page`() throws {
        let run = try Self.run.get()
        let asked = run.session.commands.flatMap { Self.requests(in: $0.script) }
        #expect(run.operations.count > 60)
        for operation in run.operations {
            #expect(asked.contains { Self.fits($0, operation) }, "docs/http-api.md never asks \(operation)")
        }
    }

    /// The requests of a command of the shell: `POST /v1/districts/610113/whistles`.
    private static func requests(in script: String) -> [String] {
        guard script.contains("curl ") else { return [] }
        let other = script.firstMatch(of: #/ -X ([A-Z]+) /#).map { String($0.1) }
        let method = script.contains("--json ") ? "POST" : script.contains(" -T ") ? "PUT" : other ?? "GET"
        let root = "/v1/districts/610113"
        return script.matches(of: #/(\$api|http://127\.0\.0\.1:8080)([^\s"'?]*)/#).map { match in
            "\(method) \(match.1 == "$api" ? root : "")\(match.2)"
        }
    }

    private static func fits(_ request: String, _ operation: String) -> Bool {
        let given = request.split(separator: "/"), template = operation.split(separator: "/")
        return given.count == template.count
            && zip(given, template).allSatisfy { $0 == $1 || $1.hasPrefix("{") && !$0.isEmpty }
    }
}
