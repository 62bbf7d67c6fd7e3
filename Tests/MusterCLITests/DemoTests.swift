import Foundation
import FoundationNetworking
import Testing

/// The demonstration as a person runs it: the program itself, beside which the tests are built.
@Suite struct DemoTests {
    private struct Report: Decodable, Equatable {
        var ledger: String?
        var whistle, digest, replayedDigest: String
        var events: Int
        var equal: Bool
        var address: String?
        var tokens: [String: String]?
    }

    private static let program = Bundle.main.bundleURL.appendingPathComponent("muster")

    private func run(_ arguments: String...) throws -> (status: Int32, out: String, error: String) {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = ["demo"] + arguments
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": NSTemporaryDirectory(),
            "ASAN_OPTIONS": ProcessInfo.processInfo.environment["ASAN_OPTIONS"] ?? "",
        ]
        let (out, error) = (Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = error
        try process.run()
        let outBytes = out.fileHandleForReading.readDataToEndOfFile()
        let errorBytes = error.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: outBytes, as: UTF8.self),
            String(decoding: errorBytes, as: UTF8.self)
        )
    }

    private func report(_ arguments: String...) throws -> Report {
        let result = try run(arguments[0], arguments[1], "--json")
        #expect(result.status == 0, "\(result.error)")
        return try JSONDecoder().decode(Report.self, from: Data(result.out.utf8))
    }

    @Test func `The replayed state is the written one, in every run and in both languages`() throws {
        let chinese = try report("--lang", "zh")
        #expect(chinese.equal)
        #expect(chinese.digest == chinese.replayedDigest)
        #expect(chinese.whistle == "W2023-000001")
        #expect(chinese.ledger == nil && chinese.address == nil && chinese.tokens == nil)
        #expect(try report("--lang", "zh") == chinese)
        #expect(try report("--lang", "en") == chinese)
    }

    @Test(
        arguments: [
            (
                "zh",
                [
                    "区住建局申请退单", "报到时限", "第 15 条补录", "问题协调会", "返工", "无人接听", "已解决", "已同意退单", "迟1小时40分", "两者相同",
                    "由 5 个岗位各凭自己的令牌，经 HTTP 向 http://127.0.0.1:", "首次读取待办即为送达", "3 个部门首次读取待办的时间都已入账",
                ]
            ),
            (
                "en",
                [
                    "objected", "deadline passed", "entered afterwards", "meeting", "rework", "no answer", "solved",
                    "1h40min late", "came in over HTTP at http://127.0.0.1:", "by 5 posts, each with its own token",
                    "The first fetch is the delivery", "each of the 3 departments",
                ]
            ),
        ])
    func `The story tells every turn of the case in whole sentences`(language: String, turns: [String]) throws {
        let result = try run("--lang", language)
        #expect(result.status == 0)
        #expect(result.error.isEmpty)
        // Where a line breaks depends on the width.
        let out = result.out.filter { !$0.isWhitespace }
        for turn in turns { #expect(out.contains(turn.filter { !$0.isWhitespace }), "\(turn)") }
        #expect(!result.out.contains("«demo."), "a sentence is missing")
    }

    @Test func `A kept ledger lies where it was asked for, and a second one does not replace it`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("demo-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try run("--keep", folder.path, "--lang", "en")
        #expect(first.status == 0)
        #expect(first.out.contains("muster show --ledger \(folder.path)/demo.muster W2023-000001"))
        let key = try Data(contentsOf: folder.appendingPathComponent("demo.muster.key"))
        for post in ["P0001", "DYT-1", "DYT-2", "JYYD-1", "QCY-1", "ZGJ-1", "ZJJ-1"] {
            let token = folder.appendingPathComponent("\(post).token").path
            #expect(try FileManager.default.attributesOfItem(atPath: token)[.posixPermissions] as? Int == 0o600)
            #expect(try String(contentsOfFile: token, encoding: .utf8).hasPrefix("mst_"))
        }

        let second = try run("--keep", folder.path, "--lang", "en")
        #expect(second.status == 5)
        #expect(second.out.isEmpty)
        #expect(second.error.contains("[demoThere]"))
        #expect(try Data(contentsOf: folder.appendingPathComponent("demo.muster.key")) == key)
    }

    @Test func `No other ledger is written to`() throws {
        let result = try run("--ledger", "some.muster", "--lang", "en")
        #expect(result.status == 64)
        #expect(result.error.contains("[demoLedger]"))
    }

    // MARK: Left running

    /// Starts it with a folder of its own for temporary files, and waits until it has said something.
    private func open(
        _ arguments: [String], in scratch: Scratch, until said: String
    ) async throws -> Program.Running {
        var program = Program(scratch: scratch)
        try FileManager.default.createDirectory(atPath: scratch.path("tmp"), withIntermediateDirectories: true)
        program.environment = ["TMPDIR": scratch.path("tmp")]
        let running = try program.start(["demo", "--open"] + arguments)
        for _ in 0..<3_000 where !running.printed.contains(said) {
            try #require(running.process.isRunning, "it has ended: \(running.complained)")
            try await Task.sleep(for: .milliseconds(10))
        }
        return running
    }

    private func get(_ url: String, token: String? = nil) async throws -> (status: Int, body: String) {
        var request = URLRequest(url: try #require(URL(string: url)))
        if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        let (data, response) = try await URLSession.shared.data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
    }

    @Test func `Left running, it lets the posts in by their tokens, and leaves nothing behind when it is ended`()
        async throws
    {
        let scratch = try Scratch()
        let running = try await open(["--json"], in: scratch, until: "}\n")
        let report = try JSONDecoder().decode(Report.self, from: Data(running.printed.utf8))
        let address = try #require(report.address)
        let ledger = try #require(report.ledger)
        #expect(report.equal && ledger.hasPrefix(scratch.path("tmp")) && report.tokens?.count == 7)

        #expect(try await get(address + "/health/live").status == 200)
        #expect(try await get(address + "/v1/me").status == 401)
        let file = try #require(report.tokens?["QCY/QCY-1"])
        let token = try String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .newlines)
        let identity = try await get(address + "/v1/me", token: token)
        #expect(identity.status == 200 && identity.body.contains("QCY-1"), "\(identity.body)")
        let signIn = try await get(address + "/sign-in")
        #expect(signIn.status == 200 && signIn.body.contains("<form"))

        kill(running.process.processIdentifier, SIGTERM)
        let answer = try running.wait()
        #expect(answer.status == 0 && answer.error.isEmpty, "\(answer.error)")
        #expect(answer.lines.count == 1)
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path("tmp"))
        #expect(left.filter { $0.hasPrefix("muster-demo-") }.isEmpty)
    }

    @Test(arguments: [("zh", "账本和令牌留在 "), ("en", "Ledger and tokens stay in ")])
    func `Left running on a kept ledger, it says where it is and where the tokens lie`(
        language: String, last: String
    ) async throws {
        let scratch = try Scratch()
        let folder = scratch.path("kept")
        let running = try await open(["--keep", folder, "--lang", language], in: scratch, until: last + folder)
        let out = running.printed
        for file in ["QCY-1.token", "DYT-2.token", "P0001.token"] { #expect(out.contains("\(folder)/\(file)")) }
        let api = try #require(out.firstMatch(of: #/(http:\/\/127\.0\.0\.1:\d+)\/v1\/districts\/610113/#))
        #expect(out.contains("\(api.1)/\n"))
        #expect(!out.contains("«"))
        #expect(try await get("\(api.1)/health/ready").status == 200)
        kill(running.process.processIdentifier, SIGINT)
        #expect(try running.wait().status == 0)
        #expect(FileManager.default.fileExists(atPath: folder + "/demo.muster"))
    }
}
