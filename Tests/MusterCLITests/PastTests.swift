import Foundation
import Testing

/// The past at the command line: its views, what has changed since, and replays step by step and of many ledgers.
@Suite struct PastTests {
    @Test func `A view of the past says so at its head, in the language, and to programs in each object`() throws {
        let district = try District.copy()
        let raised = district.raised
        for (arguments, first) in [
            (["list"], "[Past] as it was after the first 23 entries ("), (["today"], "[Past] as it was after"),
            (["show", raised], "[Past] as it was after"), (["inbox", "资规局"], "[Past] as it was after"),
        ] {
            let answer = try district.done(arguments + ["--to", "23", "--lang", "en"])
            #expect(answer.lines.first?.hasPrefix(first) == true, "\(arguments)")
            #expect(answer.error.contains("erased since"), "\(arguments)")
            let chinese = try district.done(arguments + ["--to", "23", "--lang", "zh"])
            #expect(chinese.lines.first?.hasPrefix("【历史】记录到第 23 条时的情况（") == true, "\(arguments)")
            for object in try district.done(arguments + ["--to", "23", "--json"]).objects {
                let past = try #require(object["past"] as? [String: Any])
                #expect(past["bound"] as? String == "to" && past["position"] as? Int == 23, "\(arguments)")
            }
            let now = try district.done(arguments)
            #expect(!now.out.contains("【历史】") && !now.error.contains("删除"))
        }
        // A message for a chat is that and nothing else.
        let message = try district.done("today", "--text", "--to", "23", "--lang", "zh")
        #expect(message.out.hasPrefix("【雁塔区】") && message.error.isEmpty)
    }

    @Test func `What contradicts itself or is still to come is refused in words`() throws {
        let district = try District.copy()
        let rows: [([String], code: String, status: Int32)] = [
            (["list", "--to", "1", "--as-of", "-1d"], "oneBound", 64),
            (["today", "--date", "2026-01-01", "--to", "1"], "oneBound", 64),
            (["replay", "--as-of", "-1d", "--as-recorded", "-1d"], "oneBound", 64),
            (["list", "--to", "100000"], "beyondEnd", 64), (["inbox", "资规局", "--as-of", "+1d"], "momentAhead", 64),
            (["list", "--as-recorded", "someday"], "badMoment", 64),
            (["inbox", "资规局", "--watch", "--to", "1"], "nowOnly", 64),
            (["show", district.raised, "--notice", "--to", "25"], "nowOnly", 64),
            (["replay", "--watch", "--to", "3"], "nowOnly", 64),
            (["replay", "--watch", district.raised, "--date", "2026-01-01"], "watchOne", 64),
            (["replay", "--watch", "W2001-000001"], "unknownWhistle", 3),
            (["replay", "--date", "2026-01-01"], "missingOption", 64),
            (["replay", "--watch", "--speed", "0"], "badValue", 64),
            (["diff", "--from", "9", "--to", "8"], "diffBackwards", 64),
            (["diff", "--from", "100000"], "beyondEnd", 64),
            (["diff", "--from", "0", "--unit", "没有"], "unknownUnit", 3),
            (["replay", "one", "two", "--server", "http://127.0.0.1:9"], "embeddedOnly", 64),
        ]
        for (arguments, code, status) in rows {
            let answer = try (arguments.contains("--server") ? Program(scratch: district.scratch) : district.program)
                .run(arguments + ["--json"])
            #expect(answer.status == status && answer.out.isEmpty, "\(arguments)")
            #expect(try Complaint(answer).code == code, "\(arguments)")
        }
    }

