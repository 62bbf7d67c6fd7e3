// The VFS in front of SQLite's default one. A file that is on no trial disk is the default VFS's own and never comes
// here again.

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "Disk.h"

struct trial_file {
    /// What SQLite sees; it must come first.
    sqlite3_file base;
    sqlite3_io_methods methods;
    struct disk *disk;
    char *name;
    /// It was made by this opening, and SQLite makes its name durable with the first synchronisation.
    int is_new;
    /// The default VFS's file, in the same allocation.
    sqlite3_file *inner;
};

static struct trial_file *trial(sqlite3_file *file) { return (struct trial_file *)file; }
static sqlite3_file *inner(sqlite3_file *file) { return trial(file)->inner; }
static sqlite3_vfs *default_vfs;

static void record(struct trial_file *file, enum trial_call call, int64_t offset, const void *bytes, int64_t count) {
    disk_record(file->disk,
        (struct trial_operation){
            .call = call, .name = file->name, .offset = offset, .bytes = bytes, .count = count});
}

// What can fail.

static int file_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    // What the default VFS says of EIO.
    if (disk_count(trial(file)->disk, TRIAL_READ) >= 0) { return SQLITE_IOERR_CORRUPTFS; }
    return inner(file)->pMethods->xRead(inner(file), bytes, count, offset);
}

static int file_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    int fault = disk_count(trial(file)->disk, TRIAL_WRITE);
    if (fault == TRIAL_FULL) { return SQLITE_FULL; }
    if (fault == TRIAL_ERROR) { return SQLITE_IOERR_WRITE; }
    int written = fault == TRIAL_SHORT ? count / 2 : count;
    int status = inner(file)->pMethods->xWrite(inner(file), bytes, written, offset);
    if (status == SQLITE_OK) { record(trial(file), TRIAL_WRITE, offset, bytes, written); }
    return fault == TRIAL_SHORT ? SQLITE_FULL : status;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
    if (disk_count(trial(file)->disk, TRIAL_TRUNCATE) >= 0) { return SQLITE_IOERR_TRUNCATE; }
    int status = inner(file)->pMethods->xTruncate(inner(file), size);
    if (status == SQLITE_OK) { record(trial(file), TRIAL_TRUNCATE, size, 0, 0); }
    return status;
}

/// The disk below need not be asked: what counts is what a trace makes of it.
static int file_sync(sqlite3_file *file, int flags) {
    (void)flags;
    int failed = disk_count(trial(file)->disk, TRIAL_SYNC) >= 0;
    disk_record(trial(file)->disk,
        (struct trial_operation){
            .call = TRIAL_SYNC,
            .name = trial(file)->name,
            .settles_folder = !failed && trial(file)->is_new,
            .failed = failed});
    if (failed) { return SQLITE_IOERR_FSYNC; }
    trial(file)->is_new = 0;
    return SQLITE_OK;
}

static int file_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
    if (extend && disk_count(trial(file)->disk, TRIAL_SHARE) >= 0) {
        *memory = 0;
        return SQLITE_IOERR_SHMSIZE;
    }
    return inner(file)->pMethods->xShmMap(inner(file), page, size, extend, memory);
}

static int file_close(sqlite3_file *file) {
    int status = inner(file)->pMethods->xClose(inner(file));
    disk_release(trial(file)->disk);
    free(trial(file)->name);
    return status;
}

// What is passed on as it comes.

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    return inner(file)->pMethods->xFileSize(inner(file), size);
}

static int file_lock(sqlite3_file *file, int level) { return inner(file)->pMethods->xLock(inner(file), level); }
static int file_unlock(sqlite3_file *file, int level) { return inner(file)->pMethods->xUnlock(inner(file), level); }

static int file_check_reserved_lock(sqlite3_file *file, int *is_reserved) {
    return inner(file)->pMethods->xCheckReservedLock(inner(file), is_reserved);
}

static int file_control(sqlite3_file *file, int operation, void *argument) {
    return inner(file)->pMethods->xFileControl(inner(file), operation, argument);
}

