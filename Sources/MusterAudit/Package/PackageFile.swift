import Crypto
import Glibc

/// A file of a package while it is written: its SHA-256 grows with it.
final class PackageFile {
    /// Its path inside the package.
    let path: String
    /// How many bytes it has.
    private(set) var count: UInt64 = 0

    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var hash = SHA256()
    private static let bufferBytes = 1 << 18

    /// A new file, readable by its owner alone, since texts may be in it.
    init(_ path: String, in folder: String) throws(LogExport.Fault) {
        self.path = path
        descriptor = unsafe open(folder + "/" + path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw LogExport.Fault(DiskError(path)) }
        buffer.reserveCapacity(Self.bufferBytes + (1 << 16))
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Adds bytes at the end.
    func write(_ bytes: [UInt8]) throws(LogExport.Fault) {
        buffer += bytes
        count += UInt64(bytes.count)
        if buffer.count >= Self.bufferBytes { try flush() }
    }

    /// Adds a text at the end.
    func write(_ text: String) throws(LogExport.Fault) { try write(Array(text.utf8)) }

    /// Bytes that were written before.
    func read(_ count: Int, at offset: UInt64) throws(LogExport.Fault) -> [UInt8] {
        try flush()
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let more = unsafe bytes.withUnsafeMutableBytes {
                unsafe pread(descriptor, $0.baseAddress?.advanced(by: done), count - done, off_t(offset) + off_t(done))
            }
            if more < 0, errno == EINTR { continue }
            guard more > 0 else { throw LogExport.Fault(DiskError(path, more < 0 ? errno : EIO)) }
            done += more
        }
        return bytes
    }

    /// Ends it: everything is on the disk, and its SHA-256 is that of all that was written, in lower-case hex.
    func finish() throws(LogExport.Fault) -> String {
        try flush()
        guard fsync(descriptor) == 0 else { throw LogExport.Fault(DiskError(path)) }
        return hash.finalize().map(\.hexDigits).joined()
    }

    private func flush() throws(LogExport.Fault) {
        guard !buffer.isEmpty else { return }
        hash.update(data: buffer)
        do { try Disk.write(buffer, to: descriptor, path) } catch { throw LogExport.Fault(error) }
        buffer.removeAll(keepingCapacity: true)
    }
}

extension LogExport.Fault {
    init(_ error: DiskError) { self.init(path: error.path, detail: error.detail) }
}

extension UInt8 {
    /// Two lower-case digits.
    fileprivate var hexDigits: String { (self < 16 ? "0" : "") + String(self, radix: 16) }
}
