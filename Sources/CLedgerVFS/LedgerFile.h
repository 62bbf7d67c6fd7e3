// One open file: SQLite's view of it, and behind that the default VFS's own.

#ifndef LEDGER_FILE_H
#define LEDGER_FILE_H

#include <sqlite3.h>

#include "LedgerVFS.h"

/// Who listens to the files of one connection; kept with its database file, which is closed after all the others.
struct ledger_listener {
    ledger_vfs_listener told;
    void *context;
    void (*release)(void *context);
};

struct ledger_file {
    /// What SQLite sees; it must come first.
    sqlite3_file base;
    /// The methods of this file: those of ours that the file behind it has too. SQLite asks by a version and by null
    /// pointers what a file can do, so both mirror the other file's.
    sqlite3_io_methods methods;
    /// The default VFS's file, in the same allocation.
    sqlite3_file *inner;
    enum ledger_vfs_file kind;
    /// The database file that this one belongs to, itself for a database; null for a file of no database.
    struct ledger_file *database;
    /// Used in a database file only.
    struct ledger_listener listener;
    /// Used in a database file only: how many readings of it and of its write-ahead log have failed.
    uint64_t failed_reads;
};

/// An operation of xFileControl that sets the listener; its argument is a struct ledger_listener. SQLite leaves the
/// numbers from 100 on to others.
#define LEDGER_FILE_LISTEN 0x4d737472

/// An operation of xFileControl that answers how many readings have failed; its argument is a uint64_t.
#define LEDGER_FILE_FAILED_READS 0x4d737473

/// Puts our methods in front of a file that the default VFS has opened.
void ledger_file_wrap(struct ledger_file *file);

#endif
