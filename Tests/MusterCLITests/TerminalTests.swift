import Foundation
import Testing

/// What the program is like at a terminal, in a pipe and in a script.
@Suite struct TerminalTests {
    @Test func `Colour comes to a terminal or when it is forced, and never when it is refused`() throws {
        let district = try District.copy()
        func painted(_ script: String, _ environment: [String: String] = [:]) throws -> Bool {
            var program = district.program
            program.environment.merge(environment) { _, new in new }
            let answer = try program.shell(script)
            #expect(answer.status == 0, "\(answer.error)")
            return answer.out.contains("\u{1B}[")
        }
        let list = "muster list"
        let terminal = "script -qec '\(Program.path) list' /dev/null </dev/null"
        let terminalPlain = "script -qec '\(Program.path) list --no-color' /dev/null </dev/null"
        #expect(try !painted(list))
        #expect(try painted(list, ["FORCE_COLOR": "1"]))
        #expect(try !painted(list, ["FORCE_COLOR": "0"]))
        #expect(try !painted(list, ["FORCE_COLOR": "1", "NO_COLOR": "1"]))
        #expect(try !painted(list + " --no-color", ["FORCE_COLOR": "1"]))
        #expect(try painted(terminal, ["TERM": "xterm"]))
        #expect(try !painted(terminal, ["TERM": "dumb"]))
        #expect(try !painted(terminal, ["TERM": "xterm", "NO_COLOR": "1"]))
        #expect(try painted(terminal, ["TERM": "xterm", "NO_COLOR": ""]))
        #expect(try !painted(terminalPlain, ["TERM": "xterm"]))
        #expect(try !painted("muster list --json", ["FORCE_COLOR": "1"]))
        #expect(try !painted("muster log", ["FORCE_COLOR": "1"]))
    }

    @Test func `Each stream is painted for what it is itself`() throws {
        let district = try District.copy()
        var program = district.program
        program.environment["TERM"] = "xterm"
        func onTerminal(_ redirection: String) throws -> (shown: String, kept: String) {
            let link =
                "\(Program.path) link \(district.raised) --as \(District.street) --source 12345:\(UUID().uuidString)"
            let answer = try program.shell("script -qec '\(link) \(redirection)kept' /dev/null </dev/null")
            #expect(answer.status == 0)
            return (answer.out, try String(contentsOfFile: district.scratch.path("kept"), encoding: .utf8))
        }
        let message = try onTerminal("2>")
        #expect(message.shown.contains("\u{1B}[") && !message.kept.isEmpty && !message.kept.contains("\u{1B}["))
        let data = try onTerminal(">")
        #expect(data.shown.contains("\u{1B}[") && !data.kept.isEmpty && !data.kept.contains("\u{1B}["))
    }

    @Test func `An act says what was done on stdout and what comes next on stderr`() throws {
        let district = try District.copy()
        let answer = try district.done("ack", district.raised, "--lang", "en", as: District.housing)
        #expect(answer.out == "✓ 区住建局 signed for \(district.raised)\n")
        #expect(answer.error == "On arrival: muster report-in \(district.raised)\n")
        let again = try district.done("ack", district.raised, "--lang", "en", as: District.housing)
        #expect(again.out == "This is so already; nothing was recorded.\n")
        #expect(again.error.isEmpty)
        let object = try district.done("report-in", district.raised, "--json", as: District.housing)
        #expect(object.lines.count == 1 && object.error.isEmpty)
    }

    @Test func `Nothing found is a success with nothing on stdout`() throws {
        let district = try District.copy()
        for arguments in [["list", "--closed"], ["list", "--closed", "--json"], ["inbox", "大雁塔街道"]] {
            let answer = try district.done(arguments)
            #expect(answer.outBytes.isEmpty)
            #expect(!answer.error.isEmpty)
        }
    }

    @Test func `A reader that goes away ends the program without a word`() throws {
        let district = try District.copy()
        // More than a pipe holds, so that there is something left to write when the reader is gone.
        let cases = try Cases.write(
            (1...600).map { Cases.row("\($0)", due: "2015-06-03T12:00:00+00:00") }, in: district.scratch)
        try district.done("import", "311", cases)
        for command in ["log", "list", "list --json"] {
            let answer = try district.program.shell("set -o pipefail; muster \(command) | head -n 1")
            // 141 is the shell's word for the signal, which is quiet too.
            #expect([0, 141].contains(answer.status), "\(command)")
            #expect(answer.lines.count == 1)
            #expect(answer.error.isEmpty, "\(command): \(answer.error)")
        }
    }

    /// Columns that a text takes on a terminal: two for what is Chinese or full-width.
    private func width(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { width, scalar in
            let isWide = (0x2E80...0xA4CF).contains(scalar.value) || (0xFF01...0xFF60).contains(scalar.value)
            return width + (isWide ? 2 : 1)
        }
    }

    @Test(arguments: ["list", "unit list", "post list", "inbox 资规局"], ["zh", "en"])
    func `Columns stand under each other, whatever script their cells are in`(command: String, language: String) throws
    {
        let district = try District.copy()
        _ = try district.raise("Street lamp out", commandID: "raise-3")
        let answer = try district.done(command.split(separator: " ").map(String.init) + ["--lang", language])
        let header = try #require(answer.lines.first)
        #expect(answer.lines.count > 1)
        // Where a heading starts behind a gap, so does a cell, or it is empty.
        var starts: [Int] = []
        var text = ""
        for character in header {
            if text.hasSuffix("  "), character != " " { starts.append(width(text)) }
            text.append(character)
        }
        #expect(starts.count >= 2)
        for line in answer.lines.dropFirst() {
            for start in starts {
                var front = ""
                var rest = line[...]
                while width(front) < start, let next = rest.popFirst() { front.append(next) }
                #expect(width(front) == start || rest.isEmpty, "\(line)")
                if !rest.isEmpty { #expect(front.hasSuffix("  "), "\(line)") }
            }
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `The shell can complete the verbs`(shell: String) throws {
        let program = Program(scratch: try Scratch())
        let answer = try program.run(["--generate-completion-script", shell])
        #expect(answer.status == 0)
        for verb in try CommandTree(program).verbs {
            for word in verb { #expect(answer.out.contains(word), "\(shell) lacks \(word)") }
        }
        for option in ["command-id", "dry-run", "on-behalf-of"] { #expect(answer.out.contains(option)) }
        if shell == "bash" {
            let script = try program.scratch.write(answer.outBytes, to: "completion.bash")
            #expect(try program.shell("bash -n '\(script)'").status == 0)
        }
    }

    @Test(arguments: [
        ["rais"], ["raise"], ["list", "--lat"], ["replay", "--to", "many"], ["raise", "--json"], ["--json", "raise"],
        ["list", "--lat", "--json"],
    ])
    func `A command line that cannot be read ends with 64 and says why on stderr`(arguments: [String]) throws {
        let answer = try Program(scratch: try Scratch()).run(arguments)
        #expect(answer.status == 64)
        #expect(answer.outBytes.isEmpty)
        #expect(!answer.error.isEmpty)
        let isJSON = arguments.contains("--json")
        if isJSON { #expect(try Complaint(answer).code == "usage") }
    }
}
