/*
 * A disk that fails, put in front of a program's calls by being loaded before the C library (LD_PRELOAD).
 *
 * FAILING_DISK=FOLDER  counts the calls that open, read or change something below that folder, from 1 on, in the whole
 *                      process
 * FAILING_AT=N         the call that fails; without it none does
 * FAILING_COUNT=M      how many from there on, 1 if it is not said
 * FAILING_WITH=full|error|short  ENOSPC, EIO, or half of a write and then ENOSPC; a synchronisation, a reading and the
 *                      opening of what is there fail with EIO
 * FAILING_LOG=FILE     a line for each call: its number, its name, its path, and 'failed' if it was made to
 * FAILING_SYNC=none    synchronisations are answered at once and never done, as by a disk that lies
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *folder;
static size_t folder_length;
static unsigned long first, failing = 1, calls;
static enum { FULL, ERROR, SHORT } kind;
static int lies, record = -1;
/* The rest of a write that came to half of its bytes does not go through either. */
static int no_room_for = -1;

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void set_up(void) {
    const char *value = getenv("FAILING_AT");
    first = value ? strtoul(value, 0, 10) : 0;
    value = getenv("FAILING_COUNT");
    if (value) failing = strtoul(value, 0, 10);
    value = getenv("FAILING_WITH");
    if (value) kind = strcmp(value, "error") == 0 ? ERROR : strcmp(value, "short") == 0 ? SHORT : FULL;
    value = getenv("FAILING_SYNC");
    lies = value && strcmp(value, "none") == 0;
    value = getenv("FAILING_LOG");
    if (value) record = NEXT(open)(value, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    folder = getenv("FAILING_DISK");
    folder_length = folder ? strlen(folder) : 0;
}

static int is_below(const char *path) {
    return folder && strncmp(path, folder, folder_length) == 0
        && (path[folder_length] == '/' || path[folder_length] == 0);
}

/* Counts a call on a path if it is below the folder; whether it fails. */
static int fails(const char *name, const char *path) {
    pthread_once(&once, set_up);
    if (!is_below(path)) return 0;
    pthread_mutex_lock(&lock);
    calls += 1;
    int failed = first && calls >= first && calls - first < failing;
    if (record >= 0) {
        char line[PATH_MAX + 64];
        int count = snprintf(line, sizeof line, "%lu %s %s%s\n", calls, name, path, failed ? " failed" : "");
        if (count > 0 && NEXT(write)(record, line, (size_t)count) < 0) abort();
    }
    pthread_mutex_unlock(&lock);
    return failed;
}

static const char *path_of(int file, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t count = readlink(link, path, PATH_MAX - 1);
    path[count < 0 ? 0 : count] = 0;
    return path;
}

static int file_fails(const char *name, int file) {
    char path[PATH_MAX];
    pthread_once(&once, set_up);
    return folder && fails(name, path_of(file, path));
}

static int fail(int code) {
    errno = code;
    return -1;
}

static int code(void) { return kind == ERROR ? EIO : ENOSPC; }

/* Writing. */

/* How much of a write goes through: all of it, none (-1, with errno), or half. */
static ssize_t share(const char *name, int file, size_t count) {
    if (no_room_for == file && file >= 0) {
        no_room_for = -1;
        return fail(ENOSPC);
    }
    if (!file_fails(name, file)) return (ssize_t)count;
    if (kind != SHORT || count < 2) return fail(code());
    no_room_for = file;
    return (ssize_t)(count / 2);
}

#define WRITE(name, type, ...)                                                                                         \
    ssize_t name(int file, const void *bytes, size_t count __VA_OPT__(, type offset)) {                                \
        ssize_t part = share(#name, file, count);                                                                      \
        return part < 0 ? part : NEXT(name)(file, bytes, (size_t)part __VA_OPT__(, offset));                           \
    }
WRITE(write, )
WRITE(pwrite, off_t, x)
WRITE(pwrite64, off64_t, x)

ssize_t writev(int file, const struct iovec *parts, int count) {
    if (file_fails("writev", file)) return fail(code());
    return NEXT(writev)(file, parts, count);
}

/* Reading. */

#define READ(name, type, ...)                                                                                          \
    ssize_t name(int file, void *bytes, size_t count __VA_OPT__(, type offset)) {                                      \
        if (file_fails(#name, file)) return fail(EIO);                                                                 \
        return NEXT(name)(file, bytes, count __VA_OPT__(, offset));                                                    \
    }
READ(read, )
READ(pread, off_t, x)
READ(pread64, off64_t, x)

/* Making durable, and sizes. */

#define ON_FILE(name, error, parameters, ...)                                                                          \
    int name parameters {                                                                                              \
        if (file_fails(#name, file)) return fail(error);                                                               \
        return NEXT(name)(__VA_ARGS__);                                                                                \
    }
ON_FILE(ftruncate, EIO, (int file, off_t size), file, size)
ON_FILE(ftruncate64, EIO, (int file, off64_t size), file, size)

int fsync(int file) {
    if (file_fails("fsync", file)) return fail(EIO);
    return lies ? 0 : NEXT(fsync)(file);
}

int fdatasync(int file) {
    if (file_fails("fdatasync", file)) return fail(EIO);
    return lies ? 0 : NEXT(fdatasync)(file);
}

/* Names. */

static int path_fails(const char *name, const char *path) {
    char whole[PATH_MAX];
    pthread_once(&once, set_up);
    if (path[0] != '/') {
        char here[PATH_MAX / 2];
        if (!getcwd(here, sizeof here)) return 0;
        snprintf(whole, sizeof whole, "%s/%s", here, path);
        path = whole;
    }
    return fails(name, path);
}

#define ON_NAME(name, parameters, path, ...)                                                                           \
    int name parameters {                                                                                              \
        if (path_fails(#name, path)) return fail(code());                                                              \
        return NEXT(name)(__VA_ARGS__);                                                                                \
    }
ON_NAME(rename, (const char *old, const char *new), new, old, new)
ON_NAME(link, (const char *old, const char *new), new, old, new)
ON_NAME(unlink, (const char *path), path, path)
ON_NAME(mkdir, (const char *path, mode_t mode), path, path, mode)

/* Making a file, and opening one that is there, which the log tells apart. */
#define OPEN(name)                                                                                                     \
    int name(const char *path, int flags, ...) {                                                                       \
        mode_t mode = 0;                                                                                               \
        if (flags & O_CREAT) {                                                                                         \
            va_list list;                                                                                              \
            va_start(list, flags);                                                                                     \
            mode = va_arg(list, mode_t);                                                                               \
            va_end(list);                                                                                              \
        }                                                                                                              \
        if (access(path, F_OK) == 0) {                                                                                 \
            if (path_fails("opening", path)) return fail(EIO);                                                         \
        } else if (flags & O_CREAT && path_fails(#name, path)) {                                                       \
            return fail(code());                                                                                       \
        }                                                                                                              \
        return NEXT(name)(path, flags, mode);                                                                          \
    }
OPEN(open)
OPEN(open64)
