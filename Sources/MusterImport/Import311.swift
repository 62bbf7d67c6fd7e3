public import MusterAPI

/// Brings another system's cases into a district from a file in the 311 form: CSV, one row a case.
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
    /// How many rows are handed over together.
    public var groupSize: Int

    /// An import from a system called `source`.
    public init(source: String = "311", groupSize: Int = ImportBatch.most) {
        self.source = source
        self.groupSize = min(max(1, groupSize), ImportBatch.most)
    }

    /// Reads a file to its end into a district, wherever its ledger lies.
    ///
    /// While a group of rows is being made durable the next one is read. The order of the log follows from the file
    /// alone: group by group the new units, the cases in the order of their rows, then their closings.
    /// - Parameters:
    ///   - district: The district, asked by an officer of its command centre or by whoever holds its file.
    ///   - chunks: The next bytes of the file, nil at its end.
    ///   - progress: Told after each group how far it is.
    ///   - reject: Told of each row that could not be taken, in the order of the lines.
    /// - Throws: ``ImportError``; what was reported until then is in the ledger and stays.
    public func run(
        into district: some DistrictAPI,
        chunks: () async throws -> [UInt8]?,
        progress: (ImportProgress) -> Void = { _ in },
        reject: (RejectedRow) -> Void = { _ in }
    ) async throws(ImportError) -> ImportSummary {
        // What would be refused for every row is found before the first.
        _ = try await post([], to: district).get()
        var reader = GroupReader(groupSize: groupSize)
        var summary = ImportSummary()
        var next = try await reader.next(from: chunks).get()
        while let group = next {
            async let posting = post(group.drafts, to: district)
            // Reading the next group takes time that posting this one leaves.
            let read = await reader.next(from: chunks)
            let receipt = try await posting.get()

            let refused = zip(group.drafts, receipt.results).compactMap { RejectedRow($0, $1) }
            let rejected = (group.rejected + refused).sorted { $0.line < $1.line }
            summary.add(receipt, of: group.drafts)
            summary.rejected += rejected.count
            for row in rejected { reject(row) }
            progress(ImportProgress(bytes: group.bytesRead, summary: summary))
            next = try read.get()
            if next != nil, Task.isCancelled { throw .cancelled }
        }
        return summary
    }

    private func post(
        _ drafts: [CaseDraft], to district: some DistrictAPI
    ) async -> Result<ImportReceipt, ImportError> {
        do throws(Failure) {
            let receipt = try await district.importCases(ImportBatch(source: source, cases: drafts.map(\.told)))
            guard receipt.results.count == drafts.count else { throw Failure("internal") }
            return .success(receipt)
        } catch { return .failure(.district(error)) }
    }
}
