public import MusterDomain
public import MusterEngine

/// Brings another system's cases into a ledger from a file in the 311 form: CSV, one row a case.
///
/// The columns are `id`, `opened_at`, `due_at`, `closed_at`, `status`, `agency`, `queue`, `category`, `type`,
/// `detail`, `title`, `address`, `district`, `postcode`, `channel` and `resolution`, in any order; others are ignored.
/// Times are RFC 3339 with their offset. District becomes a street, agency a department, type the category.
///
/// A case keeps the times and the deadline of its source, and nothing is invented: a case with `closed_at` is closed
/// then, one without stays open. Every row ends as a case or as a ``RejectedRow``; of a rejected row nothing is taken.
///
/// The commands' ids are hashes of source, case and act, so the same file adds nothing the second time, a newer
/// extract adds only what is new, and a run that was broken off is continued by running it again.
///
/// Cost: linear in the bytes. Memory: two groups of rows, and 40 bytes or so for each case of the file, by which a
/// second row of the same case is found.
public struct Import311: Sendable {
    /// What the cases' system is called in references, `source:id`: 1 to 32 visible ASCII characters without a colon.
    public var source: String
    /// How many rows are made durable together.
    public var groupSize: Int

    /// An import from a system called `source`.
    public init(source: String = "311", groupSize: Int = 1_000) {
        self.source = source
        self.groupSize = max(1, groupSize)
    }

    /// Reads a file to its end into a ledger.
    ///
    /// While a group of rows is being made durable the next one is read. The order of the log follows from the file
    /// alone: group by group the new units, the cases in the order of their rows, then their closings.
    /// - Parameters:
    ///   - ledger: The ledger of the district.
    ///   - actor: The system, or an officer of the command centre; the same for every run over the same source, since
    ///     a command of another unit is another command.
    ///   - chunks: The next bytes of the file, nil at its end.
    ///   - progress: Told after each group how far it is.
    ///   - reject: Told of each row that could not be taken, in the order of the lines.
    /// - Throws: ``ImportError``; what was reported until then is in the ledger and stays.
    public func run(
        into ledger: Ledger,
        by actor: Actor,
        chunks: () async throws -> [UInt8]?,
        progress: (ImportProgress) -> Void = { _ in },
        reject: (RejectedRow) -> Void = { _ in }
    ) async throws(ImportError) -> ImportSummary {
        guard isSourceName(source) else { throw .badSource(source) }
        try check(actor, on: ledger.view.board)
        var reader = GroupReader(source: source, groupSize: groupSize)
        var poster = CasePoster(ledger: ledger, actor: actor, source: source)
        var summary = ImportSummary()
        var next = try await reader.next(from: chunks).get()
        while let group = next {
            let desk = poster
            async let posting = desk.posting(group.drafts)
            // Reading the next group takes about as long as posting this one.
            let read = await reader.next(from: chunks)
            let posted = try await posting.get()
            poster = posted.poster

            let rejected = (group.rejected + posted.rejected).sorted { $0.line < $1.line }
            summary.add(posted.summary)
            summary.rejected += rejected.count
            for row in rejected { reject(row) }
            progress(ImportProgress(bytes: group.bytesRead, summary: summary))
            next = try read.get()
            if next != nil, Task.isCancelled { throw .cancelled }
        }
        return summary
    }

    /// What the rules would refuse for every row is found before the first.
    private func check(_ actor: Actor, on board: Board) throws(ImportError) {
        guard board.size > 0 else { throw .ledger(.notEstablished) }
        guard actor != .system else { return }
        guard actor.unit.exists, actor.unit.rawValue <= board.units.count,
            board.units[Int(actor.unit.rawValue) - 1].kind == .centre
        else { throw .notTheCentre(actor.unit) }
    }
}
