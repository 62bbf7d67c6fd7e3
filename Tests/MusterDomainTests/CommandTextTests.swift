import Testing

@testable import MusterDomain

/// The texts of every command are checked by the same rules.
@Suite struct CommandTextTests {
    private static let mobile = "请电13800138000"

    /// Commands with a text in one of their fields, by the field.
    private static let fields: [(Field, Party, @Sendable (inout District, Text) throws -> Command)] = [
        (.subject, .street, { _, text in change { $0.subject = text } }),
        (.place, .street, { _, text in change { $0.place = text } }),
        (.whyNotAlone, .street, { _, text in change { $0.whyNotAlone = text } }),
        (.category, .street, { _, text in change { $0.category = text.value } }),
        (.reason, .street, { .withdraw(try $0.raise(), reason: $1) }),
        (
            .basis, .housing,
            { .object(try $0.raise(), ground: .notOurDuty, proposed: nil, basis: $1, reason: "不属于本单位职责") }
        ),
        (
            .agenda, .street,
            {
                .convene(
                    try $0.raise(),
                    .joint,
                    at: $0.now + .hours(1),
                    invited: [Party.urban.unit],
                    agenda: $1,
                    venue: "三楼"
                )
            }
        ),
        (
            .venue, .street,
            {
                .convene(
                    try $0.raise(),
                    .joint,
                    at: $0.now + .hours(1),
                    invited: [Party.urban.unit],
                    agenda: "议题",
                    venue: $1
                )
            }
        ),
        (
            .minutes, .street,
            { district, text in
                let whistle = try district.raise()
                let meeting = try district.meeting(in: whistle, upTo: .held)
                return .recordMinutes(whistle, meeting: meeting, minutes: text, decisions: [])
            }
        ),
        (
            .duty, .street,
            { .assignTask(try $0.handled(), Party.housing.unit, due: $0.now + .days(1), proofNeeded: false, duty: $1) }
        ),
        (.note, .street, { .inspect(try $0.claimed(), .accept, note: $1) }),
        (
            .caption, .street,
            { .attach(try $0.raise(), task: nil, sha256: District.hash, size: 1, media: "image/png", caption: $1) }
        ),
        (.summary, .housing, { .claimDone(try $0.handled(), .solved, summary: $1) }),
        (.comment, .street, { .evaluateDepartment(try $0.closed(), Party.housing.unit, score: 4, comment: $1) }),
        (
            .correction, .street,
            { .correct(try $0.raise(), entry: 1, field: "subject", correction: $1, reason: "笔误") }
        ),
        (.detail, .centre, { _, text in imported(subject: "办证难", detail: text) }),
        (.resolution, .centre, { .closeImported(try $0.importCase(), resolution: $1) }),
        (
            .title, .centre,
            { .assignPost(code: nil, unit: Party.urban.unit, title: $1.value, person: "U-9", chief: false) }
        ),
        (.fullName, .centre, { .renameUnit(Party.urban.unit, fullName: $1.value, shortName: "城管") }),
        (.shortName, .centre, { .renameUnit(Party.urban.unit, fullName: "城市管理局", shortName: $1.value) }),
    ]

    private static func change(_ body: (inout Raise) -> Void) -> Command {
        var raise = District.matter()
        body(&raise)
        return .raise(raise)
    }

    private static func imported(subject: Text, detail: Text?) -> Command {
        .importWhistle(
            ImportedCase(
                street: Party.street.unit,
                department: Party.housing.unit,
                reference: "12345:1",
                category: "其他",
                due: nil,
                subject: subject,
                place: nil,
                detail: detail
            )
        )
    }

    /// Lines, pages, and paragraphs in between, in Unicode scalars.
    private static func limit(of field: Field) -> Int {
        switch field {
        case .subject, .venue, .caption, .category, .title, .fullName, .shortName: 200
        case .agenda, .minutes, .detail, .resolution: 10_000
        default: 4_000
        }
    }

    @Test func `Every field for words is tried`() {
        let words = Field.allCases.filter { $0.type == .words }
        let tried = Set(Self.fields.map(\.0))
        #expect(words.allSatisfy { tried.contains($0) })
    }

    @Test func `A good text passes and a bad one is refused in every field`() throws {
        for (field, party, command) in Self.fields {
            func refusal(_ text: String, confirms: Bool = false) throws -> Refusal? {
                var district = try District()
                let command = try command(&district, Text(normalised: text))
                do throws(Refusal) {
                    _ = try district.events(of: command, by: party.actor, confirmsNumbers: confirms)
                    return nil
                } catch { return error }
            }
            let name = Refusal.Value.term("Field.\(field.rawValue)")
            let limit = Self.limit(of: field)
            #expect(try refusal("金裕云顶小区") == nil, "\(field)")
            #expect(try refusal(String(repeating: "街", count: limit)) == nil, "\(field)")
            #expect(try refusal("") == Refusal(.textEmpty, ["field": name]), "\(field)")
            #expect(try refusal(" \u{3000}") == Refusal(.textEmpty, ["field": name]), "\(field)")
            #expect(
                try refusal(String(repeating: "街", count: limit + 1))
                    == Refusal(.textTooLong, ["field": name, "number": .number(limit + 1), "limit": .number(limit)]),
                "\(field)"
            )
            #expect(
                try refusal("一二\u{7}")
                    == Refusal(.controlCharacter, ["field": name, "number": .number(3), "text": .text("U+0007")]),
                "\(field)"
            )
            #expect(try refusal("一\u{200B}二")?.code == .controlCharacter, "\(field)")
            let number = Refusal(.personalNumber, ["field": name, "text": .text("138****8000")])
            #expect(try refusal(Self.mobile) == number, "\(field)")
            #expect(try refusal(Self.mobile, confirms: true) == nil, "\(field)")
            #expect(try refusal("身份证11010519491231002X")?.code == .personalNumber, "\(field)")
            #expect(try refusal("办公电话029-81234567") == nil, "\(field)")
            #expect(try refusal("138****8000") == nil, "\(field)")
        }
    }

    @Test func `Lines may stand in a paragraph and not in a title`() throws {
        var district = try District()
        let whistle = try district.raise()
        #expect(district.refusal(of: .withdraw(whistle, reason: "一\n二"), by: .street) == nil)
        #expect(district.refusal(of: Self.change { $0.subject = "一\n二" }, by: .street) == .controlCharacter)
        #expect(district.refusal(of: Self.change { $0.category = "一\n二" }, by: .street) == .controlCharacter)
    }

    @Test(arguments: [
        ("S1", true), ("a.b_c-9", true), (String(repeating: "x", count: 32), true),
        (String(repeating: "x", count: 33), false), ("", false), ("张三", false), ("a b", false), ("a/b", false),
        ("13800138000", false), ("11010519491231002X", false), ("1380013800", true),
    ])
    func `A person is named by a reference`(text: String, isOne: Bool) throws {
        var district = try District()
        let whistle = try district.raise()
        let refusal = district.refusal(of: .reportIn(whistle, person: text, mode: .onSite), by: .housing)
        #expect(refusal == (isOne ? nil : .badPersonReference))
    }
}
