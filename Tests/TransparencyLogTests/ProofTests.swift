import Testing
import TransparencyLog

/// Proofs against the recursive definitions, at every small size and around the powers that matter.
struct ProofTests {
    private let reference = ReferenceTree(count: 300)
    private let table = NodeTable(count: 300)

    private func isSound(_ proof: InclusionProof) throws -> Bool {
        let (index, size) = (Int(proof.index), Int(proof.size))
        try proof.verify(leaf: try Hash(reference.leaves[index]).unwrapped, root: try reference.root(size))
        return proof.path.map(\.bytes) == reference.path(index, 0, size)
    }

    private func isSound(_ proof: ConsistencyProof) throws -> Bool {
        let (old, new) = (Int(proof.oldSize), Int(proof.newSize))
        try proof.verify(oldRoot: try reference.root(old), newRoot: try reference.root(new))
        return proof.path.map(\.bytes) == (old == 0 ? [] : reference.proof(old, 0, new))
    }

    @Test(arguments: [UInt64(20_261_121)])
    func `a proof of inclusion is that of the definition and verifies`(seed: UInt64) throws {
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for size in UInt64(1)...300 {
            let few = (0..<8).map { _ in UInt64.random(in: 0..<size, using: &random) } + [0, size / 2, size - 1]
            for index in size <= 70 ? Array(0..<size) : few {
                #expect(try isSound(table.inclusion(index, size)), "\(index) in \(size)")
            }
        }
    }

    @Test(arguments: [UInt64(610_113)])
    func `a proof of consistency is that of the definition and verifies`(seed: UInt64) throws {
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for size in UInt64(0)...300 {
            let few = (0..<8).map { _ in UInt64.random(in: 0...size, using: &random) } + [0, size / 2, size]
            for old in size <= 70 ? Array(0...size) : few {
                #expect(try isSound(table.consistency(old, size)), "\(old) to \(size)")
            }
        }
    }

    private static let edges: [UInt64] = [
        1, 2, 3, 255, 256, 257, 511, 512, 513, 4_096, 32_767, 32_768, 65_280, 65_535, 65_536, 65_537, 65_792, 69_999,
        70_000,
    ]

    @Test(arguments: edges) func `proofs hold around powers of two and of 256`(size: UInt64) throws {
        let table = NodeTable.large
        let root = table.root(size)
        for index in Self.edges.map({ $0 - 1 }) + [size / 2, size / 3] where index < size {
            try table.inclusion(index, size).verify(leaf: .leaf(NodeTable.entry(Int(index))), root: root)
        }
        for old in Self.edges where old <= size {
            try table.consistency(old, size).verify(oldRoot: table.root(old), newRoot: root)
        }
    }

    @Test func `many proofs together are those that another implementation makes`() {
        let table = NodeTable.large
        let inclusions = (UInt64(1)...64).flatMap { size in (0..<size).map { table.inclusion($0, size).path } }
        #expect(sha(inclusions) == "5543e0343db39cfef1114d4e171ca7e7075a554469909241d470f9861ec2436f")
        let consistencies = (UInt64(1)...64).flatMap { size in (1...size).map { table.consistency($0, size).path } }
        #expect(sha(consistencies) == "d207dd0dbb2d15f1c9d298224c54319e5b42be99d144fb97f6e9f9357cd0d223")
    }

    /// Length and SHA-256 of single paths, computed with Python's hashlib.
    @Test func `single long proofs are those that another implementation makes`() {
        let table = NodeTable.large
        for (index, count, digest) in [
            (65_535, 17, "837f0f8bb750d7c17a3da579dca77ca44ac690bac51dca67408f8bfa71f30acc"),
            (69_999, 9, "0823665d2bcb6ecc221f7bfddd47524152576fb5f5ec0acba4179221171e1d61"),
        ] as [(UInt64, Int, String)] {
            let path = table.inclusion(index, 70_000).path
            #expect(path.count == count && sha([path]) == digest)
        }
        for (old, new, count, digest) in [
            (65_537, 70_000, 15, "ac838cd4b7b2089b5cbf18cbec0823c502bfaf59b614183281da0ec8617a48eb"),
            (255, 65_536, 17, "5523e7347455816d4c2cbd836b0b78ad333771be14cd23d324d2946b1e729150"),
        ] as [(UInt64, UInt64, Int, String)] {
            let path = table.consistency(old, new).path
            #expect(path.count == count && sha([path]) == digest)
        }
    }

    private func sha(_ paths: [[Hash]]) -> String { hex(ReferenceTree.sha(paths.flatMap { $0.flatMap(\.bytes) })) }
}
