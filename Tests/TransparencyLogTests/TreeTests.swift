import Testing
import TransparencyLog

/// Hashes and the growing edge (RFC 6962 §2.1).
struct TreeTests {
    /// Roots over `entry-0` and so on, computed with Python's hashlib.
    private static let roots: [(UInt64, String)] = [
        (0, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), (1, "QHZrIDNCkCb1PVRQJnmoOXBrR0H43K86i7pfQbX/4HU="),
        (2, "LyelCCwdQq+kiKw1Cp/EOQwIT1T3Hs3/hZ6Y24QptHk="), (3, "pkvybgkSj2/i/m+LLYyAHhZrV8BHp82bK4Ceepai8cs="),
        (7, "kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF0="), (8, "38wTubDKkyxo3j1Z6qqP4mapyAkcAwDoQF6/6w0OWDI="),
        (255, "RdqfN0dI4Xo3L3HABCKxLiv5aELx9hxXQP5JTkvs/w8="), (256, "+F9OrTQIBxC00egIMBVDqquBqgTeuIWZNQ3Cak8vWN4="),
        (257, "kYsc7GTzF8duPPVcBTaEHAOe/wZ3LruIKM58F2Aotaw="), (65_535, "75cnkElE5H+sSzR8H7M/zrkX3OPTFOLCCy0Pz+EQwoE="),
        (65_536, "3yxgbRFEFvpgC/NJUVLgnjnovj0OLlUBw1KCZTmr2o4="),
        (65_537, "tjAHv2A1m9y8HR7x7SVv41nSudFaumijzuMKgy9Ax54="),
        (70_000, "pipUvjMpT/1aXExjf9dUYwtxqJLoNW46Zmpcin/9FRg="),
    ]

    @Test(arguments: roots) func `a root is what another implementation computes`(size: UInt64, root: String) {
        #expect(NodeTable.large.root(size).base64 == root)
    }

    @Test func `an edge that grows has at every size the root of the definition`() throws {
        let reference = ReferenceTree(count: 600)
        var frontier = Frontier()
        for size in 0...600 {
            #expect(frontier.size == UInt64(size))
            #expect(frontier.root == (try reference.root(size)), "size \(size)")
            #expect(frontier.subtrees.count == size.nonzeroBitCount)
            if size < 600 { frontier.append(.leaf(NodeTable.entry(size))) }
        }
    }

    @Test func `every complete node is handed over once with the hash of the definition`() throws {
        let reference = ReferenceTree(count: 300)
        var found: [NodeCoordinate: Hash] = [:]
        var frontier = Frontier()
        for index in 0..<300 {
            frontier.append(.leaf(NodeTable.entry(index))) { node, hash in
                #expect(found.updateValue(hash, forKey: node) == nil)
                #expect(node.isComplete(atSize: UInt64(index + 1)) && !node.isComplete(atSize: UInt64(index)))
            }
        }
        // Nodes of a tree of n leaves: floor(n / 2^level) on each level.
        #expect(found.count == (0..<9).reduce(0) { $0 + 300 >> $1 })
        for (node, hash) in found {
            let start = Int(node.index) << node.level
            #expect(hash.bytes == reference.mth(start, start + 1 << node.level))
        }
    }

    @Test(arguments: [0, 1, 2, 255, 256, 257, 4_095, 65_536, 69_999] as [UInt64])
    func `an edge that was kept goes on as if it had never been put away`(size: UInt64) throws {
        let table = NodeTable.large
        let whole = Frontier(size: size, node: table.hash)
        var kept = try #require(Frontier(size: size, subtrees: whole.subtrees))
        #expect(kept == whole)
        for index in Int(size)..<min(Int(size) + 300, 70_000) { kept.append(.leaf(NodeTable.entry(index))) }
        #expect(kept.root == table.root(kept.size))
        #expect(Frontier(size: size, subtrees: whole.subtrees + [.emptyRoot]) == nil)
    }

    @Test func `whole subtrees can be appended instead of their leaves`() {
        let table = NodeTable.large
        var frontier = Frontier()
        frontier.append(table.hash(NodeCoordinate(level: 16, index: 0)), level: 16)
        for index in UInt64(0)..<17 {
            frontier.append(table.hash(NodeCoordinate(level: 8, index: 256 + index)), level: 8)
        }
        for index in frontier.size..<70_000 { frontier.append(table.hash(NodeCoordinate(level: 0, index: index))) }
        #expect(frontier == table.frontier)
    }

    @Test func `a stream of leaf hashes gives the same edge`() {
        let leaves = (0..<777).lazy.map { Hash.leaf(NodeTable.entry($0)) }
        #expect(Frontier(leaves: leaves).root == NodeTable.large.root(777))
    }

    @Test func `a hash takes 32 bytes and keeps their order`() throws {
        let bytes = (0..<32).map { UInt8($0 * 7 + 1) }
        let hash = try #require(Hash(bytes))
        #expect(hash.bytes == bytes)
        #expect(MemoryLayout<Hash>.size == 32 && MemoryLayout<Hash>.stride == 32)
        #expect(Hash(base64: hash.base64) == hash)
        #expect(Hash(bytes.dropLast()) == nil && Hash(bytes + [0]) == nil)
        let framed = [9, 9, 9] + bytes
        #expect(unsafe Hash(in: framed.span.bytes, at: 3) == hash)
        var tile: [UInt8] = [1]
        tile.append(hash)
        #expect(tile == [1] + bytes)
    }

    @Test(arguments: [0, 1, 54, 55, 56, 63, 64, 65, 127, 65_535])
    func `a leaf is hashed with a zero byte in front whatever its length`(length: Int) {
        let entry = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 31) }
        #expect(Hash.leaf(entry).bytes == ReferenceTree.sha([0x00] + entry))
        #expect(Hash.leaf(entry[...]) == Hash.leaf(entry))
    }
}
