import MusterText
import Testing

@testable import MusterAPI

@Suite struct `Checking a request` {
    /// A request taken apart, as it comes over HTTP.
    private struct Sent {
        var parameters: [String: String] = [:]
        var body: [JSONValue.Member] = []

        init(_ request: ActRequest) {
            for parameter in request.act.schema.parameters {
                switch request.values[parameter.name] {
                case .string(let text)?: parameters[parameter.name] = text
                case .integer(let number)?: parameters[parameter.name] = "\(number)"
                default: break
                }
            }
            if case .object(let members) = request.body { body = members }
        }

        func read(as act: ActName) throws(Failure) -> ActRequest {
            try ActRequest(act, parameters: parameters, body: .object(body))
        }

        func failure(as act: ActName) -> Failure? {
            do {
                _ = try read(as: act)
                return nil
            } catch { return error }
        }
    }

    @Test(arguments: ActName.allCases)
    func `the example of every act is taken as it is`(act: ActName) throws {
        let example = act.example
        #expect(example.act == act)
        #expect(try Sent(example).read(as: act) == example)
        #expect(try example.checked() == example)
    }

    @Test(arguments: ActName.allCases)
    func `the example of every act shows every member that it has to have`(act: ActName) {
        for member in act.schema.all where member.isRequired { #expect(act.example.values[member.name] != nil) }
        let names = Set(act.schema.all.map(\.name))
        #expect(Set(act.example.values.keys).subtracting(names) == [])
    }

    @Test(arguments: ActName.allCases)
    func `a member that has to be there is missed`(act: ActName) throws {
        for member in act.schema.all where member.isRequired {
            var sent = Sent(act.example)
            sent.parameters[member.name] = nil
            sent.body.removeAll { $0.name == member.name }
            let failure = try #require(sent.failure(as: act))
            #expect(failure.code == "missingMember" && failure.member == member.name && failure.status == .usage)
        }
    }

    @Test(arguments: ActName.allCases)
    func `a member that need not be there may be left out`(act: ActName) throws {
        for member in act.schema.members where !member.isRequired {
            var sent = Sent(act.example)
            sent.body.removeAll { $0.name == member.name }
            #expect(sent.failure(as: act) == nil, "\(member.name)")
        }
    }

    @Test(arguments: ActName.allCases)
    func `a member of another form is refused, and null is none`(act: ActName) throws {
        for member in act.schema.members + ActSchema.common {
            for value in [JSONValue.null, ["x": 1], .decimal(1.5)] {
                var sent = Sent(act.example)
                sent.body.removeAll { $0.name == member.name }
                sent.body.append(JSONValue.Member(member.name, value))
                let failure = try #require(sent.failure(as: act), "\(member.name): \(value.line)")
                #expect(failure.code == "badMember" && failure.member == member.name && failure.status == .usage)
            }
        }
    }

    @Test(arguments: ActName.allCases)
    func `a member that nobody knows is refused, one of the path in the body too`(act: ActName) throws {
        for name in ["surprise", "a/b~c"] + act.schema.parameters.map(\.name) {
            var sent = Sent(act.example)
            sent.body.append(JSONValue.Member(name, "x"))
            let failure = try #require(sent.failure(as: act))
            #expect(failure.code == "unknownMember" && failure.status == .usage)
            #expect(failure.member == name.replacing("~", with: "~0").replacing("/", with: "~1"))
        }
    }

    @Test func `a body that is no object is refused`() {
        for body: JSONValue in [.null, [], "x", 1] {
            #expect(throws: Failure("badBody", status: .usage)) {
                try ActRequest(.withdraw, parameters: ["whistle": "W2026-000001"], body: body)
            }
        }
    }

    /// A change of an example, and what is said to it.
    struct Row: CustomTestStringConvertible {
        var act: ActName
        var name: String
        var value: JSONValue
        var code: String
        var member: String

        init(_ act: ActName, _ name: String, _ value: JSONValue, _ code: String, at member: String? = nil) {
            (self.act, self.name, self.value, self.code) = (act, name, value, code)
            self.member = member ?? name
        }

        var testDescription: String { "\(act).\(name) = \(value.line)" }
    }

    static let rows = [
        Row(.raise, "kind", "loud", "badValue"),
        Row(.raise, "kind", "Routine", "badValue"),
        Row(.raise, "due", "2026-12-11 18:00", "badMoment"),
        Row(.raise, "due", "2026-02-30T10:00:00Z", "badMoment"),
        Row(.raise, "occurredAt", "+2h", "badMoment"),
        Row(.raise, "via", "fax", "badValue"),
        Row(.raise, "confirmNumbers", "true", "badMember"),
        Row(.raise, "calls", [["unit": "资规局"], 3], "badMember", at: "calls/1"),
        Row(.raise, "calls", [["role": "lead"]], "missingMember", at: "calls/0/unit"),
        Row(.raise, "calls", [["unit": 7]], "badMember", at: "calls/0/unit"),
        Row(.raise, "calls", [["unit": "资规局", "role": "boss"]], "badValue", at: "calls/0/role"),
        Row(.raise, "calls", [["unit": "资规局", "until": "x"]], "unknownMember", at: "calls/0/until"),
        Row(.raise, "calls", [["unit": "资规局", "reportInBy": "soon"]], "badMoment", at: "calls/0/reportInBy"),
        Row(.meetingConvene, "invited", ["资规局", 1], "badMember", at: "invited/1"),
        Row(.meetingMinutes, "decisions", [["unit": "资规局"]], "missingMember", at: "decisions/0/due"),
        Row(.taskProgress, "percent", 101, "percentOutOfRange"),
        Row(.taskProgress, "percent", "60", "badMember"),
        Row(.evaluateStreet, "score", 0, "scoreOutOfRange"),
        Row(.followUp, "satisfaction", 6, "satisfactionOutOfRange"),
        Row(.followUp, "demand", 0, "noSuchDemand"),
        Row(.correct, "entry", 0, "noSuchEntry"),
        Row(.attach, "task", .integer(.max), "noSuchTask"),
        Row(.attach, "size", -1, "badSize"),
        Row(.taskAccept, "task", 0, "noSuchTask"),
        Row(.taskAccept, "task", "one", "badMember"),
        Row(.taskAccept, "task", "-1", "badMember"),
        Row(.meetingHold, "meeting", 0, "noSuchMeeting"),
    ]

    @Test(arguments: rows)
    func `a value that can't be used is refused where it stands, in both languages`(row: Row) throws {
        var request = row.act.example
        request.values[row.name] = row.value
        let failure = try #require(Sent(request).failure(as: row.act))
        #expect(failure.code == row.code && failure.member == row.member)
        for language in Language.allCases {
            let sentence = failure.sentence(language)
            #expect(!sentence.contains("«") && !sentence.contains(#/\{[A-Za-z]+\}/#), "\(sentence)")
        }
        #expect(throws: failure) { try request.checked() }
    }

    @Test func `a whole number may be written with a point, as JSON has it`() throws {
        var request = ActName.evaluateStreet.example
        request.values["score"] = .decimal(4)
        #expect(try request.checked().values["score"] == 4)
    }

    @Test func `an empty name in a path does not make another path`() {
        #expect(ActRequest(.withdraw, ["whistle": ""]).path == "/whistles/%20/withdrawal")
    }
}
