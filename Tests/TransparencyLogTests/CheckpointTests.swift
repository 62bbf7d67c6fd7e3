import Testing
import TransparencyLog

/// Checkpoints (C2SP tlog-checkpoint v1.0.0) and whom a verifier believes.
struct CheckpointTests {
    private static let root = "kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF0="

    @Test func `a checkpoint is read and written`() throws {
        let root = try #require(Hash(base64: Self.root))
        let checkpoint = try Checkpoint(origin: "log.example/gov", size: 7, root: root)
        #expect(checkpoint.text.description == "log.example/gov\n7\n\(Self.root)\n")
        #expect(try Checkpoint(checkpoint.text) == checkpoint)
        let extended = try Checkpoint(origin: "安亭 log+1", size: 7, root: root, extensions: ["a", "b c"])
        let read = try Checkpoint(extended.text)
        #expect(read.origin == "安亭 log+1" && read.extensions == ["a", "b c"] && read.root == root && read.size == 7)
        let empty = try Checkpoint(origin: "o", size: 0, root: .emptyRoot)
        #expect(try Checkpoint(empty.text).size == 0)
    }

    @Test(
        arguments: [
            ("o\n7\n", .checkpointIncomplete), ("o\n", .checkpointIncomplete), ("\n", .checkpointIncomplete),
            ("\n7\n\(root)\n", .checkpointIncomplete), ("o\n\n\(root)\n", .checkpointIncomplete),
            ("o\n7\n\n", .checkpointIncomplete), ("o\n7\n\(root)\n\n", .checkpointIncomplete),
            ("o\n7\n\(root)\n\nx\n", .checkpointIncomplete), ("o\n07\n\(root)\n", .checkpointSize),
            ("o\n00\n\(root)\n", .checkpointSize), ("o\n+7\n\(root)\n", .checkpointSize),
            ("o\n-7\n\(root)\n", .checkpointSize),
            ("o\n 7\n\(root)\n", .checkpointSize), ("o\n7 \n\(root)\n", .checkpointSize),
            ("o\n0x7\n\(root)\n", .checkpointSize),
            ("o\n7.0\n\(root)\n", .checkpointSize), ("o\n７\n\(root)\n", .checkpointSize),
            ("o\n9223372036854775808\n\(root)\n", .checkpointSize),
            ("o\n99999999999999999999\n\(root)\n", .checkpointSize),
            ("o\n7\n\(root) \n", .checkpointRoot), ("o\n7\n\(root.dropLast())\n", .checkpointRoot),
            // The last digit's spare bits are not zero.
            ("o\n7\nkTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF1=\n", .checkpointRoot),
            ("o\n7\nkTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc_NpDnMWF0=\n", .checkpointRoot),
            ("o\n7\nAAAA\n", .checkpointRoot),
            ("o\n7\nkTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWA==\n", .checkpointRoot),
            ("o\n0\n\(root)\n", .checkpointRoot),
        ] as [(String, TransparencyError.Code)])
    func `a malformed checkpoint is refused`(text: String, code: TransparencyError.Code) {
        #expect(throws: TransparencyError(code, "")) { try Checkpoint(NoteText(text.bytes)) }
    }

    @Test func `no checkpoint can be made that could not be read`() throws {
        let root = try #require(Hash(base64: Self.root))
        #expect(throws: TransparencyError(.checkpointIncomplete, "")) {
            try Checkpoint(origin: "", size: 7, root: root)
        }
        #expect(throws: TransparencyError.self) { try Checkpoint(origin: "a\n7", size: 7, root: root) }
        #expect(throws: TransparencyError(.noteControlCharacter, "")) {
            try Checkpoint(origin: "a\t", size: 7, root: root)
        }
        #expect(throws: TransparencyError(.checkpointSize, "")) {
            try Checkpoint(origin: "a", size: 1 << 63, root: root)
        }
        #expect(throws: TransparencyError(.checkpointRoot, "")) { try Checkpoint(origin: "a", size: 0, root: root) }
        for extensions in [[""], ["a\nb"], ["a\n"]] {
            #expect(throws: TransparencyError(.checkpointIncomplete, "")) {
                try Checkpoint(origin: "a", size: 7, root: root, extensions: extensions)
            }
        }
        // An origin of several lines that happens to look like a whole checkpoint.
        #expect(throws: TransparencyError(.checkpointIncomplete, "")) {
            try Checkpoint(origin: "a\n7\n\(Self.root)", size: 7, root: root)
        }
    }

    @Test func `a verifier learns who signed and when`() throws {
        let signers = try SignedCheckpoint(Trial.note.bytes).verify(try Trial.policy())
        #expect(signers.log.map(\.key.text) == [Trial.logKey])
        #expect(signers.cosigners.map(\.key.text) == [Trial.witnessKey])
        #expect(signers.times == Trial.time...Trial.time)
        #expect(try Trial.checkpoint(size: 70_000).bytes == Trial.note.bytes)
    }

    @Test func `another log, a missing key and a missing quorum are refused`() throws {
        let signed = try SignedCheckpoint(Trial.note.bytes)
        var policy = try Trial.policy()
        policy.origin = "muster.example/610104"
        #expect(throws: TransparencyError(.checkpointOrigin, "")) { try signed.verify(policy) }
        policy = try Trial.policy()
        policy.logKeys = []
        #expect(throws: TransparencyError(.signatureMissing, "")) { try signed.verify(policy) }
        policy = try Trial.policy()
        policy.quorum = 2
        #expect(throws: TransparencyError(.cosignatureMissing, "")) { try signed.verify(policy) }
        let witness = try VerifierKey(parsing: Trial.witnessKey)
        #expect(throws: TransparencyError.self, "a witness is no log") {
            try signed.verify(LogPolicy(origin: Trial.origin, logKeys: [], cosigners: [witness]))
        }
        let log = try VerifierKey(parsing: Trial.logKey)
        #expect(try signed.verify(LogPolicy(logKey: log)).times == nil)
    }

    @Test func `one key under two names is one witness`() throws {
        let seed = [UInt8](repeating: 9, count: 32)
        let one = try #require(Cosigner(name: KeyName("w1"), seed: seed))
        let other = try #require(Cosigner(name: KeyName("w2"), seed: seed))
        var signed = try Trial.checkpoint(size: 7)
        signed.cosign(one, time: 1)
        signed.cosign(other, time: 2)
        signed.cosign(one, time: 3)
        var policy = try Trial.policy()
        policy.cosigners = [one.verifierKey, other.verifierKey]
        #expect(try signed.verify(policy).times == 1...3)
        policy.quorum = 2
        #expect(throws: TransparencyError(.cosignatureMissing, "")) { try signed.verify(policy) }
    }

    @Test func `after a rotation a head is signed by both keys and either suffices`() throws {
        let seed = [UInt8](repeating: 5, count: 32)
        let new = try #require(NoteSigner(name: KeyName(Trial.origin), seed: seed))
        let old = try Trial.signer()
        let checkpoint = try Checkpoint(origin: Trial.origin, size: 7, root: NodeTable.large.root(7))
        let signed = SignedCheckpoint(checkpoint, signers: [old, new])
        for keys in [[old.verifierKey], [new.verifierKey], [new.verifierKey, old.verifierKey]] {
            let signers = try signed.verify(LogPolicy(origin: Trial.origin, logKeys: keys))
            #expect(signers.log.count == keys.count)
        }
    }
}
