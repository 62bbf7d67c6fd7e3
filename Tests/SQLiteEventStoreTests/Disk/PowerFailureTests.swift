import EventLog
import EventStoreTesting
import Foundation
import Synchronization
import Testing

@testable import SQLiteEventStore

/// The power fails at any moment of a ledger's life, and the disk has any part of what was not synchronised.
///
/// By a model, see ``PowerModel``; `Scripts/try-power-loss` cuts off a real file system. Some hundred cuts here, as many
/// as `MUSTER_CUTS` says otherwise; the seed is printed, and `MUSTER_CUT_SEED` repeats it.
struct PowerFailureTests {
    /// One life, and everything that it did to its disk.
    private struct Life {
        var begins: [String: [UInt8]] = [:]
        var operations: [DiskOperation] = []
        /// By what was marked: how much was acknowledged then, and where an erasure was.
        var moments: [DiskLife.Moment] = []
        /// What the notes of erasures were as each erasure began to delete.
        var notes: [[UInt8]] = []
        /// The commands in their order.
        var commands: [String] = []
        /// The calls that were synchronisations, by number.
        var synchronisations: [UInt64] = []
        var segmentSize: Position = 0
    }

    /// What a life tells while it goes on.
    private final class Diary: Sendable {
        private let pages = Mutex<(moments: [DiskLife.Moment], notes: [[UInt8]])>(([], []))

        var moments: [DiskLife.Moment] { pages.withLock(\.moments) }
        var notes: [[UInt8]] { pages.withLock(\.notes) }

        func write(_ moment: DiskLife.Moment, of disk: TrialDisk, notes path: String) {
            pages.withLock { pages in
                if moment == .erasing(.noted) {
                    pages.notes.append(Array((try? Data(contentsOf: URL(fileURLWithPath: path))) ?? Data()))
                }
                disk.mark(Int64(pages.moments.count))
                pages.moments.append(moment)
            }
        }
    }

