import MusterAPI
import MusterDomain
import MusterEngine
import Testing

@testable import MusterImport

/// Against a city's own file, if it lies beside the checkout.
@Suite struct BostonTests {
    @Test func `what is late on the board is what the city itself calls overdue`() async throws {
        guard let beginning = try BostonCases.beginning(bytes: 2 << 20) else { return }
        var bytes: [UInt8] = []
        var reader = CSVReader()
        var records: [CSVRecord] = []
        // Line by line, so that the bytes end where the last record does.
        for line in beginning.split(separator: 0x0A, omittingEmptySubsequences: false) {
            bytes += line + [0x0A]
            records += try reader.feed(Array(line) + [0x0A]).map { try $0.get() }
            if records.count == 3_000 { break }
        }
        let header = try #require(reader.header)
        try #require(records.count == 3_000)

        let trial = try await Trial(groupSize: 300)
        let run = try await trial.run(bytes, chunk: 10_000)
        #expect(run.summary.rows == 3_000)
        #expect(Set(run.rejected.map(\.code)).isSubset(of: [.closedBeforeOpened]))
        #expect(run.summary.cases == 3_000 - run.rejected.count)

        func field(_ name: String, _ record: CSVRecord) -> String {
            header.firstIndex(of: name).map { record.fields[$0] } ?? ""
        }
        let view = trial.ledger.view
        let references = try await view.names(of: .reference)
        var whistles: [String: WhistleRow] = [:]
        view.board.whistles.forEach { _, row in whistles[references[Int(row.reference) - 1]] = row }
        var judged = 0
        for record in records where !field("due_at", record).isEmpty && !field("closed_at", record).isEmpty {
            let label = field("on_time", record)
            guard !label.isEmpty, let row = whistles["311:" + field("id", record)] else { continue }
            let now = try #require(row.handledAt)
            #expect(row.isLate(at: now) == (label == "OVERDUE"), "line \(record.line)")
            judged += 1
        }
        #expect(judged > 1_000)
    }
}