    @Test func `A comparison has the figures first, a line for each whistle, and what is left out`() throws {
        let district = try District.copy()
        let whole = try district.done("diff", "--from", "0", "--lang", "en")
        #expect(
            whole.lines[1].hasPrefix(
                "whistles changed 2, raised 2, called 6, signed for 2, objected 1, recalled 1, reported in 1"))
        #expect(
            whole.lines.contains { $0.hasPrefix("\(district.handled)  (none) → ") && $0.contains("reported in (区住建局)") }
        )
        let short = try district.done("diff", "--from", "0", "--limit", "1", "--lang", "en")
        #expect(short.error == "1 of 2 listed, 1 left out: --limit lists more, a unit or a street narrows it.\n")
        let nothing = try district.done("diff", "--from", "25", "--to", "25", "--lang", "en")
        #expect(nothing.lines.count == 2 && nothing.lines[1] == "Nothing has changed.")
        let object = try district.done("diff", "--from", "0", "--json").json
        #expect(object["changed"] as? Int == 2 && (object["whistles"] as? [Any])?.count == 2)
    }

    @Test func `What happened several times in a whistle is told once, with how often`() throws {
        let district = try District.copy()
        let size = try #require(try district.done("replay", "--json").json["size"] as? Int)
        for number in 1...2 {
            try district.done("link", district.handled, "--source", "12345:\(number)", as: District.street)
            let task = ["task", "assign", district.handled, "区住建局", "--due", "+3d", "--text", "整理档案"]
            try district.done(task, as: District.street)
        }
        let place = ["--field", "place", "--text", "金裕云顶小区二期", "--reason", "地点写错"]
        try district.done(["correct", district.raised, "1"] + place, as: District.street)
        let chinese = try district.done("diff", "--from", "\(size)", "--lang", "zh")
        #expect(chinese.lines.contains { $0.contains("关联诉求 2 件、交办任务 2 次（区住建局）") })
        #expect(chinese.lines.contains { $0.hasPrefix(district.raised) && $0.contains("新增记录 1 条") })
        let english = try district.done("diff", "--from", "\(size)", "--lang", "en")
        #expect(english.lines[1] == "whistles changed 2, demand linked 2, task assigned 2")
        #expect(english.lines.contains { $0.contains("demand linked ×2, task assigned ×2 (区住建局)") })
    }

    @Test func `Without a terminal a replay prints all its steps`() throws {
        let district = try District.copy()
        let events = try district.done("show", district.handled, "--json").json["events"] as? [[String: Any]] ?? []
        let steps = try district.done("replay", "--watch", district.handled, "--lang", "en")
        #expect(events.count > 5 && steps.lines.count == 1 + 2 * events.count)
        #expect(steps.lines[2].contains("calls 0 (signed for 0, arrived 0)"))
        #expect(steps.lines.last?.contains("calls 3 (signed for 2, arrived 1)") == true)
        let objects = try district.done("replay", "--watch", district.handled, "--json").objects
        #expect(
            objects.compactMap { $0["position"] as? Int }
                == events.compactMap { ($0["position"] as? Int).map { $0 + 1 } })
        let last = try #require(objects.last?["whistle"] as? [String: Any])
        #expect(last["revision"] as? Int == events.count && last["events"] == nil)
        let day = try district.done("replay", "--watch", "--lang", "en")
        #expect(day.lines.last?.hasPrefix("    raised 2   open 2   late 0   closed 0") == true)
        let figures = try district.done("replay", "--watch", "--json").objects.compactMap {
            $0["figures"] as? [String: Int]
        }
        #expect(figures.first?["raised"] == 0 && figures.last?["raised"] == 2 && figures.last?["open"] == 2)
    }

    @Test func `On a terminal keys go forth and back, and the terminal is left as it was`() throws {
        let district = try District.copy()
        func play(_ keys: String, _ command: String) throws -> [String] {
            let inner =
                "trap : INT; stty cols 100 rows 30; \(Program.path) \(command) --lang en; echo status $?; stty -a"
            let script = "{ \(keys); sleep 0.7; } | script -qec '\(inner)' /dev/null"
            let out = try district.program.shell(script).out
            #expect(out.contains("status 0") && out.contains(" icanon") && out.contains(" echo "), "\(out)")
            return out.matches(of: #/step (\d+) of/#).map { String($0.1) }
        }
        let watch = "replay --watch \(district.handled)"
        func keys(_ all: [String]) -> String { all.map { "sleep 0.7; printf \"\($0)\"" }.joined(separator: "; ") }
        #expect(try play(keys([" ", "\\033[C", "\\n", "\\033[D", "b", "q"]), watch) == ["1", "2", "3", "4", "3", "2"])
        #expect(try play(keys(["\\033[D", " ", "\\003"]), watch) == ["1", "2"])
        let alone = try play("sleep 1.5; printf q", watch + " --speed 4")
        #expect(alone.count > 2 && alone.prefix(3) == ["1", "2", "3"])
    }

    @Test func `Several ledgers are replayed at the same time, with a sum and a status`() throws {
        let (first, second) = (try District.copy(), try District.copy())
        try second.done("ack", second.raised, as: District.planning)
        let program = Program(scratch: first.scratch)
        let objects = try program.run(["replay", first.ledger, second.ledger, "--json"]).objects
        try #require(objects.count == 3)
        for (object, district) in zip(objects, [first, second]) {
            let alone = try district.done("replay", "--json").json
            #expect(object["ledger"] as? String == district.ledger)
            #expect(object["digest"] as? String == alone["digest"] as? String)
            #expect(object["events"] as? Int == alone["events"] as? Int)
        }
        let sum = objects[2]
        #expect(sum["ledgers"] as? Int == 2 && sum["failed"] as? Int == 0)
        #expect(sum["events"] as? Int == objects.prefix(2).compactMap { $0["events"] as? Int }.reduce(0, +))
        let text = try program.run(["replay", first.ledger, second.ledger, "--to", "5", "--lang", "en"])
        #expect(text.status == 0 && text.lines.count == 3 && text.lines[0].contains("5 events in"))
        let broken = try program.run(["replay", first.ledger, first.scratch.path("none"), "--lang", "en"])
        #expect(broken.status == 2 && broken.lines.count == 3 && broken.lines[2].contains("2 ledgers (1 failed)"))
        #expect(broken.lines[1].contains("There is no ledger"))
        let one = try program.run(["replay", second.ledger, "--lang", "en"])
        #expect(one.status == 0 && one.lines.count == 1)
    }
}
