import Foundation
import Testing

/// Where settings come from, and which of several counts.
@Suite struct SettingsTests {
    /// A place where the settings of a project and of a user may lie.
    private struct Place {
        let scratch: Scratch
        var program: Program

        init() throws {
            scratch = try Scratch()
            // Deeper down, so that the project's file has to be looked for.
            try scratch.write("", to: "project/deep/down/empty")
            program = Program(scratch: scratch, folder: scratch.path("project/deep/down"))
        }

        var project: String { scratch.path("project/.muster.yaml") }
        var user: String { scratch.path("config/muster/config.yaml") }

        /// The settings as the program lists them: key, value, origin.
        func listed(_ flags: String...) throws -> [[String]] {
            let answer = try program.run(["config", "list", "--json"] + flags)
            #expect(answer.status == 0, "\(answer.error)")
            return answer.objects.map { object in ["key", "value", "origin"].map { object[$0] as? String ?? "—" } }
        }
    }

    @Test func `A flag beats the environment, that the project's file, that the user's`() throws {
        var place = try Place()
        #expect(try place.listed().isEmpty)
        try place.scratch.write("ledger: /tmp/user.muster\nlang: zh\nas: 区指挥中心/值班长\n", to: "config/muster/config.yaml")
        #expect(
            try place.listed() == [
                ["ledger", "/tmp/user.muster", place.user], ["as", "区指挥中心/值班长", place.user],
                ["lang", "zh", place.user],
            ])
        try place.scratch.write("ledger: yanta.muster\nlang: en\n", to: "project/.muster.yaml")
        #expect(
            try place.listed() == [
                // A path is meant from where the file lies.
                ["ledger", place.scratch.path("project/yanta.muster"), place.project],
                ["as", "区指挥中心/值班长", place.user], ["lang", "en", place.project],
            ])
        place.program.environment["MUSTER_LEDGER"] = "/tmp/environment.muster"
        #expect(try place.listed().first == ["ledger", "/tmp/environment.muster", "MUSTER_LEDGER"])
        #expect(
            try place.listed("--ledger", "flag.muster").first == ["ledger", "flag.muster", "--ledger"])
        let shown = try place.program.run(["config", "list", "--show-origin"])
        #expect(shown.lines.contains("MUSTER_LEDGER\tledger=/tmp/environment.muster"))
        #expect(try place.program.run(["config", "list"]).lines.contains("lang=en"))
    }

    @Test func `What is set is what counts`() throws {
        let district = try District.copy()
        try district.scratch.write("as: 区住建局\nledger: \(district.ledger)\n", to: "project/.muster.yaml")
        var program = Program(scratch: district.scratch, folder: district.scratch.path("project"))
        #expect(try program.run(["ack", district.raised]).status == 0)
        #expect(
            try program.run(["whoami", "--json"]).json["origin"] as? String
                == district.scratch.path("project/.muster.yaml"))
        program.environment["MUSTER_AS"] = "资规局"
        #expect(try program.run(["whoami", "--json"]).json["unit"] as? String == "D2")
        #expect(try program.run(["whoami", "--json", "--as", "D3"]).json["unit"] as? String == "D3")
        #expect(try district.entries().last?["actor"] as? String == "D1/P0004/d-11")
    }

    @Test(arguments: ["ledgr: x.muster\n", "- ledger\n", "ledger: [\n"])
    func `A file with what nobody knows is an error, whatever the command`(text: String) throws {
        let place = try Place()
        try place.scratch.write(text, to: "project/.muster.yaml")
        for arguments in [["config", "list"], ["list"], ["version"]] {
            let answer = try place.program.run(arguments + ["--json"])
            #expect(answer.status == 64)
            #expect(answer.outBytes.isEmpty)
            #expect(try Complaint(answer).en.contains(place.project))
        }
    }

    @Test func `A file that can't be read is an error, and not passed over`() throws {
        let place = try Place()
        // A folder is there, and reading it fails, whoever reads.
        try FileManager.default.createDirectory(
            atPath: place.scratch.path("project/.muster.yaml"), withIntermediateDirectories: true)
        let answer = try place.program.run(["list", "--json"])
        #expect(answer.status == 64)
        let complaint = try Complaint(answer)
        #expect(complaint.code == "fileUnreadable" && complaint.en.contains(".muster.yaml"))
    }

    @Test func `Without a ledger the program says how to name one`() throws {
        let place = try Place()
        let answer = try place.program.run(["list", "--json"])
        #expect(answer.status == 64)
        let complaint = try Complaint(answer)
        #expect(complaint.code == "noLedger")
        #expect(complaint.zh.contains("MUSTER_LEDGER") && complaint.en.contains("MUSTER_LEDGER"))
    }
}
