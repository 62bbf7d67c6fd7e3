import Foundation
import Testing

/// The demonstration as a person runs it: the program itself, beside which the tests are built.
@Suite struct DemoTests {
    private struct Report: Decodable, Equatable {
        var ledger: String?
        var whistle, digest, replayedDigest: String
        var events: Int
        var equal: Bool
    }

    private static let program = Bundle.main.bundleURL.appendingPathComponent("muster")

    private func run(_ arguments: String...) throws -> (status: Int32, out: String, error: String) {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = ["demo"] + arguments
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": NSTemporaryDirectory()]
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
        #expect(chinese.ledger == nil)
        #expect(try report("--lang", "zh") == chinese)
        #expect(try report("--lang", "en") == chinese)
    }

    @Test(
        arguments: [
            ("zh", ["区住建局申请退单", "报到时限", "第 12 条补录", "问题协调会", "返工", "无人接听", "已解决", "已同意退单", "迟1小时40分", "两者相同"]),
            (
                "en",
                [
                    "objected", "deadline passed", "entered afterwards", "meeting", "rework", "no answer", "solved",
                    "1h40min late",
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
}
