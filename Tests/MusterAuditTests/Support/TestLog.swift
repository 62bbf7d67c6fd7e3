import Foundation
import MusterAPI
import MusterAudit
import Synchronization
import TransparencyLog

/// A log in memory of entries that a test chooses, signed as a test wishes.
final class TestLog: LogSource {
    private struct State {
        var entries: [[UInt8]]
        var newest: SignedCheckpoint?
        var kept: [UInt64: SignedCheckpoint] = [:]
        var keys: [VerifierKey]
        var hidden: Set<String> = []
        var damaged: Set<String> = []
        var asked: [String] = []
    }

    private let state: Mutex<State>

    /// Entries `<word>-<i>`, of which the first so many are those of the log called `entry`.
    init(_ count: Int, word: String = "entry", common: Int = 0, keys: [VerifierKey] = [Keys.log.verifierKey]) {
        let entries = (0..<count).map { index in Array("\(index < common ? "entry" : word)-\(index)".utf8) }
        state = Mutex(State(entries: entries, keys: keys))
    }

    /// Signs the first so many entries as the newest head.
    @discardableResult
    func sign(
        _ size: Int, origin: String = Keys.origin, by signers: [NoteSigner] = [Keys.log], cosigner: Cosigner? = nil
    ) throws -> SignedCheckpoint {
        try state.withLock { try Self.sign(size, &$0, origin, signers, cosigner) }
    }

    /// Signs so many entries more than before.
    func signMore(_ count: UInt64) throws {
        try state.withLock { state in
            let size = (state.newest?.checkpoint.size ?? 0) + count
            _ = try Self.sign(Int(size), &state, Keys.origin, [Keys.log], nil)
        }
    }

    private static func sign(
        _ size: Int, _ state: inout State, _ origin: String, _ signers: [NoteSigner], _ cosigner: Cosigner?
    ) throws -> SignedCheckpoint {
        let root = Frontier(leaves: state.entries.prefix(size).map { Hash.leaf($0) }).root
        var head = SignedCheckpoint(
            try Checkpoint(origin: origin, size: UInt64(size), root: root), signers: signers)
        if let cosigner { head.cosign(cosigner, time: 1_767_225_600) }
        state.newest = head
        state.kept[UInt64(size)] = head
        return head
    }

    func publish(_ keys: [VerifierKey]) { state.withLock { $0.keys = keys } }
    func stop() { state.withLock { $0.newest = nil } }
    /// No tile of that path is there any more.
    func hide(_ path: String) { state.withLock { _ = $0.hidden.insert(path) } }
    /// The tile of that path has other hashes.
    func damage(_ path: String) { state.withLock { _ = $0.damaged.insert(path) } }
    /// What has been asked for, by paths.
    var asked: [String] { state.withLock(\.asked) }

    func entry(_ index: Int) -> [UInt8] { state.withLock { $0.entries[index] } }

    func newestCheckpoint() async throws(Failure) -> SignedCheckpoint? {
        state.withLock { state in
            state.asked.append("checkpoint")
            return state.newest
        }
    }

    func checkpoint(ofSize size: UInt64) async throws(Failure) -> SignedCheckpoint? {
        state.withLock { $0.kept[size] }
    }

    func checkpointSizes() async throws(Failure) -> [UInt64] { state.withLock { $0.kept.keys.sorted() } }

    func verifierKeys() async throws(Failure) -> [VerifierKey] {
        state.withLock { state in
            state.asked.append("vkey")
            return state.keys
        }
    }

    func tile(_ coordinate: TileCoordinate) async throws(Failure) -> [UInt8]? {
        state.withLock { state in
            state.asked.append(coordinate.path)
            guard !state.hidden.contains(coordinate.path), coordinate.exists(atSize: UInt64(state.entries.count)) else {
                return nil
            }
            var bytes = Self.bytes(of: coordinate, state.entries)
            if state.damaged.contains(coordinate.path) { bytes[bytes.count - 1] ^= 1 }
            return bytes
        }
    }

    private static func bytes(of coordinate: TileCoordinate, _ entries: [[UInt8]]) -> [UInt8] {
        switch coordinate.content {
        case .entries:
            let range = Int(coordinate.range.lowerBound)..<Int(coordinate.range.upperBound)
            return (try? EntryBundle.encode(entries[range])) ?? []
        case .hashes(let level):
            let width = 1 << (8 * level)
            return coordinate.range.flatMap { number in
                let first = Int(number) * width
                return Frontier(leaves: entries[first..<first + width].map { Hash.leaf($0) }).root.bytes
            }
        }
    }

    /// Writes it to a folder as it is at the newest head.
    func export(to folder: URL) async throws {
        func write(_ path: String, _ bytes: [UInt8]) throws {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        guard let newest = try await newestCheckpoint() else { return }
        try write("checkpoint", newest.bytes)
        try write("vkey", Array(try await verifierKeys().map { $0.text + "\n" }.joined().utf8))
        for size in try await checkpointSizes() {
            if let head = try await checkpoint(ofSize: size) { try write("checkpoints/\(size)", head.bytes) }
        }
        for coordinate in TileCoordinate.all(atSize: newest.checkpoint.size) {
            if let bytes = try await tile(coordinate) { try write(coordinate.path, bytes) }
        }
    }
}

/// Keys of tests.
enum Keys {
    static let origin = "muster.local/610113/1a2b3c4d"
    static let log = signer(1)
    /// Another key under the log's name.
    static let forger = signer(2)
    static let next = signer(3)
    static let cosigner = Cosigner(name: name(origin + "/clock"), seed: seed(4)).unwrapped
    static let witness = Cosigner(name: name("witness.example/w1"), seed: seed(5)).unwrapped

    static func signer(_ number: UInt8, name text: String = origin) -> NoteSigner {
        NoteSigner(name: name(text), seed: seed(number)).unwrapped
    }

    private static func name(_ text: String) -> KeyName {
        do { return try KeyName(text) } catch { preconditionFailure("\(text) is a name") }
    }

    private static func seed(_ number: UInt8) -> [UInt8] { [UInt8](repeating: number, count: 32) }
}

extension Optional {
    fileprivate var unwrapped: Wrapped {
        guard let self else { preconditionFailure("a seed has 32 bytes") }
        return self
    }
}

/// A folder of a test's own, gone when nobody holds it any more.
final class Folder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "muster-audit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var path: String { url.path }
}
