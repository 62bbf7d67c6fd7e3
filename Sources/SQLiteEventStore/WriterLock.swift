internal import EventLog
internal import Foundation

/// The right to write a ledger: a `flock` on the file `<ledger>.lock`.
///
/// The kernel gives it back when its holder ends, however it ends. It is not on the ledger itself because closing
/// any descriptor of a database file would drop the record locks that SQLite holds on it in this process.
/// The file stays when the lock is given back: removing it would let two processes lock two different files.
final class WriterLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock or throws ``EventStoreError/held(holder:)`` at once.
    init(forLedgerAt path: String) throws(EventStoreError) {
        let path = path + ".lock"
        let descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw .system("cannot open \(path)") }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            if code == EINTR { continue }
            defer { Glibc.close(descriptor) }
            guard code == EWOULDBLOCK else { throw .system("cannot lock \(path)", code: code) }
            throw .held(holder: Self.holder(in: descriptor) ?? "another process")
        }
        self.descriptor = descriptor
        write("pid \(getpid()) on \(Self.hostName) since \(Date.now.formatted(.iso8601))\n")
    }

    deinit {
        ftruncate(descriptor, 0)
        // Closing alone would leave the lock with a process that this one is just starting: until that runs its program
        // it has the descriptor too.
        flock(descriptor, LOCK_UN)
        Glibc.close(descriptor)
    }

    /// Says who holds the lock; only for people to read, so a failure is of no consequence.
    private func write(_ text: String) {
        ftruncate(descriptor, 0)
        let bytes = Array(text.utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    private static func holder(in descriptor: Int32) -> String? {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
        guard count > 0 else { return nil }
        let text = String(decoding: bytes[..<count], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }

    private static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        guard unsafe gethostname(&name, name.count - 1) == 0 else { return "this host" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
