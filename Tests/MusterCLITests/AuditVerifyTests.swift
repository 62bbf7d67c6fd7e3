import Foundation
import Testing

/// What a verification answers to programs, and with which exit status.
@Suite struct AuditVerifyTests {
    @Test func `A ledger that is whole is equal, status 0, in its fixed form`() throws {
        let district = try District.copy()
        let answer = try district.muster("audit", "verify", "--deep", "--json")
        #expect(answer.status == 0)
        let object = answer.json
        #expect(object["result"] as? String == "equal")
        #expect(object["size"] as? Int == (try district.state().position))
        #expect((object["root"] as? String)?.count == 44)
        #expect((object["findings"] as? [Any])?.isEmpty == true)
        #expect(object["entriesPerSecond"] is Int)
        #expect(object["digest"] as? String == (try district.state().digest))
    }

    @Test func `A ledger that does not extend a checkpoint from elsewhere differs, status 1, with kind and position`()
        throws
    {
        let district = try District.copy()
        let other = try District.copy()
        try other.done(
            ["unit", "register", "另一个单位", "--short", "另一单位", "--kind", "department"], as: District.centre)
        try district.done(
            ["unit", "register", "又一个单位", "--short", "又一单位", "--kind", "department"], as: District.centre)
        let checkpoint = try district.scratch.write(try other.done("audit", "checkpoint").out, to: "other.checkpoint")
        let answer = try district.muster("audit", "verify", "--against", checkpoint, "--json")
        #expect(answer.status == 1)
        let object = answer.json
        #expect(object["result"] as? String == "differs")
        let findings = try #require(object["findings"] as? [[String: Any]])
        #expect(findings.map { $0["kind"] as? String } == ["against"])
        #expect(findings.first?["position"] as? Int == (try district.state().position))
    }

    @Test func `What could not be found out is trouble, status 2, and says why`() throws {
        let district = try District.copy()
        let answer = try district.muster(
            "audit", "verify", "--ledger", district.scratch.path("nothing.muster"), "--json")
        #expect(answer.status == 2)
        #expect(answer.json["result"] as? String == "trouble")
        #expect(answer.error.contains("\"missing\""))
        let deep = try district.muster("audit", "verify", "--deep", "--log", district.scratch.path("nowhere"))
        #expect(deep.status == 64)
    }

    @Test func `What lies beside a ledger and can't be read is trouble and no finding`() throws {
        let district = try District.copy()
        let paper = try district.scratch.write("照片", to: "paper.txt")
        try district.done("attach", district.raised, paper, "--caption", "现场照片", as: District.street)
        let files = district.ledger + ".files"
        let kept = try #require(try FileManager.default.contentsOfDirectory(atPath: files).first)
        for path in [district.ledger + ".vkey", district.ledger + ".head", files + "/" + kept] {
            try FileManager.default.moveItem(atPath: path, toPath: path + ".aside")
            // A folder is there, and reading it fails, whoever reads.
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            let answer = try district.muster("audit", "verify", "--json")
            #expect(answer.status == 2 && answer.json["result"] as? String == "trouble", "\(path): \(answer.out)")
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.moveItem(atPath: path + ".aside", toPath: path)
        }
        #expect(try district.muster("audit", "verify").status == 0)
    }

