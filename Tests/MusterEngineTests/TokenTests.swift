import EventLog
import EventStoreTesting
import FoldRow
import MusterDomain
import Testing

@testable import MusterEngine

/// Tokens in the directory, and how entries say by what their actor was known.
struct TokenTests {
    private func issue(_ id: String, _ town: Town, label: String? = nil) -> Command {
        .issueToken(
            post: Desk.housing.post, id: id, secretHash: .slip, expires: town.world.now + .days(30), readOnly: true,
            label: label)
    }

    @Test func `the directory knows a token by its public id, after reopening too`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let issuedAt = town.world.now
        try await town.submit("t/1", issue("token0001", town, label: "窗口电脑"), by: .centre)
        try await town.submit("t/2", issue("token0002", town), by: .centre)
        try await town.submit("t/3", .revokeToken(TokenID(rawValue: 2), reason: "遗失"), by: .centre)
        for directory in [
            town.ledger.view.directory, try await town.reopened(in: town.store).ledger.view.directory,
            try await LedgerView.open(town.store).directory,
        ] {
            let first = try #require(directory.token(named: "token0001"))
            #expect(first == TokenID(rawValue: 1) && directory.token(named: "token0002") == TokenID(rawValue: 2))
            #expect(directory.token(named: "token0003") == nil && directory.token(TokenID(rawValue: 3)) == nil)
            #expect(
                directory.token(first)
                    == Directory.TokenEntry(
                        id: "token0001", secretHash: .slip, post: Desk.housing.post, person: Desk.housing.person,
                        expires: issuedAt + .days(30), isReadOnly: true, isRevoked: false, label: "窗口电脑",
                        issuedAt: issuedAt))
            #expect(directory.tokens[1].isRevoked && directory.tokens[1].label == nil)
        }
    }

    @Test func `the directory knows the role of a post`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        try await town.submit(
            "post",
            .assignPost(code: nil, unit: .centre, title: "审计", person: "a1", chief: false, role: .auditor), by: .centre)
        #expect(town.ledger.view.directory.posts.map(\.role) == Desk.allCases.map { _ in .officer } + [.auditor])
    }

    @Test func `an entry says by what its actor was known, and a retry may come another way`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("raise", support: [.urban])
        var order = Order(
            id: "r", command: .acknowledge(whistle), actor: Desk.housing.actor, authentication: .token("token0001"))
        let first = try await town.ledger.submit(order)
        order.authentication = .local
        let again = try await town.ledger.submit(order)
        #expect(again.wasThere && again.receipt == first.receipt)
        town.world.advance(.days(9))
        try await town.ledger.tick()
        let events = try await town.ledger.view.history(of: whistle)
        #expect(events.map(\.envelope.authType).prefix(5) == ["local", "local", "local", "token:token0001", "system"])
    }

    /// What a ledger has that was made before posts had roles.
    @Test func `an officer's post leaves the entry and the digest that it always left`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let outcome = try await town.submit(
            "p", .assignPost(code: nil, unit: .housing, title: "科员", person: "h9", chief: false), by: .centre)
        let entry = try #require(outcome.entries.first)
        #expect(!String(decoding: entry.bytes, as: UTF8.self).contains("ole"))
        #expect(entry.row.a == 0)
        #expect(outcome.receipt?.digest.hex == "2b29776e3b1a5aa179cd85fab7802109")
    }
}
