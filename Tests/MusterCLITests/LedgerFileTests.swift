import Foundation
import Testing

/// What lies where the ledger should, and what the program makes of it.
@Suite struct LedgerFileTests {
    /// Something wrong with the ledger, and the code that says so.
    enum Trouble: CaseIterable {
        case nothingThere, noFolder, text, empty, folder, newer, otherDatabase

        var code: String {
            switch self {
            case .nothingThere, .noFolder: "missing"
            case .newer: "newerFormat"
            case .text, .empty, .folder, .otherDatabase: "notALedger"
            }
        }
    }

    private func make(_ trouble: Trouble, in district: District) throws -> String {
        let path = district.scratch.path("troubled.muster")
        switch trouble {
        case .nothingThere: break
        case .noFolder: return district.scratch.path("no/such/folder/troubled.muster")
        case .text: try district.scratch.write("W2026-000001 已吹哨\n", to: "troubled.muster")
        case .empty: try district.scratch.write("", to: "troubled.muster")
        case .folder: try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        case .newer:
            // The format is the user version of the database's header, four bytes at offset 60.
            var bytes = try Data(contentsOf: URL(filePath: district.ledger))
            bytes.replaceSubrange(60..<64, with: [0, 0, 3, 0xE7])
            try district.scratch.write(bytes, to: "troubled.muster")
        case .otherDatabase:
            // The application id of another program, at offset 68.
            var bytes = try Data(contentsOf: URL(filePath: district.ledger))
            bytes.replaceSubrange(68..<72, with: [0x47, 0x50, 0x4B, 0x47])
            try district.scratch.write(bytes, to: "troubled.muster")
        }
        return path
    }

    @Test(arguments: Trouble.allCases)
    func `What is no ledger of this format is named as what it is, and left alone`(trouble: Trouble) throws {
        let district = try District.copy()
        let path = try make(trouble, in: district)
        let before = FileManager.default.contents(atPath: path)
        for command in [
            ["list"], ["show", district.raised], ["log"], ["replay"], ["today"], ["inbox", "D1"],
            ["ack", district.raised, "--as", District.housing],
        ] {
            let answer = try district.muster(command + ["--ledger", path, "--json"])
            #expect(answer.status == (trouble.code == "missing" ? 3 : 1), "\(command)")
            #expect(answer.outBytes.isEmpty)
            let complaint = try Complaint(answer)
            #expect(complaint.code == trouble.code, "\(command)")
            #expect(!isUnfinished(complaint.zh + complaint.en))
        }
        #expect(FileManager.default.contents(atPath: path) == before)
        if trouble == .newer {
            let answer = try district.muster("list", "--ledger", path, "--lang", "en")
            #expect(answer.error.contains("999"))
        }
    }

    @Test func `While another program writes, a writer is told who and a reader reads`() throws {
        let district = try District.copy()
        let state = try district.state()
        let lock = try Lock(district.ledger, holder: "pid 4711 on elsewhere")
        let answer = try district.muster("ack", district.raised, "--json", as: District.housing)
        #expect(answer.status == 5)
        let complaint = try Complaint(answer)
        #expect(complaint.code == "held")
        #expect(complaint.zh.contains("pid 4711 on elsewhere") && complaint.en.contains("pid 4711 on elsewhere"))
        #expect(try district.done("list", "--json").objects.count == 2)
        #expect(try district.state() == state)
        lock.giveBack()
        try district.done("ack", district.raised, as: District.housing)
    }

    @Test func `A writer that is soon done is waited for`() throws {
        let district = try District.copy()
        let lock = try Lock(district.ledger, holder: "a command")
        let waiting = try district.program.start(["ack", district.raised, "--as", District.housing])
        Thread.sleep(forTimeInterval: 0.5)
        lock.giveBack()
        #expect(try waiting.wait().status == 0)
    }

