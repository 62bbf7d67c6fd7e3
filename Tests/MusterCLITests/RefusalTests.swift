import Foundation
import Testing

/// What cannot be done is said by a stable code and in both languages, and leaves the log as it was.
@Suite struct RefusalTests {
    /// A command that has to fail. `W1` stands for the whistle that is raised and `W2` for the one that is handled.
    struct Row: CustomTestStringConvertible {
        var name: String
        var actor: String?
        var arguments: [String]
        var code: String
        var status: Int32

        init(_ name: String, as actor: String?, _ arguments: [String], _ code: String, _ status: Int32 = 1) {
            (self.name, self.actor, self.arguments, self.code, self.status) = (name, actor, arguments, code, status)
        }

        var testDescription: String { name }
    }

    private static let note = ["--reason", "测试"]
    private static func claim(_ moment: String) -> [String] { ["ack", "W1", "--occurred-at", moment] }
    private static func titled(_ title: String) -> [String] { District.matter(title) + ["--lead", "区住建局"] }
    private static func called(_ calls: String...) -> [String] { District.matter("路面塌陷") + calls }

    static let rows = [
        Row("an unknown unit", as: District.street, ["dispatch", "W1", "--support", "区住建委"], "unknownUnit", 3),
        Row("a unit unlike any", as: District.street, ["dispatch", "W1", "--support", "XYZ"], "unknownUnit", 3),
        Row("an ambiguous unit", as: District.street, ["dispatch", "W1", "--support", "Q7"], "ambiguousUnit", 3),
        Row("an unknown post", as: "区住建局/局长", ["ack", "W1"], "unknownPost", 3),
        Row("a unit alone that has two posts", as: "小寨路街道", ["link", "W1", "--source", "12345:1"], "unknownPost", 3),
        Row("nobody who acts", as: nil, ["ack", "W1"], "noActor", 64),
        Row("an unknown whistle", as: District.housing, ["ack", "W2099-000001"], "unknownWhistle", 3),
        Row("no calls", as: District.street, called(), "noCalls"),
        Row("no lead", as: District.street, called("--support", "区住建局"), "leadCount"),
        Row("two leads", as: District.street, called("--lead", "区住建局", "--lead", "资规局"), "leadCount"),
        Row("its own subordinate only", as: District.street, called("--lead", "小寨路执法队"), "ownSubordinatesOnly"),
        Row(
            "the same department twice", as: District.street, called("--lead", "D1", "--support", "区住建局"), "calledTwice"
        ),
        Row("a department called again", as: District.street, ["dispatch", "W1", "--support", "D1"], "calledTwice"),
        Row("itself", as: District.street, called("--lead", "小寨路街道"), "callsItself"),
        Row("a department that raises", as: District.housing, called("--lead", "资规局"), "mayNotRaise", 4),
        Row(
            "no approval", as: District.street, Array(titled("路面塌陷").dropLast(6)) + ["--lead", "D1"], "approvalMissing"),
        Row("a report-in to a recalled call", as: District.enforcement, ["report-in", "W2"], "wrongCallState", 5),
        Row("a second report-in", as: District.housing, ["report-in", "W2"], "wrongCallState", 5),
        Row(
            "a second objection",
            as: District.planning,
            ["object", "W2", "--basis", "清单", "--reason", "再次"],
            "secondObjection"
        ),
        Row(
            "the last member leaving", as: District.street, ["group", "remove", "W2", "D1", "d-11"] + note,
            "lastMemberMayNotLeave"),
        Row("a stale revision", as: District.housing, ["ack", "W1", "--if-revision", "1"], "staleRevision", 5),
        Row(
            "a command id with another body", as: District.housing, ["ack", "W1", "--command-id", "raise-1"],
            "commandReused", 5),
        Row("a bad command id", as: District.housing, ["ack", "W1", "--command-id", "a b"], "badCommandID", 64),
        Row("a control character", as: District.street, titled("路面\u{7}塌陷"), "controlCharacter"),
        Row("a line break in a title", as: District.street, titled("路面\n塌陷"), "controlCharacter"),
        Row("an empty text", as: District.street, titled(" \u{200B} "), "textEmpty"),
        Row("an over-long text", as: District.street, titled(String(repeating: "长", count: 5000)), "textTooLong"),
        Row("a claimed time in the future", as: District.housing, claim("+1h"), "claimedInFuture"),
        Row("a claimed time before the raise", as: District.housing, claim("-1d"), "claimedBeforeRaise"),
        Row("a time that is none", as: District.housing, claim("2026-02-30 10:00"), "badMoment", 64),
        Row("a due time in the past", as: District.street, titled("路面塌陷") + ["--due", "昨天 10:00"], "dueInPast"),
        Row("a mobile number", as: District.street, titled("路面塌陷，请联系 13812345678"), "personalNumber"),
        Row("a mobile number in full width", as: District.street, titled("请联系１３８ １２３４ ５６７８"), "personalNumber"),
        Row("an identity number", as: District.street, titled("住户 11010519491231002X 反映"), "personalNumber"),
        Row("a name for a person", as: District.street, ["group", "add", "W2", "D1", "张三"], "badPersonReference"),
        Row("what belongs to others", as: District.housing, ["withdraw", "W1"] + note, "notYours", 4),
        Row("a task that is not there", as: District.housing, ["task", "accept", "W2", "9"], "noSuchTask", 3),
        Row(
            "a close before inspection", as: District.centre, ["close", "W2", "--class", "solved"] + note,
            "wrongWhistleState", 5),
        Row("a word that is no value", as: District.centre, ["close", "W2", "--class", "办妥"] + note, "badValue", 64),
        Row("a ruling that says nothing", as: District.centre, ["arbitrate", "W2", "D2"] + note, "missingOption", 64),
        Row(
            "a case number without its source", as: District.street, ["link", "W1", "--source", "123"], "badReference"),
        Row(
            "a file that is not there", as: District.street, ["attach", "W1", "no.jpg", "--caption", "照片"],
            "fileUnreadable", 3),
        Row(
            "a second name of the same", as: District.centre,
            ["unit", "rename", "D1", "--full", "甲", "--short", "资规局"], "nameTaken"),
    ]

