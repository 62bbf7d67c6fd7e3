import EventLog
import Foundation
import MusterAudit
import MusterDomain
import MusterEngine
import MusterGenerator
import SQLiteEventStore
import Testing
import TransparencyLog

/// What an auditor makes of a log whose key was changed, or that went on from an older copy.
struct KeyChangeTests {
    private let folder: Folder
    private let path: String
    private let old: SigningKey
    private let new: SigningKey
    private let keeper = MemoryKeeper()

    init() async throws {
        folder = try Folder()
        path = folder.path + "/a.muster"
        var generator = Generator(seed: 5, options: GeneratorOptions(events: 300, open: 40, batch: 16))
        old = try #require(SigningKey(seed: generator.keySeed, districtCode: Generator.districtCode))
        new = try #require(SigningKey(seed: [UInt8](repeating: 9, count: 32), name: old.name))
        try await SQLiteEventStore.create(at: path)
        let store = try await SQLiteEventStore.open(at: path, mode: .write)
        let ledger = try await generator.establish(
            in: store, keyID: old.fingerprint, signing: HeadSigning(key: old, keeper: keeper, interval: .seconds(60)))
        _ = try await generator.run(into: ledger)
        try await ledger.finish()
        await store.close()
    }

    /// Opens the ledger with some keys, does something with it, and signs at the end.
    private func write(
        at path: String, _ keys: [SigningKey], former: [VerifierKey] = [], to keeper: any HeadKeeper,
        _ body: (Ledger) async throws -> Void
    ) async throws {
        let store = try await SQLiteEventStore.open(at: path, mode: .write)
        var signing = HeadSigning(key: keys[0], keeper: keeper, interval: .seconds(60))
        (signing.keys, signing.formerKeys) = (keys, former)
        let ledger = try await Ledger.open(store, environment: .live, signing: signing)
        try await body(ledger)
        try await ledger.finish()
        await store.close()
    }

    private func register(_ name: String, in ledger: Ledger) async throws {
        let order = Order(
            id: "register-\(ledger.view.board.size)",
            command: .registerUnit(code: nil, kind: .department, fullName: name, shortName: name, parent: nil),
            actor: .system)
        _ = try await ledger.submit(order)
    }

    private func changeKey() async throws {
        try await write(at: path, [old, new], to: keeper) { ledger in
            try await register("甲局", in: ledger)
            let head = try #require(try await ledger.changeKey(to: new, from: old))
            #expect(head.note.signatures.filter { new.signer.verifierKey.keyID == $0.keyID }.count == 1)
            let again = try await ledger.changeKey(to: new, from: old)
            #expect(again == head, "the same again changes nothing")
        }
    }

    private func verify(at path: String, knowing keys: [SigningKey]) async throws -> VerificationReport {
        let store = try await SQLiteEventStore.open(at: path, mode: .read)
        var verification = LogVerification()
        verification.keys = keys.flatMap(\.verifierKeys)
        let report = try await verification.run(on: store)
        await store.close()
        return report
    }

    /// Keeps one more head, signed by whom a test wishes.
    private func keep(by keys: [SigningKey]) async throws -> Position {
        let store = try await SQLiteEventStore.open(at: path, mode: .write)
        let tree = try await store.treeHead()
        try await store.keep(
            SignedCheckpoint(
                try Checkpoint(origin: old.name, size: tree.size, root: tree.root), signers: keys.map(\.signer)))
        await store.close()
        return tree.size
    }

    /// Writes on with a signer of its own, whose heads the log keeps.
    private func append(_ name: String) async throws {
        let store = try await SQLiteEventStore.open(at: path, mode: .write)
        try await register(name, in: try await Ledger.open(store, environment: .live))
        await store.close()
    }

    @Test func `a key that the log has named signs after the one before it, and all is equal`() async throws {
        try await changeKey()
        try await write(at: path, [new], former: old.verifierKeys, to: keeper) { try await register("乙局", in: $0) }
        let report = try await verify(at: path, knowing: [new, old])
        #expect(report.findings.kept == [])
        #expect(report.anchored == report.size)
    }

    @Test(arguments: ["the old key goes on", "an unknown key begins", "the new key signs alone at once"])
    func `who signs against what the log says is found`(what: String) async throws {
        let size: Position
        switch what {
        case "the old key goes on":
            try await changeKey()
            try await append("乙局")
            size = try await keep(by: [old])
        case "an unknown key begins":
            try await changeKey()
            try await append("乙局")
            let third = try #require(SigningKey(seed: [UInt8](repeating: 8, count: 32), name: old.name))
            size = try await keep(by: [third])
            let report = try await verify(at: path, knowing: [new, old, third])
            #expect(report.findings.kept.map(\.kind) == [.key] && report.findings.kept[0].position == size)
            return
        default:
            // The log names it, and no head that both have signed leads to it.
            let store = try await SQLiteEventStore.open(at: path, mode: .write)
            let ledger = try await Ledger.open(store, environment: .live)
            _ = try await ledger.changeKey(to: new, from: old)
            await store.close()
            size = try await keep(by: [new])
        }
        let report = try await verify(at: path, knowing: [new, old])
        #expect(report.findings.kept.map(\.kind) == [.key])
        #expect(report.findings.kept.first?.position == size)
    }

