import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import Testing

@testable import MusterService

/// Other systems' cases, as a programme hands them over.
@Suite struct ImportTests {
    private static let noon = Instant(milliseconds: 1_772_000_000_000)

    private static func told(_ id: String, _ change: (inout SourceCase) -> Void = { _ in }) -> SourceCase {
        var told = SourceCase(
            id: id, openedAt: noon, street: "大雁塔街道", department: "城管局", category: "噪音", title: "施工噪音")
        change(&told)
        return told
    }

    private static func closed(_ id: String, after hours: Int64 = 1) -> SourceCase {
        told(id) {
            $0.closedAt = Instant(milliseconds: noon.milliseconds + hours * 3_600_000)
            $0.resolution = "已处理"
        }
    }

    private func imported(
        _ cases: [SourceCase], into hall: Hall, by seat: Seat = .centre, source: String = "12345"
    ) async throws -> ImportReceipt {
        try await hall.seen(by: seat).importCases(ImportBatch(source: source, cases: cases))
    }

    /// What came of each case in short: `added`, `closed!` where it has changed, `rejected duplicateID`.
    private func short(_ receipt: ImportReceipt) -> [String] {
        receipt.results.map { $0.result + ($0.changed ? "!" : "") + ($0.code.map { " " + $0 } ?? "") }
    }

    // MARK: Who may

    /// Every seat, and what it is refused with.
    private static let seats: [(seat: Seat, code: String?)] = [
        (.centre, nil), (.northChief, "notTheCentre"), (.northClerk, "notTheCentre"), (.south, "notTheCentre"),
        (.community, "notTheCentre"), (.housing, "notTheCentre"), (.urban, "notTheCentre"),
        (.planning, "notTheCentre"), (.leader, "roleMayNot"), (.auditor, "roleMayNot"), (.system, "roleMayNot"),
        (.security, "roleMayNot"), (.audit, "roleMayNot"),
    ]

    @Test func `Only the centre's officers may import, and others are refused before the first case`() async throws {
        #expect(Self.seats.map(\.seat) == Seat.allCases)
        let hall = try await Hall.found()
        let size = hall.ledger.view.board.size
        for (seat, code) in Self.seats {
            for cases in [[], [Self.told("1")]] where code != nil {
                let refused = await failure { _ = try await imported(cases, into: hall, by: seat) }
                #expect(refused?.code == code, "\(seat)")
                #expect(refused?.status == .notAllowed)
            }
        }
        let batch = ImportBatch(source: "12345", cases: [])
        let reading = await failure { _ = try await hall.seen(by: .centre, readOnly: true).importCases(batch) }
        #expect(reading?.code == "readOnlyToken")
        #expect(hall.ledger.view.board.size == size)
        #expect(short(try await imported([Self.told("1")], into: hall)) == ["added"])
        // Whoever holds the file may name nobody.
        let local = ImportBatch(source: "12345", cases: [Self.told("2")])
        #expect(short(try await hall.seenLocally().importCases(local)) == ["added"])
        let authors = try await hall.ledger.view.history(of: WhistleID(rawValue: 2)).map(\.envelope.actor)
        #expect(authors == ["system"])
    }

    @Test func `An entry says by which token a case came in`() async throws {
        let hall = try await Hall.found()
        _ = try await imported([Self.closed("1")], into: hall)
        let history = try await hall.ledger.view.history(of: WhistleID(rawValue: 1))
        #expect(history.map(\.envelope.authType) == ["token:token1", "token:token1"])
    }

    // MARK: What comes of a case

