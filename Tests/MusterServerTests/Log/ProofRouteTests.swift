import EventLog
import EventStoreTesting
import Foundation
import MusterAPI
import MusterEngine
import Testing
import TransparencyLog

@testable import MusterServer

@Suite struct `An entry's proof` {
    private func bearer(_ token: String) -> [String: String] { ["Authorization": "Bearer \(token)"] }

    @Test func `is a file that holds for the entry and for no other`() async throws {
        let house = try await LogHouse()
        try await house.sign(7)
        try await house.sign(house.size)
        try await house.serve { server in
            let policy = LogPolicy(
                origin: house.key.name, logKeys: [house.key.signer.verifierKey],
                cosigners: [house.key.clock.verifierKey], quorum: 1)
            for position in [0, 6, 255, 256, house.size - 1] {
                let answer = try await server.get(
                    "/v1/districts/610113/proofs/\(position)", bearer(house.department))
                #expect(answer.status == 200 && answer["Content-Type"] == "text/plain; charset=utf-8")
                let file = "attachment; filename=\"610113-\(position).tlog-proof\""
                #expect(answer["Content-Disposition"] == file)
                let proof = try LogProof(answer.body.utf8)
                #expect(proof.index == position && proof.checkpoint.checkpoint.size == house.size)
                let entries = try await house.store.entries(from: position, limit: 2)
                _ = try proof.verify(entry: entries[0].bytes, policy)
                #expect(throws: TransparencyError(.inclusionFails, "")) {
                    _ = try proof.verify(entry: entries[0].bytes + [32], policy)
                }
            }
        }
    }

    @Test func `wants a token, an entry, and a head that has it`() async throws {
        let house = try await LogHouse()
        try await house.serve { server in
            func ask(_ position: String, token: String? = nil) async throws -> Answer {
                try await server.get("/v1/districts/610113/proofs/\(position)", bearer(token ?? house.centre))
            }
            #expect(try await server.get("/v1/districts/610113/proofs/0").status == 401)
            #expect(try await ask("0", token: "mst_nobody").status == 401)
            let early = try await ask("0")
            #expect(early.status == 409 && early.code == "notSignedYet" && early["Retry-After"] == "5")
            try await house.sign(7)
            #expect(try await ask("6").status == 200)
            #expect(try await ask("7").code == "notSignedYet")
            let beyond = try await ask("\(house.size)")
            #expect(beyond.status == 404 && beyond.code == "noSuchPosition")
            #expect(try await ask("9223372036854775807").code == "noSuchPosition")
            for bad in ["-1", "x", "1.0", "9223372036854775808", "%37x"] {
                #expect(try await ask(bad).status == 400, "\(bad)")
            }
            #expect(try await ask("0?word=true").code == "unknownParameter")
        }
    }

    @Test func `comes with the entry and its texts for whoever may see them`() async throws {
        let house = try await LogHouse()
        try await house.sign(house.size)
        try await house.serve { server in
            func ask(_ position: UInt64, _ token: String) async throws -> Answer {
                try await server.get("/v1/districts/610113/proofs/\(position)?words=true", bearer(token))
            }
            let answer = try await ask(house.retirement, house.department)
            #expect(answer.status == 200 && answer["Content-Type"] == "application/json")
            let opened = try JSONReader.value(of: Array(answer.body.utf8)).decoded(OpenedProof.self)
            let entry = Array(try #require(Data(base64Encoded: opened.entry)))
            let proof = try LogProof(opened.proof.utf8)
            _ = try proof.verify(entry: entry, LogPolicy(logKey: house.key.signer.verifierKey))
            let word = try #require(opened.words.first)
            #expect(opened.words.count == 1 && word.text == "机构改革，职责并入区住建局" && opened.erased == [])
            let salt = Array(try #require(Data(base64Encoded: word.salt)))
            let commitment = Commitment.of(word.text, salt: salt)
            #expect(String(decoding: entry, as: UTF8.self).contains(commitment))

            let hidden = try await ask(house.hidden, house.department)
            #expect(hidden.status == 403 && hidden.code == "entryNotShown")
            #expect(!hidden.body.contains(house.centre))
            #expect(try await ask(house.hidden, house.centre).status == 200)
            let bare = try await server.get(
                "/v1/districts/610113/proofs/\(house.hidden)", bearer(house.department))
            #expect(bare.status == 200)
        }
    }
}
