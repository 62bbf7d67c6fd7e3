/*
 * Counts what a program asks of the allocator, by being loaded in front of it (LD_PRELOAD).
 *
 * At the end of the process one line goes to the file that ALLOCATION_COUNT names: calls, bytes asked for, and the
 * calls by size, as `calls=N bytes=N N:COUNT …` with the upper bounds of the size classes (powers of two).
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

/* glibc's own names for what this file puts itself in front of. */
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static atomic_ulong classes[65];
static atomic_ulong bytes;

static void count(size_t size) {
    int class = size <= 1 ? 0 : 64 - __builtin_clzl(size - 1);
    atomic_fetch_add_explicit(&classes[class], 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&bytes, size, memory_order_relaxed);
}

void *malloc(size_t size) {
    count(size);
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    count(number * size);
    return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
    count(size);
    return __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size) {
    count(size);
    return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **result, size_t alignment, size_t size) {
    void *got = memalign(alignment, size);
    if (got == NULL) return ENOMEM;
    *result = got;
    return 0;
}

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("ALLOCATION_COUNT");
    FILE *file = path == NULL ? NULL : fopen(path, "w");
    if (file == NULL) return;
    unsigned long calls = 0;
    for (int class = 0; class < 65; class++) calls += atomic_load(&classes[class]);
    fprintf(file, "calls=%lu bytes=%lu", calls, atomic_load(&bytes));
    for (int class = 0; class < 64; class++) {
        unsigned long number = atomic_load(&classes[class]);
        if (number > 0) fprintf(file, " %lu:%lu", 1UL << class, number);
    }
    fputc('\n', file);
    fclose(file);
}
