import Foundation
import Testing
import TransparencyLog

/// `muster audit check` and `muster audit consistency`: what holds, what does not, and what can't be judged.
@Suite struct AuditCheckTests {
    private let log: SmallLog
    private let program: Program
    private let vkey: String
    private let witness: String

    init() throws {
        log = try SmallLog()
        program = Program(scratch: log.scratch)
        vkey = log.signer.verifierKey.text
        witness = log.cosigner.verifierKey.text
    }

    private func check(_ proof: String, _ entry: String, _ more: String...) throws -> Program.Answer {
        try program.run(["audit", "check", proof, "--entry", entry, "--vkey", vkey] + more)
    }

    private func result(_ answer: Program.Answer) -> String? { answer.json["result"] as? String }

    @Test func `An entry that is in the log holds, and it is said what that does not prove`() throws {
        let entry = try log.file(SmallLog.entry(3), "entry")
        let proof = try log.file(try log.proof(3).bytes, "3.tlog-proof")
        let english = try check(proof, entry, "--cosigner", witness, "--lang", "en")
        #expect(english.status == 0 && english.error.isEmpty)
        #expect(
            english.out.contains("It holds") && english.out.contains("position 3") && english.out.contains("Not proved")
        )
        #expect(english.out.contains("witness.example/w1"))
        let chinese = try program.run([
            "审计", "核对", proof, "--entry", entry, "--vkey", vkey, "--cosigner", witness, "--lang", "zh",
        ])
        #expect(chinese.status == 0 && chinese.out.contains("成立") && chinese.out.contains("没有证明"))
        #expect(!isUnfinished(english.out + chinese.out))
        let json = try check(proof, entry, "--json")
        #expect(json.status == 0 && result(json) == "holds")
        #expect(json.json["position"] as? Int == 3 && json.json["size"] as? Int == 7)
        #expect(json.json["root"] as? String == "kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF0=")
        #expect(json.json["leaf"] as? String == Hash.leaf(SmallLog.entry(3)).base64)
        #expect(json.json["signedBy"] as? [String] == [vkey])
    }

    @Test func `Keys come as they are or from a file, and a quorum counts cosigners`() throws {
        let entry = try log.file(SmallLog.entry(0), "entry")
        let proof = try log.file(try log.proof(0).bytes, "proof")
        let keys = try log.file(Array("\(vkey)\n\(witness)\n".utf8), "gov.vkey")
        let run = { (more: [String]) throws in
            try program.run(["audit", "check", proof, "--entry", entry, "--json"] + more)
        }
        let cosigned = try run(["--vkey", keys])
        #expect(cosigned.status == 0)
        let signature = (cosigned.json["cosigned"] as? [[String: Any]])?.first
        #expect(signature?["key"] as? String == witness)
        #expect(signature?["time"] as? String == "2026-01-01T00:00:00.000Z")
        #expect(try run(["--vkey", vkey, "--cosigner", keys, "--quorum", "1"]).status == 0)
        let other = Cosigner(name: try KeyName("witness.example/w2"), seed: [UInt8](repeating: 3, count: 32))
        let stranger = try #require(other).verifierKey.text
        let missing = try run(["--vkey", vkey, "--cosigner", witness, "--cosigner", stranger])
        #expect(missing.status == 1 && missing.json["code"] as? String == "cosignatureMissing")
        #expect(try run(["--vkey", vkey, "--cosigner", witness, "--cosigner", stranger, "--quorum", "1"]).status == 0)
        for (more, status, code) in [
            (["--vkey", "nonsense"], 2, "badVerifierKey"), (["--vkey", entry], 2, "badVerifierKey"),
            (["--vkey", witness], 64, "noLogKey"), (["--vkey", vkey, "--cosigner", vkey], 64, "noCosignerKey"),
            (["--vkey", vkey, "--cosigner", witness, "--quorum", "2"], 64, "badValue"),
        ] as [([String], Int32, String)] {
            let answer = try run(more)
            let found = try status == 64 ? Complaint(answer).code : answer.json["code"] as? String
            #expect(answer.status == status && found == code, "\(more) \(answer.out) \(answer.error)")
        }
    }

    @Test func `Another key, another entry and another log do not hold`() throws {
        let entry = try log.file(SmallLog.entry(3), "entry")
        let proof = try log.file(try log.proof(3).bytes, "proof")
        let wrong = try check(proof, try log.file(SmallLog.entry(4), "other"), "--json")
        #expect(wrong.status == 1 && result(wrong) == "fails" && wrong.json["code"] as? String == "inclusionFails")
        let words = try check(proof, try log.file(SmallLog.entry(4), "other"), "--lang", "en")
        #expect(words.status == 1 && words.out.hasPrefix("It does not hold") && words.error.isEmpty)
        let other = try #require(
            NoteSigner(name: log.signer.verifierKey.name, seed: [UInt8](repeating: 9, count: 32)))
        let stranger = try #require(NoteSigner(name: try KeyName("a.b"), seed: [UInt8](repeating: 1, count: 32)))
        for (key, code) in [(other, "signatureMissing"), (stranger, "checkpointOrigin")] {
            let answer = try program.run([
                "audit", "check", proof, "--entry", entry, "--vkey", key.verifierKey.text, "--json",
            ])
            #expect(answer.status == 1 && answer.json["code"] as? String == code)
        }
    }

    @Test func `What can't be read can't be judged`() throws {
        let entry = try log.file(SmallLog.entry(3), "entry")
        let proof = try log.file(try log.proof(3).bytes, "proof")
        for (proof, entry, code) in [
            ("nowhere", entry, "noSuchFile"), (proof, "nowhere", "noSuchFile"), (entry, entry, "badProofFile"),
            (try log.file([], "empty"), entry, "badProofFile"),
        ] {
            let answer = try check(proof, entry, "--json")
            #expect(answer.status == 2 && result(answer) == "trouble" && answer.json["code"] as? String == code)
            let words = try check(proof, entry)
            #expect(words.status == 2 && words.out.isEmpty && words.error.contains("[\(code)]"))
        }
    }

    @Test func `No flipped bit passes`() throws {
        let entry = try log.file(SmallLog.entry(3), "entry")
        let bytes = try log.proof(3).bytes
        for index in stride(from: 0, to: bytes.count, by: 11) {
            var damaged = bytes
            damaged[index] ^= 1 << UInt8(index % 7)
            let answer = try check(try log.file(damaged, "damaged"), entry, "--cosigner", witness, "--json")
            #expect(answer.status == 1 || answer.status == 2, "byte \(index): \(answer.out)\(answer.error)")
        }
        let proof = try log.file(bytes, "proof")
        for index in SmallLog.entry(3).indices {
            var damaged = SmallLog.entry(3)
            damaged[index] ^= 1
            #expect(try check(proof, try log.file(damaged, "damaged")).status == 1)
        }
    }

    @Test func `A head that continues an earlier one holds, by a folder of hashes`() throws {
        let folder = try log.folder("export")
        let new = try log.file(try log.head().bytes, "new")
        for size in [0, 1, 3, 4, 6, 7] {
            let old = try log.file(try log.head(size).bytes, "old")
            let answer = try program.run([
                "audit", "consistency", old, new, "--vkey", vkey, "--log", folder, "--json",
            ])
            #expect(answer.status == 0 && result(answer) == "holds", "\(size) \(answer.out)")
            #expect(answer.json["oldSize"] as? Int == size && answer.json["signaturesChecked"] as? Bool == true)
        }
        let old = try log.file(try log.head(3).bytes, "old")
        let words = try program.run(["审计", "延续", old, new, "--log", folder, "--lang", "zh"])
        #expect(words.status == 0 && words.out.contains("成立") && words.out.contains("签名没有核对"))
        #expect(!isUnfinished(words.out))
    }

    @Test func `A head with another past does not hold, and damaged hashes say nothing`() throws {
        let run = { (old: SignedCheckpoint, new: SignedCheckpoint, folder: String) throws in
            try program.run([
                "audit", "consistency", try log.file(old.bytes, "old"), try log.file(new.bytes, "new"), "--log",
                folder, "--vkey", vkey, "--json",
            ])
        }
        let forged = try log.folder("forged", changed: 1)
        for size in [2, 3, 4, 6, 7] {
            let answer = try run(try log.head(size), try log.head(changed: 1), forged)
            #expect(answer.status == 1 && answer.json["code"] as? String == "consistencyFails", "\(size)")
        }
        let back = try run(try log.head(7), try log.head(6), try log.folder("export"))
        #expect(back.status == 1 && back.json["code"] as? String == "consistencyFails")
        let differ = try run(try log.head(3), try log.head(), forged)
        #expect(differ.status == 2 && differ.json["code"] as? String == "tilesDiffer")
        let none = try run(try log.head(3), try log.head(), log.scratch.path("nowhere"))
        #expect(none.status == 2 && none.json["code"] as? String == "tileMissing")
        let usage = try program.run([
            "audit", "consistency", log.scratch.path("old"), log.scratch.path("new"), "--json",
        ])
        #expect(usage.status == 64)
        #expect(try Complaint(usage).code == "noLogSource")
    }

    private struct Vectors: Decodable {
        struct Inclusion: Decodable {
            var index: UInt64
            var size: UInt64
            var proof: [String]
        }
        // The file's own names.
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var leaf_hash: [String]
        var inclusion: [Inclusion]
        var checkpoint7: String
    }

    @Test func `Proofs and heads of other implementations hold`() throws {
        let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = checkout.appending(path: "../shared/tlog-vectors.json").standardizedFileURL
        guard FileManager.default.fileExists(atPath: file.path) else {
            print("skipped: there is no shared/tlog-vectors.json beside the checkout")
            return
        }
        let vectors = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
        #expect(Array(vectors.checkpoint7.utf8) == (try log.head().bytes))
        for vector in vectors.inclusion where vector.size == 7 {
            let text =
                "c2sp.org/tlog-proof@v1\nindex \(vector.index)\n"
                + vector.proof.map { $0 + "\n" }.joined() + "\n" + vectors.checkpoint7
            let proof = try log.file(Array(text.utf8), "vector")
            let entry = try log.file(SmallLog.entry(Int(vector.index)), "entry")
            #expect(try check(proof, entry, "--cosigner", witness).status == 0, "\(vector.index)")
        }
        let hashes = try vectors.leaf_hash.prefix(7).flatMap { try #require(Hash(base64: $0)).bytes }
        try log.scratch.write(Data(hashes), to: "vectors/tile/0/000.p/7")
        let (old, new) = (
            try log.file(try log.head(3).bytes, "old"), try log.file(Array(vectors.checkpoint7.utf8), "new")
        )
        let answer = try program.run([
            "audit", "consistency", old, new, "--vkey", vkey, "--log", log.scratch.path("vectors"),
        ])
        #expect(answer.status == 0)
    }
}
