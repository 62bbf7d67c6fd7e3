import EventLog
import Foundation
import GRDB
import MusterAudit
import SQLiteEventStore
import Testing
import TransparencyLog

/// Whatever somebody does to a ledger is found, and each thing by its own name.
struct TamperingTests {
    private let log: SampleLog

    init() async throws { log = try await SampleLog.made.value }

    private func verify(
        _ store: SQLiteEventStore, isDeep: Bool = false, against: [SignedCheckpoint] = [],
        head: SignedCheckpoint? = nil, file: (@Sendable (String) async -> LogVerification.FileState)? = nil
    ) async throws -> VerificationReport {
        var verification = LogVerification()
        verification.keys = log.key.verifierKeys
        (verification.isDeep, verification.against, verification.head) = (isDeep, against, head)
        verification.file = file
        let report = try await verification.run(on: store)
        await store.close()
        return report
    }

    private func kinds(_ report: VerificationReport) -> Set<Finding.Kind> { Set(report.findings.kept.map(\.kind)) }

    private func positions(_ report: VerificationReport, _ kind: Finding.Kind) -> [Position?] {
        report.findings.kept.filter { $0.kind == kind }.map(\.position)
    }

    /// A byte of the blob in a row, other than it was.
    private func flip(_ table: String, _ column: String, _ row: String, at offset: Int) -> (Database) throws -> Void {
        { db in
            guard var blob = try Data.fetchOne(db, sql: "SELECT \(column) FROM \(table) \(row)") else {
                throw DatabaseError(message: "no such row")
            }
            let place = offset < 0 ? blob.count + offset : offset
            blob[blob.startIndex + place] ^= 0x01
            try db.execute(
                sql: "UPDATE \(table) SET \(column) = ? WHERE rowid = (SELECT rowid FROM \(table) \(row))",
                arguments: [blob])
        }
    }

    // MARK: Nothing wrong

    @Test func `A ledger that nobody has touched is equal, and all of it was looked at`() async throws {
        let report = try await verify(try await log.copy { _ in }, isDeep: true)
        #expect(report.findings.kept == [])
        #expect(report.size == Position(log.entries.count))
        #expect(report.root == Frontier(leaves: log.entries.map { .leaf($0.bytes) }).root)
        #expect(report.texts == Position(log.entries.reduce(0) { $0 + $1.words.count }))
        #expect(report.checkpoints == log.checkpoints.count && report.checkpoints > 1)
        #expect(report.anchored == report.size)
        #expect(report.digest != nil)
    }

    @Test func `A log written anew as it was is the same log`() async throws {
        #expect(try await verify(try await log.forgery { _ in }, isDeep: true).findings.kept == [])
    }

    // MARK: A byte

    @Test(arguments: [
        ("entries", "first = 0"), ("entries", "first = 1024"), ("words", "first = 0"), ("words", "first = 1024"),
    ])
    func `A flipped byte of a sealed block is found where it begins`(table: String, row: String) async throws {
        let report = try await verify(try await log.copy(flip(table, "block", "WHERE \(row)", at: 200)))
        #expect(kinds(report).isSuperset(of: [.block]))
        #expect(positions(report, .block).first == Position(row.dropFirst("first = ".count)))
        // The rest was looked at all the same.
        #expect(report.size > 0)
    }

    @Test func `A flipped byte of an entry in the tail changes the root, and its form`() async throws {
        let report = try await verify(
            try await log.copy(flip("tail", "entries", "ORDER BY first DESC LIMIT 1", at: -3)))
        #expect(kinds(report).contains(.checkpoint))
        #expect(report.findings.count > 0)
    }

    @Test func `A flipped byte of a text in the tail does not fit its entry`() async throws {
        let row = "WHERE length(words) > 200 ORDER BY first DESC LIMIT 1"
        let report = try await verify(try await log.copy(flip("tail", "words", row, at: -1)))
        #expect(kinds(report) == [.word])
    }

    @Test func `A flipped byte of a fold row in the tail is found by computing it again`() async throws {
        let row = "ORDER BY first DESC LIMIT 1"
        let report = try await verify(try await log.copy(flip("tail", "rows", row, at: 30)), isDeep: true)
        #expect(kinds(report).contains(.row))
    }

    @Test func `A flipped byte of the sealed columns is found by computing them again`() async throws {
        let report = try await verify(
            try await log.copy(flip("columns", "block", "WHERE first = 0", at: 90)), isDeep: true)
        #expect(kinds(report).contains(.row))
    }

