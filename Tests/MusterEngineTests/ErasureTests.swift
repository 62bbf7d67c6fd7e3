import EventLog
import EventStoreTesting
import Foundation
import MusterDomain
import SQLiteEventStore
import Synchronization
import Testing

@testable import MusterEngine

/// Request, deletion, certificate: in this order, and whatever ends in between is brought to its end later.
struct ErasureTests {
    /// Where the title of a new whistle stands.
    private func raised(in town: Town) async throws -> Position {
        let outcome = try await town.submit("raise-1", .raise(), by: .northClerk)
        return try #require(outcome.receipt).first
    }

    private static func order(_ command: Command, id: String) -> Order {
        Order(id: id, command: command, actor: Desk.centre.actor)
    }

    private func kinds(_ store: any EventStore, from first: Position) async throws -> [EventKind] {
        try await store.entries(from: first, limit: 100).map { try RecordedEvent($0).kind }
    }

    private func subject(_ store: any EventStore, at position: Position) async throws -> String? {
        let entry = try #require(try await store.entries(from: position, limit: 1).first)
        return try RecordedEvent(entry).words[.subject]
    }

    @Test func `an erasure leaves its request and its certificate, and the text is gone`() async throws {
        let store = InMemoryEventStore()
        let town = try await Town.found(in: store, ScriptedWorld(seed: 1))
        let position = try await raised(in: town)
        let size = try await store.size()
        let outcome = try await town.submit(
            "erase-1", .eraseText(at: position, field: "subject", .consentWithdrawn), by: .centre)
        #expect(outcome.receipt?.first == size && outcome.receipt?.last == size)
        #expect(try await kinds(store, from: size) == [.textErasureRequested, .textErased])
        #expect(try await subject(store, at: position) == nil)
        let certificate = try RecordedEvent(try #require(try await store.entries(from: size + 1, limit: 1).first))
        #expect(certificate.envelope.actor == "system" && certificate.words.isEmpty)
        #expect(certificate.integer(.position) == Int64(position))
        #expect(town.ledger.view.board.erasedTexts == 1)
        // The same again, by another command, is done already.
        let again = try await town.submit(
            "erase-2", .eraseText(at: position, field: "subject", .consentWithdrawn), by: .centre)
        #expect(again.receipt == nil)
        #expect(try await store.size() == size + 2)
    }

    @Test func `all texts of a whistle go with one command`() async throws {
        let store = InMemoryEventStore()
        let town = try await Town.found(in: store, ScriptedWorld(seed: 2))
        let position = try await raised(in: town)
        let whistle = try #require(town.ledger.view.board.whistle(ofStream: 1))
        _ = try await town.submit("erase-all", .eraseTexts(whistle, .retentionExpired), by: .centre)
        for entry in try await store.history(of: 1) { #expect(entry.words.isEmpty) }
        let entry = try #require(try await store.entries(from: position, limit: 1).first)
        #expect(Set(try RecordedEvent(entry).erased) == [.subject, .place, .whyNotAlone])
        #expect(town.ledger.view.board.erasedTexts == 3)
    }

    @Test func `a retry with the same command id is answered as at first, the erased command too`() async throws {
        let store = InMemoryEventStore()
        let town = try await Town.found(in: store, ScriptedWorld(seed: 3))
        let raise = Order(id: "raise-1", command: .raise(), actor: Desk.northClerk.actor)
        let first = try await town.ledger.submit(raise)
        let position = try #require(first.receipt).first
        let erase = Self.order(.eraseText(at: position, field: "subject", .unlawful), id: "erase-1")
        let erased = try await town.ledger.submit(erase)
        let repeated = try await town.ledger.submit(raise)
        #expect(repeated.wasThere && repeated.receipt == first.receipt)
        let repeatedErasure = try await town.ledger.submit(erase)
        let other = Self.order(.eraseText(at: position, field: "place", .unlawful), id: "erase-1")
        #expect(await town.failure(other) == .commandReused(id: "erase-1"))
        let elsewhere = Self.order(.eraseText(at: position + 1, field: "subject", .unlawful), id: "erase-1")
        #expect(await town.failure(elsewhere) == .commandReused(id: "erase-1"))
        #expect(repeatedErasure.wasThere && repeatedErasure.receipt == erased.receipt)
    }

    @Test func `what the store could not erase stays asked for, and the same command goes on`() async throws {
        let store = WatchedStore()
        let town = try await Town.found(in: store, ScriptedWorld(seed: 4))
        let position = try await raised(in: town)
        let erase = Self.order(.eraseText(at: position, field: "subject", .unlawful), id: "erase-1")
        await store.failNextErasure(with: .logInUse("a reader"))
        let error = await #expect(throws: LedgerError.self) { try await town.ledger.submit(erase) }
        #expect(error == .erasureUnfinished(.logInUse("a reader")))
        #expect(town.ledger.view.board.pendingErasures.map(\.position) == [position])
        #expect(try await subject(store, at: position) != nil)
        #expect(try await town.ledger.submit(erase).wasThere)
        #expect(town.ledger.view.board.pendingErasures.isEmpty)
        #expect(try await subject(store, at: position) == nil)
    }

    /// Fails the commit of one transaction, counted from when it is armed.
    private final class LateFault: Sendable {
        private let left = Mutex(Int.max)

        func arm(_ number: Int) { left.withLock { $0 = number } }

        func reach(_ stage: SQLiteEventStore.AppendStage) throws {
            guard case .beforeCommit = stage else { return }
            let isNow = left.withLock { left in
                left -= 1
                return left == 0
            }
            if isNow { throw EventStoreError.noSpace }
        }
    }

    @Test func `a certificate that can't be written is told as an erasure that is recorded and unfinished`()
        async throws
    {
        let (scratch, fault) = (try Scratch(), LateFault())
        let store = try await scratch.newStore(options: SQLiteEventStore.Options(fault: { try fault.reach($0) }))
        let town = try await Town.found(in: store, ScriptedWorld(seed: 11))
        let position = try await raised(in: town)
        let erase = Self.order(.eraseText(at: position, field: "subject", .unlawful), id: "erase-1")
        // The request, the deletion, the certificate.
        fault.arm(3)
        let error = await #expect(throws: LedgerError.self) { try await town.ledger.submit(erase) }
        #expect(error == .erasureUnfinished(.noSpace))
        #expect(try await subject(store, at: position) == nil)
        #expect(try await town.ledger.submit(erase).wasThere)
        #expect(town.ledger.view.board.pendingErasures.isEmpty && town.ledger.view.board.erasedTexts == 1)
        await store.close()
    }

    @Test func `a request without its certificate is carried out by the next opening`() async throws {
        let store = WatchedStore()
        let world = ScriptedWorld(seed: 5)
        let town = try await Town.found(in: store, world)
        let position = try await raised(in: town)
        await store.failNextErasure(with: .io("the end of the process"))
        let erase = Self.order(.eraseText(at: position, field: "place", .unlawful), id: "erase-1")
        await #expect(throws: LedgerError.self) { try await town.ledger.submit(erase) }
        let again = try await Ledger.open(store, environment: world.environment)
        #expect(again.view.board.pendingErasures.isEmpty && again.view.board.erasedTexts == 1)
        #expect(try await kinds(store, from: position).suffix(2) == [.textErasureRequested, .textErased])
    }

    @Test func `an erasure whose certificate was lost gets it with the next opening`() async throws {
        let store = WatchedStore()
        let world = ScriptedWorld(seed: 6)
        let town = try await Town.found(in: store, world)
        let position = try await raised(in: town)
        let requests = town.ledger
        // As if the process had ended between the deletion and the certificate.
        _ = await requests.write(waitingFor: [
            Self.order(.eraseText(at: position, field: "place", .unlawful), id: "erase-1")
        ])
        try await store.erase([TextPlace(position: position, field: "place")])
        let again = try await Ledger.open(store, environment: world.environment)
        #expect(again.view.board.pendingErasures.isEmpty && again.view.board.erasedTexts == 1)
        let digest = again.view.board.digest
        #expect(try await Ledger.open(store, environment: world.environment).view.board.digest == digest)
    }

    @Test(arguments: SQLiteEventStore.ErasureStage.allCases)
    func `whichever step of the store fails, the next opening brings the erasure to its end`(
        stage: SQLiteEventStore.ErasureStage
    ) async throws {
        let scratch = try Scratch()
        let world = ScriptedWorld(seed: 9)
        var options = SQLiteEventStore.Options(segmentSize: 16)
        options.erasureFault = { reached in if reached == stage { throw EventStoreError.io("as the test asked") } }
        var store = try await scratch.newStore(options: options)
        let town = try await Town.found(in: store, world)
        let position = try await raised(in: town)
        let erase = Self.order(.eraseText(at: position, field: "subject", .unlawful), id: "erase-1")
        let error = await #expect(throws: LedgerError.self) { try await town.ledger.submit(erase) }
        #expect(error == .erasureUnfinished(.io("as the test asked")))
        // Others act meanwhile.
        _ = try await town.submit("raise-2", .raise(), by: .northClerk)
        await store.close()
        options.erasureFault = nil
        store = try await SQLiteEventStore.open(at: scratch.path, mode: .write, options: options)
        let again = try await Ledger.open(store, environment: world.environment)
        #expect(again.view.board.pendingErasures.isEmpty && again.view.board.erasedTexts == 1)
        #expect(try await subject(store, at: position) == nil)
        #expect(try await again.submit(erase).wasThere)
        await store.close()
        let trace = Array("井盖破损，夜间".utf8)
        for suffix in ["", "-wal"] {
            guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: scratch.path + suffix)) else { continue }
            // The other whistle has the same title: once, not twice.
            #expect(bytes.ranges(of: trace).count <= 1)
        }
    }

