import MusterAPI
import MusterDomain
import MusterText
import Testing

@testable import MusterService

/// Who may read what, by the table and by asking.
@Suite struct AccessTests {
    /// What each seat is answered: `+` everything, a list of whistles for those it sees, `-` that its role may not,
    /// `0` that there is no such whistle.
    private static let table: [(seat: Seat, answers: [String: String])] = [
        row(.northClerk, inbox: "+", other: "-", "1", "+00", posts: "+-", tokens: "-", replay: "-"),
        row(.community, inbox: "+", other: "-", "1", "+00", posts: "+-", tokens: "-", replay: "-"),
        row(.south, inbox: "+", other: "-", "23", "0++", posts: "+-", tokens: "-", replay: "-"),
        row(.housing, inbox: "+", other: "-", "1", "+00", posts: "+-", tokens: "-", replay: "-"),
        row(.planning, inbox: "+", other: "-", "1", "+00", posts: "+-", tokens: "-", replay: "-"),
        // Invited to a meeting of the first.
        row(.urban, inbox: "+", other: "+", "123", "+++", posts: "++", tokens: "-", replay: "-"),
        row(.centre, inbox: "+", other: "+", "123", "+++", posts: "++", tokens: "-", replay: "+"),
        row(.leader, inbox: "+", other: "+", "123", "+++", posts: "++", tokens: "-", replay: "+"),
        row(.auditor, inbox: "+", other: "+", "123", "+++", posts: "++", tokens: "-", replay: "+"),
        row(.system, inbox: "-", other: "-", "-", "---", posts: "++", tokens: "-", replay: "-"),
        row(.security, inbox: "-", other: "-", "-", "---", posts: "+-", tokens: "+", replay: "-"),
        row(.audit, inbox: "-", other: "-", "-", "---", posts: "+-", tokens: "-", replay: "-"),
    ]

    private static func row(
        _ seat: Seat, inbox: String, other: String, _ list: String, _ details: String, posts: String, tokens: String,
        replay: String
    ) -> (seat: Seat, answers: [String: String]) {
        let matters = list == "-" ? "-" : "+"
        var answers = [
            "district": "+", "identity": "+", "units": "+", "inbox": inbox, "inbox of 城管局": other, "whistles": list,
            "today": matters, "events": matters, "posts": String(posts.prefix(1)),
            "posts of 城管局": String(posts.suffix(1)), "tokens": tokens, "replay": replay,
        ]
        for (name, mark) in zip([Hall.first, Hall.second, Hall.third], details) {
            answers["whistle \(name)"] = String(mark)
            answers["notices \(name)"] = String(mark)
            // The file belongs to the first; of the others those who see them learn that it is none of theirs.
            answers["file of \(name)"] = mark == "+" ? name == Hall.first ? "named" : "none" : String(mark)
        }
        return (seat, answers)
    }

    @Test func `Every seat is answered what the table says, and not more`() async throws {
        let hall = try await Hall.withStory()
        for (seat, expected) in Self.table {
            let answers = await hall.seen(by: seat).answers()
            #expect(Set(answers.keys) == Set(expected.keys))
            for (question, mark) in expected {
                let answer = answers[question] ?? ""
                let comment: Comment = "\(seat) asks for \(question): \(answer.prefix(200))"
                switch mark {
                case "-": #expect(answer == "roleMayNotRead", comment)
                case "0": #expect(answer == "unknownWhistle", comment)
                case "+": #expect(answer.hasPrefix("{"), comment)
                case "named": #expect(answer == "fileNotKept", comment)
                case "none": #expect(answer == "unknownFile", comment)
                default:
                    for number in 1...3 {
                        #expect(answer.contains("W2026-00000\(number)") == mark.contains("\(number)"), comment)
                    }
                }
            }
        }
        // Nobody is missing.
        #expect(Set(Self.table.map(\.seat)) == Set(Seat.allCases).subtracting([.northChief]))
    }

    @Test func `Whoever holds the file sees all of it`() async throws {
        let hall = try await Hall.withStory()
        for (question, answer) in await hall.seenLocally(as: "大雁塔街道/岗位3").answers() {
            if question.hasPrefix("file of") {
                #expect(answer == (question.hasSuffix(Hall.first) ? "fileNotKept" : "unknownFile"))
                continue
            }
            #expect(answer.hasPrefix("{"), "\(question): \(answer)")
        }
    }

