import EventLog
import EventStoreTesting
import MusterDomain
import MusterEngine
import SQLiteEventStore
import Testing

/// A command id stands for one command, for ever.
struct CommandIDTests {
    private func reportIn(_ whistle: WhistleID, id: String = "r", mode: ArrivalMode = .onSite) -> Order {
        Order(id: id, command: .reportIn(whistle, person: nil, mode: mode), actor: Desk.housing.actor)
    }

    @Test func `a retry is answered with the first receipt and leaves nothing`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let first = try await town.submit("raise", .raise(support: [.urban]), by: .northClerk)
        #expect(!first.wasThere && first.entries.count == 3)
        let size = town.ledger.view.board.size
        town.world.advance(.minutes(10))
        let again = try await town.submit("raise", .raise(support: [.urban]), by: .northClerk)
        #expect(again.wasThere && again.entries.isEmpty)
        #expect(again.receipt == first.receipt && again.whistle == first.whistle)
        #expect(town.ledger.view.board.size == size)
    }

    /// Command ids live for ever, so their digests must too: a command, a case of an enumeration or an operand that is
    /// renamed would turn every retry and every second import into another command.
    @Test func `the digest of a command is the same in every version`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("raise")
        let arrival = try await town.ledger.submit(reportIn(whistle))
        let raised = try #require(try await town.store.receipt(of: "raise"))
        #expect(raised.digest.hex == "d857c36b290d586303a5b1bd27855cef")
        #expect(arrival.receipt?.digest.hex == "e7cf1c180bb8a9f473a9dfab7b5cceb1")
    }

    @Test func `the same id with another body is refused`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("raise")
        _ = try await town.ledger.submit(reportIn(whistle))
        #expect(await town.failure(reportIn(whistle, mode: .remote)) == .commandReused(id: "r"))
        #expect(await town.failure(reportIn(whistle, id: "raise")) == .commandReused(id: "raise"))
        var other = reportIn(whistle)
        other.actor = Desk.urban.actor
        #expect(await town.failure(other) == .commandReused(id: "r"))
        other = reportIn(whistle)
        other.entered.via = .phone
        #expect(await town.failure(other) == .commandReused(id: "r"))
    }

    @Test func `another text is another body, what was looked at is none`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("raise")
        try await town.submit("w", .withdraw(whistle, reason: "误报"), by: .northClerk)
        let again = try await town.ledger.submit(
            Order(
                id: "w",
                command: .withdraw(whistle, reason: "误报"),
                actor: Desk.northClerk.actor,
                confirmsNumbers: true,
                expectedRevision: 1
            )
        )
        #expect(again.wasThere)
        let reworded = Order(
            id: "w", command: .withdraw(whistle, reason: "已自行解决"), actor: Desk.northClerk.actor)
        #expect(await town.failure(reworded) == .commandReused(id: "w"))
    }

    @Test func `a refused id is free, and succeeds once the rule is kept`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("raise")
        let claim = Command.claimDone(whistle, .solved, summary: "已更换井盖")
        #expect(await town.refusal("c", claim, by: .housing) == .wrongWhistleState)
        #expect(try await town.store.receipt(of: "c") == nil)
        _ = try await town.ledger.submit(reportIn(whistle))
        let outcome = try await town.submit("c", claim, by: .housing)
        #expect(!outcome.wasThere && outcome.receipt != nil)
    }

    @Test func `a command that leaves nothing is not remembered`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("raise", support: [.urban])
        try await town.submit("a1", .acknowledge(whistle), by: .housing)
        let silent = try await town.submit("a2", .acknowledge(whistle), by: .housing)
        #expect(silent.receipt == nil && !silent.wasThere && silent.whistle == whistle && silent.entries.isEmpty)
        #expect(try await town.store.receipt(of: "a2") == nil)
        let other = try await town.submit("a2", .acknowledge(whistle), by: .urban)
        #expect(other.receipt != nil && !other.wasThere)
    }

    @Test func `an id that is repeated within one batch counts once`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("raise")
        let size = town.ledger.view.board.size
        let results = await town.ledger.submit([
            reportIn(whistle), reportIn(whistle), reportIn(whistle, mode: .remote),
        ])
        let (first, second) = (try results[0].get(), try results[1].get())
        #expect(!first.wasThere && second.wasThere && first.receipt == second.receipt)
        #expect(results[2] == .failure(.commandReused(id: "r")))
        #expect(town.ledger.view.board.size == size + 1)
    }

    @Test func `an id that was refused earlier in the batch is still free`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("raise")
        let wrong = Order(id: "r", command: .close(whistle, .solved, reason: "好"), actor: Desk.centre.actor)
        let results = await town.ledger.submit([wrong, reportIn(whistle)])
        #expect(throws: LedgerError.self) { try results[0].get() }
        #expect(try results[1].get().receipt != nil)
    }

    @Test func `ids are remembered when the ledger is opened again`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.newStore()
        let town = try await Town.found(in: store)
        let first = try await town.submit("raise", .raise(), by: .northClerk)
        await store.close()
        let again = try await town.reopened(in: try await SQLiteEventStore.open(at: scratch.path, mode: .write))
        let retry = try await again.submit("raise", .raise(), by: .northClerk)
        #expect(retry.wasThere && retry.receipt == first.receipt && retry.whistle == first.whistle)
        #expect(
            await again.failure(
                Order(id: "raise", command: .raise(.tough), actor: Desk.northClerk.actor)
            )
                == .commandReused(id: "raise")
        )
        await again.store.close()
    }

    @Test(arguments: [
        "", String(repeating: "x", count: 129), "a b", "a\n", "井", "\u{7F}", "\u{0}", "é",
        "tick/W2026-000001/acknowledge/1/1772420400000", "tick/",
    ])
    func `a malformed id is refused, and the others of the batch are not`(id: String) async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let results = await town.ledger.submit([
            Order(id: id, command: .raise(), actor: Desk.northClerk.actor),
            Order(id: String(repeating: "~", count: 128), command: .raise(), actor: Desk.northClerk.actor),
        ])
        #expect(results[0] == .failure(.badCommandID(id)))
        #expect(try results[1].get().receipt != nil)
    }

    @Test func `a preview leaves nothing and tells what is there already`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let raise = Order(id: "raise", command: .raise(support: [.urban]), actor: Desk.northClerk.actor)
        let evidence = try await Evidence(of: town.store)
        let preview = try await town.ledger.preview(raise)
        #expect(preview.entries.count == 3 && !preview.wasThere)
        #expect(try await Evidence(of: town.store) == evidence)
        let first = try await town.ledger.submit(raise)
        #expect(first.receipt == preview.receipt && first.entries.map(\.row) == preview.entries.map(\.row))
        #expect(try await town.ledger.preview(raise).wasThere)
        await #expect(throws: LedgerError.badCommandID("")) {
            try await town.ledger.preview(Order(id: "", command: .raise(), actor: Desk.northClerk.actor))
        }
    }
}