    @Test func `A ledger is never made over another, nor over a key`() throws {
        let district = try District.copy()
        let key = try Data(contentsOf: URL(filePath: district.ledger + ".key"))
        let state = try district.state()
        let make = ["init", "--district", "610113", "--name", "雁塔区", "--json"]
        for _ in 1...2 {
            let answer = try district.muster(make)
            #expect(answer.status == 5)
            #expect(try Complaint(answer).code == "alreadyThere")
        }
        #expect(try district.state() == state)
        // The ledger is gone and its key is left: another one would make the old checkpoints worthless.
        try FileManager.default.removeItem(atPath: district.ledger)
        #expect(try Complaint(district.muster(make)).code == "alreadyThere")
        #expect(try Data(contentsOf: URL(filePath: district.ledger + ".key")) == key)
        #expect(
            try Complaint(district.muster(["init", "--district", "6101", "--name", "甲", "--json"])).code == "badValue")
    }

    @Test func `The key is its owner's alone and its public half is on the sheet`() throws {
        let scratch = try Scratch()
        let answer = try Program(scratch: scratch)
            .run(["init", "--ledger", "new.muster", "--district", "610113", "--name", "雁塔区", "--json"])
        #expect(answer.status == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("new.muster.key"))
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let origin = try #require(answer.json["origin"] as? String)
        #expect(origin.contains(#/^muster\.local/610113/[0-9a-f]{8}$/#))
        #expect((answer.json["verifierKey"] as? String)?.hasPrefix(origin + "+") == true)
    }

    @Test func `Where nothing may be written the ledger can still be read`() throws {
        guard geteuid() != 0 else {
            print("skipped: whoever runs the tests is root, whom permissions do not stop")
            return
        }
        let district = try District.copy()
        let state = try district.state()
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: district.scratch.folder.path)
        defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: district.scratch.folder.path) }
        var program = district.program
        program.folder = "/"
        let answer = try program.run(["replay", "--json"])
        #expect(answer.json["digest"] as? String == state.digest)
        #expect(try program.run(["ack", district.raised, "--as", "D1"]).status == 1)
    }

    @Test func `A full disk stops a command, and the ledger stays whole`() throws {
        let district = try District.copy()
        let disk = try district.scratch.write("", to: "disk/empty").replacing("/empty", with: "")
        // A disk of its own, which only root may have.
        let mounted = try district.program.shell("mount -t tmpfs -o size=512k tmpfs '\(disk)'")
        guard mounted.status == 0 else {
            print("skipped: no small disk can be mounted here: \(mounted.error)")
            return
        }
        defer { _ = try? district.program.shell("umount '\(disk)'") }
        // Room for the index that readers and writers share, and too little for an entry.
        let copied = try district.program.shell(
            "cp '\(district.ledger)' '\(disk)/full.muster'; cat /dev/zero >'\(disk)/ballast' 2>/dev/null; "
                + "truncate -s -40K '\(disk)/ballast'"
        )
        try #require(copied.status == 0)
        let arguments = ["withdraw", district.raised, "--ledger", disk + "/full.muster", "--reason"]
        let long = [String(repeating: "长", count: 400), "--command-id", "full-1", "--json"]
        let answer = try district.muster(arguments + long, as: District.street)
        #expect(answer.status == 1)
        #expect(try Complaint(answer).code == "noSpace")

        #expect(try district.program.shell("rm '\(disk)/ballast'").status == 0)
        let replay = ["replay", "--json", "--ledger", disk + "/full.muster"]
        #expect(try district.done(replay).json["digest"] as? String == (try district.state().digest))
        try district.done(arguments + long, as: District.street)
    }

    @Test func `A replay beyond the end and two bounds at once are errors of use`() throws {
        let district = try District.copy()
        for (arguments, code) in [
            (["--to", "999999"], "beyondEnd"), (["--to", "1", "--as-of", "昨天 10:00"], "oneBound"),
            (["--as-of", "neulich"], "badMoment"),
        ] {
            let answer = try district.muster(["replay", "--json"] + arguments)
            #expect(answer.status == 64)
            let complaint = try Complaint(answer)
            #expect(complaint.code == code)
            #expect(!isUnfinished(complaint.zh + complaint.en))
        }
    }

    @Test func `A replay has its fixed form, and goes back to any position and moment`() throws {
        let district = try District.copy()
        let object = try district.done("replay", "--json").json
        #expect(Set(object.keys) == ["position", "events", "digest", "seconds", "eventsPerSecond", "size", "recorded"])
        let state = try district.state()
        try district.done("ack", district.raised, as: District.housing)
        let now = try district.state()
        #expect(now.digest != state.digest && now.position == state.position + 1)
        let back = try district.done("replay", "--to", "\(state.position)", "--json").json
        #expect(back["digest"] as? String == state.digest && back["position"] as? Int == state.position)
        let start = try district.done("replay", "--as-of", "2001-01-01 00:00", "--json").json
        #expect(start["events"] as? Int ?? .max < state.position)
    }

    @Test func `The log is the stored bytes and can begin anywhere`() throws {
        let district = try District.copy()
        let lines = try district.done("log").lines
        let answer = try district.done("log", "--from", "5")
        #expect(answer.lines == Array(lines.dropFirst(5)))
        #expect(answer.error.isEmpty)
        let beyond = try district.done("log", "--from", "99999")
        #expect(beyond.outBytes.isEmpty && !beyond.error.isEmpty)
    }
}

/// The right to write a ledger, held by the tests.
private struct Lock {
    private let descriptor: Int32

    init(_ ledger: String, holder: String) throws {
        descriptor = unsafe open(ledger + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        try #require(descriptor >= 0)
        try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        let bytes = Array(holder.utf8)
        let written = unsafe bytes.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        try #require(written == bytes.count)
    }

    func giveBack() { close(descriptor) }
}
