// A disk that fails when it is told to, and that remembers what was done to it. For tests only.
//
// Linking this target puts a VFS in front of SQLite's default one, before anything else runs. It passes on whatever is
// not below a folder that somebody has declared a trial disk; there, it counts the calls that read or change something,
// makes some of them fail, and keeps a trace of what was changed, by which a test can say what a power failure would have left.

#ifndef TRIAL_DISK_H
#define TRIAL_DISK_H

#include <stdint.h>

/// What SQLite asked for, or what a test put into the trace.
enum trial_call {
    /// A file was made that was not there; in the trace, with a name of its own from then on.
    TRIAL_CREATE = 0,
    TRIAL_WRITE = 1,
    TRIAL_TRUNCATE = 2,
    TRIAL_SYNC = 3,
    TRIAL_DELETE = 4,
    /// The index of the write-ahead log was mapped, and made larger if need be. Counted, but not in the trace: nothing
    /// of it outlives a power failure.
    TRIAL_SHARE = 5,
    /// Counted, but not in the trace: it changes nothing.
    TRIAL_READ = 6,
    /// A moment that a test has marked.
    TRIAL_MARK = 7,
};

/// How a call fails.
enum trial_fault {
    /// There is no space: nothing is done.
    TRIAL_FULL = 0,
    /// An error of the device: nothing is done.
    TRIAL_ERROR = 1,
    /// Half of what is to be written is, then there is no space. As TRIAL_FULL for what does not write.
    TRIAL_SHORT = 2,
};

struct trial_operation {
    enum trial_call call;
    /// The file's name without its folder; null for a mark. Valid until the disk is removed.
    const char *name;
    /// Where it was written, or the size that it was cut to, or what was marked.
    int64_t offset;
    /// What was written. Valid until the disk is removed.
    const uint8_t *bytes;
    int64_t count;
    /// A synchronisation that also made the names in the folder durable; a deletion that did.
    int settles_folder;
    /// A synchronisation that failed.
    int failed;
};

/// Declares a folder a trial disk: all files right in it that SQLite opens from now on.
/// \return its number, or -1 if there are too many.
int trial_disk_add(const char *folder);

/// Ends the trial. Files that are open still go on without faults and traces.
void trial_disk_remove(int disk);

/// Makes calls fail from the one with this number on, counted from 1 since the disk was added.
/// \param count how many; the greatest number for a disk that stays broken until it is mended.
void trial_disk_break(int disk, uint64_t first, uint64_t count, enum trial_fault fault);

/// Lets all calls succeed again.
void trial_disk_mend(int disk);

/// How many calls there were that could have failed, and of which kind the one with a number was; -1 if there was none.
uint64_t trial_disk_calls(int disk);
int trial_disk_call(int disk, uint64_t number);

/// How many of them were made to fail.
uint64_t trial_disk_failures(int disk);

/// Begins to keep a trace.
void trial_disk_trace(int disk);

/// Puts a mark behind what was done so far.
void trial_disk_mark(int disk, int64_t value);

/// How many operations the trace has, and one of them.
int64_t trial_disk_operations(int disk);
struct trial_operation trial_disk_operation(int disk, int64_t index);

#endif
