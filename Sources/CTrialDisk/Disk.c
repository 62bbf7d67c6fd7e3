// The disks: which calls fail, and what was done.

#include "Disk.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_DISKS = 64 };

static struct disk *disks[MOST_DISKS];
static pthread_mutex_t table = PTHREAD_MUTEX_INITIALIZER;

/// Memory, or the end: a test that has none shows nothing.
static void *grown(void *memory, size_t size) {
    void *larger = realloc(memory, size);
    if (larger == 0) { abort(); }
    return larger;
}

static struct disk *disk_at(int number) {
    if (number < 0 || number >= MOST_DISKS) { abort(); }
    pthread_mutex_lock(&table);
    struct disk *disk = disks[number];
    pthread_mutex_unlock(&table);
    if (disk == 0) { abort(); }
    return disk;
}

int trial_disk_add(const char *folder) {
    struct disk *disk = calloc(1, sizeof *disk);
    if (disk == 0) { abort(); }
    pthread_mutex_init(&disk->lock, 0);
    disk->folder = strdup(folder);
    disk->references = 1;
    int number = -1;
    pthread_mutex_lock(&table);
    for (int index = 0; index < MOST_DISKS && number < 0; index += 1) {
        if (disks[index] == 0) {
            disks[index] = disk;
            number = index;
        }
    }
    pthread_mutex_unlock(&table);
    if (number < 0) { disk_release(disk); }
    return number;
}

void trial_disk_remove(int number) {
    struct disk *disk = disk_at(number);
    pthread_mutex_lock(&table);
    disks[number] = 0;
    pthread_mutex_unlock(&table);
    pthread_mutex_lock(&disk->lock);
    disk->is_removed = 1;
    pthread_mutex_unlock(&disk->lock);
    disk_release(disk);
}

struct disk *disk_of(const char *path) {
    const char *slash = path ? strrchr(path, '/') : 0;
    if (slash == 0) { return 0; }
    size_t length = (size_t)(slash - path);
    struct disk *found = 0;
    pthread_mutex_lock(&table);
    for (int index = 0; index < MOST_DISKS && found == 0; index += 1) {
        struct disk *disk = disks[index];
        if (disk && strlen(disk->folder) == length && memcmp(disk->folder, path, length) == 0) { found = disk; }
    }
    if (found) {
        pthread_mutex_lock(&found->lock);
        found->references += 1;
        pthread_mutex_unlock(&found->lock);
    }
    pthread_mutex_unlock(&table);
    return found;
}

void disk_release(struct disk *disk) {
    pthread_mutex_lock(&disk->lock);
    int is_last = --disk->references == 0;
    pthread_mutex_unlock(&disk->lock);
    if (!is_last) { return; }
    for (int64_t index = 0; index < disk->operation_count; index += 1) {
        free((void *)disk->operations[index].name);
        free((void *)disk->operations[index].bytes);
    }
    free(disk->operations);
    free(disk->calls);
    free(disk->folder);
    pthread_mutex_destroy(&disk->lock);
    free(disk);
}

// Faults.

void trial_disk_break(int number, uint64_t first, uint64_t count, enum trial_fault fault) {
    struct disk *disk = disk_at(number);
    pthread_mutex_lock(&disk->lock);
    disk->first_failing = first;
    disk->failing = count;
    disk->fault = fault;
    pthread_mutex_unlock(&disk->lock);
}

void trial_disk_mend(int number) { trial_disk_break(number, 0, 0, TRIAL_FULL); }

int disk_count(struct disk *disk, enum trial_call call) {
    int fault = -1;
    pthread_mutex_lock(&disk->lock);
    if (!disk->is_removed) {
        if (disk->call_count == disk->call_room) {
            disk->call_room = 2 * disk->call_room + 1024;
            disk->calls = grown(disk->calls, disk->call_room);
        }
        disk->calls[disk->call_count] = (uint8_t)call;
        disk->call_count += 1;
        if (disk->failing && disk->call_count >= disk->first_failing
            && disk->call_count - disk->first_failing < disk->failing) {
            fault = (int)disk->fault;
            disk->failures += 1;
        }
    }
    pthread_mutex_unlock(&disk->lock);
    return fault;
}

uint64_t trial_disk_calls(int number) {
    struct disk *disk = disk_at(number);
    pthread_mutex_lock(&disk->lock);
    uint64_t count = disk->call_count;
    pthread_mutex_unlock(&disk->lock);
    return count;
}

int trial_disk_call(int number, uint64_t call) {
    struct disk *disk = disk_at(number);
    pthread_mutex_lock(&disk->lock);
    int kind = call >= 1 && call <= disk->call_count ? disk->calls[call - 1] : -1;
    pthread_mutex_unlock(&disk->lock);
    return kind;
}

uint64_t trial_disk_failures(int number) {
    struct disk *disk = disk_at(number);
    pthread_mutex_lock(&disk->lock);
    uint64_t count = disk->failures;
    pthread_mutex_unlock(&disk->lock);
    return count;
}

// The trace.

void trial_disk_trace(int number) {
    struct disk *disk = disk_at(number);
    pthread_mutex_lock(&disk->lock);
    disk->traces = 1;
    pthread_mutex_unlock(&disk->lock);
}

void disk_record(struct disk *disk, struct trial_operation operation) {
    pthread_mutex_lock(&disk->lock);
    if (disk->traces && !disk->is_removed) {
        if (disk->operation_count == disk->operation_room) {
            disk->operation_room = 2 * disk->operation_room + 256;
            disk->operations = grown(disk->operations, (size_t)disk->operation_room * sizeof *disk->operations);
        }
        if (operation.name) { operation.name = strdup(operation.name); }
        if (operation.bytes) {
            uint8_t *copy = grown(0, (size_t)operation.count + 1);
            memcpy(copy, operation.bytes, (size_t)operation.count);
            operation.bytes = copy;
        }
        disk->operations[disk->operation_count] = operation;
        disk->operation_count += 1;
    }
    pthread_mutex_unlock(&disk->lock);
}

void trial_disk_mark(int number, int64_t value) {
    disk_record(disk_at(number), (struct trial_operation){.call = TRIAL_MARK, .offset = value});
}

int64_t trial_disk_operations(int number) {
    struct disk *disk = disk_at(number);
    pthread_mutex_lock(&disk->lock);
    int64_t count = disk->operation_count;
    pthread_mutex_unlock(&disk->lock);
    return count;
}

struct trial_operation trial_disk_operation(int number, int64_t index) {
    struct disk *disk = disk_at(number);
    pthread_mutex_lock(&disk->lock);
    if (index < 0 || index >= disk->operation_count) { abort(); }
    struct trial_operation operation = disk->operations[index];
    pthread_mutex_unlock(&disk->lock);
    return operation;
}
