import Testing
import TransparencyLog

/// What a verifier must not take.
struct ProofRefusalTests {
    private let table = NodeTable(count: 70)
    private let refused = TransparencyError(.inclusionFails, "")
    private let inconsistent = TransparencyError(.consistencyFails, "")

    private static func flipped(_ hash: Hash, _ byte: Int) throws -> Hash {
        var bytes = hash.bytes
        bytes[byte] ^= 1 << UInt8(byte % 8)
        return try Hash(bytes).unwrapped
    }

    /// Paths that differ from one: a byte of each hash changed, a hash left out, doubled, exchanged, put in.
    private static func mutations(of path: [Hash]) throws -> [[Hash]] {
        var found: [[Hash]] = [path + [.emptyRoot], [.emptyRoot] + path]
        for index in path.indices {
            for byte in 0..<Hash.byteCount {
                var changed = path
                changed[index] = try flipped(path[index], byte)
                found.append(changed)
            }
            var changed = path
            changed.remove(at: index)
            found.append(changed)
            changed = path
            changed.insert(path[index], at: index)
            found.append(changed)
            guard index > 0 else { continue }
            changed = path
            changed.swapAt(index, index - 1)
            found.append(changed)
        }
        return found
    }

    @Test(arguments: [1, 2, 3, 5, 8, 13, 32, 33, 70] as [UInt64])
    func `no changed path proves inclusion`(size: UInt64) throws {
        let root = table.root(size)
        for index in 0..<size where size < 40 || index % 7 == 0 || index == size - 1 {
            let proof = table.inclusion(index, size)
            let leaf = Hash.leaf(NodeTable.entry(Int(index)))
            for path in try Self.mutations(of: proof.path) {
                #expect(throws: refused) {
                    try InclusionProof(index: index, size: size, path: path).verify(leaf: leaf, root: root)
                }
            }
            for byte in 0..<Hash.byteCount {
                #expect(throws: refused) { try proof.verify(leaf: try Self.flipped(leaf, byte), root: root) }
                #expect(throws: refused) { try proof.verify(leaf: leaf, root: try Self.flipped(root, byte)) }
            }
            for other in 0..<size + 2 where other != index {
                #expect(throws: refused) {
                    try InclusionProof(index: other, size: size, path: proof.path).verify(leaf: leaf, root: root)
                }
            }
        }
    }

    @Test(arguments: [2, 3, 5, 8, 13, 33, 70] as [UInt64])
    func `no changed path proves consistency`(size: UInt64) throws {
        let root = table.root(size)
        for old in 1..<size where size < 20 || old % 7 == 0 || old & (old - 1) == 0 || old == size - 1 {
            let proof = table.consistency(old, size)
            let oldRoot = table.root(old)
            for path in try Self.mutations(of: proof.path) {
                #expect(throws: inconsistent) {
                    try ConsistencyProof(oldSize: old, newSize: size, path: path)
                        .verify(oldRoot: oldRoot, newRoot: root)
                }
            }
            for byte in 0..<Hash.byteCount {
                #expect(throws: inconsistent) {
                    try proof.verify(oldRoot: try Self.flipped(oldRoot, byte), newRoot: root)
                }
                #expect(throws: inconsistent) {
                    try proof.verify(oldRoot: oldRoot, newRoot: try Self.flipped(root, byte))
                }
            }
            #expect(throws: inconsistent) { try proof.verify(oldRoot: root, newRoot: oldRoot) }
        }
    }

    @Test func `a path of a smaller or larger tree is too short or too long for another size`() {
        for (size, other) in [(4, 8), (4, 9), (1, 2), (8, 4), (64, 65), (2, 1)] as [(UInt64, UInt64)] {
            let proof = table.inclusion(0, size)
            #expect(throws: refused) {
                try InclusionProof(index: 0, size: other, path: proof.path)
                    .verify(leaf: .leaf(NodeTable.entry(0)), root: table.root(size))
            }
        }
        for (old, new, other) in [(2, 4, 8), (3, 4, 9), (1, 2, 4), (3, 8, 4), (32, 64, 65)]
            as [(UInt64, UInt64, UInt64)]
        {
            let proof = table.consistency(old, new)
            #expect(throws: inconsistent) {
                try ConsistencyProof(oldSize: old, newSize: other, path: proof.path)
                    .verify(oldRoot: table.root(old), newRoot: table.root(new))
            }
        }
    }

    @Test func `an index outside the tree is refused even where the hashes fit`() {
        let leaf = Hash.leaf(NodeTable.entry(0))
        for (index, size) in [(0, 0), (1, 1), (2, 1), (.max, 1), (0, .max), (.max - 1, .max)] as [(UInt64, UInt64)] {
            #expect(throws: refused) {
                try InclusionProof(index: index, size: size, path: []).verify(leaf: leaf, root: leaf)
            }
        }
    }

    @Test func `from the empty tree only the empty path and its root are taken`() throws {
        let root = table.root(7)
        try ConsistencyProof(oldSize: 0, newSize: 7, path: []).verify(oldRoot: .emptyRoot, newRoot: root)
        try ConsistencyProof(oldSize: 0, newSize: 0, path: []).verify(oldRoot: .emptyRoot, newRoot: .emptyRoot)
        for (size, path, oldRoot) in [
            (7, [root], .emptyRoot), (7, [], root), (7, [], table.root(3)), (7, [root], root), (0, [], root),
        ]
            as [(UInt64, [Hash], Hash)]
        {
            #expect(throws: inconsistent) {
                try ConsistencyProof(oldSize: 0, newSize: size, path: path)
                    .verify(oldRoot: oldRoot, newRoot: size == 0 ? oldRoot : root)
            }
        }
    }

    @Test func `between trees of one size only the empty path and one root are taken`() throws {
        let (root, other) = (table.root(7), table.root(8))
        try ConsistencyProof(oldSize: 7, newSize: 7, path: []).verify(oldRoot: root, newRoot: root)
        #expect(throws: inconsistent) {
            try ConsistencyProof(oldSize: 7, newSize: 7, path: []).verify(oldRoot: root, newRoot: other)
        }
        #expect(throws: inconsistent) {
            try ConsistencyProof(oldSize: 7, newSize: 7, path: [root]).verify(oldRoot: root, newRoot: root)
        }
    }

    @Test func `no tree extends a larger one and no path may be missing`() {
        let (small, large) = (table.root(3), table.root(7))
        #expect(throws: inconsistent) {
            try ConsistencyProof(oldSize: 7, newSize: 3, path: table.consistency(3, 7).path)
                .verify(oldRoot: large, newRoot: small)
        }
        for old in UInt64(1)..<7 {
            #expect(throws: inconsistent) {
                try ConsistencyProof(oldSize: old, newSize: 7, path: [])
                    .verify(oldRoot: table.root(old), newRoot: large)
            }
        }
    }
}
