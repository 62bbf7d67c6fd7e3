import Testing
import TransparencyLog

/// Signed notes (C2SP signed-note v1.0.0) and timestamped cosignatures (C2SP tlog-cosignature v1.0.1).
struct NoteTests {
    private func keys() throws -> [VerifierKey] {
        [try VerifierKey(parsing: Trial.logKey), try VerifierKey(parsing: Trial.witnessKey)]
    }

    /// The vector of signed-note v1.0.0.
    @Test func `the specification's own note verifies`() throws {
        let text = "This is an example message.\n"
        let line =
            "— example.com/foo "
            + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM="
        let key = try VerifierKey(parsing: "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
        let note = try SignedNote((text + "\n" + line + "\n").bytes)
        #expect(note.text.description == text)
        #expect(try note.verified(by: [key]).map(\.key) == [key])
    }

    @Test func `a note of another implementation is read, verified, and made the same`() throws {
        let note = try SignedNote(Trial.note.bytes)
        let found = try note.verified(by: try keys())
        #expect(found.map(\.key.text) == [Trial.logKey, Trial.witnessKey])
        #expect(found.map(\.time) == [nil, Trial.time])
        #expect(note.bytes == Trial.note.bytes)

        let text = try NoteText(Trial.text.bytes)
        #expect(try Trial.signer().sign(text).line == Trial.logLine)
        let cosignature = try Trial.cosigner().cosign(Checkpoint(text), time: Trial.time)
        #expect(cosignature.line == Trial.witnessLine)
    }

    @Test func `a note with every byte changed in turn is refused`() throws {
        let policy = try Trial.policy()
        for index in Trial.note.bytes.indices {
            for mask in [0x01, 0x20, 0x80] as [UInt8] {
                var bytes = Trial.note.bytes
                bytes[index] ^= mask
                #expect(throws: TransparencyError.self, "byte \(index) with \(mask)") {
                    try SignedCheckpoint(bytes).verify(policy)
                }
            }
        }
        for cut in 0..<Trial.note.bytes.count {
            #expect(throws: TransparencyError.self, "cut at \(cut)") {
                try SignedCheckpoint(Trial.note.bytes.prefix(cut)).verify(policy)
            }
        }
    }

    @Test func `unknown keys are passed over, also such as share a name or an id`() throws {
        let log = try VerifierKey(parsing: Trial.logKey)
        let sameName = "— \(Trial.origin) AAAAAAAA"
        let sameID = "— other.example dDN2wgAA"
        let note = try SignedNote("\(Trial.text)\n\(sameName)\n\(sameID)\n\(Trial.logLine)\n".bytes)
        #expect(note.signatures.count == 3)
        #expect(try note.verified(by: [log]).count == 1)
        #expect(throws: TransparencyError(.signatureMissing, "")) {
            try SignedNote("\(Trial.text)\n\(sameName)\n\(sameID)\n".bytes).verified(by: [log])
        }
        #expect(throws: TransparencyError(.signatureMissing, "")) { try note.verified(by: []) }
    }

    @Test func `a known key's bad signature spoils the note even beside a good one`() throws {
        let bad = "— \(Trial.origin) dDN2wgAA"
        for lines in ["\(bad)\n\(Trial.logLine)\n", "\(Trial.logLine)\n\(bad)\n"] {
            let note = try SignedNote("\(Trial.text)\n\(lines)".bytes)
            #expect(throws: TransparencyError(.signatureInvalid, "")) { try note.verified(by: try keys()) }
        }
    }

    @Test func `a signature of one text does not count under another`() throws {
        let other = Trial.text.replacing("70000", with: "70001")
        let note = try SignedNote("\(other)\n\(Trial.logLine)\n".bytes)
        #expect(throws: TransparencyError(.signatureInvalid, "")) { try note.verified(by: try keys()) }
    }

    @Test func `a text may have empty lines, and the last one divides`() throws {
        let text = "一行\n\n— 不是签名 AAAA\n\n"
        let signature = try Trial.signer().sign(NoteText(text.bytes))
        let note = SignedNote(try NoteText(text.bytes), signatures: [signature])
        let read = try SignedNote(note.bytes)
        #expect(read == note && read.text.description == text)
        #expect(try read.verified(by: try keys()).count == 1)
    }

    @Test func `sixteen signatures and a hundred are read, no more`() throws {
        let line = "— \(Trial.origin) AAAAAAAA\n"
        for count in [16, 100] {
            let note = Trial.text + "\n" + String(repeating: line, count: count)
            #expect(try SignedNote(note.bytes).signatures.count == count)
        }
        #expect(throws: TransparencyError(.noteTooManySignatures, "")) {
            try SignedNote((Trial.text + "\n" + String(repeating: line, count: 101)).bytes)
        }
        #expect(throws: TransparencyError(.noteTooLarge, "")) {
            try SignedNote([UInt8](repeating: UInt8(ascii: "a"), count: SignedNote.mostBytes + 1))
        }
    }

    /// What is malformed, beside the reason.
    static let malformed: [(String, TransparencyError.Code)] = [
        ("", .noteIncomplete), ("\n", .noteIncomplete), ("\n\n", .noteIncomplete), ("text\n", .noteIncomplete),
        ("text\n\n", .noteIncomplete), ("text\n— a AAAAAAAA\n", .noteIncomplete),
        ("text\n\n— a AAAAAAAA", .noteIncomplete), ("\n— a AAAAAAAA\n", .noteIncomplete),
        ("text\n\n— a AAAAAAAA\n\n", .noteIncomplete), ("text\r\n\n— a AAAAAAAA\n", .noteControlCharacter),
        ("te\txt\n\n— a AAAAAAAA\n", .noteControlCharacter), ("te\0xt\n\n— a AAAAAAAA\n", .noteControlCharacter),
        ("text\n\n— a AAAAAAAA\r\n", .noteControlCharacter), ("text\n\n- a AAAAAAAA\n", .noteSignatureLine),
        ("text\n\n– a AAAAAAAA\n", .noteSignatureLine), ("text\n\n—a AAAAAAAA\n", .noteSignatureLine),
        ("text\n\n—  a AAAAAAAA\n", .noteSignatureLine), ("text\n\n— a  AAAAAAAA\n", .noteSignatureLine),
        ("text\n\n— a AAAAAAAA \n", .noteSignatureLine), ("text\n\n— AAAAAAAA\n", .noteSignatureLine),
        ("text\n\n—  AAAAAAAA\n", .noteSignatureLine), ("text\n\n— a+b AAAAAAAA\n", .noteSignatureLine),
        ("text\n\n— a\u{3000}b AAAAAAAA\n", .noteSignatureLine), ("text\n\n— a \n", .noteSignatureLine),
        // Four bytes are an id and no signature.
        ("text\n\n— a AAAAAA==\n", .noteSignatureLine), ("text\n\n— a AAAAAAAB=\n", .noteSignatureLine),
        ("text\n\n— a AAAAAAA\n", .noteSignatureLine), ("text\n\n— a AAAAAAB=\n", .noteSignatureLine),
        ("text\n\n— a AAAA_AAA\n", .noteSignatureLine), ("text\n\n— a AAAA=AAA\n", .noteSignatureLine),
        ("text\n\n— a ====\n", .noteSignatureLine), ("text\n\n— a AAAAAAAA\nmore\n", .noteSignatureLine),
    ]

    @Test(arguments: malformed) func `a malformed note is refused`(note: String, code: TransparencyError.Code) {
        #expect(throws: TransparencyError(code, "")) { try SignedNote(note.bytes) }
    }

    @Test func `what is not UTF-8 is no note`() {
        for bytes in [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]] as [[UInt8]] {
            #expect(throws: TransparencyError(.noteNotUTF8, "")) {
                try SignedNote("text".bytes + bytes + "\n\n— a AAAAAAAA\n".bytes)
            }
            #expect(throws: TransparencyError(.noteNotUTF8, "")) { try NoteText(bytes + [0x0A]) }
        }
    }

    @Test func `a cosignature's time is signed and below two to the 63rd`() throws {
        let text = try NoteText(Trial.text.bytes)
        let witness = try VerifierKey(parsing: Trial.witnessKey)
        let checkpoint = try Checkpoint(text)
        for time in [0, 1, Trial.time, UInt64(Int64.max)] {
            let signature = try Trial.cosigner().cosign(checkpoint, time: time)
            #expect(try SignedNote(text, signatures: [signature]).verified(by: [witness]).map(\.time) == [time])
        }
        // The same line with another time, and with a bit that no time has.
        var bytes = try SignedNote(text, signatures: [NoteSignature(line: Trial.witnessLine.bytes)]).bytes
        let changed = try #require(String(validating: bytes, as: UTF8.self)).replacing("lbzsvQAA", with: "lbzsvYAA")
        bytes = changed.bytes
        let note = try SignedNote(bytes)
        #expect(throws: TransparencyError(.signatureInvalid, "")) { try note.verified(by: [witness]) }
    }

    @Test func `error codes are stable`() {
        #expect(TransparencyError.Code.signatureInvalid.rawValue == "signatureInvalid")
        #expect(TransparencyError.Code.allCases.count == 23)
        #expect(TransparencyError(.badTile, "a") == TransparencyError(.badTile, "b"))
        #expect(TransparencyError(.badTile, "a") != TransparencyError(.badTilePath, "a"))
    }
}
