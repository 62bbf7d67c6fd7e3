// One trial disk, as its files see it.

#ifndef DISK_H
#define DISK_H

#include <pthread.h>

#include "TrialDisk.h"

struct disk {
    pthread_mutex_t lock;
    char *folder;
    /// The table of disks has one, each open file another.
    int references;
    int is_removed;
    uint64_t first_failing, failing;
    enum trial_fault fault;
    uint64_t failures;
    /// The kind of each call.
    uint8_t *calls;
    uint64_t call_count, call_room;
    int traces;
    struct trial_operation *operations;
    int64_t operation_count, operation_room;
};

/// The disk that a path lies on, with a reference more, or null.
struct disk *disk_of(const char *path);
void disk_release(struct disk *disk);

/// Counts a call and says whether it fails, and how; -1 if it does not.
int disk_count(struct disk *disk, enum trial_call call);

/// Puts an operation into the trace; its bytes are copied. Locks the disk.
void disk_record(struct disk *disk, struct trial_operation operation);

#endif
