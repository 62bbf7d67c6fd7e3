import EventLog
import EventStoreTesting
import MusterDomain
import MusterEngine
import Testing

/// Readers wait for news without asking again and again, and leave nothing behind.
struct WaitingTests {
    private static let long = Duration.seconds(60)

    private func untilWaiting(_ count: Int, at ledger: Ledger) async throws {
        while ledger.waiterCount < count { try await Task.sleep(for: .milliseconds(1)) }
    }

    @Test func `a reader is woken by the commit that it waits for`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let size = town.ledger.view.board.size
        let first = Task { await town.ledger.wait(past: size, until: .now + Self.long).board.size }
        let second = Task { await town.ledger.wait(past: size + 2, until: .now + Self.long).board.size }
        try await untilWaiting(2, at: town.ledger)
        let one = try await town.raise("first")
        #expect(await first.value == size + 2)
        #expect(town.ledger.waiterCount == 1)
        try await town.submit("second", .acknowledge(one), by: .housing)
        #expect(await second.value == size + 3)
        #expect(town.ledger.waiterCount == 0)
    }

    @Test func `a reader who is behind already waits for nothing`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let size = town.ledger.view.board.size
        let start = ContinuousClock.now
        #expect(await town.ledger.wait(past: size - 1, until: .now + Self.long).board.size == size)
        #expect(await town.ledger.wait(past: 0, until: .now + Self.long).board.size == size)
        #expect(.now - start < .seconds(30))
    }

    @Test func `a reader is let go at the deadline`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let size = town.ledger.view.board.size
        let start = ContinuousClock.now
        #expect(await town.ledger.wait(past: size, until: start + .milliseconds(50)).board.size == size)
        #expect(.now - start >= .milliseconds(50))
        #expect(await town.ledger.wait(past: size, until: start).board.size == size)
        #expect(town.ledger.waiterCount == 0)
    }

    @Test func `what is refused or leaves nothing wakes nobody`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("raise")
        try await town.submit("sign", .acknowledge(whistle), by: .housing)
        let size = town.ledger.view.board.size
        let reader = Task { await town.ledger.wait(past: size, until: .now + Self.long).board.size }
        try await untilWaiting(1, at: town.ledger)
        try await town.submit("sign-again", .acknowledge(whistle), by: .housing)
        #expect(await town.refusal("foreign", .acknowledge(whistle), by: .urban) == .notYours)
        #expect(town.ledger.waiterCount == 1)
        reader.cancel()
        #expect(await reader.value == size)
    }

    @Test func `a thousand waiters that are cancelled leave nothing behind`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let size = town.ledger.view.board.size
        let readers = (0..<1_000).map { _ in
            Task { await town.ledger.wait(past: size, until: .now + Self.long).board.size }
        }
        try await untilWaiting(1_000, at: town.ledger)
        let start = ContinuousClock.now
        for reader in readers { reader.cancel() }
        for reader in readers { #expect(await reader.value == size) }
        #expect(.now - start < .seconds(30))
        #expect(town.ledger.waiterCount == 0)
    }

    @Test func `cancelling, committing and arriving at once loses nobody`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let size = town.ledger.view.board.size
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<400 {
                group.addTask {
                    let reader = Task {
                        await town.ledger.wait(past: size + Position(number % 40), until: .now + Self.long)
                    }
                    if number.isMultiple(of: 3) { reader.cancel() }
                    let view = await reader.value
                    if !number.isMultiple(of: 3) { #expect(view.board.size > size + Position(number % 40)) }
                }
            }
            for number in 0..<20 { group.addTask { _ = try? await town.raise("raise/\(number)") } }
        }
        #expect(town.ledger.waiterCount == 0)
    }
}
