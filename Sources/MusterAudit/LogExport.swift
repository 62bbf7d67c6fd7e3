public import EventLog
public import TransparencyLog

/// Writes a log as the files of C2SP tlog-tiles v0.1.0: `checkpoint`, tiles, bundles of entries; besides them every kept
/// checkpoint under `checkpoints/<size>` and the verifier keys in `vkey`.
///
/// Files that never change and are there already are left alone, so an export that is repeated writes what is new. The
/// checkpoint comes last: at every moment the folder holds all that its checkpoint speaks of.
public struct LogExport: Sendable {
    /// A file that could not be written.
    public struct Fault: Error, Sendable {
        /// Which one.
        public var path: String
        /// Why.
        public var detail: String

        /// A fault.
        public init(path: String, detail: String) { (self.path, self.detail) = (path, detail) }
    }

    /// What kept an export from its end.
    public enum Failure: Error, Sendable {
        /// The log could not be read.
        case store(EventStoreError)
        /// A file could not be written.
        case file(Fault)
    }

    /// What an export has done.
    public struct Summary: Sendable {
        /// Files written.
        public var written = 0
        /// Files that were there.
        public var kept = 0
    }

    /// The keys by which the checkpoints are verified.
    public var keys: [VerifierKey]
    /// Writes a file by its path inside the folder; it appears whole.
    public var write: @Sendable (String, [UInt8]) throws(Fault) -> Void
    /// Whether a file is there.
    public var has: @Sendable (String) -> Bool
    /// Told how many of how many files are done.
    public var progress: @Sendable (Int, Int) -> Void

    /// An export.
    public init(
        keys: [VerifierKey], write: @escaping @Sendable (String, [UInt8]) throws(Fault) -> Void,
        has: @escaping @Sendable (String) -> Bool, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) {
        (self.keys, self.write, self.has, self.progress) = (keys, write, has, progress)
    }

    /// Writes the log up to the size of a checkpoint.
    public func run(
        of log: any EventStore, at checkpoint: SignedCheckpoint
    ) async throws(Failure) -> Summary {
        var summary = Summary()
        let tiles = TileCoordinate.all(atSize: checkpoint.checkpoint.size)
        for (index, coordinate) in tiles.enumerated() {
            if has(coordinate.path) {
                summary.kept += 1
            } else {
                try put(coordinate.path, try await content(of: coordinate, log), &summary)
            }
            progress(index + 1, tiles.count)
        }
        try await putCheckpoints(of: log, upTo: checkpoint.checkpoint.size, &summary)
        try put("vkey", Self.text(of: keys), &summary)
        try put("checkpoint", checkpoint.bytes, &summary)
        return summary
    }

    private func content(of coordinate: TileCoordinate, _ log: any EventStore) async throws(Failure) -> [UInt8] {
        let bytes: [UInt8]?
        do {
            if case .entries = coordinate.content {
                bytes = try await log.entryBundle(coordinate)
            } else {
                bytes = try await log.tile(coordinate)?.bytes
            }
        } catch { throw .store(error) }
        guard let bytes else {
            throw .store(.damaged(position: coordinate.range.lowerBound, what: "the log ends before its checkpoint"))
        }
        return bytes
    }

    private func putCheckpoints(
        of log: any EventStore, upTo size: Position, _ summary: inout Summary
    ) async throws(Failure) {
        try await log.eachCheckpoint(upTo: size) { kept throws(Failure) in
            let path = "checkpoints/\(kept.checkpoint.size)"
            if has(path) { summary.kept += 1 } else { try put(path, kept.bytes, &summary) }
        }
    }

    private func put(_ path: String, _ bytes: [UInt8], _ summary: inout Summary) throws(Failure) {
        do { try write(path, bytes) } catch { throw .file(error) }
        summary.written += 1
    }

    /// Verifier keys as a file has them, one a line.
    static func text(of keys: [VerifierKey]) -> [UInt8] { Array(keys.map { $0.text + "\n" }.joined().utf8) }
}

extension EventStore {
    /// Calls `body` with every kept checkpoint up to a size, the smallest first.
    func eachCheckpoint(
        upTo size: Position, _ body: (SignedCheckpoint) throws(LogExport.Failure) -> Void
    ) async throws(LogExport.Failure) {
        var from: Position = 0
        while true {
            let page: [SignedCheckpoint]
            do { page = try await checkpoints(from: from, limit: 100) } catch { throw .store(error) }
            for kept in page where kept.checkpoint.size <= size { try body(kept) }
            guard let last = page.last, last.checkpoint.size < size else { return }
            from = last.checkpoint.size + 1
        }
    }
}
