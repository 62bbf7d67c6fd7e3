import MusterDomain
import Testing

@testable import MusterAPI

@Suite struct `A batch of other systems' cases` {
    private static let told: JSONValue = [
        "id": "1", "openedAt": "2026-11-21T09:00:00+08:00", "street": "S", "department": "D", "category": "C",
        "title": "T",
    ]

    private static func batch(_ change: (inout [JSONValue.Member]) -> Void = { _ in }) -> JSONValue {
        guard case .object(var members) = told else { return .null }
        change(&members)
        return ["source": "12345", "cases": [told, .object(members)]]
    }

    @Test func `comes back from JSON as it went`() throws {
        let body = try JSONReader.value(of: ImportBatch.example.body.bytes)
        #expect(try ImportBatch(body: body) == ImportBatch.example)
        let plain = try ImportBatch(body: Self.batch())
        #expect(plain.cases[0].openedAt == Instant(milliseconds: 1_795_222_800_000))
        #expect(plain.cases[0].due == nil && plain.cases[0].detail == nil)
        #expect(try ImportBatch(body: plain.body) == plain)
    }

    /// A body, and what is wrong with it where.
    static let wrong: [(body: JSONValue, code: String, member: String?)] = [
        ([], "badBody", nil), ([:], "missingMember", "source"), (["source": "x"], "missingMember", "cases"),
        (["source": 1, "cases": []], "badMember", "source"), (["source": "x", "cases": [:]], "badMember", "cases"),
        (["source": "x", "cases": [], "case": []], "unknownMember", "case"),
        (["source": "x", "cases": [1]], "badMember", "cases/0"),
        (batch { $0.removeFirst() }, "missingMember", "cases/1/id"),
        (batch { $0[0].value = 7 }, "badMember", "cases/1/id"),
        (batch { $0[1].value = "soon" }, "badMoment", "cases/1/openedAt"),
        (batch { $0.append(.init("closedAt", "2026-11-21")) }, "badMoment", "cases/1/closedAt"),
        (batch { $0.append(.init("place", .null)) }, "badMember", "cases/1/place"),
        (batch { $0.append(.init("agency", "x")) }, "unknownMember", "cases/1/agency"),
        (
            ["source": "x", "cases": .array(Array(repeating: told, count: ImportBatch.most + 1))], "tooManyCases",
            "cases"
        ),
    ]

    @Test(arguments: wrong.indices) func `is refused as a whole for its form`(_ index: Int) {
        let (body, code, member) = Self.wrong[index]
        let failure = #expect(throws: Failure.self) { try ImportBatch(body: body) }
        #expect(failure?.code == code)
        #expect(failure?.member == member)
        #expect(failure?.httpStatus == 400)
    }

    @Test func `takes as many cases as it may`() throws {
        let body: JSONValue = ["source": "x", "cases": .array(Array(repeating: Self.told, count: ImportBatch.most))]
        #expect(try ImportBatch(body: body).cases.count == ImportBatch.most)
    }

    @Test func `has no case longer than is counted for it`() {
        func text(_ field: Field) -> String { String(repeating: "\u{20000}\n", count: field.textLimit / 2) }
        var told = SourceCase(
            id: String(repeating: "\"", count: 96), openedAt: Instant(milliseconds: -62_135_596_800_000),
            street: text(.fullName), department: text(.fullName), category: text(.category), title: text(.subject))
        told.due = told.openedAt
        told.closedAt = told.openedAt
        (told.place, told.detail, told.resolution) = (text(.place), text(.detail), text(.resolution))
        let empty = ImportBatch(source: "x", cases: []).body.bytes.count
        let bytes = ImportBatch(source: "x", cases: [told]).body.bytes.count - empty
        #expect(bytes <= told.mostBytes)
        #expect(told.mostBytes < 256 << 10)
    }
}
