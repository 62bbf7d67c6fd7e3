import MusterAPI

/// Some rows of a file: those that say a case, and those that don't.
struct RowGroup: Sendable {
    var drafts: [CaseDraft] = []
    var rejected: [RejectedRow] = []
    /// At most so many bytes of a batch, those of its cases.
    var caseBytes = 0
    /// Bytes of the file that had been read when the group was full.
    var bytesRead = 0
}

/// Reads a file group by group.
struct GroupReader {
    private let groupSize: Int
    /// A group with so many bytes of cases takes no further one: the longest that texts allow would still fit.
    private static let room = ImportBatch.mostBytes - (256 << 10)
    private var csv = CSVReader()
    /// Known once the header was read.
    private var cases: CaseReader?
    /// Records of the last chunk, those before `next` done with.
    private var records: [Result<CSVRecord, CSVFault>] = []
    private var next = 0
    private var bytesRead = 0
    private var isAtEnd = false

    init(groupSize: Int) {
        self.groupSize = groupSize
    }

    /// The next rows; nil at the end of the file.
    mutating func next(from chunks: () async throws -> [UInt8]?) async -> Result<RowGroup?, ImportError> {
        do throws(ImportError) { return .success(try await group(from: chunks)) } catch { return .failure(error) }
    }

    private mutating func group(from chunks: () async throws -> [UInt8]?) async throws(ImportError) -> RowGroup? {
        var group = RowGroup()
        while group.drafts.count + group.rejected.count < groupSize, group.caseBytes < Self.room {
            if next < records.count {
                add(records[next], to: &group)
                next += 1
            } else if isAtEnd {
                break
            } else {
                try await read(from: chunks)
            }
        }
        group.bytesRead = bytesRead
        return group.drafts.isEmpty && group.rejected.isEmpty ? nil : group
    }

    private mutating func read(from chunks: () async throws -> [UInt8]?) async throws(ImportError) {
        let chunk: [UInt8]?
        do { chunk = try await chunks() } catch { throw .reading(error) }
        if let chunk {
            bytesRead += chunk.count
            records = csv.feed(chunk)
        } else {
            isAtEnd = true
            records = csv.finish()
        }
        next = 0
        try readHeader()
    }

    /// A fault in front of the header leaves nothing that has a meaning.
    private mutating func readHeader() throws(ImportError) {
        guard cases == nil else { return }
        if let header = csv.header {
            cases = CaseReader(columns: try Columns(header: header))
        } else if case .failure(let fault)? = records.first {
            throw .badHeader(RejectedRow(fault))
        } else if isAtEnd {
            throw .noHeader
        }
    }

    private mutating func add(_ record: Result<CSVRecord, CSVFault>, to group: inout RowGroup) {
        switch record {
        case .failure(let fault): group.rejected.append(RejectedRow(fault))
        case .success(let record):
            do throws(RejectedRow) {
                guard let draft = try cases?.draft(of: record) else {
                    preconditionFailure("a record came before the header")
                }
                group.drafts.append(draft)
                group.caseBytes += draft.told.mostBytes
            } catch {
                group.rejected.append(error)
            }
        }
    }
}
