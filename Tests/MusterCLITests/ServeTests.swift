import Foundation
import FoundationNetworking
import Testing

/// `muster serve` as a process.
@Suite struct ServeTests {
    /// The first line that a running server prints.
    private func address(of running: Program.Running) async throws -> String {
        for _ in 0..<1_000 {
            if let line = running.printed.split(separator: "\n").first { return String(line) }
            try #require(running.process.isRunning, "it has ended: \(running.complained)")
            try await Task.sleep(for: .milliseconds(10))
        }
        return ""
    }

    private func get(_ url: String) async throws -> (status: Int, body: String) {
        let (data, response) = try await URLSession.shared.data(from: try #require(URL(string: url)))
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
    }

    @Test func `It prints its address, answers, and ends in order on a signal`() async throws {
        let district = try District.copy()
        for (signal, json) in [(SIGTERM, true), (SIGINT, false)] {
            let running = try Program(scratch: district.scratch).start(
                ["serve", "--ledger", district.ledger, "--listen", "127.0.0.1:0", "--log-format", "json"]
                    + (json ? ["--json"] : []))
            var address = try await address(of: running)
            if json {
                let object = try JSONDecoder().decode([String: String].self, from: Data(address.utf8))
                address = try #require(object["address"])
            }
            #expect(address.hasPrefix("http://127.0.0.1:"))
            let live = try await get(address + "/health/live")
            #expect(live.status == 200 && live.body == #"{"status":"live"}"#)
            let ready = try await get(address + "/health/ready")
            #expect(ready.status == 200, "\(ready.body)")
            kill(running.process.processIdentifier, signal)
            let answer = try running.wait()
            #expect(answer.status == 0)
            #expect(answer.lines.count == 1)
            let messages = answer.error.split(separator: "\n").compactMap { line in
                (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["message"] as? String
            }
            #expect(messages == ["listening", "request", "request"])
        }
    }

    @Test func `A server that is ended the moment it has answered has logged every request, in order`() async throws {
        let district = try District.copy()
        let running = try Program(scratch: district.scratch).start(
            ["serve", "--ledger", district.ledger, "--listen", "127.0.0.1:0", "--log-format", "json"])
        let address = try await address(of: running)
        let count = 300
        for number in 0..<count {
            var request = URLRequest(url: try #require(URL(string: address + "/health/live")))
            request.setValue("r\(number)", forHTTPHeaderField: "X-Request-Id")
            _ = try await URLSession.shared.data(for: request)
        }
        kill(running.process.processIdentifier, SIGTERM)
        let answer = try running.wait()
        let ids = answer.error.split(separator: "\n").compactMap { line in
            (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["request"] as? String
        }
        #expect(answer.status == 0 && ids == (0..<count).map { "r\($0)" })
    }

    @Test func `A configuration that can't be is refused in words`() throws {
        let district = try District.copy()
        let file = try district.scratch.write("ledgers: [\(district.ledger)]\nlisen: x\n", to: "serve.yaml")
        let odd = try district.scratch.write("- a\n- b\n", to: "odd.yaml")
        let copy = try district.scratch.write(Data(contentsOf: URL(filePath: district.ledger)), to: "copy.muster")
        let cases: [([String], String)] = [
            (["--ledger", district.ledger, "--listen", "0.0.0.0:0"], "serveOpenAddress"),
            (["--ledger", district.ledger, "--listen", "8080"], "serveBadValue"),
            (["--ledger", district.ledger, "--tls-key", "k.pem"], "serveHalfCertificate"),
            (
                ["--ledger", district.ledger, "--tls-key", "k.pem", "--tls-certificate", "c.pem"],
                "serveBadCertificate"
            ),
            (["--ledger", district.ledger, "--ledger", copy, "--listen", "127.0.0.1:0"], "serveRepeatedDistrict"),
            (["--config", file], "serveUnknownKey"), (["--config", odd], "fileUnreadable"),
            (["--config", "absent.yaml"], "fileUnreadable"), ([], "serveNoLedger"),
        ]
        for (arguments, code) in cases {
            let answer = try Program(scratch: district.scratch).run(["serve", "--json"] + arguments)
            let complaint = try Complaint(answer)
            #expect(complaint.code == code && answer.status == 64 && answer.out.isEmpty, "\(arguments)")
            #expect(complaint.zh != complaint.en && !isUnfinished(complaint.zh + complaint.en))
        }
    }

    @Test func `File, environment and flag are read in this order, and paths in the file from where it lies`()
        async throws
    {
        let district = try District.copy()
        let file = try district.scratch.write(
            "ledgers: [yanta.muster]\nlisten: 127.0.0.1:1\nlog-format: text\n", to: "serve.yaml")
        var program = Program(scratch: district.scratch)
        program.environment = ["MUSTER_LISTEN": "127.0.0.1:2", "MUSTER_LOG_FORMAT": "json"]
        program.folder = "/"
        let running = try program.start(["serve", "--config", file, "--listen", "127.0.0.1:0"])
        let ready = try await get(try await address(of: running) + "/health/ready")
        #expect(ready.status == 200)
        kill(running.process.processIdentifier, SIGTERM)
        let answer = try running.wait()
        #expect(answer.status == 0 && answer.error.hasPrefix("{"))
    }

    @Test func `An address that is taken is a failure, not a trap`() async throws {
        let district = try District.copy()
        let program = Program(scratch: district.scratch)
        let first = try program.start(["serve", "--ledger", district.ledger, "--listen", "127.0.0.1:0"])
        let taken = try await address(of: first).replacing("http://", with: "")
        let second = try program.run(["serve", "--ledger", district.ledger, "--listen", taken, "--json"])
        #expect(second.status == 1)
        let said = Program.Answer(status: 1, outBytes: Data(), errorBytes: lastLine(second))
        #expect(try Complaint(said).code == "serveCannotListen")
        kill(first.process.processIdentifier, SIGTERM)
        #expect(try first.wait().status == 0)
    }

    private func lastLine(_ answer: Program.Answer) -> Data {
        Data((answer.error.split(separator: "\n").last ?? "").utf8)
    }
}
