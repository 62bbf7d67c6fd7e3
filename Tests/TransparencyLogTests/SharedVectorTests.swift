import Foundation
import Testing
import TransparencyLog

/// Vectors of other implementations, if they lie beside the checkout.
struct SharedVectorTests {
    private struct Vectors: Decodable {
        struct Inclusion: Decodable {
            var index: UInt64
            var size: UInt64
            var proof: [String]
        }
        struct Consistency: Decodable {
            var old: UInt64
            var new: UInt64
            var proof: [String]
        }
        struct Keys: Decodable {
            struct Key: Decodable {
                var vkey: String
            }
            var log: Key
            var witness: Key
        }
        // The file's own names.
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var leaf_hash: [String]
        var root: [String: String]
        var inclusion: [Inclusion]
        var consistency: [Consistency]
        var keys: Keys
        var checkpoint7: String
    }

    @Test func `hashes, proofs and the signed head are those of other implementations`() throws {
        let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = checkout.appending(path: "../shared/tlog-vectors.json").standardizedFileURL
        guard FileManager.default.fileExists(atPath: file.path) else {
            print("skipped: there is no shared/tlog-vectors.json beside the checkout")
            return
        }
        let vectors = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
        let table = NodeTable.large
        try #require(vectors.leaf_hash.count == 8 && vectors.root.count == 9)
        try #require(vectors.inclusion.count == 36 && vectors.consistency.count == 36)
        for (index, leaf) in vectors.leaf_hash.enumerated() {
            #expect(Hash.leaf(NodeTable.entry(index)).base64 == leaf)
        }
        for (size, root) in vectors.root { #expect(table.root(try UInt64(size).unwrapped).base64 == root) }
        for vector in vectors.inclusion {
            #expect(table.inclusion(vector.index, vector.size).path.map(\.base64) == vector.proof)
        }
        for vector in vectors.consistency {
            #expect(table.consistency(vector.old, vector.new).path.map(\.base64) == vector.proof)
        }
        let (log, witness) = (
            try VerifierKey(parsing: vectors.keys.log.vkey), try VerifierKey(parsing: vectors.keys.witness.vkey)
        )
        let signed = try SignedCheckpoint(vectors.checkpoint7.bytes)
        let policy = LogPolicy(origin: "log.example/gov", logKeys: [log], cosigners: [witness], quorum: 1)
        #expect(try signed.verify(policy).times == 1_767_225_600...1_767_225_600)
        #expect(signed.checkpoint.root == table.root(7))
    }
}
