import Testing

@testable import MusterDomain

@Suite struct EvaluationTests {
    private static func department(_ whistle: WhistleID, _ party: Party = .housing, _ score: Int = 4) -> Command {
        .evaluateDepartment(whistle, party.unit, score: score, comment: "响应及时")
    }

    private static func street(_ whistle: WhistleID, _ score: Int = 4) -> Command {
        .evaluateStreet(whistle, score: score, comment: "情况清楚")
    }

    static let rules: [Rule] = [
        Rule("a department", nil) { department(try $0.closed()) },
        Rule("a department that did not come", .notEvaluable) { department(try $0.closed(), .resources) },
        Rule("a department that was not called", .notEvaluable) { department(try $0.closed(), .urban) },
        Rule("a department, by another", .notYours, by: .resources) { department(try $0.closed()) },
        Rule("a department, by the centre", .notYours, by: .centre) { department(try $0.closed()) },
        Rule("a department, by itself", .notYours, by: .housing) { department(try $0.closed()) },
        Rule("score 0", .scoreOutOfRange) { department(try $0.closed(), .housing, 0) },
        Rule("score 6", .scoreOutOfRange) { department(try $0.closed(), .housing, 6) },
        Rule("before the end", .wrongWhistleState) { department(try $0.verified()) },
        Rule("on the last day", nil) { district in
            let whistle = try district.closed()
            district.wait(.days(30))
            return department(whistle)
        },
        Rule("too late", .evaluationTooLate) { district in
            let whistle = try district.closed()
            district.wait(Span(milliseconds: Span.days(30).milliseconds + 1))
            return department(whistle)
        },
        Rule("twice", .evaluatedBefore) { district in
            let whistle = try district.closed()
            try district.perform(department(whistle), by: .street)
            return department(whistle, .housing, 1)
        },
        Rule("the street", nil, by: .housing) { street(try $0.closed()) },
        Rule("the street, by one that did not come", .notYours, by: .resources) { street(try $0.closed()) },
        Rule("the street, by itself", .notYours) { street(try $0.closed()) },
        Rule(
            "the street, by itself for a department",
            .mayNotActFor,
            entered: BackEntry(via: .paper, onBehalfOf: Party.housing.unit)
        ) { street(try $0.closed()) },
        Rule(
            "the street, by the centre for a department",
            .mayNotActFor,
            by: .centre,
            entered: BackEntry(via: .paper, onBehalfOf: Party.housing.unit)
        ) { street(try $0.closed()) },
        Rule("the street twice", .evaluatedBefore, by: .housing) { district in
            let whistle = try district.closed()
            try district.perform(street(whistle), by: .housing)
            return street(whistle)
        },
        Rule("the street, score 6", .scoreOutOfRange, by: .housing) { street(try $0.closed(), 6) },
    ]

    @Test(arguments: rules)
    func `Both sides are evaluated by the rules`(rule: Rule) throws { try rule.check() }

    @Test func `Scores are added up for the unit that received them`() throws {
        var district = try District()
        for score in [5, 2] {
            let whistle = try district.closed()
            try district.perform(Self.department(whistle, .housing, score), by: .street)
            try district.perform(Self.street(whistle, 3), by: .housing)
        }
        #expect(district.board.units[Party.housing.unit].evaluations == 2)
        #expect(district.board.units[Party.housing.unit].scores == 7)
        #expect(district.board.units[Party.street.unit].evaluations == 2)
        #expect(district.board.units[Party.street.unit].scores == 6)
    }
}