    @Test func `a preview erases nothing`() async throws {
        let store = WatchedStore()
        let town = try await Town.found(in: store, ScriptedWorld(seed: 7))
        let position = try await raised(in: town)
        let erase = Self.order(.eraseText(at: position, field: "place", .unlawful), id: "erase-1")
        #expect(try await town.ledger.preview(erase).entries.count == 1)
        #expect(await store.erasures == 0)
        #expect(town.ledger.view.board.erasures.count == 0)
    }

    @Test func `an older copy of a ledger has the erasure carried out again, and its log says so`() async throws {
        let scratch = try Scratch()
        let world = ScriptedWorld(seed: 8)
        var store = try await scratch.newStore()
        let town = try await Town.found(in: store, world)
        let position = try await raised(in: town)
        await store.close()
        let older = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
        store = try await SQLiteEventStore.open(at: scratch.path, mode: .write)
        let ledger = try await Ledger.open(store, environment: world.environment)
        _ = try await ledger.submit(
            Self.order(.eraseText(at: position, field: "subject", .unlawful), id: "erase-1"))
        await store.close()
        try older.write(to: URL(fileURLWithPath: scratch.path))
        store = try await SQLiteEventStore.open(at: scratch.path, mode: .write)
        let restored = try await Ledger.open(store, environment: world.environment)
        #expect(try await subject(store, at: position) == nil)
        let row = try #require(restored.view.board.erasure(of: .subject, at: position))
        #expect(row.isDone && row.basis == nil)
        await store.close()
    }
}
