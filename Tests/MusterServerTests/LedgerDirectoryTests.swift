import EventLog
import EventStoreTesting
import MusterDomain
import MusterEngine
import Synchronization
import Testing

@testable import MusterServer

@Suite struct LedgerDirectoryTests {
    /// Ledgers in memory that count how often they are opened, and can be out of order.
    private final class Shelf: Sendable {
        private struct State {
            var stores: [String: InMemoryEventStore] = [:]
            var failures: [String: EventStoreError] = [:]
            var openings: [String: Int] = [:]
            var open: [String: InMemoryEventStore] = [:]
        }

        private let state = Mutex(State())
        let milliseconds = Atomic<Int64>(1_764_000_000_000)

        var environment: Environment {
            Environment(
                now: { Instant(milliseconds: self.milliseconds.load(ordering: .sequentiallyConsistent)) },
                randomBytes: Environment.live.randomBytes)
        }

        func put(_ code: String, at path: String) async throws {
            let store = InMemoryEventStore()
            _ = try await Ledger.establish(
                in: store, districtCode: code, founding: Ledgers.founding, environment: environment)
            state.withLock { $0.stores[path] = store }
        }

        func fail(_ path: String, with error: EventStoreError?) { state.withLock { $0.failures[path] = error } }
        func openings(_ path: String) -> Int { state.withLock { $0.openings[path, default: 0] } }
        /// The store that the directory writes to.
        func written(_ path: String) -> InMemoryEventStore? { state.withLock { $0.open[path] } }

        func directory(_ paths: [String]) async throws(LedgerDirectoryError) -> LedgerDirectory {
            try await LedgerDirectory(
                paths: paths, options: .init(environment: environment),
                openForWriting: { path throws(EventStoreError) in
                    let store = try self.store(path)
                    self.state.withLock { $0.openings[path, default: 0] += 1 }
                    // Openings that overlap are the point.
                    try? await Task.sleep(for: .milliseconds(50))
                    let copy = await InMemoryEventStore(reopening: store)
                    self.state.withLock { $0.open[path] = copy }
                    return copy
                },
                openForReading: { path throws(EventStoreError) in
                    await InMemoryEventStore(reopening: try self.store(path))
                })
        }

        private func store(_ path: String) throws(EventStoreError) -> InMemoryEventStore {
            let found = state.withLock { ($0.failures[path], $0.stores[path]) }
            if let error = found.0 { throw error }
            guard let store = found.1 else { throw .missing(path: path) }
            return store
        }
    }

    @Test func `The codes are known at the start, and no ledger is open for writing`() async throws {
        let shelf = Shelf()
        try await shelf.put("610113", at: "a")
        try await shelf.put("610104", at: "b")
        let directory = try await shelf.directory(["a", "b"])
        #expect(directory.codes == ["610113", "610104"] && directory.knows("610104") && !directory.knows("610102"))
        #expect(shelf.openings("a") == 0 && directory.statuses.allSatisfy { !$0.isOpen && $0.failure == nil })
        #expect(directory.openLedger(of: "610113") == nil)
    }

    @Test func `Requests that come together share one opening`() async throws {
        let shelf = Shelf()
        try await shelf.put("610113", at: "a")
        let directory = try await shelf.directory(["a"])
        let ledgers = try await withThrowingTaskGroup(of: Ledger.self) { group in
            for _ in 0..<50 { group.addTask { try await directory.ledger(of: "610113") } }
            return try await group.reduce(into: [Ledger]()) { $0.append($1) }
        }
        #expect(ledgers.allSatisfy { $0 === ledgers[0] } && shelf.openings("a") == 1)
        #expect(directory.openLedger(of: "610113") === ledgers[0])
    }