    @Test func `a log that goes on from an older copy says what is lost, under another origin`() async throws {
        let copy = folder.path + "/b.muster"
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        try await write(at: path, [old], to: keeper) { for name in ["甲局", "乙局"] { try await register(name, in: $0) } }
        let lost = try #require(try keeper.read())
        let kept = try await verify(at: copy, knowing: [old]).size
        let next = try #require(SigningKey(seed: [UInt8](repeating: 7, count: 32), name: old.name + "/e2"))
        let keeper = MemoryKeeper(former: lost)
        try await write(at: copy, [next], former: old.verifierKeys, to: keeper) { try await register("丙局", in: $0) }
        // Opened again it does not begin once more.
        try await write(at: copy, [next], former: old.verifierKeys, to: keeper) { try await register("丁局", in: $0) }
        let report = try await verify(at: copy, knowing: [next, old])
        #expect(report.findings.kept == [])
        #expect(report.size >= kept + 3)
        #expect(report.lost == [kept...(lost.checkpoint.size - 1)])
        #expect(try keeper.read()?.checkpoint.origin == old.name + "/e2")
    }

    @Test func `a key that is not the one in force opens nothing, and no key begins an epoch by itself`() async throws {
        try await changeKey()
        try await append("乙局")
        let next = try #require(SigningKey(seed: [UInt8](repeating: 7, count: 32), name: old.name + "/e2"))
        let other = try #require(
            SigningKey(seed: [UInt8](repeating: 7, count: 32), name: "muster.local/610113/ffffffff"))
        for key in [old, next, other] {
            await #expect(throws: LedgerError.head(.foreign(origin: old.name)), "\(key.name)") {
                try await write(at: path, [key], former: old.verifierKeys + new.verifierKeys, to: MemoryKeeper()) { _ in
                }
            }
        }
        try await write(at: path, [new], to: MemoryKeeper()) { _ in }
    }

    @Test func `only the next epochs of the same log begin, and only after a head that its keys have signed`()
        async throws
    {
        let head = try #require(try keeper.read())
        for name in ["muster.local/610113/ffffffff/e2", old.name] {
            let key = try #require(SigningKey(seed: [UInt8](repeating: 7, count: 32), name: name))
            await #expect(throws: LedgerError.head(.foreign(origin: old.name)), "\(name)") {
                try await write(at: path, [key], former: old.verifierKeys, to: MemoryKeeper(former: head)) { _ in }
            }
        }
        let next = try #require(SigningKey(seed: [UInt8](repeating: 7, count: 32), name: old.name + "/e2"))
        await #expect(throws: LedgerError.head(.foreign(origin: old.name))) {
            try await write(at: path, [next], to: MemoryKeeper(former: head)) { _ in }
        }
    }

    @Test func `an epoch that was lost as well is passed over`() async throws {
        let third = try #require(SigningKey(seed: [UInt8](repeating: 6, count: 32), name: old.name + "/e3"))
        let second = try #require(SigningKey(seed: [UInt8](repeating: 7, count: 32), name: old.name + "/e2"))
        let lost = SignedCheckpoint(
            try Checkpoint(origin: second.name, size: 5_000, root: .leaf([])), signers: [second.signer])
        let keeper = MemoryKeeper(former: lost)
        let size = try await verify(at: path, knowing: [old]).size
        try await write(at: path, [third], former: old.verifierKeys + second.verifierKeys, to: keeper) {
            try await register("丙局", in: $0)
        }
        let report = try await verify(at: path, knowing: [third, second, old])
        #expect(report.findings.kept == [])
        #expect(report.lost == [size...4_999])
    }

    @Test(arguments: ["back to the old key", "from a key that was not in force", "an epoch of another log"])
    func `an entry that does not follow on the key in force is found, whoever signs after it`(what: String) async throws
    {
        try await changeKey()
        let thief = try #require(SigningKey(seed: [UInt8](repeating: 5, count: 32), name: old.name))
        let store = try await SQLiteEventStore.open(at: path, mode: .write)
        let ledger = try await Ledger.open(store, environment: .live)
        let from = try await store.size()
        switch what {
        case "back to the old key": _ = try await ledger.changeKey(to: old, from: old)
        case "from a key that was not in force": _ = try await ledger.changeKey(to: thief, from: thief)
        default:
            let identity = LogIdentity(
                origin: "muster.local/610113/ffffffff/e2", verifierKey: thief.verifierKey,
                clockKey: thief.clock.verifierKey.text)
            let former = FormerEpoch(origin: "muster.local/610113/ffffffff", size: 1, root: "A", left: 1)
            _ = try await ledger.submit(
                Order(id: "tick/epoch/x", command: .beginEpoch(identity, after: former), actor: .system))
        }
        await store.close()
        _ = try await keep(by: [old, new])
        let report = try await verify(at: path, knowing: [new, old])
        #expect(report.findings.kept.map(\.kind) == [.key])
        #expect(report.findings.kept.first?.position ?? 0 >= from)
    }

    @Test func `a log that another key has signed from its first head on is found`() async throws {
        let thief = try #require(SigningKey(seed: [UInt8](repeating: 5, count: 32), name: old.name))
        let size = try await keep(by: [thief])
        let report = try await verify(at: path, knowing: [old, thief])
        #expect(report.findings.kept.map(\.kind) == [.key] && report.findings.kept.first?.position == size)
    }
}
