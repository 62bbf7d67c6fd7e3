import Foundation
import Testing

/// Matters from the whistle to the evaluation, told by commands: every verb of the program at least once.
struct Story {
    struct Step {
        var arguments: [String]
        var answer: Program.Answer
    }

    let district: District
    /// `zh` or `en`; everything is said in it.
    let language: String
    private(set) var steps: [Step] = []
    private var whistle = ""

    init(in district: District, language: String) {
        self.district = district
        self.language = language
    }

    /// Runs one command, which has to succeed.
    @discardableResult
    private mutating func step(_ arguments: [String], as actor: String? = nil) throws -> Program.Answer {
        let answer = try district.done(arguments + ["--lang", language], as: actor)
        steps.append(Step(arguments: arguments, answer: answer))
        return answer
    }

    /// An act on the whistle: its name goes behind the words of the verb.
    @discardableResult
    private mutating func act(_ verb: String, _ rest: String..., as actor: String) throws -> Program.Answer {
        try step(verb.split(separator: " ").map(String.init) + [whistle] + rest, as: actor)
    }

    /// How many entries the whistle has.
    private func revision() throws -> String {
        let object = try district.done("show", whistle, "--json").json
        return String(try #require(object["events"] as? [Any]).count)
    }

    mutating func tell() throws {
        try prepare()
        try call()
        try form()
        try meet()
        try work()
        try end()
        try hurry()
        try look()
        try audit()
    }

    private mutating func prepare() throws {
        let unit = ["--short", "新城街道", "--kind", "街道"]
        try step(["单位", "登记", "雁塔区新城街道办事处"] + unit, as: District.centre)
        try step(["post", "assign", "新城街道", "主任", "x-01", "--chief"], as: District.centre)
        try step(["token", "issue", "新城街道/主任", "--read-only"], as: District.centre)
        try step(["岗位", "免去", "新城街道/主任"], as: District.centre)
        let token = district.scratch.path("token.txt")
        try step(["令牌", "签发", District.housing, "--label", "窗口电脑", "--out", token], as: District.centre)
        let id = try String(contentsOfFile: token, encoding: .utf8).split(separator: "_")[1]
        try step(["token", "list"])
        try step(["token", "revoke", String(id), "--reason", "电脑遗失"], as: District.centre)
        try step(["unit", "rename", "新城街道", "--full", "雁塔区新街道办事处", "--short", "新街道"], as: District.centre)
        try step(["unit", "retire", "雁塔区新街道办事处", "--reason", "机构改革"], as: District.centre)
    }

    private mutating func call() throws {
        let calls = ["--lead", "雁塔区住房和城乡建设局", "--support", "资规局", "--support", "D3"]
        let raise = ["吹哨"] + District.matter("房屋产证办不下来").dropFirst() + calls + ["--due", "+7d"]
        let entries = try district.entries()
        try step(raise, as: District.street)
        let raised = try #require(try district.entries().dropFirst(entries.count).first)
        whistle = try #require(raised["subject"] as? String)

        try act("关联诉求", "--source", "12345:20261121-0007", as: District.street)
        // As an input method leaves it.
        let wide = whistle.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0).map(String.init) ?? "" }.joined()
        try step(["签收", wide], as: District.housing)
        try act("ack", as: District.housing)
        // "Now" is after the raise, whatever the seconds.
        try act("报到", "--occurred-at", "-0m", "--via", "电话", as: District.housing)
        try act("confirm", try revision(), as: District.street)
        let absent = ["--on-behalf-of", "资规局", "--person", "d-21", "--via", "wechat"]
        try step(["report-in", whistle] + absent, as: District.street)
        try act("dispute", try revision(), "--reason", "当时无人到场", as: District.planning)
        let objection = ["--basis", "职责清单第十二条", "--reason", "不属本单位职责", "--proposed", "资规局"]
        try step(["退单", whistle] + objection, as: District.enforcement)
        try act("arbitrate", "区城管局", "--release", "--reason", "确非其职责", as: District.centre)
        try act("dispatch", "--support", "长安路社区", "--report-in-by", "+24h", as: District.street)
        try act("recall", "长安路社区", "--reason", "重复派单", as: District.street)
        try act("加派", "--support", "C1", as: District.street)
        try act("错派", "长安路社区", "--cause", "错派", "--reason", "不属其职责", as: District.street)
    }

    private mutating func form() throws {
        try act("专班 组建", as: District.street)
        try act("group lead", "小寨路街道", "--reason", "属地牵头", as: District.centre)
        try act("group lead", "区住建局", as: District.street)
        try act("group hand-over", "资规局", "--reason", "转入登记", as: District.housing)
        try act("group transfer", "资规局", "--reason", "主办变更", as: District.street)
        try act("group add", "区住建局", "d-12", as: District.street)
        try act("group remove", "区住建局", "d-12", "--reason", "轮岗", as: District.street)
    }

    private mutating func meet() throws {
        let convene = ["--invite", "区住建局", "--invite", "资规局", "--agenda", "梳理手续", "--venue", "街道二楼"]
        try step(["meeting", "convene", whistle, "--at", "明天 10:00"] + convene, as: District.street)
        try act("meeting hold", "1", "--attended", "区住建局/d-11", "--attended", "资规局", as: District.street)
        let decisions = ["--decision", "区住建局|+3d|补齐竣工资料", "--decision", "！资规局|+5d|办理首次登记"]
        try step(["meeting", "minutes", whistle, "1", "--text", "已议定"] + decisions, as: District.street)
        try act("meeting amend", "1", "--text", "已议定两项", "--reason", "补记", as: District.street)
        try step(["会议", "召集", whistle, "--at", "+1d"] + convene, as: District.street)
        try act("会议 取消", "2", "--reason", "改期", as: District.street)
    }

    private mutating func work() throws {
        let photo = try district.scratch.write("a photograph", to: "登记证.jpg")
        try act("task assign", "区住建局", "--due", "+3d", "--text", "整理档案", as: District.street)
        try act("task accept", "3", as: District.housing)
        try act("task progress", "3", "--percent", "60", "--note", "已报审", as: District.housing)
        try act("task complete", "3", "--note", "已办妥", as: District.housing)
        try act("任务 改派", "1", "资规局", "--reason", "职责调整", as: District.street)
        try act("任务 接单", "1", as: District.planning)
        try act("任务 完成", "1", "--note", "已补齐", as: District.planning)
        try act("task accept", "2", as: District.planning)
        try act("attach", photo, "--task", "2", "--caption", "登记证", as: District.planning)
        try act("task complete", "2", "--note", "已登记", as: District.planning)
        let place = ["--field", "place", "--text", "金裕云顶小区二期", "--reason", "地点写错"]
        try step(["更正", whistle, "1"] + place, as: District.street)
    }

    private mutating func end() throws {
        try act("申请办结", "--summary", "首次登记已办结", as: District.planning)
        try act("现场核查", "--rework", "--note", "二期仍未受理", as: District.street)
        try act("claim-done", "--summary", "二期已受理", as: District.planning)
        try act("inspect", "--accept", "--note", "属实", as: District.street)
        try act("follow-up", "--outcome", "无人接听", "--note", "第一次", as: District.centre)
        let reached = ["--outcome", "reached", "--solved", "yes", "--satisfaction", "5", "--note", "已领证"]
        try step(["回访", whistle] + reached, as: District.centre)
        try act("办结", "--class", "已解决", "--reason", "核查通过", as: District.centre)
        try act("evaluate department", "资规局", "--score", "5", "--comment", "到位", as: District.street)
        try act("评价 街道", "--score", "4", "--comment", "情况清楚", as: District.planning)
        try act("reopen", "--reason", "问题反弹", as: District.street)
    }

    private mutating func hurry() throws {
        let matter = Array(District.matter("水管爆裂").dropLast(4)) + ["--kind", "应急哨", "--lead", "区住建局"]
        let name = try #require(
            try district.done(matter + ["--json"], as: District.street).json["whistle"] as? String)
        let slip = try district.scratch.write("a signed slip", to: "批示.pdf")
        try step(["补批", name, "--by", District.chief, "--slip", slip], as: District.street)
        try step(["withdraw", name, "--reason", "已自行修复"], as: District.street)
        try step(["依法删除", "--whistle", name, "--basis", "保存期限已届满"], as: District.centre)
    }

    private mutating func look() throws {
        try step(["list"])
        try step(["list", "--open", "--street", "小寨路街道"])
        try step(["show", whistle])
        try step(["show", district.handled])
        try step(["show", district.raised, "--notice"])
        try step(["待办", "资规局"])
        try step(["今日"])
        try step(["today", "--text"])
        try step(["replay"])
        try step(["diff", "--from", "0"])
        try step(["log"])
        try step(["unit", "list", "--retired"])
        try step(["post", "list", "--ended"])
        try step(["whoami"], as: District.housing)
        try step(["config", "list", "--show-origin"])
        try step(["version"])
        try step(["import", "311", try Cases.write(Cases.three, in: district.scratch)])
        try step(["list"])
        try step(["demo", "--keep", district.scratch.path("demo")])
    }

    /// An auditor: what he is shown he checks with what he was given before.
    private mutating func audit() throws {
        let scratch = district.scratch
        let checkpoint = try scratch.write(try step(["audit", "checkpoint"]).out, to: "checkpoint")
        let key = try scratch.write(try step(["审计", "公钥"]).out, to: "keys")
        let entry = scratch.path("entry.json")
        let proof = try scratch.write(
            try step(["审计", "举证", "5", "--words", "--entry", entry]).out, to: "5.tlog-proof")
        try step(["audit", "check", proof, "--entry", entry, "--vkey", key])
        try step(["audit", "export", scratch.path("export")])
        try step([
            "audit", "consistency", checkpoint, scratch.path("export/checkpoint"), "--log", scratch.path("export"),
        ])
        try step(["audit", "verify", "--deep", "--against", checkpoint])
        try step(["审计", "校验", "--log", scratch.path("export")])
        try step(["审计", "打包", scratch.path("package")])
        try step(["backup", scratch.path("backup.muster")])
        try step(["恢复", scratch.path("backup.muster"), "--ledger", scratch.path("restored.muster")])
        try step(["更换密钥"])
        try step(["体检"])
    }
}
