import Testing

/// What can't be understood is said in the language of whoever typed it.
@Suite struct UsageTests {
    /// What the parser would say in English.
    private static let english = [
        "OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "default:", "Show ", "See '", "Error:", "Help:",
        "Missing", "Unknown", "Unexpected", "invalid",
    ]

    private static let wrong: [[String]] = [
        ["raise"], ["ack", "W1", "--x"], ["ack", "W1", "--as"], ["correct", "W1", "x"], ["ack", "W1", "W2"],
        ["ack", "W1", "W2", "W3"], ["吹号"], ["meeting", "minute"],
    ]

    @Test(arguments: wrong)
    func `A usage error is one for people in their language, or an object`(arguments: [String]) throws {
        let program = Program(scratch: try Scratch())
        let chinese = try program.run(arguments + ["--lang", "zh"])
        #expect(chinese.status == 64)
        #expect(chinese.outBytes.isEmpty)
        #expect(chinese.error.hasPrefix("未能完成："))
        #expect(Self.english.filter { chinese.error.contains($0) } == [])
        let english = try program.run(arguments + ["--lang", "en"])
        #expect(english.error.hasPrefix("Error: "))
        let answer = try program.run(arguments + ["--json"])
        #expect(answer.status == 64)
        let complaint = try Complaint(answer)
        #expect(complaint.code == "usage" && complaint.exit == 64)
        #expect(complaint.zh != complaint.en && !isUnfinished(complaint.zh + complaint.en))
    }

    @Test func `No page of help is half English`() throws {
        let program = Program(scratch: try Scratch())
        for path in try CommandTree(program).all {
            let page = try program.run(path + ["--help", "--lang", "zh"])
            #expect(Self.english.filter { page.out.contains($0) } == [], "\(path)")
        }
    }

    @Test func `The language may stand anywhere`() throws {
        let program = Program(scratch: try Scratch())
        let page = try program.run(["raise", "--help", "--lang", "zh"]).out
        for arguments in [
            ["help", "raise", "--lang", "zh"], ["--lang", "zh", "help", "raise"], ["--lang=zh", "raise", "--help"],
            ["帮助", "吹哨", "--lang", "zh"],
        ] {
            #expect(try program.run(arguments).out == page, "\(arguments)")
        }
        #expect(try program.run(["--lang", "zh", "--help"]).out.hasPrefix("概述："))
        #expect(try program.run(["--lang", "zh", "unit", "list"]).error.contains("--ledger"))
    }

    @Test(arguments: ["zh", "en"])
    func `The version is told as a command and as an option`(language: String) throws {
        let program = Program(scratch: try Scratch())
        let told = try program.run(["version", "--lang", language])
        #expect(told.status == 0 && told.out.hasPrefix("muster "))
        for arguments in [["--version"], ["raise", "--version"]] {
            let answer = try program.run(arguments + ["--lang", language])
            #expect(answer.status == 0 && answer.out == told.out)
        }
    }

    @Test(arguments: [("rais", "raise"), ("吹号", "吹哨"), ("reportin", "report-in")])
    func `A verb that nearly exists is suggested`(typed: String, meant: String) throws {
        let answer = try Program(scratch: try Scratch()).run([typed, "--lang", "en"])
        #expect(answer.error.contains("Did you mean: ") && answer.error.contains(meant))
    }

    @Test func `A script of completions is left as it is`() throws {
        let program = Program(scratch: try Scratch())
        let script = try program.run(["--generate-completion-script", "bash"])
        #expect(script.status == 0 && !script.outBytes.isEmpty && script.errorBytes.isEmpty)
    }
}
