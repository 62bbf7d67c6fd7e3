import Foundation
import Testing

/// A client that has seen a server's log goes on only with a server whose log continues it.
@Suite struct PinnedServerTests {
    /// A server of one ledger that can be ended, and started again at the same address with other files.
    private final class House {
        let district: District
        let client: Program
        private var running: Program.Running?
        private(set) var address = "127.0.0.1:0"
        private static let endings = ["", "-wal", "-shm", ".head"]

        init() throws {
            district = try District.copy()
            let token = district.scratch.path("token")
            try district.done("token", "issue", District.centre, "--out", token, as: District.centre)
            client = Program(scratch: district.scratch, environment: ["MUSTER_TOKEN_FILE": token])
        }

        deinit { running?.process.terminate() }

        func serve() throws {
            let running = try Program(scratch: district.scratch).start(
                ["serve", "--ledger", district.ledger, "--listen", address])
            self.running = running
            let end = ContinuousClock.now + .seconds(60)
            while running.printed.split(separator: "\n").first?.hasPrefix("http://") != true,
                ContinuousClock.now < end
            {
                Thread.sleep(forTimeInterval: 0.02)
            }
            let line = try #require(running.printed.split(separator: "\n").first, "\(running.complained)")
            address = String(line.dropFirst("http://".count))
        }

        func end() throws {
            running?.process.terminate()
            _ = try running?.wait()
            running = nil
        }

        func ask(_ arguments: String...) throws -> Program.Answer {
            try client.run(arguments + ["--server", "http://" + address])
        }

        /// Copies the ledger away, or back as if nothing had been signed since.
        func save(to name: String) throws { try copy(from: district.ledger, to: district.scratch.path(name)) }
        func restore(from name: String) throws { try copy(from: district.scratch.path(name), to: district.ledger) }

        private func copy(from: String, to: String) throws {
            for ending in Self.endings {
                try? FileManager.default.removeItem(atPath: to + ending)
                guard ending != ".head", ending != "-shm", FileManager.default.fileExists(atPath: from + ending) else {
                    continue
                }
                try FileManager.default.copyItem(atPath: from + ending, toPath: to + ending)
            }
        }

        var pins: String { district.scratch.path(".local/state/muster/pins") }

        /// The size of the pinned head; nil if there is none.
        var pinned: Int? {
            get throws {
                let files = FileManager.default.enumerator(atPath: pins)?.compactMap { $0 as? String } ?? []
                guard let file = files.first(where: { $0.hasSuffix("/checkpoint") }) else { return nil }
                return Int(try String(contentsOfFile: pins + "/" + file, encoding: .utf8).split(separator: "\n")[1])
            }
        }

        /// The sizes of the pinned and the served head of each refusal that was kept.
        func evidence() throws -> Set<[Int]> {
            let files = FileManager.default.enumerator(atPath: pins)?.compactMap { $0 as? String } ?? []
            return Set(
                try files.filter { $0.hasSuffix("/pinned") }.map { pinned in
                    try [pinned, pinned.dropLast("pinned".count) + "served"].map { name in
                        let note = try String(contentsOfFile: pins + "/" + name, encoding: .utf8)
                        return try #require(Int(note.split(separator: "\n")[1]))
                    }
                })
        }
    }

    private func code(_ answer: Program.Answer) throws -> String { try Complaint(answer).code }

    @Test func `The first contact is told once, and everything goes on while the log does`() throws {
        let house = try House()
        try house.serve()
        let first = try house.ask("whoami", "--lang", "en")
        let key = try String(contentsOfFile: house.district.ledger + ".vkey", encoding: .utf8)
        #expect(first.status == 0 && first.error.contains("First contact"))
        #expect(first.error.contains(try #require(key.split(separator: "\n").first)))
        #expect(try house.ask("whoami", "--lang", "en").error.isEmpty)
        let made = try house.ask("unit", "register", "一局", "--short", "一局", "--kind", "department")
        #expect(made.status == 0, "\(made.error)")
        try house.end()
        try house.serve()
        for command in [["list"], ["inbox"], ["today"], ["unit", "list"], ["log"]] {
            let answer = try house.client.run(command + ["--server", "http://" + house.address])
            #expect(answer.status == 0, "\(command) \(answer.error)")
        }
        #expect(try house.evidence().isEmpty)
        try house.end()
    }

