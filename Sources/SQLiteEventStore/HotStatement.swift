internal import EventLog
internal import GRDB
internal import GRDBSQLite

/// A statement of the paths that every entry takes: bound and read with SQLite's own calls.
///
/// GRDB's arguments and rows cost some hundred nanoseconds a value, which is most of an append. What is prepared,
/// cached and closed stays GRDB's.
struct HotStatement: ~Copyable {
    private let prepared: Statement

    /// The cached statement of that text.
    init(_ db: Database, _ sql: String) throws {
        prepared = try db.cachedStatement(sql: sql)
        rewind()
    }

    deinit { rewind() }

    private func rewind() {
        unsafe sqlite3_reset(prepared.sqliteStatement)
        unsafe sqlite3_clear_bindings(prepared.sqliteStatement)
    }

    // MARK: Binding, by places from 1

    func bind(_ place: Int32, _ value: Position) {
        unsafe sqlite3_bind_int64(prepared.sqliteStatement, place, Int64(value))
    }

    func bind(_ place: Int32, _ value: Position?) {
        if let value { bind(place, value) } else { unsafe sqlite3_bind_null(prepared.sqliteStatement, place) }
    }

    /// Binds a copy of bytes.
    func bind(_ place: Int32, _ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { unsafe bind(place, $0) }
    }

    /// Binds a copy of a text's UTF-8.
    func bind(_ place: Int32, utf8 text: String) {
        var text = text
        text.withUTF8 { unsafe bind(place, UnsafeRawBufferPointer($0)) }
    }

    private func bind(_ place: Int32, _ bytes: UnsafeRawBufferPointer) {
        // -1 asks SQLite to copy. Without a base there are no bytes, and a null pointer would bind NULL.
        let copy = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        guard let base = bytes.baseAddress else {
            unsafe sqlite3_bind_zeroblob(prepared.sqliteStatement, place, 0)
            return
        }
        unsafe sqlite3_bind_blob64(prepared.sqliteStatement, place, base, UInt64(bytes.count), copy)
    }

    // MARK: Running

    /// Runs a statement that gives no row, and makes it ready for the next values.
    func run() throws {
        let status = unsafe sqlite3_step(prepared.sqliteStatement)
        unsafe sqlite3_reset(prepared.sqliteStatement)
        guard status == SQLITE_DONE else { throw error(status) }
    }

    /// Goes to the next row; false after the last.
    func next() throws -> Bool {
        let status = unsafe sqlite3_step(prepared.sqliteStatement)
        if status == SQLITE_ROW { return true }
        guard status == SQLITE_DONE else { throw error(status) }
        return false
    }

    private func error(_ status: Int32) -> DatabaseError {
        let connection = unsafe sqlite3_db_handle(prepared.sqliteStatement)
        let message = unsafe sqlite3_errmsg(connection).map { unsafe String(cString: $0) }
        return DatabaseError(
            resultCode: ResultCode(rawValue: unsafe sqlite3_extended_errcode(connection)), message: message)
    }

    // MARK: Reading, by columns from 0. A damaged file may hold any type in any column.

    /// The position in a column, or nil if there is none.
    func position(_ column: Int32) -> Position? {
        guard unsafe sqlite3_column_type(prepared.sqliteStatement, column) == SQLITE_INTEGER else { return nil }
        return Position(exactly: unsafe sqlite3_column_int64(prepared.sqliteStatement, column))
    }

    /// The bytes in a column, or nil if there are none.
    func bytes(_ column: Int32) -> [UInt8]? {
        guard unsafe sqlite3_column_type(prepared.sqliteStatement, column) == SQLITE_BLOB else { return nil }
        let base = unsafe sqlite3_column_blob(prepared.sqliteStatement, column)
        let count = unsafe sqlite3_column_bytes(prepared.sqliteStatement, column)
        return unsafe Array(UnsafeRawBufferPointer(start: base, count: Int(count)))
    }

    /// The text in a column, or nil if it is not UTF-8.
    func text(_ column: Int32) -> String? {
        bytes(column).flatMap { String(validating: $0, as: UTF8.self) }
    }
}
