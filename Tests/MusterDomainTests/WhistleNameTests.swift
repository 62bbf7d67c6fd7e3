import FoldRow
import Testing

@testable import MusterDomain

@Suite struct WhistleNameTests {
    @Test(arguments: [
        ("W2026-000042", 2026, 42), ("w2026-42", 2026, 42), ("W2026-1000000", 2026, 1_000_000), ("W0001-1", 1, 1),
    ])
    func `A name is read`(text: String, year: Int, number: Int) {
        #expect(WhistleName(text) == WhistleName(year: year, number: number))
    }

    @Test(arguments: [
        "", "W2026", "W2026-", "2026-000042", "X2026-000042", "W26-42", "W2026-0", "W2026--1", "W2026-4a",
        "W2026-42-1", " W2026-42", "W2026-+4", "W２０２６-42", "W2026-99999999999999999999",
    ])
    func `Anything else is no name`(text: String) {
        #expect(WhistleName(text) == nil)
    }

    @Test func `A name has at least six digits and sorts by them`() {
        #expect(WhistleName(year: 2026, number: 42).description == "W2026-000042")
        #expect(WhistleName(year: 2026, number: 1_234_567).description == "W2026-1234567")
    }

    @Test func `The year changes at midnight in Shanghai`() throws {
        // 2025-12-31T16:00:00Z is 2026-01-01T00:00 in Shanghai.
        let midnight = Instant(milliseconds: 1_767_196_800_000)
        #expect(midnight.shanghaiYear == 2026)
        #expect((midnight + Span(milliseconds: -1)).shanghaiYear == 2025)
        var district = try District(at: midnight + .hours(-2))
        #expect(try Self.raise(in: &district) == WhistleName(year: 2025, number: 1))
        district.now = midnight + Span(milliseconds: -1)
        #expect(try Self.raise(in: &district) == WhistleName(year: 2025, number: 2))
        #expect(district.board.nextWhistleName(at: district.now) == WhistleName(year: 2025, number: 3))
        district.now = midnight
        #expect(district.board.nextWhistleName(at: district.now) == WhistleName(year: 2026, number: 1))
        #expect(try Self.raise(in: &district) == WhistleName(year: 2026, number: 1))
    }

    /// The name that a whistle gets when it is blown now.
    private static func raise(in district: inout District) throws -> WhistleName {
        let whistle = try district.raise()
        return district.board.whistles[whistle].name
    }

    @Test func `A whistle is found by its name across the years`() throws {
        var district = try District(at: Instant(milliseconds: 1_767_196_800_000 - 1000 * 86_400_000))
        var named: [WhistleName: WhistleID] = [:]
        for count in [3, 1, 0, 5, 2] {
            for _ in 0..<count {
                let whistle = count == 2 ? try district.importCase() : try district.raise()
                named[district.board.whistles[whistle].name] = whistle
            }
            district.wait(.days(365))
        }
        #expect(named.count == 11)
        for year in 2020...2030 {
            for number in 0...7 {
                let name = WhistleName(year: year, number: number)
                #expect(district.board.whistle(named: name) == named[name], "\(name)")
            }
        }
        #expect(Board().whistle(named: WhistleName(year: 2026, number: 1)) == nil)
    }

    @Test func `A whistle that a board leaves out keeps its name from being given again`() throws {
        var district = try District()
        try district.raise()
        try district.raise()
        var board = Board()
        for row in district.rows {
            if row.stream == 0 || row.stream == 2 { try board.apply(row) } else { try board.skip(row) }
        }
        #expect(board.size == UInt64(district.rows.count))
        #expect(board.whistles.count == 1)
        #expect(board.whistles[WhistleID(rawValue: 1)].name == WhistleName(year: 2026, number: 2))
        #expect(board.whistle(ofStream: 1) == nil)
        #expect(board.whistle(ofStream: 2) == WhistleID(rawValue: 1))
    }
}
