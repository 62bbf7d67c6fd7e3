import Foundation
import Testing

/// Several programs at one ledger, and programs that are killed: what was answered is in the log, once.
@Suite(.serialized) struct ConcurrencyTests {
    @Test func `Processes that write at once all succeed or are told who holds the ledger`() throws {
        let district = try District.copy()
        let before = try district.state()
        let links = (1...10).map { ["link", district.raised, "--source", "12345:\($0)", "--as", District.street] }
        let units = [District.housing, District.planning, District.enforcement]
        let arrivals = units.flatMap { unit in
            [["ack", district.raised, "--as", unit], ["report-in", district.raised, "--as", unit]]
        }
        let commands = (links + arrivals).shuffled()
        let running = try commands.map { try district.program.start($0 + ["--json"]) }

        var received: Set<Int> = []
        var linked: Set<String> = []
        for (command, running) in zip(commands, running) {
            let answer = try running.wait()
            guard answer.status == 0 else {
                #expect(try Complaint(answer).code == "held", "\(command): \(answer.error)")
                continue
            }
            // Signing for what has been reported in leaves no entry.
            guard let first = answer.json["first"] as? Int else {
                #expect(command.first == "ack")
                continue
            }
            #expect(received.insert(first).inserted, "two commands were given entry \(first)")
            if command.first == "link" { linked.insert(command[3]) }
        }
        let added = try district.entries().dropFirst(before.position)
        #expect(Set(added.indices) == received)
        let references = added.compactMap { ($0["data"] as? [String: Any])?["reference"] as? String }
        #expect(references.count == linked.count)
        #expect(Set(references) == linked)
        let types = added.compactMap { $0["type"] as? String }
        #expect(types.count { $0 == "muster.department.reportedIn.v1" } <= 3)
        #expect(try district.state() == (try district.state()))
    }

    @Test func `What a killed program had confirmed is in the log`() throws {
        let district = try District.copy()
        let before = try district.state()
        var confirmed: [String: Int] = [:]
        for round in 1...4 {
            let script = """
                set -m
                (i=0; while true; do i=$((i+1))
                    muster link \(district.raised) --as \(District.street) --json --source 12345:\(round)-$i
                done) >answers 2>errors &
                sleep 0.\(round * 2 + 1)
                kill -9 -- -$!
                """
            _ = try district.program.shell(script)
            let answers = try String(contentsOfFile: district.scratch.path("answers"), encoding: .utf8)
            // A line without its end was never said.
            for (number, line) in answers.split(separator: "\n").enumerated() where answers.contains(line + "\n") {
                let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                confirmed["12345:\(round)-\(number + 1)"] = try #require(object?["first"] as? Int)
            }
            // The next command finds a ledger that it can use.
            try district.done("list")
        }
        #expect(!confirmed.isEmpty)
        let entries = try district.entries()
        for (reference, position) in confirmed {
            #expect((entries[position]["data"] as? [String: Any])?["reference"] as? String == reference)
        }
        // One command at most was cut off in each round between its entry and its answer.
        #expect((confirmed.count...confirmed.count + 4).contains(entries.count - before.position))
        try district.done("link", district.raised, "--source", "12345:after", as: District.street)
        #expect(try district.state().position == entries.count + 1)
    }
}
