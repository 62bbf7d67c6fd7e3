import EventLog
import Foundation
import MusterDomain
import MusterEngine
import MusterGenerator
import MusterImport
import MusterService
import MusterText
import SQLiteEventStore
import Testing

extension WrittenLog {
    /// A simulated district, sealed while it is written.
    static func generated(seed: UInt64, events: Int, in scratch: Scratch) async throws -> WrittenLog {
        // Six of them and a tail.
        let segmentSize = Position(max(64, events * 4 / 25))
        let store = try await scratch.newStore(options: SQLiteEventStore.Options(segmentSize: segmentSize))
        // Batches of all lengths: whole segments in one, and some entries in one.
        let batch = [512, 9, 64, 1_500][Int(seed % 4)]
        var generator = Generator(seed: seed, options: GeneratorOptions(events: events, batch: batch))
        let ledger = try await generator.establish(in: store, keyID: "00000000")
        var marks = LiveMarks(every: events / 5)
        _ = try await generator.run(into: ledger) { _ in marks.look(at: ledger) }
        marks.end(ledger)
        await store.sealed()
        await store.close()
        return WrittenLog(
            name: "seed \(seed)", path: scratch.path, segmentSize: segmentSize, live: marks.live)
    }

    /// The first cases of Boston's file; nil (and said on stdout) if it is not there.
    static func ofBoston(cases: Int, in scratch: Scratch) async throws -> WrittenLog? {
        guard let beginning = try BostonCases.beginning(bytes: cases * 600) else { return nil }
        // In this file no field has a line break.
        let lines = beginning.split(separator: 0x0A).prefix(cases + 1)
        try #require(lines.count == cases + 1)
        let segmentSize = Position(cases) / 3
        let store = try await scratch.newStore(options: SQLiteEventStore.Options(segmentSize: segmentSize))
        let environment = Environment(
            now: { Instant(milliseconds: 1_780_000_000_000) }, randomBytes: { Array(repeating: 7, count: $0) })
        let ledger = try await Ledger.establish(
            in: store, districtCode: Town.districtCode, founding: Town.founding, environment: environment)
        let source = OpenLedger(ledger, files: LedgerFiles(path: scratch.path))
        let district = LocalDistrict(
            source: source, caller: .local(as: nil), language: .en, environment: environment)
        var chunks = [Array(lines.joined(separator: [0x0A])) + [0x0A]]
        var marks = LiveMarks(every: cases * 2 / 3)
        let summary = try await Import311(groupSize: 200).run(
            into: district, chunks: { chunks.popLast() }, progress: { _ in marks.look(at: ledger) })
        #expect(summary.cases > cases * 9 / 10)
        marks.end(ledger)
        await store.sealed()
        await store.close()
        return WrittenLog(name: "Boston", path: scratch.path, segmentSize: segmentSize, live: marks.live)
    }

    /// The demonstration as a person runs it, by the program beside which the tests are built; it says itself which
    /// digest was live.
    static func ofDemonstration(in scratch: Scratch) throws -> WrittenLog {
        struct Report: Decodable {
            var ledger, digest: String
            var events: Position
        }
        let process = Process()
        process.executableURL = Bundle.main.bundleURL.appending(path: "muster")
        process.arguments = ["demo", "--keep", scratch.path("demo"), "--json"]
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": NSTemporaryDirectory(), "LANG": "C",
            // Built for a sanitizer, the program takes that one's options from whoever runs the tests.
            "ASAN_OPTIONS": ProcessInfo.processInfo.environment["ASAN_OPTIONS"] ?? "",
        ]
        let out = Pipe()
        process.standardOutput = out
        try process.run()
        let said = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let report = try JSONDecoder().decode(Report.self, from: said)
        return WrittenLog(
            name: "the demonstration", path: report.ledger, segmentSize: Segment.size,
            live: [(report.events, report.digest)])
    }
}

/// The digests that a ledger's board has live, noted now and then.
private struct LiveMarks {
    let every: Int
    private(set) var live: [(size: Position, digest: String)] = []

    init(every: Int) { self.every = max(1, every) }

    mutating func look(at ledger: Ledger) {
        guard ledger.view.board.size >= (live.last?.size ?? 0) + Position(every) else { return }
        end(ledger)
    }

    mutating func end(_ ledger: Ledger) {
        let board = ledger.view.board
        if live.last?.size != board.size { live.append((board.size, board.digest)) }
    }
}
