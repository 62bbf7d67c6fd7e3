import EventLog
import Foundation
import MusterDomain
import MusterEngine
import MusterText
import SQLiteEventStore
import Testing

@testable import MusterServer

/// Readiness of ledgers that lie in files.
@Suite struct ReadinessTests {
    private final class Folder: Sendable {
        let url = FileManager.default.temporaryDirectory.appending(path: "muster-ready-\(UUID().uuidString)")

        init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(at: url) }
        func path(_ name: String) -> String { url.appending(path: name).path }
    }

    private func ledger(at path: String, _ environment: Environment = .live) async throws {
        try await SQLiteEventStore.create(at: path)
        let store = try await SQLiteEventStore.open(at: path, mode: .write)
        _ = try await Ledger.establish(
            in: store, districtCode: "610113", founding: Ledgers.founding, environment: environment)
        await store.close()
    }

    private func directory(_ paths: [String]) async throws -> LedgerDirectory {
        try await LedgerDirectory(
            paths: paths, options: .init(environment: .live),
            openForWriting: { path throws(EventStoreError) in try await SQLiteEventStore.open(at: path, mode: .write) },
            openForReading: { path throws(EventStoreError) in try await SQLiteEventStore.open(at: path, mode: .read) })
    }

    private func codes(_ directory: LedgerDirectory, free: Int = 0) -> [String] {
        Readiness(directory: directory, freeMebibytes: free, now: Environment.live.now).report().reasons.map(\.code)
    }

    @Test func `A ledger that is there and can be written makes the server ready, before it is opened and after`()
        async throws
    {
        let folder = try Folder()
        try await ledger(at: folder.path("l"))
        let directory = try await directory([folder.path("l")])
        #expect(codes(directory) == [])
        _ = try await directory.ledger(of: "610113")
        #expect(codes(directory) == [])
        await directory.close()
    }

    @Test func `What stands in the way is named, with what to do about it`() async throws {
        let folder = try Folder()
        try Data("no ledger at all".utf8).write(to: folder.url.appending(path: "text"))
        try await ledger(at: folder.path("l"))
        let directory = try await directory([folder.path("absent"), folder.path("text"), folder.path("l")])
        #expect(codes(directory) == ["missing", "notALedger"])
        let other = try await SQLiteEventStore.open(at: folder.path("l"), mode: .write)
        await #expect(throws: LedgerDirectoryError.self) { _ = try await directory.ledger(of: "610113") }
        #expect(codes(directory) == ["missing", "notALedger", "held"])
        #expect(codes(directory, free: 1 << 40).filter { $0 == "diskNearlyFull" }.count >= 1)
        let report = Readiness(directory: directory, freeMebibytes: 0, now: Environment.live.now).report()
        #expect(report.status == "notReady" && report.ledgers == 3 && report.open == 0)
        for reason in report.reasons {
            #expect(!reason.zh.contains("«") && !reason.zh.contains("{") && !reason.en.contains("{"))
            #expect(reason.zh != reason.en)
        }
        await other.close()
    }

    @Test func `A clock behind the log is a reason`() async throws {
        let folder = try Folder()
        let ahead = Environment(
            now: { Instant(milliseconds: Environment.live.now().milliseconds + 3_600_000) },
            randomBytes: Environment.live.randomBytes)
        try await ledger(at: folder.path("l"), ahead)
        let directory = try await directory([folder.path("l")])
        _ = try await directory.ledger(of: "610113")
        #expect(codes(directory) == ["clockBehindLog"])
        await directory.close()
    }
}
