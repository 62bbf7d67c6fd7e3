import EventLog
import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import SQLiteEventStore
import TransparencyLog

/// What was looked at around a ledger, and how it was found.
struct Checkup: Encodable {
    enum State: String, Encodable { case good, warning, bad }

    struct Item: Encodable {
        /// What was looked at.
        var check: String
        var state: State
        /// What was found; with the check it is the key of a sentence.
        var finding: String
        var values: [String: String]
    }

    private(set) var items: [Item] = []
    private(set) var result = State.good

    /// Looks at everything; reads only, and beside a running server.
    init(of files: LedgerFiles) async throws(Failure) {
        let store: SQLiteEventStore
        let head: TreeHead
        let recorded: Instant
        do {
            store = try await SQLiteEventStore.open(at: files.path, mode: .read)
            head = try await store.treeHead()
        } catch { throw Failure(error) }
        do { recorded = try await LedgerView.open(store).board.recorded } catch { throw Failure(error, names: .empty) }
        add("ledger", .good, "readable", ["size": "\(head.size)", "path": files.path])
        lookAtKeys(files)
        do { try await lookAtHead(files, store, head) } catch { throw Failure(error) }
        lookAtClock(recorded)
        lookAtSpace(files)
        await store.close()
    }

    private mutating func add(_ check: String, _ state: State, _ finding: String, _ values: [String: String] = [:]) {
        items.append(Item(check: check, state: state, finding: finding, values: values))
        if state == .bad || state == .warning && result == .good { result = state }
    }

    private mutating func lookAtKeys(_ files: LedgerFiles) {
        let values = ["path": files.key]
        guard FileManager.default.fileExists(atPath: files.key) else { return add("key", .warning, "absent", values) }
        guard let signing = try? files.signing() else { return add("key", .bad, "unreadable", values) }
        let permissions = (try? FileManager.default.attributesOfItem(atPath: files.key))?[.posixPermissions] as? Int
        if let permissions, permissions & 0o077 != 0 { return add("key", .bad, "open", values) }
        let own = signing.keys[0]
        guard (try? files.publicKeys())?.contains(own.signer.verifierKey) == true else {
            return add("key", .bad, "otherPublic", ["path": files.verifierKeys])
        }
        // Both sign until the change comes to its end.
        if signing.keys.count > 1 { return add("key", .warning, "changing", values) }
        add("key", .good, "fits", ["origin": own.name])
    }

    private mutating func lookAtHead(
        _ files: LedgerFiles, _ store: SQLiteEventStore, _ tree: TreeHead
    ) async throws(EventStoreError) {
        let kept: SignedCheckpoint?
        do { kept = try HeadFile(path: files.head).read() } catch {
            return add("head", .bad, "unreadable", ["path": files.head])
        }
        guard let kept else { return add("head", .warning, "absent", ["path": files.head]) }
        let size = kept.checkpoint.size
        let values = ["head": "\(size)", "size": "\(tree.size)", "rest": "\(tree.size - min(size, tree.size))"]
        guard size <= tree.size else { return add("head", .bad, "ahead", values) }
        guard try await store.root(atSize: size) == kept.checkpoint.root else {
            return add("head", .bad, "forked", values)
        }
        add("head", size == tree.size ? .good : .warning, size == tree.size ? "whole" : "behind", values)
    }

    /// The log's own time never runs back: behind it, every act would get the time of the last one.
    private mutating func lookAtClock(_ recorded: Instant) {
        let behind = recorded.milliseconds - Environment.live.now().milliseconds
        if behind > 60_000 { return add("clock", .bad, "behind", ["minutes": "\(behind / 60_000)"]) }
        add("clock", .good, "runs")
    }

    private mutating func lookAtSpace(_ files: LedgerFiles) {
        let folder = (files.path as NSString).deletingLastPathComponent
        let system = try? FileManager.default.attributesOfFileSystem(forPath: folder.isEmpty ? "." : folder)
        guard let free = system?[.systemFreeSize] as? Int else { return }
        let values = ["free": "\(free / 1_000_000)", "bytes": "\(files.bytes / 1_000_000)"]
        // A copy of the ledger, and some, has to fit beside it.
        if free < 200_000_000 { return add("space", .bad, "little", values) }
        add("space", free < files.bytes * 2 ? .warning : .good, free < files.bytes * 2 ? "noCopy" : "enough", values)
    }
}