static int file_sector_size(sqlite3_file *file) { return inner(file)->pMethods->xSectorSize(inner(file)); }

static int file_device_characteristics(sqlite3_file *file) {
    return inner(file)->pMethods->xDeviceCharacteristics(inner(file));
}

static int file_shm_lock(sqlite3_file *file, int offset, int count, int flags) {
    return inner(file)->pMethods->xShmLock(inner(file), offset, count, flags);
}

static void file_shm_barrier(sqlite3_file *file) { inner(file)->pMethods->xShmBarrier(inner(file)); }

static int file_shm_unmap(sqlite3_file *file, int remove) {
    return inner(file)->pMethods->xShmUnmap(inner(file), remove);
}

// Opening and deleting.

static void wrap(struct trial_file *file) {
    const sqlite3_io_methods *theirs = file->inner->pMethods;
    file->methods = (sqlite3_io_methods){
        // Without the third version's methods nothing is mapped, so that all reads and writes come by here.
        .iVersion = theirs->iVersion < 2 ? theirs->iVersion : 2,
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
    if (theirs->iVersion >= 2 && theirs->xShmMap) {
        file->methods.xShmMap = file_shm_map;
        file->methods.xShmLock = file_shm_lock;
        file->methods.xShmBarrier = file_shm_barrier;
        file->methods.xShmUnmap = file_shm_unmap;
    }
    file->base.pMethods = &file->methods;
}

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *opened, int flags, int *flags_out) {
    (void)vfs;
    struct disk *disk = disk_of(name);
    if (disk == 0) { return default_vfs->xOpen(default_vfs, name, opened, flags, flags_out); }
    struct trial_file *file = trial(opened);
    memset(file, 0, sizeof *file);
    int is_new = (flags & SQLITE_OPEN_CREATE) && access(name, F_OK) != 0;
    if (is_new) {
        int fault = disk_count(disk, TRIAL_CREATE);
        if (fault >= 0) {
            disk_release(disk);
            return fault == TRIAL_ERROR ? SQLITE_IOERR : SQLITE_CANTOPEN;
        }
    }
    file->disk = disk;
    file->inner = (sqlite3_file *)(file + 1);
    file->is_new = is_new && (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
    int status = default_vfs->xOpen(default_vfs, name, file->inner, flags, flags_out);
    if (file->inner->pMethods == 0) {
        disk_release(disk);
        return status;
    }
    file->name = strdup(strrchr(name, '/') + 1);
    if (status == SQLITE_OK && is_new) { record(file, TRIAL_CREATE, 0, 0, 0); }
    // With methods, SQLite closes even what could not be opened.
    wrap(file);
    return status;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *name, int sync_directory) {
    (void)vfs;
    struct disk *disk = disk_of(name);
    int status = SQLITE_IOERR_DELETE;
    if (disk == 0 || disk_count(disk, TRIAL_DELETE) < 0) {
        status = default_vfs->xDelete(default_vfs, name, sync_directory);
        if (disk && status == SQLITE_OK) {
            disk_record(disk,
                (struct trial_operation){
                    .call = TRIAL_DELETE, .name = strrchr(name, '/') + 1, .settles_folder = sync_directory});
        }
    }
    if (disk) { disk_release(disk); }
    return status;
}

/// Before main, so that whoever asks for the default VFS gets this one.
__attribute__((constructor)) static void stand_in_front(void) {
    static sqlite3_vfs trial_vfs;
    default_vfs = sqlite3_vfs_find(0);
    if (default_vfs == 0) { abort(); }
    // All but two of the methods are the default's own; they find in the VFS what they need.
    trial_vfs = *default_vfs;
    trial_vfs.zName = "trial-disk";
    trial_vfs.pNext = 0;
    trial_vfs.szOsFile += (int)sizeof(struct trial_file);
    trial_vfs.xOpen = vfs_open;
    trial_vfs.xDelete = vfs_delete;
    if (sqlite3_vfs_register(&trial_vfs, 1) != SQLITE_OK) { abort(); }
}
