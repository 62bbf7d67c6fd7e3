internal import EventLog
internal import Foundation
internal import GRDB

extension EventStoreError {
    /// What the operating system said.
    static func system(_ what: String, code: Int32 = errno) -> EventStoreError {
        if code == ENOSPC || code == EDQUOT { return .noSpace }
        return .io("\(what): \(unsafe String(cString: strerror(code)))")
    }

    /// Any error from inside a database access, as the contract names it.
    ///
    /// SQL and its arguments stay out of the message, since the arguments may be personal.
    init(anyError error: any Error) {
        guard let error = error as? DatabaseError else {
            self = error as? EventStoreError ?? .io("\(error)")
            return
        }
        let message = "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "no message")"
        switch error.resultCode {
        case .SQLITE_FULL: self = .noSpace
        // The index of the write-ahead log could not be made as large as it has to be.
        case _ where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: self = .noSpace
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(position: nil, what: message)
        default: self = .io(message)
        }
    }
}