    /// Lives through all acts behind the first: a ledger that was made is durable.
    ///
    /// - Parameters:
    ///   - failing: The number of a call that fails.
    ///   - isRead: Whether somebody else has the ledger open, so that no closing moves the write-ahead log into the file.
    private static func live(
        failing: UInt64? = nil, isRead: Bool = false, isDurable: Bool = true
    ) async throws -> Life {
        let life = try DiskLife()
        // A sealing would set the mode of synchronisation.
        if !isDurable { life.segmentSize = 1 << 20 }
        #expect(await life.perform(.create) == .done)
        var result = Life(segmentSize: life.segmentSize)
        result.begins["ledger.muster"] = Array(try life.scratch.bytes())
        let (diary, disk, notes) = (Diary(), life.disk, life.scratch.path("ledger.muster.erasures"))
        disk.trace()
        life.reached = { diary.write($0, of: disk, notes: notes) }
        if let failing { disk.breakDown(at: failing, .error, staysBroken: false) }
        var reader: SQLiteEventStore?
        for act in DiskLife.acts.dropFirst() where act != .copy {
            guard isDurable else {
                guard case .append = act else { continue }
                _ = try await life.openStore().integer("PRAGMA synchronous = OFF")
                #expect(await life.perform(act) == .done)
                continue
            }
            if await life.perform(act) != .done { #expect(await life.perform(act) == .done, "\(act)") }
            if isRead, reader == nil { reader = try await Self.open(life.scratch, .read, life.segmentSize) }
        }
        result.operations = disk.operations
        result.synchronisations = disk.calls.enumerated().filter { $0.element == .sync }.map { UInt64($0.offset) + 1 }
        (result.moments, result.notes, result.commands) = (diary.moments, diary.notes, life.commands)
        await life.close()
        await reader?.close()
        return result
    }

    /// A cut of a life: what the disk has, what was acknowledged, what else lies beside the ledger.
    private struct Cut {
        var files: [String: [UInt8]]
        var acknowledged: Int
        var erased: [TextPlace]
    }

    /// Cuts a life off behind random operations.
    private static func cuts(
        of life: Life, _ count: Int, seed: UInt64, synchronises: Bool = true
    ) -> [Cut] {
        var random = TrialRandom(seed: seed)
        var ends: [Int: Int] = [:]
        for _ in 0..<count { ends[1 + random.number(below: life.operations.count), default: 0] += 1 }
        var model = PowerModel(life.begins, synchronises: synchronises)
        var (acknowledged, notes, isErasing) = (0, 0, false)
        var erased: [TextPlace] = []
        let places = DiskLife.acts.compactMap { if case .erase(let place) = $0 { place } else { nil } }
        var cuts: [Cut] = []
        for (index, operation) in life.operations.enumerated() {
            model.apply(operation, &random)
            if case .mark(let number) = operation {
                switch life.moments[Int(number)] {
                case .done(let count): acknowledged = count
                case .erasing(.noted): (notes, isErasing) = (notes + 1, true)
                case .erasing(.overwritten): isErasing = false
                case .erasing: break
                case .erased: erased.append(places[erased.count])
                case .folderSynchronised: if synchronises { model.settleFolder() }
                }
            }
            for _ in 0..<ends[index + 1, default: 0] {
                var files = model.cut(&random)
                // These two are written past SQLite, and are durable where the next step begins.
                if notes > 0 { files["ledger.muster.erasures"] = life.notes[notes - 1] }
                if isErasing || (!erased.isEmpty && random.number(below: 2) == 0) {
                    files["ledger.muster.erasing"] = []
                }
                cuts.append(Cut(files: files, acknowledged: acknowledged, erased: erased))
            }
        }
        return cuts
    }

    private static func open(
        _ scratch: Scratch, _ mode: SQLiteEventStore.Mode, _ segmentSize: Position
    ) async throws(EventStoreError) -> SQLiteEventStore {
        var options = SQLiteEventStore.Options(segmentSize: segmentSize)
        options.readsAhead = .never
        return try await SQLiteEventStore.open(at: scratch.path(), mode: mode, options: options)
    }

    /// What is lost of what was acknowledged: of everything else the ledger has to be whole.
    private static func loss(_ cut: Cut, _ life: Life) async throws -> Int {
        let scratch = try Scratch()
        for (name, bytes) in cut.files {
            try Data(bytes).write(to: URL(fileURLWithPath: scratch.path(name)))
        }
        let store = try await open(scratch, .write, life.segmentSize)
        // A prefix of the commands as they were sent, each of them whole.
        let receipts = try await store.receipts(of: life.commands)
        let known = receipts.prefix { $0 != nil }.count
        #expect(receipts.dropFirst(known).allSatisfy { $0 == nil }, "a hole in the log")
        let model = InMemoryEventStore()
        for id in life.commands.prefix(known) {
            let number = Int(id.split(separator: " ")[1]) ?? 0
            try await model.append(DiskLife.batch(number, at: model.size()))
        }
        #expect(try await store.treeHead() == model.treeHead())
        #expect(try await store.checkCopies() == [])
        #expect(try await store.size() == model.size())
        for place in cut.erased {
            let words = try await store.entries(from: place.position, limit: 1).flatMap(\.words)
            #expect(!words.contains { $0.field == place.field }, "an erased text has come back")
        }
        // It goes on.
        let next = DiskLife.batch(100, at: try await store.size())
        try await store.append(next)
        await store.sealed()
        #expect(try await store.receipt(of: "command 100") != nil)
        await store.close()
        if !cut.erased.isEmpty { #expect(try ErasureFiles(scratch: scratch).traces() == []) }
        let check = "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"
        #expect(try scratch.integer(check) == 1)
        return max(0, cut.acknowledged - known)
    }

    private static func setting(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }

    private static let seed = setting("MUSTER_CUT_SEED") ?? UInt64.random(in: 1..<1 << 31)
    private static let count = Int(setting("MUSTER_CUTS") ?? 100)

    @Test func `when the power fails, everything acknowledged is there once and the ledger is whole`() async throws {
        let life = try await Self.live()
        await Self.expectNoLoss(Self.cuts(of: life, Self.count, seed: Self.seed), life, "seed \(Self.seed)")
        print("power failures: \(Self.count) cuts of \(life.operations.count) operations, seed \(Self.seed)")
    }

    @Test func `when the power fails after a synchronisation did, everything acknowledged is there once`() async throws
    {
        let calls = try await Self.live(isRead: true).synchronisations
        var random = TrialRandom(seed: Self.seed)
        let lives = max(5, Self.count / 20)
        for number in 0..<lives {
            // Those of the creation are before the trace.
            let call = calls[calls.count / 10 + random.number(below: calls.count * 9 / 10)]
            let life = try await Self.live(failing: call, isRead: true)
            let cuts = Self.cuts(of: life, 10, seed: Self.seed + UInt64(number))
            await Self.expectNoLoss(cuts, life, "seed \(Self.seed), life \(number) with call \(call) failing")
        }
        print("power failures after a failed fsync: \(10 * lives) cuts of \(lives) lives, seed \(Self.seed)")
    }

    /// If nothing were lost here, the tests above would show nothing.
    @Test(arguments: [true, false])
    func `without synchronisation acknowledged acts are lost`(byTheDisk: Bool) async throws {
        // Either the disk does not do it, or SQLite does not ask for it.
        let life = try await Self.live(isDurable: byTheDisk)
        var (lossy, broken) = (0, 0)
        for cut in Self.cuts(of: life, 20, seed: Self.seed, synchronises: !byTheDisk) {
            do { if try await Self.control(cut, life) > 0 { lossy += 1 } } catch { broken += 1 }
        }
        #expect(lossy > 0)
        print("control: of 20 cuts \(lossy) lost acknowledged acts, \(broken) left no ledger, seed \(Self.seed)")
    }

    /// The loss of every cut; one that leaves no ledger does not hide the others.
    private static func expectNoLoss(_ cuts: [Cut], _ life: Life, _ place: String) async {
        for (number, cut) in cuts.enumerated() {
            do { #expect(try await loss(cut, life) == 0, "\(place), cut \(number)") } catch {
                Issue.record("\(place), cut \(number): \(error)")
            }
        }
    }

    /// How much is lost of a ledger that need not be whole.
    private static func control(_ cut: Cut, _ life: Life) async throws -> Int {
        let scratch = try Scratch()
        for (name, bytes) in cut.files { try Data(bytes).write(to: URL(fileURLWithPath: scratch.path(name))) }
        let store = try await open(scratch, .write, life.segmentSize)
        let receipts = try? await store.receipts(of: Array(life.commands.prefix(cut.acknowledged)))
        await store.close()
        guard let receipts else { throw EventStoreError.io("unreadable") }
        return receipts.count { $0 == nil }
    }
}
