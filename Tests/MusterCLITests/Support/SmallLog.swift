import Foundation
import Testing
import TransparencyLog

/// The log of the shared vectors, made here: entries `entry-0` … `entry-6`, signed by keys whose secrets are public.
struct SmallLog {
    static let origin = "log.example/gov"
    static let size = 7

    let signer: NoteSigner
    let cosigner: Cosigner
    let scratch: Scratch

    init() throws {
        signer = try #require(
            NoteSigner(name: try KeyName(Self.origin), seed: [UInt8](repeating: 1, count: 32)))
        cosigner = try #require(
            Cosigner(name: try KeyName("witness.example/w1"), seed: [UInt8](repeating: 2, count: 32)))
        scratch = try Scratch()
    }

    static func entry(_ index: Int) -> [UInt8] { Array("entry-\(index)".utf8) }

    private static func leaves(_ size: Int, _ changed: Int?) -> [Hash] {
        (0..<size).map { Hash.leaf($0 == changed ? Array("forged".utf8) : entry($0)) }
    }

    /// The signed head of the first so many entries, of which one may be another.
    func head(_ size: Int = size, changed: Int? = nil) throws -> SignedCheckpoint {
        let root = Frontier(leaves: Self.leaves(size, changed)).root
        var head = SignedCheckpoint(
            try Checkpoint(origin: Self.origin, size: UInt64(size), root: root), signers: [signer])
        head.cosign(cosigner, time: 1_767_225_600)
        return head
    }

    /// The proof of an entry against the newest head.
    func proof(_ index: Int) throws -> LogProof {
        let leaves = Self.leaves(Self.size, nil)
        let inclusion = InclusionProof(index: UInt64(index), size: UInt64(Self.size)) { node in
            Frontier(leaves: leaves[Int(node.index) << node.level..<Int(node.index + 1) << node.level]).root
        }
        return LogProof(inclusion, in: try head())
    }

    /// Writes bytes to a file and gives its path.
    func file(_ bytes: [UInt8], _ name: String) throws -> String { try scratch.write(Data(bytes), to: name) }

    /// A folder with the hashes, of which one may be another entry's.
    func folder(_ name: String, changed: Int? = nil) throws -> String {
        let leaves = Self.leaves(Self.size, changed)
        try scratch.write(Data(leaves.flatMap(\.bytes)), to: "\(name)/tile/0/000.p/\(Self.size)")
        try scratch.write(Data(try head(changed: changed).bytes), to: "\(name)/checkpoint")
        return scratch.path(name)
    }
}
