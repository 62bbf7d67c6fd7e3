import Testing

/// People are spoken to in their language; what programs read is the same in all.
@Suite struct LanguageTests {
    /// Who asks for what, and what comes out.
    private static let wishes: [(flag: String?, environment: [String: String], language: String)] = [
        (nil, [:], "ledger"), (nil, ["LC_ALL": "C.UTF-8"], "ledger"), (nil, ["LANG": ""], "ledger"),
        (nil, ["LANG": "zh_CN.UTF-8"], "zh"), (nil, ["LANG": "en_GB.UTF-8"], "en"),
        (nil, ["LC_ALL": "zh_CN.UTF-8", "LANG": "en_GB.UTF-8"], "zh"),
        (nil, ["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], "ledger"), (nil, ["LC_MESSAGES": "en_US.UTF-8"], "en"),
        (nil, ["MUSTER_LANG": "en", "LC_ALL": "zh_CN.UTF-8"], "en"), ("zh", ["MUSTER_LANG": "en"], "zh"),
        ("en", ["LC_ALL": "zh_CN.UTF-8"], "en"),
    ]

    @Test(arguments: ["zh", "en"])
    func `The flag beats the environment, and nobody's wish leaves it to the ledger`(own: String) throws {
        let scratch = try Scratch()
        let ledger = scratch.path("own.muster")
        let made = try Program(scratch: scratch)
            .run(["init", "--ledger", ledger, "--district", "610113", "--name", "雁塔区", "--lang", own])
        #expect(made.status == 0)
        for wish in Self.wishes {
            var program = Program(scratch: scratch, environment: ["MUSTER_LEDGER": ledger])
            program.environment.merge(wish.environment) { _, new in new }
            let answer = try program.run(["unit", "list"] + (wish.flag.map { ["--lang", $0] } ?? []))
            let language = wish.language == "ledger" ? own : wish.language
            let words = language == "zh" ? "简称" : "short name"
            #expect(answer.lines.first?.hasPrefix(words) == true, "\(wish): \(answer.out)")
        }
    }

    @Test func `JSON, codes and the log are the same in both languages`() throws {
        let district = try District.copy()
        for arguments in [
            ["list", "--json"], ["show", district.handled, "--json"], ["inbox", "资规局", "--json"],
            ["unit", "list", "--json"], ["post", "list", "--json"], ["whoami", "--as", "资规局", "--json"], ["log"],
            ["version", "--json"],
        ] {
            let chinese = try district.done(arguments + ["--lang", "zh"])
            #expect(try district.done(arguments + ["--lang", "en"]).outBytes == chinese.outBytes, "\(arguments)")
        }
        let refused = ["withdraw", district.raised, "--reason", "测试", "--json", "--as", "区住建局"]
        let chinese = try Complaint(district.muster(refused + ["--lang", "zh"]))
        #expect(try Complaint(district.muster(refused + ["--lang", "en"])) == chinese)
        let said = try district.muster(["withdraw", district.raised, "--reason", "测试", "--as", "区住建局", "--lang", "en"])
        #expect(said.error == "Error: \(chinese.en) [notYours]\n")
    }

    @Test func `Dry runs and receipts have the same keys in both languages`() throws {
        let district = try District.copy()
        let dispatch = ["dispatch", district.raised, "--support", "长安路社区", "--json", "--dry-run", "--command-id", "x"]
        let chinese = try district.done(dispatch + ["--lang", "zh"], as: District.street)
        #expect(try district.done(dispatch + ["--lang", "en"], as: District.street).out == chinese.out)
    }

    @Test func `Words of either language are taken, whichever is spoken`() throws {
        let district = try District.copy()
        for state in ["handling", "办理中", "HANDLING", "ｈａｎｄｌｉｎｇ"] {
            let answer = try district.done("list", "--state", state, "--json", "--lang", "en")
            #expect(answer.objects.map { $0["whistle"] as? String } == [district.handled])
        }
    }
}
