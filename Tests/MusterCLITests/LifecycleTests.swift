import Foundation
import Testing

/// What the program does when it is used from the first verb to the last.
@Suite struct LifecycleTests {
    @Test(arguments: ["zh", "en"])
    func `Every verb does its work, says so in whole sentences and leaves a log that holds`(language: String) throws {
        let district = try District.copy()
        let tree = try CommandTree(district.program)
        var story = Story(in: district, language: language)
        try story.tell()

        for step in story.steps {
            let words = Comment(rawValue: step.arguments.joined(separator: " "))
            // The log is data, and braces belong to JSON.
            if step.arguments != ["log"] {
                #expect(!isUnfinished(step.answer.out), words)
            }
            #expect(!isUnfinished(step.answer.error), words)
            #expect(!step.answer.outBytes.isEmpty, words)
        }
        // `init` made the district and `generate` makes another; `serve` and `watch` go on until somebody ends them.
        let others = [["init"], ["generate"], ["serve"], ["watch"]]
        let told = Set(story.steps.map { tree.verb(of: $0.arguments) } + others)
        let missing = tree.verbs.filter { !told.contains($0) }
        #expect(missing.isEmpty, "the story leaves out \(missing)")

        let state = try district.state()
        try judge(try district.entries(), count: state.position)
        #expect(try district.state() == state)
    }

    /// Each line of the log is an entry, its sequence counts every one, and so does the revision of each stream.
    private func judge(_ entries: [[String: Any]], count: Int) throws {
        #expect(entries.count == count)
        var revisions: [String: Int] = [:]
        for (position, entry) in entries.enumerated() {
            let digits = String(position)
            #expect(entry["sequence"] as? String == String(repeating: "0", count: 20 - digits.count) + digits)
            let subject = try #require(entry["subject"] as? String)
            let revision = revisions[subject, default: 0] + 1
            revisions[subject] = revision
            #expect(entry["revision"] as? Int == revision)
            #expect(entry["id"] as? String == "\(subject)/\(revision)")
            #expect(entry["specversion"] as? String == "1.0")
        }
    }

    @Test func `A dry run shows the entries and appends none`() throws {
        let district = try District.copy()
        let before = try district.done("log").outBytes
        let dispatch = ["dispatch", district.raised, "--support", "长安路社区", "--dry-run"]

        let forPeople = try district.done(dispatch, as: District.street)
        #expect(forPeople.lines.first?.hasSuffix("muster.call.issued.v1") == true)
        #expect(forPeople.out.contains("长安路社区"))
        #expect(forPeople.error.contains("不会写入"))
        let object = try district.done(dispatch + ["--json"], as: District.street).json
        #expect(object["dryRun"] as? Bool == true)
        #expect(object["events"] as? [String] == ["muster.call.issued.v1"])

        let photo = try district.scratch.write("a photograph", to: "照片.jpg")
        try district.done("attach", district.raised, photo, "--caption", "现场", "--dry-run", as: District.street)
        #expect(!FileManager.default.fileExists(atPath: district.ledger + ".files"))
        // What would be refused is refused.
        #expect(
            try district.muster(
                "close", district.raised, "--class", "solved", "--reason", "测试", "--dry-run", as: District.centre
            ).status == 5)
        #expect(try district.done("log").outBytes == before)
    }

    @Test func `The help of every command is whole in both languages and has an example for every act`() throws {
        let program = Program(scratch: try Scratch())
        for path in try CommandTree(program).all {
            for language in ["zh", "en"] {
                let answer = try program.run(path + ["--help", "--lang", language])
                #expect(answer.status == 0)
                #expect(!isUnfinished(answer.out), "\(path)")
                #expect(answer.out.contains(language == "zh" ? "用法：muster" : "USAGE: muster"))
            }
            // English help has no Chinese but names, and so has Chinese in its first line.
            let first = try program.run(path + ["--help", "--lang", "zh"]).lines.first ?? ""
            #expect(first.contains { $0 >= "一" && $0 <= "龥" }, "\(first)")
        }
    }

    @Test func `An attached file lies beside the ledger under the hash that the log has`() throws {
        let district = try District.copy()
        let photo = try district.scratch.write("a photograph", to: "照片.jpg")
        try district.done("attach", district.raised, photo, "--caption", "现场", as: District.street)
        let entry = try #require(try district.entries().last)
        let hash = try #require((entry["data"] as? [String: Any])?["sha256"] as? String)
        let kept = try Data(contentsOf: URL(filePath: district.ledger + ".files/" + hash))
        #expect(kept == Data("a photograph".utf8))
    }
}
