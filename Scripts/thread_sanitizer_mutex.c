// Shows ThreadSanitizer the slow paths of Synchronization.Mutex.
//
// On Linux a Mutex takes and gives its lock with one atomic instruction, which is compiled into the code that uses it,
// so the sanitizer sees it. When two threads meet there, the standard library goes on with FUTEX_LOCK_PI and
// FUTEX_UNLOCK_PI: the library is not instrumented and the kernel writes the word, so for the sanitizer the lock never
// passed from one thread to the other, and all that a Mutex guards is reported as a race. Scripts/sanitize links this
// file before the library; each function here calls the library's and says what it has done.
//
// The names and the way of calling are ABI of the Swift 6 standard library for Linux. If a later one has others, the
// functions here are not called any more and the false reports come back.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

extern void __tsan_acquire(void *address);
extern void __tsan_release(void *address);

#define SWIFT_METHOD __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *self

#define LOCK_SLOW "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define TRY_LOCK_SLOW "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"
#define UNLOCK_SLOW "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

typedef SWIFT_METHOD void LockSlow(uint32_t thread, SELF);
typedef SWIFT_METHOD bool TryLockSlow(SELF);
typedef SWIFT_METHOD void UnlockSlow(SELF);

static void *inLibrary(const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    if (found == NULL) abort();
    return found;
}

SWIFT_METHOD void lockSlow(uint32_t thread, SELF) __asm__(LOCK_SLOW);
SWIFT_METHOD void lockSlow(uint32_t thread, SELF) {
    ((LockSlow *)inLibrary(LOCK_SLOW))(thread, self);
    __tsan_acquire(self);
}

SWIFT_METHOD bool tryLockSlow(SELF) __asm__(TRY_LOCK_SLOW);
SWIFT_METHOD bool tryLockSlow(SELF) {
    bool taken = ((TryLockSlow *)inLibrary(TRY_LOCK_SLOW))(self);
    if (taken) __tsan_acquire(self);
    return taken;
}

SWIFT_METHOD void unlockSlow(SELF) __asm__(UNLOCK_SLOW);
SWIFT_METHOD void unlockSlow(SELF) {
    __tsan_release(self);
    ((UnlockSlow *)inLibrary(UNLOCK_SLOW))(self);
}
