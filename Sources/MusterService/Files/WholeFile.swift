import Foundation
import Glibc

/// Writing a file that is there whole or not at all, also after a power failure: the bytes first, then the name in place
/// of what had it, then the folder that holds the name.
enum WholeFile {
    /// What the system said against it.
    struct Fault: Error {
        /// The file that it was about.
        var path: String
        /// The system's words.
        var detail: String

        init(_ path: String, _ code: Int32 = errno) {
            self.path = path
            detail = unsafe String(cString: strerror(code))
        }
    }

    /// Puts bytes in the place of what a path leads to; after an error that is as it was.
    ///
    /// - Parameters:
    ///   - draft: A path in the same folder that nobody else writes to; what is there goes.
    ///   - mode: Who may read and write it, from the moment it exists.
    static func write(
        _ bytes: [UInt8], to path: String, draft: String? = nil, mode: mode_t = 0o644
    ) throws(Fault) {
        let draft = draft ?? path + ".new"
        _ = unsafe unlink(draft)
        do throws(Fault) {
            try make(draft, bytes, mode)
            guard unsafe rename(draft, path) == 0 else { throw Fault(path) }
        } catch {
            _ = unsafe unlink(draft)
            throw error
        }
        try settle(path)
    }

    /// Gives a file another name in the same folder, in place of what has it.
    static func move(_ path: String, to other: String) throws(Fault) {
        guard unsafe rename(path, other) == 0 else { throw Fault(path) }
        try settle(other)
    }

    /// Takes a file away, if it is there.
    static func remove(_ path: String) throws(Fault) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw Fault(path) }
        try settle(path)
    }

    /// Waits until the folder that holds a name is on the disk.
    private static func settle(_ path: String) throws(Fault) {
        let above = (path as NSString).deletingLastPathComponent
        let folder = unsafe open(above.isEmpty ? "." : above, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw Fault(path) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw Fault(path) }
    }

    private static func make(_ path: String, _ bytes: [UInt8], _ mode: mode_t) throws(Fault) {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw Fault(path) }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Fault(path) }
            rest = rest.dropFirst(count)
        }
        guard fsync(file) == 0 else { throw Fault(path) }
    }
}
