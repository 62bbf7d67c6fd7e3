import EventLog
import Foundation
import MusterAPI
import MusterDomain
import MusterService
import MusterText
import Synchronization

/// What auditors have read: one JSON line a request, in a file beside the ledger, never in the ledger itself.
///
/// Whoever reads everything is himself seen (design §5.17). A line that can't be written refuses the read.
final class ReadLog: Sendable {
    /// One read.
    struct Line: Sendable, Codable, Equatable {
        /// When, RFC 3339.
        var time: String
        /// By which token.
        var token: String
        /// By which post, by its code.
        var post: String
        /// What: the path as it was asked for, without its query.
        var path: String
        /// The request's id.
        var request: String
    }

    private let path: String
    private let lock = Mutex(())

    init(path: String) { self.path = path }

    /// Writes a line.
    func append(_ line: Line) throws(Failure) {
        let bytes = JSONValue(encoding: line).bytes + [UInt8(ascii: "\n")]
        let isWritten = lock.withLock { _ in
            if !FileManager.default.fileExists(atPath: path) {
                _ = FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            }
            guard let file = FileHandle(forWritingAtPath: path) else { return false }
            defer { try? file.close() }
            do {
                try file.seekToEnd()
                try file.write(contentsOf: bytes)
                return true
            } catch { return false }
        }
        guard isWritten else { throw Failure("readLogFailed") }
    }

    /// Lines behind the first `after`, at most so many.
    func lines(after: Int, limit: Int) throws(Failure) -> (lines: [Line], next: Int) {
        let content = try lock.withLock { _ throws(Failure) -> Data in
            guard FileManager.default.fileExists(atPath: path) else { return Data() }
            guard let content = FileManager.default.contents(atPath: path) else {
                throw Failure(EventStoreError.io("the log of reads cannot be read"))
            }
            return content
        }
        let all = content.split(separator: UInt8(ascii: "\n"))
        let decoder = JSONDecoder()
        let part = all.dropFirst(after).prefix(limit)
        return (part.compactMap { try? decoder.decode(Line.self, from: Data($0)) }, min(all.count, after + part.count))
    }
}
