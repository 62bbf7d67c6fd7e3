import EventLog
import EventStoreTesting
import Foundation
import MusterDomain
import MusterEngine
import Testing
import TransparencyLog

@testable import MusterServer

/// A district whose log a test signs itself, behind a server: the centre, a department, and 300 units beside them.
struct LogHouse {
    let store = InMemoryEventStore()
    let key: SigningKey
    let size: UInt64
    /// Tokens of the centre's and the department's posts.
    let centre: String
    let department: String
    /// Where an entry with a text stands, and one that the department may not see.
    let retirement: UInt64
    let hidden: UInt64

    static let units = 300

    init() async throws {
        key = try #require(SigningKey(seed: [UInt8](repeating: 7, count: 32), districtCode: "610113"))
        let environment = Environment.live
        let ledger = try await Ledger.establish(
            in: store, districtCode: "610113", founding: Ledgers.founding, environment: environment)
        let post = ledger.view.board.posts[PostID(rawValue: 1)]
        let actor = Actor(unit: post.unit, post: PostID(rawValue: 1), person: post.person)
        func submit(_ commands: [Command]) async throws {
            let orders = commands.map {
                Order(id: UUID().uuidString, command: $0, actor: actor, authentication: .local)
            }
            for result in await ledger.submit(orders) { _ = try result.get() }
        }
        try await submit(
            (0..<Self.units).map { number in
                .registerUnit(
                    code: "D\(number)", kind: .department, fullName: "第\(number)局", shortName: "局\(number)", parent: nil
                )
            })
        let unit = UnitID(rawValue: 2)
        try await submit([.assignPost(code: nil, unit: unit, title: "经办", person: "d-1", chief: false)])
        var tokens: [String] = []
        var issued: UInt64 = 0
        for post in [PostID(rawValue: 1), PostID(rawValue: 2)] {
            let token = AccessToken(from: environment)
            let expires = Instant(milliseconds: environment.now().milliseconds + 86_400_000)
            issued = ledger.view.board.size
            try await submit([
                .issueToken(
                    post: post, id: token.id, secretHash: token.secretHash, expires: expires, readOnly: false,
                    label: nil)
            ])
            tokens.append(token.text)
        }
        (centre, department, hidden) = (tokens[0], tokens[1], issued)
        retirement = ledger.view.board.size
        try await submit([.retireUnit(UnitID(rawValue: 9), reason: "机构改革，职责并入区住建局")])
        size = ledger.view.board.size
    }

    /// Signs and keeps the head of a size.
    @discardableResult
    func sign(_ size: UInt64) async throws -> SignedCheckpoint {
        let root = try #require(try await store.root(atSize: size))
        var head = SignedCheckpoint(
            try Checkpoint(origin: key.name, size: size, root: root), signers: [key.signer])
        head.cosign(key.clock, time: 1_767_225_600)
        try await store.keep(head)
        return head
    }

    /// Runs something against a server of it.
    func serve(areEntriesPublic: Bool = true, _ body: (TestServer) async throws -> Void) async throws {
        let store = store
        let directory = try await LedgerDirectory(
            paths: ["610113"], options: .init(environment: .live),
            openForWriting: { _ throws(EventStoreError) in store },
            openForReading: { _ throws(EventStoreError) in await InMemoryEventStore(reopening: store) })
        let keys = key.verifierKeys
        let access = LogAccess(areEntriesPublic: areEntriesPublic) { $0 == "610113" ? keys : [] }
        let routes = DistrictRoutes.all(of: directory, environment: .live, fileLimit: 1_024, log: access)
        try await TestServer.run(routes: routes) { server in try await body(server) }
        await directory.close()
    }
}
