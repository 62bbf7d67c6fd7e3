import CivilTime
import EventLog
import FoldRow
import Foundation
import MusterDomain
import MusterText
import SQLiteEventStore
import Testing
import TransparencyLog

@testable import MusterAudit

/// A package has all of a ledger, or there is none. What its verifier finds is tried by `Scripts/judge-package`.
struct AuditPackageTests {
    private let log: SampleLog
    private let folder: Folder

    init() async throws {
        log = try await SampleLog.made.value
        folder = try Folder()
    }

    private var place: String { folder.path + "/package" }

    private func package() -> AuditPackage {
        AuditPackage(
            folder: place, draft: folder.path + "/draft", keys: log.key.verifierKeys,
            attachments: folder.path + "/files", program: "1.2.3")
    }

    private func make(
        _ package: AuditPackage, at checkpoint: SignedCheckpoint? = nil
    ) async throws -> AuditPackage.Summary {
        let store = try await log.copy { _ in }
        defer { Task { await store.close() } }
        return try await package.run(of: store, at: try checkpoint ?? #require(log.checkpoints.last))
    }

    private func read(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: place + "/" + name)) }

    private func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

    /// All files of a folder, by their paths inside it.
    private func files() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: place).filter { name in
            var isFolder: ObjCBool = false
            _ = unsafe FileManager.default.fileExists(atPath: place + "/" + name, isDirectory: &isFolder)
            return !isFolder.boolValue
        }
    }

    @Test func `A package holds every entry byte for byte, every text and every checkpoint`() async throws {
        let summary = try await make(package())
        #expect(Array(try read("entries.jsonl")) == log.entries.flatMap { $0.bytes + [0x0A] })
        #expect(summary.texts == log.entries.reduce(0) { $0 + $1.words.count })
        struct Line: Decodable {
            struct Opened: Decodable { var field, text, salt: String }
            var position: Position
            var words: [Opened]
        }
        let lines = try text("words.jsonl").split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        #expect(lines.map(\.position) == log.entries.filter { !$0.words.isEmpty }.map(\.position))
        for line in lines {
            let words = log.entries[Int(line.position)].words
            #expect(line.words.map(\.text) == words.map(\.text) && line.words.map(\.field) == words.map(\.field))
            #expect(line.words.map { Data(base64Encoded: $0.salt) } == words.map { Data($0.salt) })
        }
        for checkpoint in log.checkpoints {
            #expect(Array(try read("checkpoints/\(checkpoint.checkpoint.size)")) == checkpoint.bytes)
        }
        #expect(Array(try read("checkpoint")) == log.checkpoints.last?.bytes)
        #expect(try files().count == summary.files)
        #expect(try text("sha256sums.txt").split(separator: "\n").count == summary.files - 1)
        #expect(try !files().contains { $0.hasSuffix(".draft") })
    }

    @Test func `A package of an earlier checkpoint ends where that does`() async throws {
        let earlier = try #require(log.checkpoints.dropLast().last)
        let summary = try await make(package(), at: earlier)
        let entries = log.entries.prefix(Int(earlier.checkpoint.size))
        #expect(Array(try read("entries.jsonl")) == entries.flatMap { $0.bytes + [0x0A] })
        let streams = Set(log.rows.prefix(entries.count).map(\.stream)).subtracting([0])
        #expect(summary.whistles == streams.count)
        #expect(try text("whistles.csv").components(separatedBy: "\r\n").count >= streams.count + 2)
    }

    @Test func `Without texts no text of the ledger is in any file`() async throws {
        var package = package()
        package.withTexts = false
        let summary = try await make(package)
        #expect(summary.texts == 0)
        let names = try files()
        #expect(!names.contains("words.jsonl"))
        // Shorter ones are words that anything may have.
        let texts = Set(log.entries.flatMap { $0.words.map(\.text) }.filter { $0.count > 12 }.prefix(400))
        #expect(texts.count > 100)
        for name in names where name != "verify.py" {
            let content = try text(name)
            for text in texts { #expect(!content.contains(text), "\(name)") }
        }
    }

    @Test func `A place that is taken is left alone, and an empty folder is none`() async throws {
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: place + "/note"))
        await #expect(throws: AuditPackage.Failure.self) { try await make(package()) }
        #expect(try files() == ["note"])
        try FileManager.default.removeItem(atPath: place + "/note")
        #expect(try await make(package()).whistles > 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["package"])
    }

    @Test func `Entries that are not those of the checkpoint make no package`() async throws {
        let size = try #require(log.checkpoints.last).checkpoint.size
        let other = try log.checkpoint(of: log.entries.prefix(Int(size)).map { $0.bytes + [0x20] }, at: 1_800_000_000)
        do {
            _ = try await make(package(), at: other)
            Issue.record("a package of another log was made")
        } catch let failure as AuditPackage.Failure {
            guard case .differs(size) = failure else { throw failure }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func `Whoever stops it leaves nothing behind`() async throws {
        var package = package()
        package.progress = { _, _ in unsafe withUnsafeCurrentTask { unsafe $0?.cancel() } }
        let task = Task { [package] in try await make(package) }
        await #expect(throws: AuditPackage.Failure.self) { try await task.value }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func `A text whose erasure has begun and is not certified by the checkpoint makes no package`() async throws {
        let store = try await log.forgery { forged in
            var row = try #require(forged.last).row
            (row.kind, row.stream, row.a) = (EventKind.textErasureRequested.rawValue, 0, 30)
            forged.append(Forged(bytes: Array("{}".utf8), words: [], row: row))
        }
        do {
            _ = try await package().run(of: store, at: #require(log.checkpoints.last))
            Issue.record("a text may be missing without its certificate")
        } catch let failure as AuditPackage.Failure {
            guard case .erasing = failure else { throw failure }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        await store.close()
    }

    @Test func `Attached files are copied, and the sheet names what is missing or another`() async throws {
        let named = try log.entries.compactMap { entry -> String? in
            let data = try Envelope(bytes: entry.bytes).data["sha256"]
            return if case .string(let sha256)? = data { sha256 } else { nil }
        }
        let hashes = Set(named).sorted()
        try #require(hashes.count > 1)
        try FileManager.default.createDirectory(atPath: folder.path + "/files", withIntermediateDirectories: true)
        try Data("another".utf8).write(to: URL(fileURLWithPath: folder.path + "/files/" + hashes[0]))
        let summary = try await make(package())
        #expect(summary.attached == 1 && Set(summary.missing) == Set(hashes.dropFirst()))
        #expect(try text("files/" + hashes[0]) == "another")
        let sheet = try text("handover.txt")
        for hash in hashes { #expect(sheet.contains(hash)) }
        #expect(sheet.contains("内容与台账不符的附件 1 个") && sheet.contains("another content than the log says, 1"))
    }

    // MARK: Tables

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("两个,字", "\"两个,字\""), ("a\"b", "\"a\"\"b\""), ("a\r\nb", "\"a\r\nb\""),
        ("=1+1", "'=1+1"), ("+86", "'+86"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""), ("＝1", "'＝1"), ("'quoted", "''quoted"), ("a=1", "a=1"), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
        ("a\0b", "a\u{FFFD}b"),
    ])
    func `A cell is quoted where it must be, and no spreadsheet takes it for a formula`(value: String, cell: String) {
        #expect(SpreadsheetLine.cell(value).utf8.elementsEqual(cell.utf8))
    }

    @Test func `Every column and everything that the dictionary explains has words in both languages`() {
        let rows = DataDictionary.rows
        #expect(rows.count > 300)
        for row in rows {
            #expect(row.count == 7 && row[3]?.contains("«") == false && row[4]?.contains("«") == false, "\(row)")
        }
        let columns =
            PackageTables.whistles.columns.map { "whistles.csv " + $0.name }
            + PackageTables.calls.columns.map { "calls.csv " + $0.name }
            + PackageTables.tasks.columns.map { "tasks.csv " + $0.name }
            + PackageTables.evaluations.columns.map { "evaluations.csv " + $0.name }
        #expect(Set(columns).count == columns.count)
        let explained = rows.filter { $0[2] == nil }.map { "\($0[0] ?? "") \($0[1] ?? "")" }
        #expect(Set(columns).isSubset(of: explained))
    }

    @Test func `Moments are those of China, with their offset`() {
        #expect(Timestamp.shanghai(milliseconds: 0) == "1970-01-01T08:00:00.000+08:00")
        #expect(Timestamp.shanghai(milliseconds: 1_798_732_799_999) == "2026-12-31T23:59:59.999+08:00")
        #expect(Timestamp.milliseconds(of: Timestamp.shanghai(milliseconds: 1_798_732_799_999)) == 1_798_732_799_999)
    }

    @Test func `The findings of the verifier in a package bear names of ours, or the one that only packages have`() {
        let script = String(decoding: PackageResources.verify_py, as: UTF8.self)
        let kinds = script.matches(of: #/    "(\w+)": \("/#).map { String($0.1) }
        let table = kinds.prefix { $0 != "sums" }
        #expect(table.count > 18)
        for kind in table { #expect(kind == "hash" || Finding.Kind(rawValue: kind) != nil, "\(kind)") }
        for kind in table where kind != "hash" && kind != "block" {
            let words = Catalogue.muster.say("audit.finding.\(kind)", .zh)
            #expect(script.contains("\"\(kind)\": (\"\(words)\""), "\(kind)")
        }
    }
}
