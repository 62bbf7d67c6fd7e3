import Foundation
package import MusterAPI
package import TransparencyLog

/// A log that was written to a folder.
package struct FolderLog: LogSource {
    /// The folder.
    package let path: String

    /// A folder by its path; nothing is read yet.
    package init(path: String) { self.path = path }

    package func newestCheckpoint() async throws(Failure) -> SignedCheckpoint? {
        guard let bytes = try file(LogPath.checkpoint) else { return nil }
        return try LogFile.checkpoint(bytes)
    }

    package func checkpoint(ofSize size: UInt64) async throws(Failure) -> SignedCheckpoint? {
        guard let bytes = try file(LogPath.checkpoint(ofSize: size)) else { return nil }
        return try LogFile.checkpoint(bytes)
    }

    package func checkpointSizes() async throws(Failure) -> [UInt64] {
        let folder = path + "/" + LogPath.checkpoints
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
            throw Failure("fileUnreadable", ["path": folder, "detail": error.localizedDescription])
        }
        // Whatever else lies there is no part of the log.
        return names.compactMap { name in UInt64(name).flatMap { "\($0)" == name ? $0 : nil } }.sorted()
    }

    package func tile(_ coordinate: TileCoordinate) async throws(Failure) -> [UInt8]? { try file(coordinate.path) }

    package func verifierKeys() async throws(Failure) -> [VerifierKey] {
        guard let bytes = try file(LogPath.verifierKeys) else { return [] }
        return try LogFile.verifierKeys(bytes)
    }

    /// The bytes of a file; nil if there is none.
    private func file(_ name: String) throws(Failure) -> [UInt8]? { try Disk.bytes(of: path + "/" + name) }
}