    @Test func `A ledger that was put back, or has another past, is refused by every command, with both heads kept`()
        throws
    {
        let house = try House()
        try house.save(to: "older")
        try house.serve()
        #expect(try house.ask("whoami").status == 0)
        let old = try house.district.size
        let made = try house.ask("unit", "register", "一局", "--short", "一局", "--kind", "department")
        #expect(made.status == 0, "\(made.error)")
        try house.end()
        try house.serve()
        #expect(try house.ask("whoami").status == 0)
        try house.end()
        let pinned = try house.district.size
        #expect(pinned == old + 1)

        try house.restore(from: "older")
        try house.serve()
        for command in [["whoami"], ["list"], ["watch"], ["inbox", "--watch"], ["log"]] {
            let answer = try house.client.run(command + ["--server", "http://" + house.address, "--json"])
            #expect(answer.status == 1 && answer.out.isEmpty, "\(command)")
            #expect(try code(answer) == "pinRewound", "\(command)")
        }
        let act = try house.ask("unit", "register", "二局", "--short", "二局", "--kind", "department", "--json")
        #expect(try code(act) == "pinRewound")
        try house.end()
        #expect(try house.district.size == old, "a refused act is not sent")
        #expect(try house.evidence() == [[pinned, old]])

        for name in ["二局", "三局"] {
            try house.district.done(
                "unit", "register", name, "--short", name, "--kind", "department", as: District.centre)
            try house.serve()
            let answer = try house.ask("list", "--lang", "en")
            #expect(answer.status == 1 && answer.error.contains("[pinForked]"), "\(answer.error)")
            #expect(!isUnfinished(answer.error))
            try house.end()
        }
        #expect(try house.evidence() == [[pinned, old], [pinned, old + 1], [pinned, old + 2]])
    }

    @Test func `Whoever watches looks again when the server has been away`() throws {
        let house = try House()
        try house.save(to: "older")
        try house.serve()
        #expect(try house.ask("unit", "register", "一局", "--short", "一局", "--kind", "department").status == 0)
        try house.end()
        try house.serve()
        let watching = try house.client.start([
            "watch", "--server", "http://" + house.address, "--timeout", "2", "--lang", "en",
        ])
        // The pin has moved to the new head before anything is watched.
        let end = ContinuousClock.now + .seconds(60)
        while try house.pinned != house.district.size, ContinuousClock.now < end {
            Thread.sleep(forTimeInterval: 0.05)
        }
        try house.end()
        try house.restore(from: "older")
        try house.serve()
        // It asks again after twenty seconds at the latest; one that never does fails the test rather than holding it up.
        let limit = ContinuousClock.now + .seconds(60)
        while watching.process.isRunning, ContinuousClock.now < limit { Thread.sleep(forTimeInterval: 0.1) }
        if watching.process.isRunning { watching.process.terminate() }
        let answer = try watching.wait()
        #expect(answer.status == 1 && answer.error.contains("[pinRewound]"), "\(answer.error)")
        try house.end()
    }

    @Test func `Several programs at once meet a new server`() throws {
        let house = try House()
        try house.serve()
        let running = try (0..<6).map { _ in
            try house.client.start(["whoami", "--server", "http://" + house.address, "--lang", "en"])
        }
        let answers = try running.map { try $0.wait() }
        #expect(answers.allSatisfy { $0.status == 0 }, "\(answers.map(\.error))")
        #expect(answers.filter { $0.error.contains("First contact") }.count == 1)
        try house.end()
    }

    @Test func `Heads are compared through a server without a token`() throws {
        let house = try House()
        let old = try house.district.done("audit", "checkpoint").out
        try house.district.done(
            "unit", "register", "一局", "--short", "一局", "--kind", "department", as: District.centre)
        let new = try house.district.done("audit", "checkpoint").out
        let files = [
            try house.district.scratch.write(old, to: "old"), try house.district.scratch.write(new, to: "new"),
        ]
        try house.serve()
        let program = Program(scratch: house.district.scratch)
        let vkey = house.district.ledger + ".vkey"
        let source = ["--server", "http://" + house.address, "--district", "610113", "--vkey", vkey, "--json"]
        let holds = try program.run(["audit", "consistency"] + files + source)
        #expect(holds.status == 0 && holds.json["result"] as? String == "holds", "\(holds.out) \(holds.error)")
        let fails = try program.run(["audit", "consistency"] + files.reversed() + source)
        #expect(fails.status == 1 && fails.json["code"] as? String == "consistencyFails")
        try house.end()
        let trouble = try program.run(["audit", "consistency"] + files + source + ["--timeout", "1"])
        #expect(trouble.status == 2 && trouble.json["code"] as? String == "unreachable")
    }
}

extension District {
    /// How many entries the log has.
    fileprivate var size: Int { get throws { try state().position } }
}