    @Test func `Each case is answered by itself, and the same batch again adds nothing`() async throws {
        let hall = try await Hall.found()
        let cases = [
            Self.told("1"), Self.closed("2"), Self.told("1") { $0.title = "又一次" },
            Self.told("案3"), Self.told(""), Self.closed("4", after: -1),
            Self.told("5") { $0.resolution = "已处理" }, Self.told("6") { $0.title = " \u{200B}" },
            Self.told("7") { $0.openedAt = Instant(milliseconds: -99_999_999_999_999) },
            Self.told("8") { $0.due = Instant(milliseconds: 999_999_999_999_999) },
        ]
        let rejected = [
            "rejected duplicateID", "rejected badID", "rejected noID", "rejected closedBeforeOpened",
            "rejected closedWithoutTime", "rejected refused", "rejected badOpenedAt", "rejected badDueAt",
        ]
        let first = try await imported(cases, into: hall)
        #expect(short(first) == ["added", "added"] + rejected)
        #expect(first.events == 3)
        #expect(first.results.map(\.events) == [1, 2] + Array(repeating: 0, count: 8))
        #expect(first.results.prefix(3).map(\.whistle) == ["W2026-000001", "W2026-000002", nil])
        #expect(first.results[2].values == ["number": "1"])
        #expect(
            first.results[5].values
                == ["closed": "2026-02-25T05:13:20.000Z", "opened": "2026-02-25T06:13:20.000Z"])
        #expect(first.results[7].rule == "textEmpty")
        for result in first.results.dropFirst(2) {
            let message = try #require(result.message)
            #expect(!message.isEmpty && !message.contains("{") && !message.contains("reject."), "\(message)")
        }
        let size = hall.ledger.view.board.size
        let second = try await imported(cases, into: hall)
        #expect(short(second) == ["alreadyThere", "alreadyThere"] + rejected)
        #expect(second.events == 0 && second.masked == MaskedNumbers() && second.unitsRegistered == 0)
        #expect(second.results.prefix(2).map(\.whistle) == ["W2026-000001", "W2026-000002"])
        #expect(hall.ledger.view.board.size == size)
    }

    @Test func `A newer batch closes what was open and says what differs`() async throws {
        let hall = try await Hall.found()
        _ = try await imported([Self.told("1"), Self.told("2"), Self.told("3"), Self.closed("4")], into: hall)
        var moved = Self.closed("3")
        moved.street = "小寨路街道"
        let newer = [Self.closed("1"), Self.told("2") { $0.category = "绿化" }, moved, Self.closed("4", after: 2)]
        let receipt = try await imported(newer, into: hall)
        #expect(short(receipt) == ["closed", "alreadyThere!", "closed!", "alreadyThere!"])
        #expect(receipt.events == 2)
        #expect(receipt.results.map(\.whistle) == (1...4).map { "W2026-00000\($0)" })
    }

    @Test func `Two that send the same at the same time add it once`() async throws {
        let hall = try await Hall.found()
        let cases = (1...40).map { number in Self.told("\(number)") { $0.street = "新街\(number % 3)" } }
        async let one = imported(cases, into: hall)
        async let other = imported(cases, into: hall)
        let receipts = try await [one, other]
        #expect(receipts.map(\.unitsRegistered).reduce(0, +) == 3)
        #expect(receipts.flatMap(\.results).count { $0.result == "added" } == 40)
        #expect(receipts.flatMap(\.results).count { $0.result == "alreadyThere" && !$0.changed } == 40)
        #expect(hall.ledger.view.board.whistles.count == 40)
    }

    @Test func `A command id that somebody has used otherwise rejects its case and no other`() async throws {
        let hall = try await Hall.found()
        try await hall.raise()
        let id = CommandKey(source: "12345", id: "1", act: "import").commandID
        let taken = Order(id: id, command: .acknowledge(WhistleID(rawValue: 1)), actor: hall.actor(.housing))
        _ = try await hall.ledger.submit(taken)
        let receipt = try await imported([Self.told("1"), Self.told("2")], into: hall)
        #expect(short(receipt) == ["rejected commandReused", "added"])
    }

    @Test func `Numbers of residents are masked and counted, whoever sends them`() async throws {
        let hall = try await Hall.found()
        let told = Self.told("1") {
            $0.title = "请回电 13800138000"
            $0.detail = "身份证 11010519491231002X"
            $0.closedAt = $0.openedAt
            $0.resolution = "已电告 13800138001"
        }
        let receipt = try await imported([told, told], into: hall)
        #expect(receipt.masked == MaskedNumbers(mobiles: 2, ids: 1))
        let history = try await hall.ledger.view.history(of: WhistleID(rawValue: 1))
        #expect(history[0].words[.subject] == "请回电 138****8000")
        #expect(history[1].words[.resolution] == "已电告 138****8001")
        let rejected = try await imported([Self.told("13800138000 号")], into: hall)
        #expect(rejected.results[0].id == "138****8000 号")
    }

    // MARK: Units

    @Test func `Units are found by name at once after they were renamed, retired or registered anew`() async throws {
        let hall = try await Hall.found()
        func told(_ id: String) -> SourceCase { Self.told(id) { $0.street = "新街" } }
        #expect(try await imported([told("1")], into: hall).unitsRegistered == 1)
        let unit = UnitID(rawValue: 8)
        #expect(short(try await imported([told("2")], into: hall)) == ["added"])
        try await hall.submit(.renameUnit(unit, fullName: "新街街道办事处", shortName: "新街街道"), by: .centre)
        for id in ["3", "4"] { #expect(short(try await imported([told(id)], into: hall)) == ["added"]) }
        #expect(hall.ledger.view.board.whistles[WhistleID(rawValue: 4)].raiser == unit)
        try await hall.submit(.retireUnit(unit, reason: "撤并"), by: .centre)
        for id in ["5", "6"] {
            let receipt = try await imported([told(id)], into: hall)
            #expect(short(receipt) == ["rejected unitRetired"])
            #expect(receipt.results[0].values == ["text": "新街"])
        }
        try await hall.submit(
            .registerUnit(code: nil, kind: .street, fullName: "新街", shortName: "新街", parent: nil), by: .centre)
        #expect(short(try await imported([told("7")], into: hall)) == ["added"])
    }

    @Test func `A batch that is too large or of a source that can't be named is refused whole`() async throws {
        let hall = try await Hall.found()
        let many = (0...ImportBatch.most).map { Self.told("\($0)") }
        #expect(await failure { _ = try await imported(many, into: hall) }?.code == "tooManyCases")
        for source in ["", "a:b", "热线"] {
            let refused = await failure { _ = try await imported([], into: hall, source: source) }
            #expect(refused?.code == "badSource" && refused?.member == "source")
        }
    }
}
