internal import CLedgerVFS
internal import EventLog
internal import Foundation
internal import GRDB

/// The file of a ledger before any connection to it is kept: whether it is one, and how a new one comes to be.
struct LedgerFile: Sendable {
    /// Absolute, so that neither a later change of directory nor a name such as `:memory:` or `file:x`, which
    /// mean something to SQLite, leads to another file.
    let path: String

    init(_ path: String) {
        self.path = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    /// Refuses anything but a ledger of a known format, without changing a byte of it.
    ///
    /// SQLite itself reads the header, as `immutable`: that takes no lock and creates no file. A descriptor of our
    /// own would, when closed, drop the locks of every other connection to the file in this process.
    func check(for mode: SQLiteEventStore.Mode) throws(EventStoreError) {
        switch try Self.kind(path) {
        case .none: throw .missing(path: path)
        case .symbolicLink: throw .io("\(path) is a symbolic link; name the ledger itself")
        case .other: throw .notALedger(path: path)
        case .regular: break
        }
        let (application, version) = try identity()
        guard application == Schema.applicationID else { throw .notALedger(path: path) }
        guard version <= Schema.version else {
            throw .newerFormat(found: Int(version), known: Int(Schema.version))
        }
        guard version != Schema.version else { return }
        guard version == FirstFormat.version else {
            throw .damaged(position: nil, what: "the format's version is \(version)")
        }
        if mode == .read { throw .olderFormat(found: Int(version), known: Int(Schema.version)) }
    }

    /// What the file says it is.
    ///
    /// Asked first of the file alone, so that nothing beside somebody else's file is touched. That answer may be
    /// "corrupt" for a ledger whose last checkpoint was cut short: then its header counts pages that are in the
    /// write-ahead log still, and SQLite has to read both.
    private func identity() throws(EventStoreError) -> (application: Int64, version: Int64) {
        let (alone, whole) = (try immutableURI, try uri())
        do throws(DatabaseError) {
            do {
                return try Self.identity(of: alone)
            } catch {
                guard error.resultCode == .SQLITE_CORRUPT, hasWriteAheadLog else { throw error }
                return try Self.identity(of: whole)
            }
        } catch {
            if [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode) { throw .notALedger(path: path) }
            throw EventStoreError(anyError: error)
        }
    }

    private static func identity(of name: String) throws(DatabaseError) -> (application: Int64, version: Int64) {
        do {
            let queue = try DatabaseQueue(path: name, configuration: Connection.configuration(readonly: true))
            defer { try? queue.close() }
            return try queue.unsafeRead { db in
                (
                    try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                    try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                )
            }
        } catch {
            throw error as? DatabaseError ?? DatabaseError(message: "\(error)")
        }
    }

    private var hasWriteAheadLog: Bool {
        let status = try? Self.status(path + "-wal")
        return (status.flatMap { $0 }?.st_size ?? 0) > 0
    }

    /// Makes an empty ledger; at every moment there is either a whole one at the path or none.
    func create() throws(EventStoreError) {
        try checkAbsent()
        let lock = try WriterLock(forLedgerAt: path)
        defer { withExtendedLifetime(lock) {} }
        try checkAbsent()
        // The lock is held, so whatever has this name was left behind by a process that ended in the middle.
        let draft = path + ".new"
        let removeDraft = { for suffix in ["", "-journal", "-wal", "-shm"] { _ = unsafe unlink(draft + suffix) } }
        removeDraft()
        defer { removeDraft() }
        do {
            try Self.writeEmptyLedger(at: draft)
        } catch {
            throw EventStoreError(anyError: error)
        }
        // A link, unlike a renaming, never replaces what has appeared at the path meanwhile.
        if unsafe link(draft, path) != 0 {
            let code = errno
            if code == EEXIST { throw .alreadyThere(path: path) }
            let hasNoLinks = [EPERM, EOPNOTSUPP, ENOSYS].contains(code)
            guard hasNoLinks, unsafe rename(draft, path) == 0 else {
                throw .system("cannot create \(path)", code: code)
            }
        }
        try syncDirectory()
    }

    /// The ledger itself, and the files that SQLite would take for parts of it: frames of an earlier ledger would
    /// be replayed into the new one. Erasures of an earlier ledger would be taken for the new one's.
    private func checkAbsent() throws(EventStoreError) {
        for file in [path, path + "-wal", path + "-journal", path + "-shm", path + ".erasures"]
        where try Self.kind(file) != .none {
            throw .alreadyThere(path: file)
        }
    }

    private static func writeEmptyLedger(at path: String) throws {
        var configuration = Connection.configuration(readonly: false)
        configuration.prepareDatabase { db in
            // A block of a segment is a few pages, which SQLite reads and writes one by one.
            try db.execute(sql: "PRAGMA page_size = 16384; PRAGMA synchronous = FULL")
        }
        let queue = try DatabaseQueue(path: LedgerFile(path).uri(), configuration: configuration)
        try queue.writeWithoutTransaction { db in
            try db.inTransaction {
                try db.execute(sql: Schema.tables)
                try db.execute(sql: Schema.names)
                try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
                try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
                return .commit
            }
            // Stands in the header from now on, so that a reader may come before the first writer.
            try db.execute(sql: "PRAGMA journal_mode = WAL")
        }
        try queue.close()
    }

    /// Makes what is in the file durable.
    func synchronise() throws(EventStoreError) {
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("cannot open \(path)") }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system("cannot synchronise \(path)") }
    }

    /// Makes the file's name durable.
    func syncDirectory() throws(EventStoreError) {
        let directory = (path as NSString).deletingLastPathComponent
        let descriptor = unsafe Glibc.open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("cannot open \(directory)") }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system("cannot synchronise \(directory)") }
    }

    /// The file for a connection that takes no locks, looks for no write-ahead log and creates nothing.
    var immutableURI: String { get throws(EventStoreError) { try uri("mode=ro", "immutable=1") } }

    /// The file for SQLite, with parameters. Every connection goes by our VFS: it can be listened to, and takes no disk
    /// that cannot be read for a damaged ledger.
    func uri(_ parameters: String...) throws(EventStoreError) -> String {
        let status = ledger_vfs_register()
        guard status == 0 else { throw .io("SQLite \(status): its files cannot be watched") }
        let unreserved = CharacterSet(charactersIn: "/-._~")
            .union(CharacterSet(charactersIn: "a"..."z"))
            .union(CharacterSet(charactersIn: "A"..."Z"))
            .union(CharacterSet(charactersIn: "0"..."9"))
        let encoded = path.addingPercentEncoding(withAllowedCharacters: unreserved) ?? path
        return "file://\(encoded)?" + (["vfs=\(LEDGER_VFS_NAME)"] + parameters).joined(separator: "&")
    }

    enum Kind { case none, regular, symbolicLink, other }

    static func kind(_ path: String) throws(EventStoreError) -> Kind {
        guard let status = try status(path) else { return .none }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .regular
        case S_IFLNK: return .symbolicLink
        default: return .other
        }
    }

    /// What the file system knows about a path, without following a link; nil if nothing is there.
    static func status(_ path: String) throws(EventStoreError) -> stat? {
        guard !path.utf8.contains(0) else { return nil }
        var status = stat()
        guard unsafe lstat(path, &status) != 0 else { return status }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw .system("cannot look at \(path)")
    }
}
