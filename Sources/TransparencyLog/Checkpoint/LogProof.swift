/// That an entry is in a log, to be checked without the log (C2SP tlog-proof, draft): index, path and signed checkpoint
/// in one file, beside which the entry travels.
public struct LogProof: Hashable, Sendable {
    /// The path has no more hashes than a tree of fewer than 2^63 leaves has levels.
    private static let longestPath = 63
    private static let header = Array("c2sp.org/tlog-proof@v1".utf8)
    private static let extraPrefix = Array("extra ".utf8)
    private static let indexPrefix = Array("index ".utf8)

    /// Whatever the maker adds; nothing vouches for it.
    public let extra: [UInt8]?
    /// The entry's index, from 0.
    public let index: UInt64
    /// The hashes beside the way from the leaf to the root, the leaf's sibling first.
    public let path: [Hash]
    /// The checkpoint of the tree that the entry is in.
    public let checkpoint: SignedCheckpoint

    /// A proof out of its parts; the inclusion proof must be of the checkpoint's size.
    public init(_ inclusion: InclusionProof, in checkpoint: SignedCheckpoint, extra: [UInt8]? = nil) {
        precondition(inclusion.size == checkpoint.checkpoint.size, "proof and checkpoint are of one size")
        (self.extra, self.checkpoint) = (extra, checkpoint)
        (index, path) = (inclusion.index, inclusion.path)
    }

    /// A proof out of its file's bytes; nothing is verified.
    ///
    /// - Throws: `badProofFile`, and what reading a signed checkpoint throws.
    public init(_ bytes: some Collection<UInt8>) throws(TransparencyError) {
        guard bytes.count <= SignedNote.mostBytes * 2 else {
            throw TransparencyError(.badProofFile, "it has \(bytes.count) bytes")
        }
        var rest = Array(bytes)[...]
        guard Self.line(&rest) == Self.header[...] else {
            throw TransparencyError(.badProofFile, "it does not begin with c2sp.org/tlog-proof@v1")
        }
        var line = Self.line(&rest)
        if let text = line, text.starts(with: Self.extraPrefix) {
            guard let decoded = Base64.decode(text.dropFirst(Self.extraPrefix.count)) else {
                throw TransparencyError(.badProofFile, "the extra data is not in base64")
            }
            extra = decoded
            line = Self.line(&rest)
        } else {
            extra = nil
        }
        guard let text = line, text.starts(with: Self.indexPrefix),
            let index = Decimal.parse(text.dropFirst(Self.indexPrefix.count))
        else { throw TransparencyError(.badProofFile, "the index is missing") }
        self.index = index
        path = try Self.path(&rest)
        checkpoint = try SignedCheckpoint(rest)
    }

    /// The hashes up to the empty line.
    private static func path(_ rest: inout ArraySlice<UInt8>) throws(TransparencyError) -> [Hash] {
        var path: [Hash] = []
        while let line = line(&rest) {
            if line.isEmpty { return path }
            guard path.count < longestPath, let hash = Hash(base64: line) else {
                throw TransparencyError(.badProofFile, "line \(path.count + 1) of the path is no hash")
            }
            path.append(hash)
        }
        throw TransparencyError(.badProofFile, "it ends before the checkpoint")
    }

    /// Takes a line off the beginning; nil if no line feed follows.
    private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let end = rest.firstIndex(of: 0x0A) else { return nil }
        defer { rest = rest[(end + 1)...] }
        return rest[..<end]
    }

    /// The file's bytes; for one that was read the very same. Its name ends in `.tlog-proof`.
    public var bytes: [UInt8] {
        var bytes = Self.header + [0x0A]
        if let extra { bytes += Self.extraPrefix + Array(Base64.encode(extra).utf8) + [0x0A] }
        bytes += Self.indexPrefix + Array(String(index).utf8) + [0x0A]
        for hash in path { bytes += Array(hash.base64.utf8) + [0x0A] }
        return bytes + [0x0A] + checkpoint.bytes
    }

    /// The proof of inclusion that it contains.
    public var inclusion: InclusionProof { InclusionProof(index: index, size: checkpoint.checkpoint.size, path: path) }

    /// Returns who signed, if the entry is at the index of the log that the policy means.
    ///
    /// - Throws: what verifying the checkpoint throws; `inclusionFails`.
    public func verify(entry: [UInt8], _ policy: LogPolicy) throws(TransparencyError) -> CheckpointSigners {
        let signers = try checkpoint.verify(policy)
        try inclusion.verify(leaf: .leaf(entry), root: checkpoint.checkpoint.root)
        return signers
    }
}
