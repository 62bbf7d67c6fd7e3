import Glibc
import MusterAPI

extension PinStore {
    /// What tells drafts apart that are written at the same time. Whoever writes one waits for nothing meanwhile, so no
    /// other does on the same thread.
    static var draft: String { "\(getpid())-\(pthread_self())" }

    /// Runs something while no other process looks at a log's folder or changes it.
    ///
    /// - Parameter makes: Whether the folder is made if it is not there.
    /// - Returns: Nil if it is not there.
    func locked<Result>(
        _ folder: String, makes: Bool, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        if makes {
            do throws(DiskError) { try Disk.makeFolder(folder) } catch { throw Self.failure(error) }
        }
        let path = folder + "/lock"
        // Reading needs the lock too, and is possible in a folder that others keep.
        let file = unsafe open(path, makes ? O_RDWR | O_CREAT | O_CLOEXEC : O_RDONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            if !makes, errno == ENOENT || errno == ENOTDIR { return nil }
            throw Self.failure(DiskError(path))
        }
        defer { close(file) }
        while flock(file, makes ? LOCK_EX : LOCK_SH) != 0 {
            guard errno == EINTR else { throw Self.failure(DiskError(path)) }
        }
        return try body()
    }

    private static func failure(_ error: DiskError) -> Failure {
        Failure("pinUnwritable", ["path": error.path, "detail": error.detail])
    }
}
