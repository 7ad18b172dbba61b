/* Stands between a program and its files: writes down every change below one folder, lets chosen ones fail, and kills the
 * program before a chosen one. Loaded by LD_PRELOAD; told what to do through the functions that begin with watch_.
 * Each line of the record is a header of numbers and its bytes; tests/trust/disk.py reads it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST 4096
enum { WRITE = 1, SYNC = 2, TRUNCATE = 4, OPEN = 8, NAME = 16, READ = 32 };

static char root[4096];
static int record = -1;
static char *path_of[MOST];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static long ops, kill_at, fail_at, failing_seen;
static int fail_kinds, fail_errno, fail_on;
static char fail_name[256];

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int below(const char *path) {
    size_t length = strlen(root);
    return length && path && !strncmp(path, root, length) && (path[length] == '/' || !path[length]);
}

static const char *known(int fd) { return fd >= 0 && fd < MOST ? path_of[fd] : NULL; }

static void put(const void *data, size_t size) {
    const char *at = data;
    while (size) {
        ssize_t done = syscall(SYS_write, record, at, size);
        if (done <= 0) abort();
        at += done;
        size -= done;
    }
}

static void note(char kind, uint64_t file, uint64_t offset, const void *one, size_t size, const char *other) {
    if (record < 0) return;
    uint64_t head[5] = {(uint64_t)kind, file, offset, size, other ? strlen(other) : 0};
    pthread_mutex_lock(&turn);
    put(head, sizeof head);
    put(one, size);
    if (other) put(other, strlen(other));
    pthread_mutex_unlock(&turn);
}

static uint64_t number(int fd) {
    struct stat found;
    return fstat(fd, &found) ? 0 : (uint64_t)found.st_ino;
}

/* Before each change: may kill; says whether the change is to fail. */
static int fails(int kind, const char *path) {
    if (kind != READ && ++ops == kill_at) syscall(SYS_kill, getpid(), SIGKILL);
    if (!(fail_kinds & kind) || (*fail_name && (!path || !strstr(path, fail_name)))) return 0;
    if (++failing_seen < fail_at || (!fail_on && failing_seen > fail_at)) return 0;
    errno = fail_errno;
    return 1;
}

void watch_begin(const char *folder, int fd) { strncpy(root, folder, sizeof root - 1); record = fd; ops = 0; }
void watch_kill(long at) { kill_at = at; }
void watch_fail(int kinds, long at, int error, int goes_on, const char *name) {
    fail_kinds = kinds; fail_at = at; fail_errno = error; fail_on = goes_on; failing_seen = 0;
    strncpy(fail_name, name, sizeof fail_name - 1);
}
void watch_mark(const char *text) { note('K', 0, 0, text, strlen(text), NULL); }
long watch_ops(void) { return ops; }
long watch_failing(void) { return failing_seen; }

static void opened(int fd, const char *path, int flags, int existed) {
    if (fd < 0 || fd >= MOST) return;
    free(path_of[fd]);
    path_of[fd] = strdup(path);
    if ((flags & O_CREAT) && !existed) note('C', number(fd), 0, path, strlen(path), NULL);
    else if (flags & O_TRUNC) note('T', number(fd), 0, "", 0, NULL);
}

#define OPENS(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        if (!below(path)) return real(path, flags, mode); \
        int existed = access(path, F_OK) == 0; \
        if ((flags & (O_CREAT | O_TRUNC)) && fails(OPEN, path)) return -1; \
        int fd = real(path, flags, mode); \
        opened(fd, path, flags, existed); \
        return fd; \
    }
OPENS(open)
OPENS(open64)

int close(int fd) {
    REAL(close);
    if (known(fd)) { free(path_of[fd]); path_of[fd] = NULL; }
    return real(fd);
}

#define WRITES(name, type) \
    ssize_t name(int fd, const void *data, size_t size, type at) { \
        REAL(name); \
        if (!known(fd)) return real(fd, data, size, at); \
        if (fails(WRITE, known(fd))) return -1; \
        ssize_t done = real(fd, data, size, at); \
        if (done > 0) note('W', number(fd), (uint64_t)at, data, done, NULL); \
        return done; \
    }
WRITES(pwrite, off_t)
WRITES(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t size) {
    REAL(write);
    if (!known(fd)) return real(fd, data, size);
    if (fails(WRITE, known(fd))) return -1;
    ssize_t done = real(fd, data, size);
    if (done > 0) note('W', number(fd), (uint64_t)(lseek(fd, 0, SEEK_CUR) - done), data, done, NULL);
    return done;
}

#define READS(name, type) \
    ssize_t name(int fd, void *data, size_t size, type at) { \
        REAL(name); \
        if (known(fd) && fails(READ, known(fd))) return -1; \
        return real(fd, data, size, at); \
    }
READS(pread, off_t)
READS(pread64, off64_t)

#define TRUNCATES(name, type) \
    int name(int fd, type size) { \
        REAL(name); \
        if (!known(fd)) return real(fd, size); \
        if (fails(TRUNCATE, known(fd))) return -1; \
        int failed = real(fd, size); \
        if (!failed) note('T', number(fd), (uint64_t)size, "", 0, NULL); \
        return failed; \
    }
TRUNCATES(ftruncate, off_t)
TRUNCATES(ftruncate64, off64_t)

#define SYNCS(name) \
    int name(int fd) { \
        REAL(name); \
        if (!known(fd)) return real(fd); \
        if (fails(SYNC, known(fd))) return -1; \
        struct stat found; \
        int folder = !fstat(fd, &found) && S_ISDIR(found.st_mode); \
        note(folder ? 'D' : 'S', number(fd), 0, known(fd), strlen(known(fd)), NULL); \
        return 0; /* nothing is lost here when the power stays on, and a run takes a tenth of the time */ \
    }
SYNCS(fsync)
SYNCS(fdatasync)

#define NAMES(name, kind, arguments, call, one, other) \
    int name arguments { \
        REAL(name); \
        if (!below(one)) return real call; \
        if (fails(NAME, one)) return -1; \
        int failed = real call; \
        if (!failed) note(kind, 0, 0, one, strlen(one), other); \
        return failed; \
    }
NAMES(rename, 'R', (const char *from, const char *to), (from, to), from, to)
NAMES(link, 'L', (const char *from, const char *to), (from, to), from, to)
NAMES(unlink, 'U', (const char *path), (path), path, NULL)
NAMES(mkdir, 'M', (const char *path, mode_t mode), (path, mode), path, NULL)
NAMES(linkat, 'L', (int a, const char *from, int b, const char *to, int flags), (a, from, b, to, flags), from, to)
NAMES(renameat, 'R', (int a, const char *from, int b, const char *to), (a, from, b, to), from, to)
NAMES(unlinkat, 'U', (int a, const char *path, int flags), (a, path, flags), path, NULL)
