import Testing
import TransparencyLog

/// Proofs that are checked without the log (C2SP tlog-proof).
struct LogProofTests {
    private func proof(_ index: UInt64, size: UInt64 = 70_000, extra: [UInt8]? = nil) throws -> LogProof {
        LogProof(NodeTable.large.inclusion(index, size), in: try Trial.checkpoint(size: size), extra: extra)
    }

    private static func entry(_ index: UInt64) -> [UInt8] { NodeTable.entry(Int(index)) }

    @Test(
        arguments: [(0, 1), (0, 2), (3, 7), (0, 70_000), (65_535, 70_000), (65_536, 70_000), (69_999, 70_000)]
            as [(UInt64, UInt64)])
    func `an entry is proved with a file and two keys`(index: UInt64, size: UInt64) throws {
        for extra in [nil, [], [1, 2, 3]] as [[UInt8]?] {
            let proof = try proof(index, size: size, extra: extra)
            let read = try LogProof(proof.bytes)
            #expect(read == proof && read.bytes == proof.bytes)
            let signers = try read.verify(entry: Self.entry(index), try Trial.policy())
            #expect(signers.times == Trial.time...Trial.time)
            #expect(throws: TransparencyError(.inclusionFails, "")) {
                try read.verify(entry: Self.entry(index + 1), try Trial.policy())
            }
        }
    }

    @Test func `the file has the lines of the specification`() throws {
        let lines = String(decoding: try proof(3, size: 7, extra: [0xFF]).bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines.prefix(9).elementsEqual([
                "c2sp.org/tlog-proof@v1", "extra /w==", "index 3", "BJ19zbVrz+vTEzBMmDnxlqPUtu873AsIKY+TrIGR8Kg=",
                "LyelCCwdQq+kiKw1Cp/EOQwIT1T3Hs3/hZ6Y24QptHk=", "5CnFtcyqlSPDcpfxhGdm+QMTfoIZXFGZ5r5XEw0QBsg=", "",
                "muster.example/610113", "7",
            ]))
    }

    @Test func `a proof with any byte changed or missing is refused`() throws {
        let policy = try Trial.policy()
        let bytes = try proof(65_535).bytes
        for index in bytes.indices {
            for mask in [0x01, 0x20, 0x80] as [UInt8] {
                var changed = bytes
                changed[index] ^= mask
                #expect(throws: TransparencyError.self, "byte \(index) with \(mask)") {
                    try LogProof(changed).verify(entry: Self.entry(65_535), policy)
                }
            }
        }
        for cut in bytes.indices {
            #expect(throws: TransparencyError.self) {
                try LogProof(bytes.prefix(cut)).verify(entry: Self.entry(65_535), policy)
            }
        }
    }

    @Test(arguments: [
        "", "\n", "c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v1\n", "c2sp.org/tlog-proof@v2\nindex 0\n\n",
        "c2sp.org/tlog-proof@v1\r\nindex 0\n\n", "c2sp.org/tlog-proof@v1\nindex 0\n",
        "c2sp.org/tlog-proof@v1\nindex 00\n\n",
        "c2sp.org/tlog-proof@v1\nindex -1\n\n", "c2sp.org/tlog-proof@v1\nindex\n\n",
        "c2sp.org/tlog-proof@v1\nindex  0\n\n",
        "c2sp.org/tlog-proof@v1\nindex 0 \n\n", "c2sp.org/tlog-proof@v1\nIndex 0\n\n",
        "c2sp.org/tlog-proof@v1\nindex 9223372036854775808\n\n", "c2sp.org/tlog-proof@v1\n\nindex 0\n\n",
        "c2sp.org/tlog-proof@v1\nextra A\nindex 0\n\n", "c2sp.org/tlog-proof@v1\nextra /x==\nindex 0\n\n",
        "c2sp.org/tlog-proof@v1\nextra\nindex 0\n\n", "c2sp.org/tlog-proof@v1\nindex 0\nextra AAAA\n\n",
        "c2sp.org/tlog-proof@v1\nextra AAAA\nextra AAAA\nindex 0\n\n", "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n",
        "c2sp.org/tlog-proof@v1\nindex 0\n"
            + String(repeating: "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", count: 64) + "\n",
    ])
    func `a malformed proof is refused`(head: String) {
        #expect(throws: TransparencyError(.badProofFile, "")) { try LogProof((head + Trial.note).bytes) }
    }
}
