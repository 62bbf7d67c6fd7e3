import Crypto
import Dispatch
package import EventLog
package import Foundation
import Glibc
package import MusterAPI

/// The files of one ledger: the log itself and what lies beside it under the same name.
package struct LedgerFiles: Sendable {
    /// The log.
    package let path: String

    package init(path: String) { self.path = path }

    /// The signing key.
    package var key: String { path + ".key" }
    /// The last signed head.
    package var head: String { path + ".head" }
    /// What verifies the heads: one key a line.
    package var verifierKeys: String { path + ".vkey" }
    /// Attached files by their SHA-256.
    package var attachments: String { path + ".files" }

    /// Keeps a file under its SHA-256, so that the log's hash finds it. One that is kept already is left alone.
    /// - Parameter draft: Bytes that no other call has at the same time; they name the file until it is whole.
    package func keep(_ file: FileContent, draft: [UInt8]) async throws(Failure) {
        guard SHA256.hash(data: file.bytes).hex == file.sha256 else {
            throw Failure("wrongHash", status: .usage, ["sha256": file.sha256])
        }
        // Making it durable waits for the disk, for which the threads that others run on are too few.
        let failure: Failure? = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: self.write(file, draft)) }
        }
        if let failure { throw failure }
    }

    /// The log must not name a file that a power failure could still take away.
    private func write(_ file: FileContent, _ draft: [UInt8]) -> Failure? {
        do {
            try FileManager.default.createDirectory(atPath: attachments, withIntermediateDirectories: true)
        } catch { return Failure("fileUnwritable", ["path": attachments, "detail": error.fileReason]) }
        let target = URL(fileURLWithPath: attachments).appendingPathComponent(file.sha256)
        guard !FileManager.default.fileExists(atPath: target.path) else { return nil }
        do throws(WholeFile.Fault) {
            // Somebody who keeps the same file at the same time writes the same bytes.
            try WholeFile.write(file.bytes, to: target.path, draft: target.appendingPathExtension(draft.hex).path)
            return nil
        } catch { return Failure("fileUnwritable", ["path": error.path, "detail": error.detail]) }
    }

    /// A file that was kept, by its SHA-256 in lower-case hex.
    ///
    /// The log may name a file that nobody has put here, and a disk may have spoilt one; neither is handed out.
    package func kept(_ sha256: String) async throws(Failure) -> FileContent {
        let read: Result<FileContent, Failure> = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: self.read(kept: sha256)) }
        }
        return try read.get()
    }

    private func read(kept sha256: String) -> Result<FileContent, Failure> {
        Result { () throws(Failure) in
            let found: Data?
            do throws(EventStoreError) { found = try bytes(of: sha256) } catch { throw Failure(error) }
            guard let data = found else { throw Failure("fileNotKept", status: .notFound, ["sha256": sha256]) }
            guard SHA256.hash(data: data).hex == sha256 else { throw Failure("fileDamaged", ["sha256": sha256]) }
            return FileContent(sha256: sha256, bytes: Array(data))
        }
    }

    /// What lies under a name; nil if nothing does, which a file that cannot be read is not.
    private func bytes(of sha256: String) throws(EventStoreError) -> Data? {
        let file = URL(fileURLWithPath: attachments).appendingPathComponent(sha256)
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        do { return try Data(contentsOf: file) } catch {
            throw .io("the attached file \(sha256) cannot be read: \(error.fileReason)")
        }
    }

    /// The SHA-256 and the length of what is kept under a name; nil if nothing is.
    package func measured(_ sha256: String) async throws(EventStoreError) -> (sha256: String, bytes: Int)? {
        typealias Found = (sha256: String, bytes: Int)
        let read: Result<Found?, EventStoreError> = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    returning: Result { () throws(EventStoreError) -> Found? in
                        try bytes(of: sha256).map { (SHA256.hash(data: $0).hex, $0.count) }
                    })
            }
        }
        return try read.get()
    }

    /// Writes a file that appears whole or not at all.
    package static func write(_ bytes: [UInt8], to file: String) throws(Failure) {
        do { try Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic) } catch {
            throw Failure("fileUnwritable", ["path": file, "detail": error.fileReason])
        }
    }

    /// Bytes with their SHA-256.
    package static func content(_ bytes: [UInt8]) -> FileContent {
        FileContent(sha256: SHA256.hash(data: bytes).hex, bytes: bytes)
    }

    /// A file of the machine with its SHA-256.
    package static func content(of file: String) throws(Failure) -> FileContent {
        let data = try read(file)
        return FileContent(sha256: SHA256.hash(data: data).hex, bytes: Array(data))
    }

    package static func read(_ file: String) throws(Failure) -> Data {
        do { return try Data(contentsOf: URL(fileURLWithPath: file)) } catch {
            throw Failure("fileUnreadable", status: .notFound, ["path": file, "detail": error.fileReason])
        }
    }

    /// The media type that a file's name suggests.
    package static func media(of file: String) -> String {
        FileKind(ofName: file)?.media ?? FileKind.anyMedia
    }
}