    @Test(arguments: [
        ("columns", "block", "WHERE first = 0", 0), ("commands", "block", "WHERE part = 19", 1_024),
        ("segment", "filter", "WHERE number = 1", 1_024),
    ])
    func `A flipped byte of any other sealed block is found by its checksum`(
        table: String, column: String, row: String, position: Position
    ) async throws {
        let report = try await verify(try await log.copy(flip(table, column, row, at: -6)))
        #expect(kinds(report) == [.copy])
        #expect(positions(report, .copy) == [position])
    }

    @Test func `A changed tile is found where its leaves begin`() async throws {
        let report = try await verify(
            try await log.copy { db in
                let hashes = try Data.fetchOne(db, sql: "SELECT hashes FROM tile WHERE level = 1 AND number = 0")
                var changed = try #require(hashes)
                changed[40] ^= 1
                try db.execute(sql: "UPDATE tile SET hashes = ? WHERE level = 1", arguments: [changed])
            })
        #expect(kinds(report) == [.tile])
        #expect(positions(report, .tile) == [0])
    }

    @Test func `A removed tile is found`() async throws {
        let report = try await verify(try await log.copy { try $0.execute(sql: "DELETE FROM tile") })
        #expect(kinds(report) == [.tile])
    }

    @Test func `A flipped byte of a checkpoint's signature is found by its size`() async throws {
        let size = try #require(log.checkpoints.last).checkpoint.size
        let report = try await verify(
            try await log.copy(flip("checkpoint", "note", "WHERE size = \(size)", at: -20)))
        #expect(kinds(report) == [.signature])
        #expect(positions(report, .signature) == [size])
        #expect(report.anchored < size)
    }

    @Test func `What is kept once more for opening is compared with the entries`() async throws {
        let report = try await verify(
            try await log.copy { db in
                let wrong = try Data.fetchOne(db, sql: "SELECT first_stream FROM segment WHERE number = 1")
                try db.execute(sql: "UPDATE segment SET first_stream = ? WHERE number = 0", arguments: [wrong])
            })
        #expect(kinds(report) == [.copy])
    }

    @Test func `A changed name of a stream is found`() async throws {
        let report = try await verify(
            try await log.copy { db in
                try db.execute(
                    sql: "UPDATE name SET text = CAST('W1999-000001' AS BLOB) WHERE space = 0 AND number = 3")
            })
        #expect(kinds(report) == [.name])
    }

    @Test func `A changed name of a unit is found by computing the names again`() async throws {
        let report = try await verify(
            try await log.copy { db in
                try db.execute(sql: "UPDATE name SET text = CAST('x' AS BLOB) WHERE space = 1 AND number = 2")
            }, isDeep: true)
        #expect(kinds(report) == [.name])
    }

    // MARK: Entries

    @Test func `An entry that was taken out leaves a gap, and the checkpoints do not fit any more`() async throws {
        let report = try await verify(try await log.forgery { $0.remove(at: 500) })
        #expect(kinds(report).isSuperset(of: [.sequence, .revision, .checkpoint, .cut]))
        #expect(positions(report, .sequence).first == 500)
    }

    @Test func `Two entries that were exchanged stand where they do not belong`() async throws {
        let report = try await verify(try await log.forgery { $0.swapAt(700, 701) })
        #expect(positions(report, .sequence) == [700, 701])
        #expect(kinds(report).contains(.checkpoint))
    }

    @Test func `An entry that was put in pushes all others on`() async throws {
        let report = try await verify(try await log.forgery { $0.insert($0[900], at: 901) })
        #expect(positions(report, .sequence).first == 901)
        #expect(kinds(report).isSuperset(of: [.revision, .checkpoint]))
    }

    @Test func `An end that was cut off is missed by every checkpoint that saw it`() async throws {
        let size = try #require(log.checkpoints.last).checkpoint.size
        let report = try await verify(try await log.forgery { $0.removeLast(10) })
        #expect(kinds(report) == [.cut])
        #expect(positions(report, .cut) == [size])
        // And where the checkpoint was taken away too, by the head beside the ledger.
        let rest = Array(log.checkpoints.dropLast())
        let again = try await log.forgery({ $0.removeLast(10) }, checkpoints: rest)
        #expect(kinds(try await verify(again, head: log.checkpoints.last)) == [.cut])
    }

