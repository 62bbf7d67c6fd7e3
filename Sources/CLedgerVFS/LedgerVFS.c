// The VFS itself. All but xOpen passes on what it gets.

#include "LedgerVFS.h"

#include <pthread.h>
#include <string.h>

#include "LedgerFile.h"

static sqlite3_vfs *inner(sqlite3_vfs *vfs) { return vfs->pAppData; }

// What is done besides passing on.

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *opened, int flags, int *flags_out) {
    struct ledger_file *file = (struct ledger_file *)opened;
    memset(file, 0, sizeof *file);
    file->inner = (sqlite3_file *)(file + 1);
    file->kind = LEDGER_VFS_OTHER;
    if (flags & SQLITE_OPEN_MAIN_DB) {
        file->kind = LEDGER_VFS_DATABASE;
        file->database = file;
    } else if (flags & SQLITE_OPEN_WAL) {
        file->kind = LEDGER_VFS_LOG;
        file->database = (struct ledger_file *)sqlite3_database_file_object(name);
    }
    int status = inner(vfs)->xOpen(inner(vfs), name, file->inner, flags, flags_out);
    // With methods, SQLite closes even what could not be opened.
    if (file->inner->pMethods) { ledger_file_wrap(file); }
    return status;
}

int ledger_vfs_listen(
    struct sqlite3 *connection, ledger_vfs_listener listener, void *context, void (*release)(void *context)
) {
    struct ledger_listener argument = {listener, context, release};
    int status = sqlite3_file_control(connection, "main", LEDGER_FILE_LISTEN, &argument);
    if (status != SQLITE_OK && release) { release(context); }
    return status;
}

uint64_t ledger_vfs_failed_reads(struct sqlite3 *connection) {
    uint64_t count = 0;
    sqlite3_file_control(connection, "main", LEDGER_FILE_FAILED_READS, &count);
    return count;
}

// What is passed on as it comes.

static int vfs_delete(sqlite3_vfs *vfs, const char *name, int sync_directory) {
    return inner(vfs)->xDelete(inner(vfs), name, sync_directory);
}

static int vfs_access(sqlite3_vfs *vfs, const char *name, int flags, int *answer) {
    return inner(vfs)->xAccess(inner(vfs), name, flags, answer);
}

static int vfs_full_pathname(sqlite3_vfs *vfs, const char *name, int size, char *full) {
    return inner(vfs)->xFullPathname(inner(vfs), name, size, full);
}

static void *vfs_dl_open(sqlite3_vfs *vfs, const char *name) { return inner(vfs)->xDlOpen(inner(vfs), name); }

static void vfs_dl_error(sqlite3_vfs *vfs, int size, char *message) {
    inner(vfs)->xDlError(inner(vfs), size, message);
}

static void (*vfs_dl_sym(sqlite3_vfs *vfs, void *library, const char *symbol))(void) {
    return inner(vfs)->xDlSym(inner(vfs), library, symbol);
}

static void vfs_dl_close(sqlite3_vfs *vfs, void *library) { inner(vfs)->xDlClose(inner(vfs), library); }

static int vfs_randomness(sqlite3_vfs *vfs, int size, char *bytes) {
    return inner(vfs)->xRandomness(inner(vfs), size, bytes);
}

static int vfs_sleep(sqlite3_vfs *vfs, int microseconds) { return inner(vfs)->xSleep(inner(vfs), microseconds); }
static int vfs_current_time(sqlite3_vfs *vfs, double *days) { return inner(vfs)->xCurrentTime(inner(vfs), days); }

static int vfs_get_last_error(sqlite3_vfs *vfs, int size, char *message) {
    return inner(vfs)->xGetLastError(inner(vfs), size, message);
}

static int vfs_current_time_int64(sqlite3_vfs *vfs, sqlite3_int64 *milliseconds) {
    return inner(vfs)->xCurrentTimeInt64(inner(vfs), milliseconds);
}

static int vfs_set_system_call(sqlite3_vfs *vfs, const char *name, sqlite3_syscall_ptr call) {
    return inner(vfs)->xSetSystemCall(inner(vfs), name, call);
}

static sqlite3_syscall_ptr vfs_get_system_call(sqlite3_vfs *vfs, const char *name) {
    return inner(vfs)->xGetSystemCall(inner(vfs), name);
}

static const char *vfs_next_system_call(sqlite3_vfs *vfs, const char *name) {
    return inner(vfs)->xNextSystemCall(inner(vfs), name);
}

// Making it known.

static sqlite3_vfs ledger_vfs = {
    .zName = LEDGER_VFS_NAME,
    .xOpen = vfs_open,
    .xDelete = vfs_delete,
    .xAccess = vfs_access,
    .xFullPathname = vfs_full_pathname,
    .xDlOpen = vfs_dl_open,
    .xDlError = vfs_dl_error,
    .xDlSym = vfs_dl_sym,
    .xDlClose = vfs_dl_close,
    .xRandomness = vfs_randomness,
    .xSleep = vfs_sleep,
    .xCurrentTime = vfs_current_time,
    .xGetLastError = vfs_get_last_error,
};

static int registered = SQLITE_ERROR;

static void register_once(void) {
    sqlite3_vfs *theirs = sqlite3_vfs_find(0);
    if (theirs == 0) { return; }
    ledger_vfs.iVersion = theirs->iVersion < 3 ? theirs->iVersion : 3;
    ledger_vfs.szOsFile = (int)sizeof(struct ledger_file) + theirs->szOsFile;
    ledger_vfs.mxPathname = theirs->mxPathname;
    ledger_vfs.pAppData = theirs;
    if (theirs->iVersion >= 2 && theirs->xCurrentTimeInt64) { ledger_vfs.xCurrentTimeInt64 = vfs_current_time_int64; }
    if (theirs->iVersion >= 3) {
        if (theirs->xSetSystemCall) { ledger_vfs.xSetSystemCall = vfs_set_system_call; }
        if (theirs->xGetSystemCall) { ledger_vfs.xGetSystemCall = vfs_get_system_call; }
        if (theirs->xNextSystemCall) { ledger_vfs.xNextSystemCall = vfs_next_system_call; }
    }
    registered = sqlite3_vfs_register(&ledger_vfs, 0);
}

int ledger_vfs_register(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, register_once);
    return registered;
}
