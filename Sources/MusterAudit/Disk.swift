import Glibc
package import MusterAPI

/// Files by their paths, with the system's own words for what is wrong.
package enum Disk {
    /// No file of a log is larger: a full bundle of the longest entries has 16 MiB.
    package static let largestFile = 64 << 20

    /// The whole content of a file; nil if there is none.
    ///
    /// - Throws: `fileUnreadable`.
    package static func bytes(of path: String) throws(Failure) -> [UInt8]? {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw unreadable(path)
        }
        defer { close(file) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe part.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(path) }
            guard count > 0 else { return bytes }
            guard bytes.count + count <= largestFile else { throw unreadable(path, EFBIG) }
            bytes += part[..<count]
        }
    }

    /// Puts a file with these bytes in the place of whatever has its name: at every moment there is one whole file.
    /// Nobody else may write beside it meanwhile.
    static func replace(_ path: String, with bytes: [UInt8], in folder: String) throws(DiskError) {
        let draft = path + ".new"
        try write(bytes, to: draft, O_TRUNC)
        guard unsafe rename(draft, path) == 0 else { throw DiskError(path) }
        try settle(folder)
    }

    /// Makes a file that nobody can ever find half written; one that is there already is left alone.
    ///
    /// - Parameter draft: A path in the same folder that nobody else uses.
    /// - Returns: Whether it was made.
    static func make(_ path: String, with bytes: [UInt8], draft: String, in folder: String) throws(DiskError) -> Bool {
        try write(bytes, to: draft, O_TRUNC)
        defer { _ = unsafe unlink(draft) }
        guard unsafe link(draft, path) == 0 else {
            if errno == EEXIST { return false }
            throw DiskError(path)
        }
        try settle(folder)
        return true
    }

    /// Makes a folder that only its owner may enter, and those above it.
    static func makeFolder(_ path: String) throws(DiskError) {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/" + part
            guard unsafe mkdir(made, 0o700) == 0 || errno == EEXIST else {
                let error = DiskError(made)
                // One further up may be there although nobody may make it.
                guard unsafe access(made, F_OK) == 0 else { throw error }
                continue
            }
        }
    }

    private static func write(_ bytes: [UInt8], to path: String, _ flags: Int32) throws(DiskError) {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o600)
        guard file >= 0 else { throw DiskError(path) }
        defer { close(file) }
        try write(bytes, to: file, path)
        guard fsync(file) == 0 else { throw DiskError(path) }
    }

    /// Writes all bytes to a file that is open.
    static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(DiskError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw DiskError(path) }
            rest = rest.dropFirst(count)
        }
    }

    /// What was renamed or linked in a folder survives a power failure after this.
    static func settle(_ folder: String) throws(DiskError) {
        let file = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw DiskError(folder) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw DiskError(folder) }
    }

    private static func unreadable(_ path: String, _ code: Int32 = errno) -> Failure {
        Failure("fileUnreadable", status: .notFound, ["path": path, "detail": DiskError(path, code).detail])
    }
}

/// What the system says against writing.
struct DiskError: Error {
    var path: String
    var detail: String

    init(_ path: String, _ code: Int32 = errno) {
        self.path = path
        detail = unsafe String(cString: strerror(code))
    }
}