    @Test(arguments: rows)
    func `Bad input is refused in words, and nothing is written`(_ row: Row) throws {
        let district = try District.copy()
        if row.code == "ambiguousUnit" {
            // One unit's code is another's name.
            let names = ["--kind", "department", "--short"]
            try district.done(["unit", "register", "甲局"] + names + ["Q7"], as: District.centre)
            try district.done(["unit", "register", "乙局", "--code", "Q7"] + names + ["乙"], as: District.centre)
        }
        let before = try district.state()
        let arguments = row.arguments.map { argument in
            switch argument {
            case "W1": district.raised
            case "W2": district.handled
            default: argument
            }
        }

        let answer = try district.muster(arguments + ["--json"], as: row.actor)
        #expect(answer.status == row.status)
        #expect(answer.outBytes.isEmpty)
        let complaint = try Complaint(answer)
        #expect(complaint.code == row.code)
        #expect(complaint.exit == row.status)
        #expect(!isUnfinished(complaint.zh) && !isUnfinished(complaint.en), "\(complaint)")
        #expect(complaint.zh != complaint.en)

        let forPeople = try district.muster(arguments, as: row.actor)
        #expect(forPeople.status == row.status)
        #expect(forPeople.outBytes.isEmpty)
        #expect(forPeople.error == "未能完成：\(complaint.zh) [\(row.code)]\n")
        #expect(try district.state() == before)
    }

    @Test func `Text that is not UTF-8 is refused, however it comes in`() throws {
        let district = try District.copy()
        let before = try district.state()
        let broken = Data([0xE8, 0xB7]) + Data("路面".utf8)
        let file = try district.scratch.write(broken, to: "title.txt")
        let matter = District.matter("标题") + ["--lead", "区住建局", "--json"]
        func titled(_ title: String) -> [String] { matter.map { $0 == "标题" ? title : $0 } }

        for answer in [
            try district.muster(titled("@\(file)"), as: District.street),
            try district.muster(titled("-"), as: District.street, input: broken),
            try district.program.shell(
                "muster ack \(district.raised) --json --as 区住建局 >/dev/null; "
                    + "muster withdraw \(district.raised) --json --as \(District.street) --reason $'\\xe8\\xb7'"
            ),
        ] {
            #expect(answer.status == 64)
            #expect(answer.outBytes.isEmpty)
            #expect(try Complaint(answer).code == "invalidUTF8")
        }
        // The one entry is the signature that the shell was asked for.
        #expect(try district.state().position == before.position + 1)
    }

    @Test func `A unit that nearly exists is suggested`() throws {
        let district = try District.copy()
        let answer = try district.muster("dispatch", district.raised, "--support", "住建局", as: District.street)
        #expect(answer.error.contains("是不是：区住建局"))
        let unlike = try district.muster("dispatch", district.raised, "--support", "XYZ", as: District.street)
        #expect(!unlike.error.contains("是不是"))
        #expect(unlike.error.contains("muster unit list"))
    }

    @Test func `A number that is nobody's passes when that is confirmed`() throws {
        let district = try District.copy()
        let arguments = District.matter("工单 13812345678 重复") + ["--lead", "区住建局"]
        #expect(try district.muster(arguments, as: District.street).status == 1)
        try district.done(arguments + ["--confirm-numbers"], as: District.street)
    }
}