    @Test func `Two ledgers of one district are refused`() async throws {
        let shelf = Shelf()
        try await shelf.put("610113", at: "a")
        try await shelf.put("610113", at: "b")
        await #expect(throws: LedgerDirectoryError.repeated(code: "610113", paths: ["a", "b"])) {
            _ = try await shelf.directory(["a", "b"])
        }
    }

    @Test func `A ledger that can't be opened troubles its own district only, and is tried again a moment later`()
        async throws
    {
        let shelf = Shelf()
        try await shelf.put("610113", at: "a")
        try await shelf.put("610104", at: "b")
        let directory = try await shelf.directory(["a", "b"])
        shelf.fail("a", with: .held(holder: "pid 7"))
        let trouble = LedgerDirectoryError.unavailable(code: "610113", .store(.held(holder: "pid 7")))
        await #expect(throws: trouble) { _ = try await directory.ledger(of: "610113") }
        _ = try await directory.ledger(of: "610104")
        #expect(directory.statuses.map { $0.failure?.code } == ["held", nil])
        shelf.fail("a", with: nil)
        // A failure stands for a moment, so that a flood of requests opens no flood of files.
        await #expect(throws: trouble) { _ = try await directory.ledger(of: "610113") }
        shelf.milliseconds.wrappingAdd(1_000, ordering: .sequentiallyConsistent)
        _ = try await directory.ledger(of: "610113")
        #expect(directory.statuses.allSatisfy { $0.isOpen && $0.failure == nil })
        await #expect(throws: LedgerDirectoryError.unknown(code: "610199")) {
            _ = try await directory.ledger(of: "610199")
        }
    }

    @Test func `A ledger that could not be read at the start is found later`() async throws {
        let shelf = Shelf()
        try await shelf.put("610104", at: "b")
        let directory = try await shelf.directory(["a", "b"])
        #expect(directory.codes == ["610104"] && directory.statuses[0].failure?.code == "missing")
        try await shelf.put("610113", at: "a")
        await directory.identify()
        _ = try await directory.ledger(of: "610113")
        #expect(directory.statuses.map(\.code) == ["610113", "610104"])
    }

    @Test func `A ledger that turns up as another of the same district is not served`() async throws {
        let shelf = Shelf()
        try await shelf.put("610113", at: "b")
        let directory = try await shelf.directory(["a", "b"])
        try await shelf.put("610113", at: "a")
        await directory.identify()
        #expect(directory.statuses[0].code == nil && directory.statuses[0].failure?.code == "damaged")
        _ = try await directory.ledger(of: "610113")
        #expect(shelf.openings("a") == 0 && shelf.openings("b") == 1)
    }

    @Test func `Another district's file in the place of a ledger is not written to`() async throws {
        let shelf = Shelf()
        try await shelf.put("610113", at: "a")
        let directory = try await shelf.directory(["a"])
        try await shelf.put("610104", at: "a")
        await #expect(throws: (any Error).self) { _ = try await directory.ledger(of: "610113") }
        #expect(directory.statuses[0].failure?.code == "damaged")
    }

    @Test func `Deadlines pass in open ledgers without a command`() async throws {
        let shelf = Shelf()
        try await shelf.put("610113", at: "a")
        let directory = try await shelf.directory(["a"])
        let ledger = try await directory.ledger(of: "610113")
        let centre = Actor(unit: UnitID(rawValue: 1), post: PostID(rawValue: 1), person: PersonID(rawValue: 1))
        func submit(_ id: String, _ command: Command) async throws -> Outcome {
            try await ledger.submit(Order(id: id, command: command, actor: centre))
        }
        _ = try await submit(
            "u2", .registerUnit(code: nil, kind: .street, fullName: "小寨路街道办事处", shortName: "小寨路", parent: nil))
        _ = try await submit(
            "u3", .registerUnit(code: nil, kind: .department, fullName: "区住建局", shortName: "住建", parent: nil))
        _ = try await submit(
            "p2", .assignPost(code: nil, unit: UnitID(rawValue: 2), title: "主任", person: "s1", chief: true))
        _ = try await submit(
            "p3", .assignPost(code: nil, unit: UnitID(rawValue: 2), title: "经办", person: "s2", chief: false))
        let street = Actor(unit: UnitID(rawValue: 2), post: PostID(rawValue: 3), person: PersonID(rawValue: 3))
        let raise = Raise(
            kind: .routine, subject: "井盖破损", category: "市政设施", place: "后村西路", whyNotAlone: "权属不清",
            calls: [CallOrder(unit: UnitID(rawValue: 3), role: .lead)], due: nil, approvedBy: PostID(rawValue: 2),
            slip: String(repeating: "0a", count: 32))
        _ = try await ledger.submit(Order(id: "raise", command: .raise(raise), actor: street))
        let before = ledger.view.board.size
        await directory.tick()
        #expect(ledger.view.board.size == before)
        shelf.milliseconds.wrappingAdd(30 * 86_400_000, ordering: .sequentiallyConsistent)
        await directory.tick()
        #expect(ledger.view.board.size > before)
    }

    @Test func `Closing answers what was accepted, closes the stores and opens no other`() async throws {
        let shelf = Shelf()
        try await shelf.put("610113", at: "a")
        try await shelf.put("610104", at: "b")
        let directory = try await shelf.directory(["a", "b"])
        let ledger = try await directory.ledger(of: "610113")
        let centre = Actor(unit: UnitID(rawValue: 1), post: PostID(rawValue: 1), person: PersonID(rawValue: 1))
        let answers = Task {
            await ledger.submit(
                (0..<200).map { number in
                    Order(
                        id: "u\(number)",
                        command: .registerUnit(
                            code: nil, kind: .department, fullName: "部门\(number)", shortName: "部\(number)", parent: nil),
                        actor: centre)
                })
        }
        try await Task.sleep(for: .milliseconds(1))
        await directory.close()
        let results = await answers.value
        // Each of them was answered: accepted and in the log, or, if it came after the end, refused as closed.
        let store = try #require(shelf.written("a"))
        let size = await InMemoryEventStore(reopening: store)
        for (number, result) in results.enumerated() {
            let receipt = try await size.receipt(of: "u\(number)")
            switch result {
            case .success: #expect(receipt != nil)
            case .failure: #expect(receipt == nil)
            }
        }
        await #expect(throws: EventStoreError.closed) { _ = try await store.size() }
        await #expect(throws: LedgerDirectoryError.closed) { _ = try await directory.ledger(of: "610104") }
    }
}
