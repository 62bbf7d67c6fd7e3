package import MusterAPI
package import TransparencyLog

/// Where somebody who does not hold the ledger has its log from: what a server gives under `/log/<district>/`
/// (C2SP tlog-tiles v0.1.0), or a folder with the same files.
///
/// Nothing that a source says is believed: signatures are verified, and whatever is made of tiles is a proof that is
/// verified against a signed root.
package protocol LogSource: Sendable {
    /// The newest signed head; nil if there is no log, or none was signed yet.
    func newestCheckpoint() async throws(Failure) -> SignedCheckpoint?
    /// The signed head of a size; nil if none of that size was kept.
    func checkpoint(ofSize size: UInt64) async throws(Failure) -> SignedCheckpoint?
    /// The sizes of all signed heads that were kept, ascending.
    func checkpointSizes() async throws(Failure) -> [UInt64]
    /// The bytes of a tile of hashes or of a bundle of entries, of just that width; nil if they are not there.
    func tile(_ coordinate: TileCoordinate) async throws(Failure) -> [UInt8]?
    /// The keys that the source says verify the heads; none if it names none.
    func verifierKeys() async throws(Failure) -> [VerifierKey]
}

/// The paths of a log's files below its prefix, alike in folders and under HTTP. Tiles have theirs by
/// `TileCoordinate.path`.
package enum LogPath {
    /// The newest signed head.
    package static let checkpoint = "checkpoint"
    /// The verifier keys, one a line: the log's own first.
    package static let verifierKeys = "vkey"
    /// The signed heads that were kept: in a folder a folder of them, under HTTP their sizes page by page.
    package static let checkpoints = "checkpoints"
    /// The signed head of a size.
    package static func checkpoint(ofSize size: UInt64) -> String { "\(checkpoints)/\(size)" }
}

/// What the files of a log say.
enum LogFile {
    static func checkpoint(_ bytes: [UInt8]) throws(Failure) -> SignedCheckpoint {
        do { return try SignedCheckpoint(bytes) } catch { throw Failure(error) }
    }

    static func verifierKeys(_ bytes: [UInt8]) throws(Failure) -> [VerifierKey] {
        var keys: [VerifierKey] = []
        do throws(TransparencyError) {
            for line in bytes.split(separator: UInt8(ascii: "\n")) {
                keys.append(try VerifierKey(parsing: String(decoding: line, as: UTF8.self)))
            }
        } catch { throw Failure(error) }
        return keys
    }
}
