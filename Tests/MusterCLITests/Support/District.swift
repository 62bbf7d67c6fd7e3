import Foundation
import Testing

/// A small district and its ledger: one command centre, two streets with what belongs to them, three departments.
///
/// It is made once by commands; every test works on a copy.
struct District {
    static let street = "小寨路街道/经办"
    static let chief = "小寨路街道/主任"
    static let housing = "区住建局"
    static let planning = "资规局"
    static let enforcement = "区城管局"
    static let centre = "区指挥中心"

    let scratch: Scratch
    /// Raised, and nobody has answered yet: 区住建局 leads, 资规局 and 区城管局 support.
    var raised = ""
    /// Being handled: 区住建局 has come and leads the group of d-11, 资规局 objects, 区城管局 is recalled.
    var handled = ""

    var ledger: String { scratch.path("yanta.muster") }
    var program: Program { Program(scratch: scratch, environment: ["MUSTER_LEDGER": ledger]) }

    // MARK: Making

    /// A copy of the district to do with as one likes.
    static func copy() throws -> District {
        let original = try founded.get()
        let district = District(scratch: try Scratch(), raised: original.raised, handled: original.handled)
        for ending in ["", "-wal", ".key"] where FileManager.default.fileExists(atPath: original.ledger + ending) {
            try FileManager.default.copyItem(atPath: original.ledger + ending, toPath: district.ledger + ending)
        }
        return district
    }

    private static let founded = Result { try found() }

    private static func found() throws -> District {
        var district = District(scratch: try Scratch())
        try district.done("init", "--ledger", district.ledger, "--district", "610113", "--name", "雁塔区")
        let units = [
            ["雁塔区小寨路街道办事处", "小寨路街道", "street", "S1"], ["雁塔区大雁塔街道办事处", "大雁塔街道", "street", "S2"],
            ["雁塔区住房和城乡建设局", "区住建局", "department", "D1"],
            ["西安市自然资源和规划局雁塔分局", "资规局", "dispatchedAgency", "D2"],
            ["雁塔区城市管理和综合执法局", "区城管局", "department", "D3"],
            ["小寨路街道综合执法队", "小寨路执法队", "department", "D4", "--parent", "S1"],
            ["小寨路街道长安路社区居委会", "长安路社区", "community", "C1", "--parent", "S1"],
        ]
        for unit in units {
            let names = ["unit", "register", unit[0], "--short", unit[1], "--kind", unit[2], "--code", unit[3]]
            try district.done(names + unit[4...], as: centre)
        }
        let posts = [
            ["小寨路街道", "主任", "s-01", "--chief"], ["小寨路街道", "经办", "s-02"], ["区住建局", "经办", "d-11"],
            ["资规局", "经办", "d-21"], ["区城管局", "经办", "d-31"], ["小寨路执法队", "经办", "d-41"], ["长安路社区", "书记", "c-01"],
        ]
        for post in posts { try district.done(["post", "assign"] + post, as: centre) }
        district.raised = try district.raise("房屋产证办不下来", commandID: "raise-1")
        district.handled = try district.raise("路灯不亮", commandID: "raise-2")
        let whistle = district.handled
        try district.done(["report-in", whistle], as: housing)
        try district.done(["group", "form", whistle], as: street)
        try district.done(["object", whistle, "--basis", "职责清单第十二条", "--reason", "不属本单位职责"], as: planning)
        try district.done(["recall", whistle, enforcement, "--reason", "重复派单"], as: street)
        return district
    }

    // MARK: Commands

    /// Runs a command, by somebody.
    func muster(_ arguments: [String], as actor: String? = nil, input: Data? = nil) throws -> Program.Answer {
        try program.run(arguments + (actor.map { ["--as", $0] } ?? []), input: input)
    }

    func muster(_ arguments: String..., as actor: String? = nil) throws -> Program.Answer {
        try muster(arguments, as: actor)
    }

    /// Runs a command that has to succeed.
    @discardableResult
    func done(
        _ arguments: [String],
        as actor: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Program.Answer {
        let answer = try muster(arguments, as: actor)
        let words = Comment(rawValue: arguments.joined(separator: " ") + "\n" + answer.error)
        try #require(answer.status == 0, words, sourceLocation: sourceLocation)
        return answer
    }

    @discardableResult
    func done(
        _ arguments: String...,
        as actor: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Program.Answer {
        try done(arguments, as: actor, sourceLocation: sourceLocation)
    }

    /// What a raise takes besides its calls, approved as it has to be.
    static func matter(_ title: String) -> [String] {
        [
            "raise", "--title", title, "--category", "公共设施", "--place", "金裕云顶小区", "--why-not-alone", "涉及历史遗留手续",
            "--approved-by", chief, "--slip-sha256", String(repeating: "0a", count: 32),
        ]
    }

    /// Raises a whistle that three departments are called to, and gives its name.
    func raise(_ title: String, commandID: String) throws -> String {
        let calls = ["--lead", "区住建局", "--support", "资规局", "--support", "D3"]
        let answer = try done(
            District.matter(title) + calls + ["--json", "--command-id", commandID],
            as: District.street
        )
        return try #require(answer.json["whistle"] as? String)
    }

    // MARK: The log

    /// Where the log stands and what it folds to.
    struct State: Equatable {
        var position: Int
        var digest: String
    }

    func state() throws -> State {
        let object = try done("replay", "--json").json
        return State(
            position: try #require(object["position"] as? Int),
            digest: try #require(object["digest"] as? String)
        )
    }

    /// The entries of the log, parsed.
    func entries() throws -> [[String: Any]] {
        try done("log").lines.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }
}

extension Program.Answer {
    /// The object on stdout, empty if there is none.
    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: outBytes) as? [String: Any]) ?? [:]
    }

    /// One object a line.
    var objects: [[String: Any]] {
        lines.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    }
}
