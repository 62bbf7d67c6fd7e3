// The files under a ledger as SQLite sees them: the operating system's own, with somebody looking on.
//
// A VFS that passes every call on to the default one, tells how long each synchronisation took, and calls a disk that
// cannot be read by its name. Whatever else has to come between SQLite and the disk belongs here, in LedgerFile.c.

#ifndef LEDGER_VFS_H
#define LEDGER_VFS_H

#include <stdint.h>

// SQLite's connection; its header stays out of this one, since another module of the program has it already.
struct sqlite3;

/// The name of the VFS: opening `file:///…?vfs=muster-ledger` uses it.
#define LEDGER_VFS_NAME "muster-ledger"

/// Makes the VFS known to SQLite beside the default one. Calling it again does nothing.
/// \return SQLITE_OK, or SQLite's error.
int ledger_vfs_register(void);

/// Which of its files SQLite synchronised.
enum ledger_vfs_file {
    /// The database itself: at a checkpoint.
    LEDGER_VFS_DATABASE = 0,
    /// The write-ahead log: in COMMIT, and once more where a checkpoint begins.
    LEDGER_VFS_LOG = 1,
    /// Anything else, a rollback journal among it.
    LEDGER_VFS_OTHER = 2,
};

/// Told after each synchronisation, whether it succeeded or not, on the thread that asked for it and before SQLite
/// goes on; it must not use the connection.
typedef void (*ledger_vfs_listener)(void *context, enum ledger_vfs_file file, uint64_t nanoseconds);

/// Lets somebody listen to a connection that was opened with the VFS, in place of whoever did.
/// \param release called once with the context when nobody will be told any more: at the latest when the connection
///   closes its database, and before this returns if it fails. May be null.
/// \return SQLITE_OK; SQLITE_NOTFOUND if the connection was not opened with the VFS.
int ledger_vfs_listen(
    struct sqlite3 *connection, ledger_vfs_listener listener, void *context, void (*release)(void *context));

/// How many readings of its files have failed since the connection was opened with the VFS. SQLite's own check says of a
/// page that cannot be read that it is damaged; who asks before and after can tell.
uint64_t ledger_vfs_failed_reads(struct sqlite3 *connection);

#endif