    @Test func `The table of reaches agrees with the table of rights`() {
        #expect(Question.table.map(\.question.rawValue).sorted() == Question.allCases.map(\.rawValue).sorted())
        for role in Role.allCases {
            let matters: Reach =
                role.rights.contains(.readAll) ? .all : role.rights.contains(.readOwn) ? .own : .none
            #expect(Question.matters.reach(of: role) == matters, "\(role)")
            #expect((Question.tokens.reach(of: role) == .all) == role.rights.contains(.tokens), "\(role)")
            for (question, reach) in Question.table { #expect(reach[role] != nil, "\(role) of \(question)") }
        }
    }

    @Test func `The centre reads tokens only while nobody else keeps them`() async throws {
        let small = try await Hall.found(withSecurityAdministrator: false)
        #expect(await failure { _ = try await small.seen(by: .centre).tokens(TokenQuery()) } == nil)
        let split = try await Hall.found()
        #expect(await failure { _ = try await split.seen(by: .centre).tokens(TokenQuery()) }?.code == "roleMayNotRead")
    }

    @Test func `A foreign whistle is spoken of like one that does not exist`() async throws {
        let hall = try await Hall.withStory()
        let district = hall.seen(by: .housing)
        for ask in [
            { (name: String) async throws in _ = try await district.whistle(name) },
            { (name: String) async throws in _ = try await district.notices(name, unit: nil) },
            { (name: String) async throws in _ = try await district.file(Hall.photo, of: name) },
        ] {
            let foreign = try #require(await failure { try await ask(Hall.second) })
            let missing = try #require(await failure { try await ask("W2026-000099") })
            #expect(foreign.code == missing.code && foreign.status == missing.status)
            #expect(foreign.status == .notFound)
            #expect(foreign.zh.replacing(Hall.second, with: "W2026-000099") == missing.zh)
            #expect(foreign.en.replacing(Hall.second, with: "W2026-000099") == missing.en)
        }
    }

    @Test func `A department is told what it has to do, and not what others are told`() async throws {
        let hall = try await Hall.found()
        try await hall.raise(support: [.planning])
        let own = try await hall.seen(by: .housing).notices(Hall.first, unit: nil)
        #expect(own.texts.count == 1 && own.texts[0].contains("住建局") && !own.texts[0].contains("资规分局"))
        let refused = await failure { _ = try await hall.seen(by: .housing).notices(Hall.first, unit: "资规分局") }
        #expect(refused?.code == "roleMayNotRead")
        // Its foot covers the delivery that this look was.
        let seal = try #require(try await hall.seen(by: .centre).district().seal)
        #expect(own.texts[0].hasSuffix("\n" + seal.words(.zh)) && seal.origin == nil)
        let figures = try await hall.seen(by: .centre).today(TodayQuery())
        #expect(figures.seal == seal && seal.words(.zh) == "台账 \(seal.size) 条，树根 \(seal.root)")
        #expect(try await hall.seen(by: .northClerk).notices(Hall.first, unit: nil).texts.count == 2)
        let today = try await hall.seen(by: .housing).today(TodayQuery())
        #expect(today.unsigned.cases.map(\.unitName) == ["住建局"])
        #expect(try await hall.seen(by: .centre).today(TodayQuery()).unsigned.count == 2)
    }

    @Test func `What can be done next is what the reader may do`() async throws {
        let hall = try await Hall.found()
        try await hall.raise()
        #expect(try await hall.seen(by: .housing).whistle(Hall.first).next.contains("reportIn"))
        #expect(try await hall.seen(by: .northClerk).whistle(Hall.first).next.contains("withdraw"))
        #expect(try await hall.seen(by: .housing, readOnly: true).whistle(Hall.first).next.isEmpty)
        for seat in [Seat.leader, .auditor] {
            #expect(try await hall.seen(by: seat).whistle(Hall.first).next.isEmpty)
        }
        #expect(try await hall.seenLocally().whistle(Hall.first).next.contains("reportIn"))
        #expect(try await hall.seenLocally(as: "大雁塔街道/岗位3").whistle(Hall.first).next.contains("withdraw"))
    }
}
