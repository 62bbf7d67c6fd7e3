import Crypto
package import EventLog
package import Foundation
package import MusterAPI

/// The files of one ledger: the log itself and what lies beside it under the same name.
package struct LedgerFiles: Sendable {
    /// The log.
    package let path: String

    package init(path: String) { self.path = path }

    /// The signing key.
    package var key: String { path + ".key" }
    /// Attached files by their SHA-256.
    package var attachments: String { path + ".files" }

    /// Writes the key, readable by its owner alone from the moment it exists.
    package func write(_ signingKey: SigningKey) throws(Failure) {
        let made = FileManager.default.createFile(
            atPath: key, contents: Data((signingKey.secretKey + "\n").utf8), attributes: [.posixPermissions: 0o600])
        guard made else { throw Failure("fileUnreadable", ["path": key, "detail": ""]) }
    }

    /// Writes a secret into a new file, readable by its owner alone from the moment it exists.
    package static func writeSecret(_ text: String, to path: String) throws(Failure) {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Failure("fileThere", status: .conflict, ["path": path]) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data((text + "\n").utf8))
            try handle.synchronize()
            try handle.close()
        } catch {
            unsafe unlink(path)
            throw Failure("fileThere", status: .conflict, ["path": path])
        }
    }

    /// Keeps a file under its SHA-256, so that the log's hash finds it, and says what it is.
    package func keep(_ file: String) throws(Failure) -> (sha256: String, size: Int, media: String) {
        let content = try Self.read(file)
        let described = Self.describe(content, named: file)
        let hash = described.sha256
        do {
            try FileManager.default.createDirectory(atPath: attachments, withIntermediateDirectories: true)
            let target = URL(fileURLWithPath: attachments).appendingPathComponent(hash)
            if !FileManager.default.fileExists(atPath: target.path) { try Self.writeDurably(content, to: target) }
        } catch {
            throw Failure("fileUnreadable", ["path": attachments, "detail": error.localizedDescription])
        }
        return described
    }

    /// The log must not name a file that a power failure could still take away: bytes first, then the name, then the
    /// folder that holds the name.
    private static func writeDurably(_ content: Data, to target: URL) throws {
        let draft = target.appendingPathExtension("new")
        try content.write(to: draft)
        let file = try FileHandle(forWritingTo: draft)
        try file.synchronize()
        try file.close()
        try FileManager.default.moveItem(at: draft, to: target)
        let folder = unsafe open(target.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw CocoaError(.fileReadUnknown) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// A file's hash, size and media type.
    package static func describe(_ file: String) throws(Failure) -> (sha256: String, size: Int, media: String) {
        describe(try read(file), named: file)
    }

    private static func describe(_ content: Data, named file: String) -> (sha256: String, size: Int, media: String) {
        (SHA256.hash(data: content).hex, content.count, media(of: file))
    }

    /// The SHA-256 of a file in lower-case hex.
    package static func sha256(of file: String) throws(Failure) -> String { SHA256.hash(data: try read(file)).hex }

    package static func read(_ file: String) throws(Failure) -> Data {
        do { return try Data(contentsOf: URL(fileURLWithPath: file)) } catch {
            throw Failure("fileUnreadable", status: .notFound, ["path": file, "detail": error.localizedDescription])
        }
    }

    private static func media(of file: String) -> String {
        switch URL(fileURLWithPath: file).pathExtension.lowercased() {
        case "jpg", "jpeg": "image/jpeg"
        case "png": "image/png"
        case "pdf": "application/pdf"
        case "txt", "md": "text/plain"
        case "mp4": "video/mp4"
        case "doc", "docx": "application/msword"
        case "xls", "xlsx": "application/vnd.ms-excel"
        default: "application/octet-stream"
        }
    }
}
