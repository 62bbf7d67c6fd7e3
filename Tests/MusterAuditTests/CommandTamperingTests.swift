import EventLog
import Foundation
import GRDB
import MusterAudit
import SQLiteEventStore
import Testing

/// Whatever somebody does to the index of command ids is found, in a sealed segment and in the tail.
struct CommandTamperingTests {
    private let log: SampleLog

    init() async throws { log = try await SampleLog.made.value }

    /// Where the record stands that is changed: the positions of a run, and how it is kept.
    enum Place: CaseIterable {
        case sealed, tail

        var positions: Range<Position> {
            switch self {
            case .sealed: SampleLog.segment..<2 * SampleLog.segment
            case .tail: 2 * SampleLog.segment..<Position.max
            }
        }
    }

    /// What is done to the records around one of a command of several entries.
    struct Deed: CustomTestStringConvertible, Sendable {
        var testDescription: String
        /// Where it is found, counted from the command's first entry.
        var found: Set<Position>
        var change: @Sendable (inout [CommandTable.Item], _ index: Int) -> Void

        init(
            _ name: String, at found: Set<Position>,
            _ change: @escaping @Sendable (inout [CommandTable.Item], _ index: Int) -> Void
        ) { (testDescription, self.found, self.change) = (name, found, change) }
    }

    static let deeds = [
        Deed("removed", at: [0]) { $0.remove(at: $1) },
        Deed("pointed at the next entry", at: [0, 1]) { $0[$1] = $0[$1].changed { $0.first += 1 } },
        Deed("made longer", at: [0]) { $0[$1] = $0[$1].changed { $0.last += 1 } },
        Deed("given another digest", at: [0]) { $0[$1] = $0[$1].changed { $0.digest[7] ^= 1 } },
        Deed("given another id", at: [0]) { $0[$1] = CommandTable.Item($0[$1].another, $0[$1].receipt) },
        Deed("joined by another one of the same entries", at: [0]) { records, index in
            records.insert(CommandTable.Item(records[index].another, records[index].receipt), at: index + 1)
        },
        Deed("joined by one that no entry bears", at: [1]) { records, index in
            let record = records[index].changed { $0.first += 1 }
            records.insert(CommandTable.Item(record.another, record.receipt), at: index + 1)
        },
        Deed("joined by one that begins in another segment", at: [SampleLog.segment]) { records, index in
            let record = records[index].changed {
                $0.first += SampleLog.segment
                $0.last += SampleLog.segment
            }
            records.insert(CommandTable.Item(record.another, record.receipt), at: index + 1)
        },
    ]

    @Test(arguments: Place.allCases, deeds)
    func `A record of the index is found where it is`(place: Place, deed: Deed) async throws {
        let victim = try victim(place)
        let report = try await verify {
            try change($0, place, holding: victim) { records in
                let index = try #require(records.firstIndex { $0.first == victim })
                deed.change(&records, index)
                if place == .sealed { records.sort { $0.fingerprint < $1.fingerprint } }
            }
        }
        #expect(Set(report.findings.kept.map(\.kind)) == [.copy])
        #expect(Set(report.findings.kept.map(\.position)) == Set(deed.found.map { victim + $0 }))
    }

