import Foundation
import Testing

/// What the views say of a small district.
@Suite struct ViewTests {
    @Test func `Every figure of the day lists its cases, and the message of it fits a chat`() throws {
        let district = try District.copy()
        let cases = (1...300).map { Cases.row("\($0)", due: "2015-06-03T12:00:00+00:00") }
        try district.done("import", "311", try Cases.write(cases, in: district.scratch))
        for whistle in [district.raised, district.handled] {
            try district.done("link", whistle, "--source", "12345:7", as: District.street)
        }
        try district.done("close", district.handled, "--class", "explained", "--reason", "已说明", as: District.centre)
        let object = try district.done("today", "--json").json
        var counts: [String: Int] = [:]
        for (figure, value) in object {
            guard let value = value as? [String: Any] else { continue }
            counts[figure] = value["count"] as? Int
            let listed = try #require(value["cases"] as? [[String: Any]])
            #expect(listed.count == counts[figure])
            #expect(listed.allSatisfy { $0["whistle"] is String && $0["title"] is String })
        }
        #expect(
            counts == [
                "raised": 2, "unsigned": 3, "notReportedIn": 3, "overdue": 300, "repeated": 1, "closed": 1,
            ])
        for language in ["zh", "en"] {
            let message = try district.done("today", "--text", "--lang", language)
            #expect(message.out.count <= 601)
            #expect(message.out.contains("300"))
            let figures = try district.done("today", "--lang", language)
            #expect(figures.out.contains(district.raised))
        }
    }

    @Test func `An inbox has the next deadline first, and says whose it is`() throws {
        let district = try District.copy()
        let late = District.matter("路面塌陷") + ["--lead", "区住建局", "--support", "资规局", "--report-in-by", "+30m"]
        let urgent = try #require(try district.done(late + ["--json"], as: District.street).json["whistle"] as? String)
        let inbox = try district.done("inbox", "西安市自然资源和规划局雁塔分局", "--json").objects
        #expect(inbox.first?["whistle"] as? String == urgent)
        let dues = inbox.compactMap { $0["due"] as? String }
        #expect(dues == dues.sorted() && dues.count > 1)
        // Who is set to act need not be named again.
        var program = district.program
        program.environment["MUSTER_AS"] = "资规局"
        #expect(try program.run(["inbox", "--json"]).objects.count == inbox.count)
        let nobody = try district.muster("inbox", "--json")
        #expect(nobody.status == 64)
        #expect(try Complaint(nobody).code == "missingOption")
    }

    @Test func `A notice goes to the units that are called, and to no other`() throws {
        let district = try District.copy()
        let notice = try district.done("show", district.handled, "资规局", "--notice")
        #expect(notice.out.contains(district.handled) && notice.out.contains("资规局"))
        #expect(!notice.out.contains("区住建局"))
        let recalled = try district.muster("show", district.handled, "区城管局", "--notice", "--json")
        #expect(recalled.status == 3)
        #expect(try Complaint(recalled).code == "notCalled")
    }

    @Test func `Figures, message and notice say at their foot of which history they are, in the same words`() throws {
        let district = try District.copy()
        let head = try district.done("audit", "checkpoint", "--json").json
        let (size, root, origin) = (
            try #require(head["size"] as? Int), try #require(head["root"] as? String),
            try #require(head["origin"] as? String)
        )
        let words = [
            "zh": "台账 \(size) 条，树根 \(root)，日志标识 \(origin)",
            "en": "log of \(size) entries, root \(root), origin \(origin)",
        ]
        for (language, words) in words {
            for sheet in [["today"], ["today", "--text"], ["show", district.handled, "--notice"]] {
                let lines = try district.muster(sheet + ["--lang", language]).out.split(separator: "\n")
                #expect(lines.last.map(String.init) == words, "\(sheet)")
            }
            // What was known as of a moment is no beginning of the log, so no root is of it.
            let past = try district.done("today", "--text", "--as-of", "-1d", "--lang", language)
            #expect(!past.out.contains(words.prefix(6)) && past.out.contains("0"))
        }
    }

    @Test func `A whistle shows its board row, its timeline and what comes next`() throws {
        let district = try District.copy()
        let object = try district.done("show", district.handled, "--json").json
        #expect(object["state"] as? String == "handling")
        let entries = try district.entries().filter { $0["subject"] as? String == district.handled }
        #expect((object["events"] as? [Any])?.count == entries.count)
        #expect((object["next"] as? [String])?.contains("arbitrate") == true)
        let shown = try district.done("show", district.handled)
        for words in ["路灯不亮", "异议待裁", "#\(entries.count)", "裁决"] { #expect(shown.out.contains(words), "\(words)") }
    }
}
