internal import EventLog
internal import GRDB
internal import GRDBSQLite

/// The bytes of a database's main file or its write-ahead log, by the handle that SQLite itself has of it.
///
/// A descriptor of our own would, when closed, drop the locks of every other connection to the file in this process.
/// Valid as long as the connection is.
@safe struct DatabaseFile {
    private let handle: UnsafeMutablePointer<sqlite3_file>

    /// The file of a connection.
    init(of db: Database) throws { try self.init(db, SQLITE_FCNTL_FILE_POINTER) }

    /// The write-ahead log of a connection.
    init(logOf db: Database) throws { try self.init(db, SQLITE_FCNTL_JOURNAL_POINTER) }

    private init(_ db: Database, _ which: Int32) throws {
        var pointer: UnsafeMutablePointer<sqlite3_file>?
        let status = unsafe sqlite3_file_control(db.sqliteConnection, "main", which, &pointer)
        guard status == SQLITE_OK, let pointer = unsafe pointer, unsafe pointer.pointee.pMethods != nil else {
            throw EventStoreError.io("SQLite \(status): its file can't be reached")
        }
        unsafe handle = pointer
    }

    private func check(_ status: Int32?) throws {
        guard let status else { throw EventStoreError.io("SQLite's file lacks a method") }
        guard status == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
    }

    /// Some bytes; all of them are there, or it throws.
    func read(_ count: Int, at offset: Int64) throws -> [UInt8] {
        var status: Int32?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            unsafe buffer.initialize(repeating: 0)
            status = unsafe handle.pointee.pMethods.pointee.xRead?(
                handle, buffer.baseAddress, Int32(count), offset)
            filled = count
        }
        try check(status)
        return bytes
    }

    /// Writes zeroes, from memory that the caller has.
    func clear(_ count: Int, at offset: Int64, with zeroes: [UInt8]) throws {
        try check(
            unsafe zeroes.withUnsafeBytes {
                unsafe handle.pointee.pMethods.pointee.xWrite?(handle, $0.baseAddress, Int32(count), offset)
            })
    }

    /// Makes what was written durable.
    func synchronise() throws {
        try check(unsafe handle.pointee.pMethods.pointee.xSync?(handle, SQLITE_SYNC_FULL))
    }
}