    @Test func `Records that stand where nobody looks for them are found`() async throws {
        let victim = try victim(.sealed)
        let order = try await verify { try change($0, .sealed, holding: victim) { $0.reverse() } }
        #expect(Set(order.findings.kept.map(\.kind)) == [.copy])
        let moved = try await verify { db in
            var taken: [CommandTable.Item] = []
            try change(db, .sealed, holding: victim) { records in
                taken = [records.remove(at: try #require(records.firstIndex { $0.first == victim }))]
            }
            let other = try #require(
                commands(.sealed).first { $0.fingerprint.part != taken[0].fingerprint.part })
            try change(db, .sealed, holding: other.first) { $0.append(taken[0]) }
        }
        #expect(Set(moved.findings.kept.map(\.position)) == [victim])
    }

    @Test(arguments: [
        "UPDATE segment SET filter = (SELECT filter FROM segment WHERE number = 0) WHERE number = 1",
        "DELETE FROM commands WHERE part = 20",
        "UPDATE commands SET block = (SELECT block FROM commands WHERE part = 4) WHERE part = 20",
        "UPDATE tail SET commands = zeroblob(8) WHERE first = (SELECT max(first) FROM tail)",
        "UPDATE tail SET commands = x'00' WHERE first = (SELECT max(first) FROM tail)",
    ])
    func `A whole piece of the index that is gone or another one is found`(sql: String) async throws {
        let report = try await verify { try $0.execute(sql: sql) }
        #expect(Set(report.findings.kept.map(\.kind)) == [.copy])
        let place: Place = sql.contains("tail") ? .tail : .sealed
        #expect(report.findings.kept.allSatisfy { $0.position.map(place.positions.contains) == true })
    }

    // MARK: What they have in common

    private func verify(_ change: (Database) throws -> Void) async throws -> VerificationReport {
        let store = try await log.copy(change)
        var verification = LogVerification()
        (verification.keys, verification.isDeep) = (log.key.verifierKeys, true)
        let report = try await verification.run(on: store)
        await store.close()
        return report
    }

    /// The commands that begin in a run, by what the entries say.
    private func commands(_ place: Place) throws -> [(first: Position, fingerprint: CommandFingerprint, count: Int)] {
        var commands: [(first: Position, id: String, count: Int)] = []
        for entry in log.entries {
            let id = try Envelope(bytes: entry.bytes).commandID
            if commands.last?.id != id { commands.append((entry.position, id, 0)) }
            commands[commands.count - 1].count += 1
        }
        return commands.filter { place.positions.contains($0.first) }
            .map { ($0.first, CommandFingerprint(of: $0.id), $0.count) }
    }

    /// Where a command of several entries begins.
    private func victim(_ place: Place) throws -> Position {
        try #require(commands(place).dropFirst(5).first { $0.count > 1 }).first
    }

    /// Changes the records among which the one of a command is.
    private func change(
        _ db: Database, _ place: Place, holding position: Position, _ body: (inout [CommandTable.Item]) throws -> Void
    ) throws {
        switch place {
        case .tail:
            let row = try #require(
                try Row.fetchOne(
                    db, sql: "SELECT first, commands FROM tail WHERE first <= ? ORDER BY first DESC LIMIT 1",
                    arguments: [Int64(position)]))
            let (first, content): (Int64, Data) = (row[0], row[1])
            var records = try CommandTable.items(Array(content), first: Position(first))
            try body(&records)
            let changed = CommandTable.content(inOrder: records, first: Position(first))
            try db.execute(sql: "UPDATE tail SET commands = ? WHERE first = ?", arguments: [Data(changed), first])
        case .sealed:
            let command = try #require(commands(place).first { $0.first == position })
            let part = Int64(CommandFingerprint.parts + command.fingerprint.part)
            let frame = try Data.fetchOne(db, sql: "SELECT block FROM commands WHERE part = ?", arguments: [part])
            let content = try Inflater().content(of: Array(try #require(frame)), limit: CommandTable.maximumBytes)
            var records = try CommandTable.items(content, first: SampleLog.segment)
            try body(&records)
            let changed = Frame.compress(CommandTable.content(inOrder: records, first: SampleLog.segment))
            try db.execute(sql: "UPDATE commands SET block = ? WHERE part = ?", arguments: [Data(changed), part])
        }
    }
}

extension CommandTable.Item {
    /// The same with another receipt.
    fileprivate func changed(_ change: (inout Receipt) -> Void) -> Self {
        var receipt = receipt
        change(&receipt)
        return Self(fingerprint, receipt)
    }

    /// The fingerprint of an id that nobody has used, which is kept in the same part.
    fileprivate var another: CommandFingerprint {
        for number in 0... {
            let another = CommandFingerprint(of: "forged-\(number)")
            if another.part == fingerprint.part { return another }
        }
        preconditionFailure("one in sixteen is")
    }
}
