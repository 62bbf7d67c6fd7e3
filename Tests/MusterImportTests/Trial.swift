import EventStoreTesting
import MusterDomain
import MusterEngine
import MusterImport
import MusterService
import MusterText
import Testing

/// A ledger in memory into which files can be imported.
struct Trial {
    let store = InMemoryEventStore()
    let ledger: Ledger
    let groupSize: Int
    private let source: OpenLedger
    private let environment: Environment

    /// What an import came to and what it told on the way.
    struct Run {
        var summary: ImportSummary
        var rejected: [RejectedRow]
        var progress: [ImportProgress]
    }

    init(groupSize: Int = 500) async throws {
        self.groupSize = groupSize
        // Some day after all samples; the bytes only have to be there.
        environment = Environment(
            now: { Instant(milliseconds: 1_780_000_000_000) },
            randomBytes: { Array(repeating: 7, count: $0) }
        )
        let founding = Founding(
            name: "试验区",
            keyID: "00000000",
            language: "zh",
            centreFullName: "试验区指挥中心",
            centreShortName: "指挥中心",
            postTitle: "值班",
            person: "c001"
        )
        ledger = try await Ledger.establish(
            in: store, districtCode: "610113", founding: founding, environment: environment)
        source = OpenLedger(ledger, files: LedgerFiles(path: "/nowhere/trial.muster"))
    }

    /// The district as whoever holds its file has it, named or not.
    func district(as actor: String? = nil) -> LocalDistrict {
        LocalDistrict(source: source, caller: .local(as: actor), language: .zh, environment: environment)
    }

    func run(_ rows: [Sample], chunk: Int = .max, source: String = "311") async throws(ImportError) -> Run {
        try await run(Sample.file(rows), chunk: chunk, source: source)
    }

    func run(
        _ bytes: [UInt8],
        chunk: Int = .max,
        source: String = "311",
        by actor: String? = nil
    ) async throws(ImportError) -> Run {
        var rest = bytes[...]
        var rejected: [RejectedRow] = []
        var progress: [ImportProgress] = []
        let summary = try await Import311(source: source, groupSize: groupSize).run(
            into: district(as: actor),
            chunks: {
                guard !rest.isEmpty else { return nil }
                defer { rest = rest.dropFirst(chunk) }
                return Array(rest.prefix(chunk))
            },
            progress: { progress.append($0) },
            reject: { rejected.append($0) }
        )
        #expect(summary.rejected == rejected.count)
        return Run(summary: summary, rejected: rejected, progress: progress)
    }
}

/// A row of the 311 form.
struct Sample {
    static let header =
        "id,opened_at,due_at,closed_at,updated_at,status,on_time,agency,queue,category,type,detail,title,address,"
        + "district,postcode,lat,lon,channel,resolution"

    var id: String
    var opened = "2025-03-01T09:00:00+08:00"
    var due = ""
    var closed = ""
    var status = ""
    var agency = "城管局"
    var queue = ""
    var category = ""
    var type = "噪音"
    var detail = ""
    var title = "施工噪音"
    var address = "一路1号"
    var district = "东街"
    var postcode = "710000"
    var channel = ""
    var resolution = ""

    init(_ id: String, _ change: (inout Sample) -> Void = { _ in }) {
        self.id = id
        change(&self)
    }

    /// So many rows of different streets, every second closed.
    static func many(_ count: Int) -> [Sample] {
        (1...count).map { number in
            Sample("N-\(number)") {
                $0.district = "\(number % 6)街"
                $0.agency = "\(number % 4)局"
                if number.isMultiple(of: 2) { $0.closed = "2025-03-0\(number % 9 + 1)T12:00:00+08:00" }
                if number.isMultiple(of: 3) { $0.due = "2025-03-05T00:00:00+08:00" }
                if number.isMultiple(of: 5) { $0.detail = "电话13800138000,\n\"两行\"" }
            }
        }
    }

    static func file(_ rows: [Sample]) -> [UInt8] {
        Array(([header] + rows.map(\.line)).joined(separator: "\n").utf8) + [0x0A]
    }

    var line: String {
        [
            id, opened, due, closed, "", status, "", agency, queue, category, type, detail, title, address, district,
            postcode, "34.1", "108.9", channel, resolution,
        ].map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }
}
