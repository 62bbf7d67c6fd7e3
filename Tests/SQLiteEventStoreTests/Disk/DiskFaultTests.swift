import EventLog
import Foundation
import Testing

@testable import SQLiteEventStore

/// A disk that is full, that fails to read, to write, to synchronise, to make and to delete files: at every single call.
///
/// One in so many cases here; all of them with `MUSTER_FAULTS=all`, which `Scripts/try-faults` says.
struct DiskFaultTests {
    struct Case: CustomStringConvertible, Sendable {
        var call: UInt64
        var kind: TrialDisk.Call
        var fault: TrialDisk.Fault
        var staysBroken: Bool

        var description: String { "call \(call), a \(kind), \(fault)\(staysBroken ? " from then on" : "")" }
    }

    /// Every call of a life without a fault, with every way it can fail.
    private static func cases() async throws -> [Case] {
        let life = try DiskLife()
        for act in DiskLife.acts { #expect(await life.perform(act) == .done) }
        let calls = life.disk.calls
        try await life.verify()
        return calls.enumerated().flatMap { index, kind in
            kind.faults.flatMap { fault in
                [false, true].map { Case(call: UInt64(index) + 1, kind: kind, fault: fault, staysBroken: $0) }
            }
        }
    }

    /// Every way in which every kind of call can fail, once: in the middle of the life, where there are appends.
    private static func eachWay(of cases: [Case]) -> [Case] {
        let ways = Dictionary(grouping: cases) { "\($0.kind) \($0.fault) \($0.staysBroken)" }
        return ways.values.map { $0[$0.count / 2] }.sorted { $0.call < $1.call }
    }

    /// Said in words that lead to the disk, not to the ledger or the program.
    private static func isClear(_ error: EventStoreError, of act: DiskLife.Act, in life: DiskLife) async -> Bool {
        switch (error, act) {
        case (.noSpace, _), (.io, _), (.outcomeUnknown, _): true
        // What could not be made is not there.
        case (.missing, _): !life.done.contains(.create)
        // Nor is an entry that could not be appended.
        case (.malformed, .erase(let place)): await !life.hasEntry(at: place.position)
        default: false
        }
    }

    private static let isWhole = ProcessInfo.processInfo.environment["MUSTER_FAULTS"] == "all"

    @Test func `whatever call of the disk fails, nothing acknowledged is lost and the store goes on once it is mended`()
        async throws
    {
        let cases = try await Self.cases()
        // A prime, so that over the kinds and ways of failing all are met.
        let part = stride(from: Int.random(in: 0..<41), to: cases.count, by: 41).map { cases[$0] }
        let chosen = Self.isWhole ? cases : Self.eachWay(of: cases) + part
        var errors: [String: Int] = [:]
        for each in chosen { try await Self.run(each, &errors) }
        // A life of which no act ever fails would show nothing.
        #expect(errors["noSpace"] ?? 0 > 0)
        #expect(errors["io"] ?? 0 > 0)
        #expect(errors["outcomeUnknown"] ?? 0 > 0)
        let counts = TrialDisk.Call.allCases.map { kind in "\(cases.count { $0.kind == kind }) \(kind)" }
        print(
            "disk faults: \(chosen.count) of \(cases.count) cases (\(counts.joined(separator: ", "))), told: \(errors)")
    }

    private static func run(_ each: Case, _ errors: inout [String: Int]) async throws {
        let life = try DiskLife()
        life.disk.breakDown(at: each.call, each.fault, staysBroken: each.staysBroken)
        var undone: [DiskLife.Act] = []
        for act in DiskLife.acts {
            var outcome = await life.perform(act)
            if case .failed(let error) = outcome {
                #expect(await isClear(error, of: act, in: life), "\(each): \(act): \(error)")
                errors["\(error)".split(separator: "(").first.map(String.init) ?? "", default: 0] += 1
                // The same store, without being opened anew, as soon as the disk is well again.
                if !each.staysBroken { outcome = await life.perform(act) }
            }
            if outcome != .done { undone.append(act) }
            if !each.staysBroken { #expect(outcome == .done, "\(each): \(act) again") }
        }
        #expect(life.disk.failures > 0, "\(each): nothing failed")
        life.disk.mend()
        for act in undone { #expect(await life.perform(act) == .done, "\(each): \(act), when the disk was mended") }
        try await life.verify()
    }
}
