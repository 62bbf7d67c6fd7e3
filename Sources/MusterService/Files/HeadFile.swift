import Foundation
import Glibc
package import MusterEngine
package import TransparencyLog

/// The last signed head of a ledger, in a file beside it.
package struct HeadFile: HeadKeeper {
    private let path: String

    /// - Parameter path: Where it lies; one that is relative, from where the process is now.
    package init(path: String) { self.path = URL(fileURLWithPath: path).path }

    package func read() throws(HeadError) -> SignedCheckpoint? { try Self.read(path) }

    package func readFormer() throws(HeadError) -> SignedCheckpoint? { try Self.read(former) }

    /// Where the last head of the epoch before is kept.
    private var former: String { path + ".former" }

    /// Makes the head that is kept that of the epoch before; nothing is kept then. Nothing happens if nothing is.
    package func retire() throws(HeadError) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        guard unsafe rename(path, former) == 0 else { throw Self.failure(path) }
        try Self.synchronizeFolder(of: path)
    }

    private static func read(_ path: String) throws(HeadError) -> SignedCheckpoint? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let bytes: Data
        do { bytes = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
            throw .unreadable("\(path): \(error.fileReason)")
        }
        do { return try SignedCheckpoint(bytes) } catch { throw .unreadable("\(path): \(error.what)") }
    }

    /// The bytes first, then the name in place of the old one's, then the folder that holds it: at every moment there is
    /// one whole head.
    package func write(_ head: SignedCheckpoint) throws(HeadError) {
        let draft = path + ".new"
        let file = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw Self.failure(draft) }
        do {
            defer { Glibc.close(file) }
            let bytes = head.bytes
            guard unsafe bytes.withUnsafeBytes({ unsafe Glibc.write(file, $0.baseAddress, $0.count) }) == bytes.count,
                fsync(file) == 0
            else { throw Self.failure(draft) }
        }
        guard unsafe rename(draft, path) == 0 else { throw Self.failure(path) }
        try Self.synchronizeFolder(of: path)
    }

    private static func synchronizeFolder(of path: String) throws(HeadError) {
        let folder = unsafe open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw failure(path) }
        defer { Glibc.close(folder) }
        guard fsync(folder) == 0 else { throw failure(path) }
    }

    private static func failure(_ path: String) -> HeadError {
        .unreadable("\(path): \(unsafe String(cString: strerror(errno)))")
    }
}
