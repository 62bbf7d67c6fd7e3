import Foundation
import Testing

/// Behind a server the program says and does what it does with the ledger's file.
@Suite struct RemoteTests {
    /// What may differ between two runs of one command: the moments at which they were recorded; and what can be done
    /// next, which behind a server is what the reader himself can do.
    private func settled(_ text: String) -> String {
        var text = text
        text.replace(#/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z/#, with: "MOMENT")
        text.replace(#/\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d/#, with: "MOMENT")
        // The two ledgers part with the first act, so they have other hashes.
        text.replace(#/[A-Za-z0-9+\/]{43}=/#, with: "HASH")
        text.replace(#/还有 [0-9 天小时分]+/#, with: "LEFT")
        text.replace(#/"(seconds|eventsPerSecond)":[0-9.e\-]+/#, with: "SPEED")
        text.replace(#/"next":\[[^\]]*\]/#, with: "NEXT")
        text.replace(#/\n  [a-z][a-z\-]*( [a-z]+)?（.*/#, with: "\n  NEXT")
        return text
    }

    private func compare(
        _ pair: (file: Program.Answer, server: Program.Answer), _ arguments: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let words = Comment(rawValue: arguments.joined(separator: " "))
        #expect(pair.server.status == pair.file.status, words, sourceLocation: sourceLocation)
        #expect(settled(pair.server.out) == settled(pair.file.out), words, sourceLocation: sourceLocation)
        #expect(settled(pair.server.error) == settled(pair.file.error), words, sourceLocation: sourceLocation)
    }

    @Test func `Acts and their dry runs are said alike, for people and for programs`() throws {
        let served = try Served()
        defer { try? served.end() }
        let (raised, handled) = (served.file.raised, served.file.handled)
        let text = try served.file.scratch.write("路面塌陷\r\n", to: "text.txt")
        let paper = try served.file.scratch.write("核实意见", to: "paper.pdf")
        let minutes = ["--text", "明确责任", "--decision", "!区住建局|+3d|出具意见", "--decision", "小寨路街道|+5d|清理现场"]
        let acts: [(String, [String])] = [
            (District.street, District.matter("路面塌陷") + ["--lead", "D1", "--support", "资规局", "--due", "+9d"]),
            (District.street, District.matter("@\(text)") + ["--lead", "D1", "--kind", "攻坚哨"]),
            (District.housing, ["ack", raised]), (District.housing, ["ack", raised]),
            (District.housing, ["report-in", raised, "--person", "d-11", "--occurred-at", "-1m"]),
            (District.planning, ["object", raised, "--basis", "清单", "--reason", "不属", "--proposed", "区城管局"]),
            (District.centre, ["arbitrate", raised, "资规局", "--keep", "--reason", "属于"]),
            (
                District.street,
                ["meeting", "convene", handled, "--at", "+1h", "--invite", "D1", "--agenda", "议", "--venue", "厅"]
            ),
            (District.street, ["meeting", "hold", handled, "1", "--attended", "D1/d-11", "--attended", "小寨路街道"]),
            (District.street, ["meeting", "minutes", handled, "1"] + minutes),
            (District.housing, ["task", "accept", handled, "1"]),
            (District.housing, ["attach", handled, paper, "--task", "1", "--caption", "核实意见"]),
            (District.housing, ["task", "complete", handled, "1", "--note", "-"]),
            (District.street, ["link", handled, "--source", "12345:１"]),
            (District.street, ["correct", handled, "1", "--field", "title", "--text", "路灯全部不亮", "--reason", "补充"]),
            (District.centre, ["unit", "rename", "D3", "--full", "雁塔区城市管理局", "--short", "区城管局"]),
            (District.centre, ["post", "assign", "资规局", "经办", "d-22", "--dry-run"]),
        ]
        for (number, (actor, arguments)) in acts.enumerated() {
            let id = ["--command-id", "act-\(number)"]
            let input = Data("已办".utf8)
            compare(try served.both(arguments + id + ["--dry-run"], as: actor, input: input), arguments)
            compare(try served.both(arguments + id, as: actor, input: input), arguments)
        }
        let retry = ["ack", raised, "--command-id", "act-99", "--json", "--lang", "en"]
        for _ in 0..<2 { compare(try served.both(retry, as: District.enforcement), retry) }
        for view in [
            ["list"], ["list", "--json"], ["show", handled], ["show", raised, "--json"], ["show", raised, "--notice"],
            ["inbox", "区住建局"], ["inbox", "区住建局", "--json"], ["today"], ["today", "--json"], ["today", "--text"],
            ["unit", "list"],
            ["unit", "list", "--json"], ["post", "list"], ["post", "list", "--json"], ["token", "list", "--json"],
            ["list", "--state", "handling", "--unit", "D1"], ["list", "--unit", "没有"], ["show", "W2099-000001"],
            ["replay", "--to", "3", "--json"],
        ] { compare(try served.views(view), view) }
    }

    @Test func `The past is shown alike`() throws {
        let served = try Served()
        defer { try? served.end() }
        let recorded = try #require(
            try served.file.done("replay", "--to", "24", "--json").json["recorded"] as? String)
        let handled = served.file.handled
        let bounds: [[String]] = [
            ["--to", "0"], ["--to", "1"], ["--to", "24"], ["--to", "27"], ["--to", "99999"], ["--as-of", "-1d"],
            ["--as-recorded", "-1d"], ["--as-of", recorded], ["--as-recorded", recorded], ["--as-recorded", "+1d"],
            ["--as-of", "never"], ["--to", "3", "--as-of", "-1d"],
        ]
        let views: [[String]] = [
            ["list"], ["list", "--json"], ["list", "--late", "--unit", "区住建局"], ["show", handled],
            ["show", handled, "--json"], ["inbox", "资规局"], ["inbox", "资规局", "--json"], ["today"],
            ["today", "--json"], ["today", "--text"], ["replay", "--json"],
        ]
        for view in views {
            for bound in bounds { compare(try served.views(view + bound), view + bound) }
        }
        for view in [
            ["today", "--date", "2001-01-01", "--json"], ["today", "--date", "2001-01-01", "--to", "3"],
            ["diff", "--from", "0", "--to", "27"], ["diff", "--from", "20", "--to", "27", "--json"],
            ["diff", "--from", recorded, "--to", "27", "--unit", "区住建局"], ["diff", "--from", "9", "--to", "3"],
            ["diff", "--from", "0", "--street", "没有"], ["diff", "--from", "0", "--to", "27", "--whistle", handled],
            ["diff", "--from", "0", "--to", "27", "--limit", "1"], ["replay", "--watch", handled],
            ["replay", "--watch", handled, "--json"], ["replay", "--watch"],
            ["replay", "--watch", "--date", "2001-01-01"],
        ] { compare(try served.views(view), view) }
    }

    @Test func `Cases come in alike, and the same file again adds nothing`() throws {
        let served = try Served()
        defer { try? served.end() }
        let scratch = served.file.scratch
        var rows = Cases.three
        rows.insert(Cases.three[0], at: 1)
        rows += [
            Cases.row("201", opened: "soon", due: ""),
            Cases.row("202", due: "", closed: "2014-01-01T00:00:00+00:00"), "203,too,short",
            Cases.row("204", due: "").replacing("Roxbury", with: "区住建局"),
            Cases.row("205", due: "").replacing("路面坑洼", with: "请回电13800138000"),
            Cases.row("206", due: "").replacing("PWDx", with: String(repeating: "e\u{0301}", count: 300)),
        ]
        let file = try Cases.write(rows, in: scratch)
        let rejects = scratch.path("rejects.csv")
        func run(_ file: String, _ more: String...) throws -> (file: Program.Answer, server: Program.Answer) {
            let arguments = ["import", "311", file, "--rejects", rejects] + more
            var written: [String?] = []
            let pair = try served.both(arguments, as: District.centre) {
                written.append(try? String(contentsOfFile: rejects, encoding: .utf8))
                try? FileManager.default.removeItem(atPath: rejects)
            }
            compare(pair, arguments)
            #expect(written.count == 2 && written[0] == written[1], "\(written)")
            return pair
        }
        #expect(try run(file, "--lang", "en").server.out.hasPrefix("6 new cases"))
        #expect(try run(file).server.out.hasPrefix("新增案件 0 件"))
        #expect(try run(file, "--json").server.json["alreadyThere"] as? Int == 6)
        let closed = Cases.row("102", due: "2015-06-03T12:00:00+00:00", closed: "2015-06-09T12:00:00+00:00")
        let newer = try Cases.write([closed, Cases.row("103", due: "")], in: scratch, as: "newer.csv")
        #expect(try run(newer, "--lang", "en").server.out.contains("1 closed since, 1 already there"))
        // More than one request can hold, and more than a request may have elsewhere.
        let long = (1...130).map { number in
            Cases.row("3\(number)", due: "").replacing("路面坑洼", with: String(repeating: "长", count: 150))
                .replacing(",Pothole,,", with: ",Pothole,\(String(repeating: "话", count: 10_500)),")
        }
        let large = try Cases.write(long, in: scratch, as: "large.csv")
        #expect(try run(large, "--lang", "en").server.out.hasPrefix("130 new cases"))
        for text in ["", "id,title\n1,x\n", "\"id\n"] {
            #expect(try run(try scratch.write(text, to: "other.csv"), "--json").server.status == 1)
        }
        #expect(try run(file, "--source", "a:b", "--json").server.status == 64)
        #expect(try run("no-such.csv", "--json").server.status == 3)
        let street = try served.both(["import", "311", file, "--json", "--as", District.street], as: District.street)
        #expect(try Complaint(street.server).code == "tokenActs")
        for view in [["list", "--json"], ["list", "--late"], ["unit", "list", "--json"], ["today", "--json"]] {
            compare(try served.views(view), view)
        }
    }

    @Test func `Who may not import is refused alike`() throws {
        let served = try Served()
        defer { try? served.end() }
        let file = try Cases.write(Cases.three, in: served.file.scratch)
        let arguments = ["import", "311", file, "--json"]
        let pair = try served.both(arguments, as: District.street)
        compare(pair, arguments)
        #expect(try Complaint(pair.server).code == "notTheCentre")
        #expect(pair.server.status == 4)
    }

    @Test func `Rejected rows are written beside the file where the ledger is elsewhere`() throws {
        let served = try Served()
        defer { try? served.end() }
        let file = try Cases.write([Cases.row("1", opened: "soon", due: "")], in: served.file.scratch)
        let pair = try served.both(["import", "311", file], as: District.centre)
        #expect(pair.server.status == 0 && pair.server.error.contains(file + ".rejects.csv"))
        #expect(FileManager.default.fileExists(atPath: file + ".rejects.csv"))
    }

    @Test func `The log is printed in the same bytes`() throws {
        let served = try Served()
        defer { try? served.end() }
        let log = try served.views(["log"])
        #expect(log.server.outBytes == log.file.outBytes && log.file.lines.count > 20)
        let rest = try served.views(["log", "--from", "20"])
        #expect(rest.server.outBytes == rest.file.outBytes && rest.file.lines.count == log.file.lines.count - 20)
    }

    @Test func `What cannot be done is refused alike`() throws {
        let served = try Served()
        defer { try? served.end() }
        var compared = 0
        for row in RefusalTests.rows {
            guard let actor = row.actor, !["小寨路街道", "区住建局/局长"].contains(actor) else { continue }
            let arguments = row.arguments.map { argument in
                switch argument {
                case "W1": served.file.raised
                case "W2": served.file.handled
                default: argument
                }
            }
            // One that is ambiguous only after others were registered is no refusal here.
            if row.code == "ambiguousUnit" { continue }
            compare(try served.both(arguments, as: actor), arguments)
            compared += 1
        }
        #expect(compared > 35)
    }

    @Test func `A ledger's file is needed for what a server does not do`() throws {
        let scratch = try Scratch()
        let server = ["--server", "http://127.0.0.1:9", "--json"]
        for arguments in [
            ["init", "--district", "610113", "--name", "雁塔区"], ["demo"],
        ] {
            let answer = try Program(scratch: scratch).run(arguments + server)
            #expect(answer.status == 64)
            #expect(try Complaint(answer).code == "embeddedOnly")
        }
        let held = try Program(scratch: scratch).run(["list", "--ledger", "x.muster"] + server)
        #expect(try held.status == 64 && Complaint(held).code == "serverAndLedger")
    }

    @Test func `A token lies alone in a file that nobody else may read, or comes by standard input`() throws {
        let scratch = try Scratch()
        let file = try scratch.write("mst_x\n", to: "token")
        let program = Program(scratch: scratch, environment: ["MUSTER_SERVER": "http://127.0.0.1:9"])
        func code(_ arguments: [String], input: Data? = nil) throws -> [String] {
            let answer = try program.run(["whoami", "--json", "--timeout", "1"] + arguments, input: input)
            return ["\(answer.status)", try Complaint(answer).code]
        }
        #expect(try code([]) == ["64", "noToken"])
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        #expect(try code(["--token-file", file]) == ["64", "tokenFileOpen"])
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        #expect(try code(["--token-file", file]) == ["6", "unreachable"])
        #expect(try code(["--token-file", "-"], input: Data("mst_x\n".utf8)) == ["6", "unreachable"])
        #expect(try code(["--token-file", "-"], input: Data("one two".utf8)) == ["64", "badTokenFile"])
        #expect(try code(["--token-file", "no-such"]) == ["3", "fileUnreadable"])
        #expect(try code(["--token-file", file, "--as", "区住建局"]) == ["64", "tokenActs"])
        #expect(try code(["--token-file", file, "--server", "ftp://x"]) == ["64", "badServer"])
        #expect(try code(["--token-file", file, "--timeout", "0"]) == ["64", "badValue"])
    }

    @Test func `What is set names a server or a ledger, and a flag of one beats a setting of the other`() throws {
        let district = try District.copy()
        try district.scratch.write("server: http://127.0.0.1:9\ntokenFile: secret\n", to: "project/.muster.yaml")
        let secret = try district.scratch.write("mst_x\n", to: "project/secret")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret)
        let program = Program(
            scratch: district.scratch, environment: ["MUSTER_LEDGER": district.ledger],
            folder: district.scratch.path("project"))
        let list = ["list", "--json", "--timeout", "1"]
        #expect(try program.run(list).status == 6)
        #expect(try program.run(list + ["--ledger", district.ledger]).status == 0)
        let listed = try program.run(["config", "list", "--json"]).objects.map { $0["origin"] as? String }
        let settings = district.scratch.path("project/.muster.yaml")
        #expect(listed == ["MUSTER_LEDGER", settings, settings])
    }
}
