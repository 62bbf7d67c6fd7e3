public import EventLog

/// The contract of ``EventStore``, as checks that every store must pass.
///
/// A store's own tests run them one by one:
///
///     @Test(arguments: EventStoreConformance.cases)
///     func `the store keeps the contract`(check: EventStoreConformance.Case) async throws {
///         try await conformance.run(check)
///     }
public struct EventStoreConformance: Sendable {
    /// One check.
    public struct Case: Sendable, CustomStringConvertible {
        /// What must hold, as a sentence.
        public let description: String
        let body: @Sendable (Subject) async throws -> Void

        init(_ description: String, _ body: @escaping @Sendable (Subject) async throws -> Void) {
            self.description = description
            self.body = body
        }
    }

    /// Every check of the contract.
    public static let cases: [Case] =
        appendingCases + refusalCases + malformedCases + readingCases + nameCases + receiptCases + lifetimeCases
        + concurrencyCases + treeCases + checkpointCases + erasureCases

    private let subject: Subject

    /// The checks of one kind of store.
    ///
    /// - Parameters:
    ///   - create: opens an empty log that nothing else uses.
    ///   - reopen: closes the store it is given and opens the same log again.
    public init(
        create: @escaping @Sendable () async throws -> any EventStore,
        reopen: @escaping @Sendable (any EventStore) async throws -> any EventStore
    ) {
        subject = Subject(create: create, reopen: reopen)
    }

    /// Runs one check on a log of its own.
    ///
    /// - Throws: ``ConformanceFailure``, or what the store threw where it should not have.
    public func run(_ check: Case) async throws { try await check.body(subject) }
}

/// A store that does not keep the contract, and how.
public struct ConformanceFailure: Error, CustomStringConvertible {
    /// What was expected and what came.
    public let description: String
}

/// The kind of store under test.
struct Subject: Sendable {
    let create: @Sendable () async throws -> any EventStore
    let reopen: @Sendable (any EventStore) async throws -> any EventStore

    /// Runs `body` on an empty log and closes it.
    func withStore(_ body: (any EventStore) async throws -> Void) async throws {
        let store = try await create()
        do {
            try await body(store)
        } catch {
            await store.close()
            throw error
        }
        await store.close()
    }
}

// MARK: - Expectations

func require(_ condition: Bool, _ what: @autoclosure () -> String, line: UInt = #line) throws(ConformanceFailure) {
    guard !condition else { return }
    throw ConformanceFailure(description: "\(what()) (check at line \(line))")
}

func expect<Value: Equatable>(
    _ found: Value,
    is expected: Value,
    _ what: @autoclosure () -> String,
    line: UInt = #line
) throws(ConformanceFailure) {
    guard found != expected else { return }
    throw ConformanceFailure(description: "\(what()): expected \(expected), found \(found) (check at line \(line))")
}

/// Texts are compared by their bytes: `==` takes canonically equivalent spellings for equal, a store must not.
func expect(
    _ found: [String],
    spelt expected: [String],
    _ what: @autoclosure () -> String,
    line: UInt = #line
) throws(ConformanceFailure) {
    try expect(found.map { Array($0.utf8) }, is: expected.map { Array($0.utf8) }, what(), line: line)
}

/// Checks that an append is refused with exactly this error and that the log is afterwards what it was.
func expect(
    _ store: any EventStore,
    refuses batch: AppendBatch,
    with expected: EventStoreError,
    line: UInt = #line
) async throws {
    let before = try await Snapshot(of: store)
    do {
        try await store.append(batch)
    } catch {
        try require(
            error.isSameRefusal(as: expected),
            "expected the refusal \(expected), found \(error)",
            line: line
        )
        let after = try await Snapshot(of: store)
        try require(before == after, "a refused batch (\(expected)) changed the log", line: line)
        return
    }
    throw ConformanceFailure(description: "expected the refusal \(expected), found none (check at line \(line))")
}

/// Checks that a call on a closed store says so.
func expectClosed(_ what: String, _ call: () async throws(EventStoreError) -> Void) async throws(ConformanceFailure) {
    do {
        try await call()
    } catch {
        try expect(error, is: .closed, what)
        return
    }
    throw ConformanceFailure(description: "\(what): expected the error closed, found none")
}

extension EventStoreError {
    /// Equal, apart from words that are for people only.
    func isSameRefusal(as other: EventStoreError) -> Bool {
        switch (self, other) {
        case (.malformed, .malformed), (.io, .io), (.outcomeUnknown, .outcomeUnknown): true
        case (.commandRepeated(let one), .commandRepeated(let another)): one.utf8.elementsEqual(another.utf8)
        default: self == other
        }
    }
}
