import Testing
import TransparencyLog

/// Entry bundles (C2SP tlog-tiles v0.1.0).
struct EntryBundleTests {
    private let bad = TransparencyError(.badEntryBundle, "")

    @Test func `a full bundle is what another implementation writes`() throws {
        let entries = (0..<256).map(NodeTable.entry)
        let bytes = try EntryBundle.encode(entries)
        // SHA-256 computed with Python's hashlib.
        #expect(
            hex(ReferenceTree.sha(bytes)) == "2e41f76a98595afb6b3a27a02a74792386a99b155db3579513faf3bf67057752"
        )
        #expect(try EntryBundle.decode(bytes, count: 256).map(Array.init) == entries)
    }

    @Test func `lengths have two bytes and entries up to 65,535`() throws {
        let longest = [UInt8](repeating: 7, count: 65_535)
        let bytes = try EntryBundle.encode([[], [1], longest])
        #expect(bytes.prefix(7) == [0, 0, 0, 1, 1, 0xFF, 0xFF])
        #expect(try EntryBundle.decode(bytes, count: 3).map(Array.init) == [[], [1], longest])
        #expect(throws: TransparencyError(.entryTooLarge, "")) { try EntryBundle.encode([longest + [7]]) }
    }

    @Test func `a bundle that is cut or counts otherwise is refused`() throws {
        let bytes = try EntryBundle.encode([[1, 2], [3]])
        for cut in 1..<bytes.count where cut != 4 {
            #expect(throws: bad) { try EntryBundle.decode(Array(bytes.prefix(cut)), count: 2) }
            #expect(throws: bad) { try EntryBundle.decode(Array(bytes.prefix(cut)), count: 1) }
        }
        for count in [0, 1, 3, 256] { #expect(throws: bad) { try EntryBundle.decode(bytes, count: count) } }
        #expect(throws: bad) { try EntryBundle.decode([], count: 1) }
        #expect(throws: bad) { try EntryBundle.decode(bytes + [0], count: 2) }
    }
}
