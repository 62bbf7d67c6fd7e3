import EventLog
package import MusterAPI
import TransparencyLog

extension LogVerification {
    /// Verifies a log that somebody gives: a folder of an export, or a server. Texts, attached files, rows and names are
    /// no part of it.
    ///
    /// - Throws: What keeps it from being read at all; `noCheckpoint` if it has none.
    package func run(on source: any LogSource) async throws(Failure) -> VerificationReport {
        guard let newest = try await source.newestCheckpoint() else {
            throw Failure("noCheckpoint", status: .notFound)
        }
        let size = newest.checkpoint.size
        var findings = Findings()
        var notes: [KeptNote] = []
        for kept in try await source.checkpointSizes() where kept < size {
            guard let note = try await source.checkpoint(ofSize: kept) else {
                findings.add(.signature, at: kept, "the checkpoint is not there")
                continue
            }
            notes.append(KeptNote(size: kept, bytes: note.bytes))
        }
        notes.append(KeptNote(size: size, bytes: newest.bytes))
        let kept = KeptNotes(notes, keys: keys, &findings)
        var verifier = LogVerifier(
            checkpoints: (kept.checked + against.map(\.checked)).sorted { $0.size < $1.size },
            rule: IntervalRule(checkpoints: kept.times, publicationDelay: publicationDelay, skew: skew),
            findings: findings)
        try await readBundles(of: source, size, &verifier)
        verifier.finish(kept, knowing: keys)
        for tile in verifier.tiles?.partials ?? [] { try await compare(tile, with: source, &verifier) }
        var report = verifier.report
        report.checkpoints = kept.count + against.count
        report.anchored = kept.signed
        report.anchoredElsewhere = against.map(\.checkpoint.size).max() ?? 0
        return report
    }

    private func readBundles(
        of source: any LogSource, _ size: Position, _ verifier: inout LogVerifier
    ) async throws(Failure) {
        var position: Position = 0
        while let bundle = TileCoordinate.holding(.entries, number: position, atSize: size) {
            guard let bytes = try await source.tile(bundle) else {
                verifier.lose("\(bundle.path) is not there", at: position)
                position = bundle.range.upperBound
                continue
            }
            do throws(TransparencyError) {
                for entry in try EntryBundle.decode(bytes, count: bundle.width) {
                    verifier.take(entry.span, at: position, words: nil)
                    position += 1
                }
            } catch {
                verifier.lose(error.description, at: position)
                position = bundle.range.upperBound
            }
            for tile in verifier.takeFullTiles() { try await compare(tile, with: source, &verifier) }
            _ = verifier.takeNotices()
            progress(position, size)
        }
    }

    private func compare(
        _ tile: Tile, with source: any LogSource, _ verifier: inout LogVerifier
    ) async throws(Failure) {
        guard try await source.tile(tile.coordinate) != tile.bytes else { return }
        let level = tile.coordinate.level
        verifier.findings.add(.tile, at: tile.coordinate.range.lowerBound << UInt64(8 * level), tile.coordinate.path)
    }
}

extension TileCoordinate {
    /// The level of its hashes.
    fileprivate var level: Int { if case .hashes(let level) = content { level } else { 0 } }
}