    @Test func `An older copy put back is refused for writing, and the doctor says so`() throws {
        let district = try District.copy()
        let backup = district.scratch.path("backup.muster")
        try district.done("backup", backup)
        try district.done(
            ["unit", "register", "新设单位", "--short", "新设单位", "--kind", "department"], as: District.centre)
        try FileManager.default.removeItem(atPath: district.ledger)
        let refused = try district.muster("restore", backup, "--json")
        #expect(refused.status == 5 && refused.error.contains("headAhead"))
        #expect(!FileManager.default.fileExists(atPath: district.ledger))
        // Copied by hand it can be read, and nothing is appended.
        try FileManager.default.copyItem(atPath: backup, toPath: district.ledger)
        let act = try district.muster(
            ["unit", "register", "再设单位", "--short", "再设单位", "--kind", "department", "--json"], as: District.centre)
        #expect(act.status == 5 && act.error.contains("headAhead"))
        let doctor = try district.muster("doctor", "--json")
        #expect(doctor.status == 1)
        #expect(doctor.json["result"] as? String == "bad")
        let verified = try district.muster("audit", "verify", "--json")
        #expect(
            verified.status == 1
                && (verified.json["findings"] as? [[String: Any]])?.first?["kind"] as? String == "cut")
    }

    @Test func `The signing key is changed by one command, and who verifies sees one history`() throws {
        let district = try District.copy()
        let before = try String(contentsOfFile: district.ledger + ".key", encoding: .utf8)
        let answer = try district.done("rotate-key", "--json")
        let after = try String(contentsOfFile: district.ledger + ".key", encoding: .utf8)
        #expect(before != after && after.split(separator: "\n").count == 1)
        let mode = try FileManager.default.attributesOfItem(atPath: district.ledger + ".key")[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let keys = try district.done("audit", "vkey").out.split(separator: "\n")
        #expect(keys.first.map(String.init) == answer.json["verifierKey"] as? String)
        #expect(keys.contains { $0 == (answer.json["former"] as? String) ?? "" })
        try district.done(
            ["unit", "register", "新设单位", "--short", "新设单位", "--kind", "department"], as: District.centre)
        let verified = try district.done("audit", "verify", "--deep", "--json").json
        #expect(verified["result"] as? String == "equal")
        #expect(verified["anchored"] as? Int == verified["size"] as? Int)
        let doctor = try district.done("doctor", "--json").json
        #expect(doctor["result"] as? String != "bad")
    }

    @Test func `A change of keys that was cut off goes on where it was`() throws {
        let district = try District.copy()
        let path = district.ledger + ".key"
        let old = try String(contentsOfFile: path, encoding: .utf8)
        try district.done("rotate-key")
        let new = try String(contentsOfFile: path, encoding: .utf8)
        // As after a kill before the old key was thrown away.
        try (old + new).write(toFile: path, atomically: false, encoding: .utf8)
        let keys = try String(contentsOfFile: district.ledger + ".vkey", encoding: .utf8).split(separator: "\n")
        try (keys[2...] + keys[..<2]).map { $0 + "\n" }.joined()
            .write(toFile: district.ledger + ".vkey", atomically: true, encoding: .utf8)
        let items = try #require(try district.muster("doctor", "--json").json["items"] as? [[String: Any]])
        #expect(items.contains { $0["check"] as? String == "key" && $0["finding"] as? String == "changing" })
        let size = try district.state().position
        try district.done("rotate-key")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == new)
        #expect(try district.state().position == size, "the log has said it already")
        #expect(try district.done("audit", "verify", "--json").json["result"] as? String == "equal")
    }

    @Test func `A ledger goes on from an older copy by a named flag alone, and says so`() throws {
        let district = try District.copy()
        let backup = district.scratch.path("backup.muster")
        try district.done("backup", backup)
        let kept = try district.state().position
        try district.done(
            ["unit", "register", "新设单位", "--short", "新设单位", "--kind", "department"], as: District.centre)
        let lost = try district.state().position
        try lose(district)
        #expect(try district.muster("restore", backup, "--json").error.contains("headAhead"))
        let answer = try district.done("restore", backup, "--new-epoch", "--json").json
        let origin = try #require(answer["origin"] as? String)
        #expect(origin.hasSuffix("/e2"))
        try district.done(
            ["unit", "register", "再设单位", "--short", "再设单位", "--kind", "department"], as: District.centre)
        #expect(try district.done("audit", "checkpoint").out.hasPrefix(origin + "\n"))
        let verified = try district.done("audit", "verify", "--deep", "--json").json
        #expect(verified["result"] as? String == "equal")
        #expect((verified["lost"] as? [[String: Int]]) == [["first": kept, "last": lost - 1]])
        // What can be restored as it is begins no epoch.
        let second = district.scratch.path("second.muster")
        try district.done("backup", second)
        try lose(district)
        let refused = try district.muster("restore", second, "--new-epoch", "--json")
        #expect(refused.status != 0 && refused.error.contains("epochNotNeeded"))
        // Without its key it does.
        try FileManager.default.removeItem(atPath: district.ledger + ".key")
        let third = try district.done("restore", second, "--new-epoch", "--json").json
        #expect((third["origin"] as? String)?.hasSuffix("/e3") == true)
        #expect(try district.done("audit", "verify", "--json").json["result"] as? String == "equal")
    }

    @Test func `An epoch that was made ready begins with whatever opens the ledger, before it signs anything`() throws {
        let district = try District.copy()
        let backup = district.scratch.path("backup.muster")
        try district.done("backup", backup)
        try district.done(
            ["unit", "register", "新设单位", "--short", "新设单位", "--kind", "department"], as: District.centre)
        try lose(district)
        try district.done("restore", backup, "--new-epoch")
        // As after a kill between the copy and its first opening.
        let pending = district.ledger + ".head.pending"
        try FileManager.default.moveItem(atPath: district.ledger + ".head.former", toPath: pending)
        try FileManager.default.removeItem(atPath: district.ledger + ".head")
        try lose(district)
        #expect(try district.muster("restore", backup, "--json").error.contains("epochPending"))
        try FileManager.default.copyItem(atPath: backup, toPath: district.ledger)
        let head = try district.done("audit", "checkpoint").out
        #expect(head.split(separator: "\n").first?.hasSuffix("/e2") == true)
        #expect(!FileManager.default.fileExists(atPath: pending))
        let verified = try district.done("audit", "verify", "--json").json
        #expect(verified["result"] as? String == "equal")
        #expect((verified["lost"] as? [Any])?.count == 1)
    }

    @Test func `A ledger that is lost twice goes on from the same copy twice`() throws {
        let district = try District.copy()
        let backup = district.scratch.path("backup.muster")
        try district.done("backup", backup)
        for number in 2...3 {
            try district.done(
                ["unit", "register", "单位\(number)", "--short", "单位\(number)", "--kind", "department"],
                as: District.centre)
            try lose(district)
            let answer = try district.done("restore", backup, "--new-epoch", "--json").json
            #expect((answer["origin"] as? String)?.hasSuffix("/e\(number)") == true)
        }
        #expect(try district.done("audit", "verify", "--deep", "--json").json["result"] as? String == "equal")
    }

    @Test func `A backup from before the key was changed is not gone on from with the new key`() throws {
        let district = try District.copy()
        let backup = district.scratch.path("backup.muster")
        try district.done("backup", backup)
        try district.done("rotate-key")
        let folder = district.scratch.path("export")
        try district.done("audit", "export", folder)
        try lose(district)
        try FileManager.default.removeItem(atPath: district.ledger + ".head")
        #expect(try district.muster("restore", backup, "--json").error.contains("headForeign"))
        #expect(!FileManager.default.fileExists(atPath: district.ledger))
        try district.done("restore", backup, "--new-epoch")
        #expect(try district.done("audit", "verify", "--json").json["result"] as? String == "equal")
        #expect(try district.muster("audit", "export", folder, "--json").error.contains("exportOther"))
    }

    /// The ledger is gone, and not what lies beside it.
    private func lose(_ district: District) throws {
        for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: district.ledger + suffix) {
            try FileManager.default.removeItem(atPath: district.ledger + suffix)
        }
    }
}
