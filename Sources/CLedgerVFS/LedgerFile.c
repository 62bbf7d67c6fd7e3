// The methods of a file. All but xRead, xSync, xClose and two xFileControl pass on what they get.

#include "LedgerFile.h"

#include <time.h>

static struct ledger_file *wrapper(sqlite3_file *file) { return (struct ledger_file *)file; }
static sqlite3_file *inner(sqlite3_file *file) { return wrapper(file)->inner; }

// What is done besides passing on.

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

/// Of a disk that fails to read, the default VFS says that its file system is corrupt, and SQLite makes a damaged database
/// of that (SQLITE_CORRUPT). But what is damaged is the disk; the ledger may be whole on the next one.
static int file_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    int status = inner(file)->pMethods->xRead(inner(file), bytes, count, offset);
    if (status == SQLITE_OK || status == SQLITE_IOERR_SHORT_READ) { return status; }
    if (wrapper(file)->database) { wrapper(file)->database->failed_reads += 1; }
    return status == SQLITE_IOERR_CORRUPTFS ? SQLITE_IOERR_READ : status;
}

static int file_sync(sqlite3_file *file, int flags) {
    struct ledger_file *database = wrapper(file)->database;
    if (database == 0 || database->listener.told == 0) { return inner(file)->pMethods->xSync(inner(file), flags); }
    uint64_t before = now();
    int status = inner(file)->pMethods->xSync(inner(file), flags);
    database->listener.told(database->listener.context, wrapper(file)->kind, now() - before);
    return status;
}

static void set_listener(struct ledger_file *file, struct ledger_listener listener) {
    struct ledger_listener last = file->listener;
    file->listener = listener;
    if (last.release) { last.release(last.context); }
}

static int file_close(sqlite3_file *file) {
    int status = inner(file)->pMethods->xClose(inner(file));
    set_listener(wrapper(file), (struct ledger_listener){0});
    return status;
}

static int file_control(sqlite3_file *file, int operation, void *argument) {
    if (operation == LEDGER_FILE_LISTEN) {
        set_listener(wrapper(file), *(struct ledger_listener *)argument);
        return SQLITE_OK;
    }
    if (operation == LEDGER_FILE_FAILED_READS) {
        *(uint64_t *)argument = wrapper(file)->failed_reads;
        return SQLITE_OK;
    }
    return inner(file)->pMethods->xFileControl(inner(file), operation, argument);
}

// What is passed on as it comes.

static int file_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    return inner(file)->pMethods->xWrite(inner(file), bytes, count, offset);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
    return inner(file)->pMethods->xTruncate(inner(file), size);
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    return inner(file)->pMethods->xFileSize(inner(file), size);
}

static int file_lock(sqlite3_file *file, int level) { return inner(file)->pMethods->xLock(inner(file), level); }
static int file_unlock(sqlite3_file *file, int level) { return inner(file)->pMethods->xUnlock(inner(file), level); }

static int file_check_reserved_lock(sqlite3_file *file, int *is_reserved) {
    return inner(file)->pMethods->xCheckReservedLock(inner(file), is_reserved);
}

static int file_sector_size(sqlite3_file *file) { return inner(file)->pMethods->xSectorSize(inner(file)); }

static int file_device_characteristics(sqlite3_file *file) {
    return inner(file)->pMethods->xDeviceCharacteristics(inner(file));
}

static int file_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
    return inner(file)->pMethods->xShmMap(inner(file), page, size, extend, memory);
}

static int file_shm_lock(sqlite3_file *file, int offset, int count, int flags) {
    return inner(file)->pMethods->xShmLock(inner(file), offset, count, flags);
}

static void file_shm_barrier(sqlite3_file *file) { inner(file)->pMethods->xShmBarrier(inner(file)); }

static int file_shm_unmap(sqlite3_file *file, int remove) {
    return inner(file)->pMethods->xShmUnmap(inner(file), remove);
}

static int file_fetch(sqlite3_file *file, sqlite3_int64 offset, int count, void **memory) {
    return inner(file)->pMethods->xFetch(inner(file), offset, count, memory);
}

static int file_unfetch(sqlite3_file *file, sqlite3_int64 offset, void *memory) {
    return inner(file)->pMethods->xUnfetch(inner(file), offset, memory);
}

void ledger_file_wrap(struct ledger_file *file) {
    const sqlite3_io_methods *theirs = file->inner->pMethods;
    sqlite3_io_methods ours = {
        // A later version has methods that are not passed on here, so SQLite may not ask for them.
        .iVersion = theirs->iVersion < 3 ? theirs->iVersion : 3,
        .xClose = file_close,
        .xRead = file_read,
        .xWrite = file_write,
        .xTruncate = file_truncate,
        .xSync = file_sync,
        .xFileSize = file_size,
        .xLock = file_lock,
        .xUnlock = file_unlock,
        .xCheckReservedLock = file_check_reserved_lock,
        .xFileControl = file_control,
        .xSectorSize = file_sector_size,
        .xDeviceCharacteristics = file_device_characteristics,
    };
    if (theirs->iVersion >= 2) {
        // A file that is opened as immutable has none.
        ours.xShmMap = theirs->xShmMap ? file_shm_map : 0;
        ours.xShmLock = theirs->xShmLock ? file_shm_lock : 0;
        ours.xShmBarrier = theirs->xShmBarrier ? file_shm_barrier : 0;
        ours.xShmUnmap = theirs->xShmUnmap ? file_shm_unmap : 0;
    }
    if (theirs->iVersion >= 3) {
        ours.xFetch = theirs->xFetch ? file_fetch : 0;
        ours.xUnfetch = theirs->xUnfetch ? file_unfetch : 0;
    }
    file->methods = ours;
    file->base.pMethods = &file->methods;
}