    @Test func `A forgery that its owner has signed anew is caught by any checkpoint from before`() async throws {
        let place = try #require(
            log.entries.firstIndex { String(decoding: $0.bytes, as: UTF8.self).contains("report") })
        var forged: [[UInt8]] = []
        func change(_ entries: inout [Forged]) {
            entries[place].replace("\"authtype\":\"local\"", with: "\"authtype\":\"lokal\"")
            entries[place].replace("\"authtype\":\"token\"", with: "\"authtype\":\"tokem\"")
            entries[place].replace("\"authtype\":\"none\"", with: "\"authtype\":\"nope\"")
            entries[place].replace("\"actor\":\"", with: "\"actor\":\"x")
            forged = entries.map(\.bytes)
        }
        _ = try await log.forgery(change, checkpoints: []).close()
        let last = try #require(log.checkpoints.last)
        let time = try #require(
            try last.verify(
                LogPolicy(
                    origin: log.key.name, logKeys: [log.key.signer.verifierKey], cosigners: [log.key.clock.verifierKey])
            ).times)
        let signed = try log.checkpoint(of: forged, at: time.lowerBound)
        // In itself nothing is wrong with it.
        let alone = try await verify(try await log.forgery(change, checkpoints: [signed]))
        #expect(alone.findings.kept == [])
        let against = try await verify(try await log.forgery(change, checkpoints: [signed]), against: [last])
        #expect(kinds(against) == [.against])
        let head = try await verify(try await log.forgery(change, checkpoints: [signed]), head: last)
        #expect(kinds(head) == [.against])
    }

    @Test func `A clock that was set back is found by the checkpoints around`() async throws {
        let size = log.entries.count
        let last = try #require(log.entries.last)
        let envelope = try Envelope(bytes: last.bytes)
        let hours = 3 * 3_600_000 as Int64
        // The owner appends a day later and says that it was three hours before the last checkpoint.
        let late = UInt64(envelope.recorded / 1_000)
        let checkpoint = try log.checkpoint(of: log.entries.map(\.bytes), at: late + 10)
        var dated = envelope
        dated.position = Position(size)
        dated.revision += 1
        (dated.time, dated.recorded) = (envelope.recorded - hours, envelope.recorded - hours)
        let bytes = dated.bytes
        let report = try await verify(
            try await log.forgery(
                { $0.append(Forged(bytes: bytes, words: [], row: $0[size - 1].row)) },
                checkpoints: log.checkpoints.dropLast() + [checkpoint]))
        #expect(positions(report, .recordedTooEarly) == [Position(size)])
        #expect(positions(report, .recordedBackwards) == [Position(size)])
    }

    // MARK: Texts and files

    @Test func `Texts that were exchanged, salts that were exchanged and texts that were put in are found`()
        async throws
    {
        let places = log.entries.indices.filter { log.entries[$0].words.count == 1 }
        let (one, two) = (try #require(places.first), try #require(places.last))
        let texts = try await verify(
            try await log.forgery { entries in
                let text = entries[one].words[0].text
                entries[one].words[0].text = entries[two].words[0].text + "!"
                entries[two].words[0].text = text + "!"
            })
        #expect(positions(texts, .word) == [Position(one), Position(two)])
        let salts = try await verify(
            try await log.forgery { entries in
                let salt = entries[one].words[0].salt
                entries[one].words[0].salt = entries[two].words[0].salt
                entries[two].words[0].salt = salt
            })
        #expect(positions(salts, .word) == [Position(one), Position(two)])
        let more = try await verify(
            try await log.forgery { entries in
                entries[one].words.append(Word(field: "zzz", salt: [UInt8](repeating: 1, count: 32), text: "?"))
            })
        #expect(kinds(more) == [.wordUnknown])
        #expect(positions(more, .wordUnknown) == [Position(one)])
    }

    @Test func `A text that is gone without an erasure is missing`() async throws {
        let place = try #require(log.entries.firstIndex { !$0.words.isEmpty })
        let report = try await verify(try await log.forgery { $0[place].words = [] })
        #expect(kinds(report) == [.wordMissing])
        #expect(positions(report, .wordMissing).first == Position(place))
    }

    @Test func `An attached file that is missing or another one is found where it was attached`() async throws {
        let attached = try #require(
            log.entries.first { String(decoding: $0.bytes, as: UTF8.self).contains("\"sha256\":") })
        let missing = try await verify(try await log.copy { _ in }) { _ in .missing }
        #expect(kinds(missing) == [.fileMissing])
        #expect(positions(missing, .fileMissing).contains(attached.position))
        let other = try await verify(try await log.copy { _ in }) { _ in .present(sha256: "00", bytes: 1) }
        #expect(kinds(other) == [.file])
    }
}
