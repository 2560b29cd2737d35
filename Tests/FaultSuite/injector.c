// Makes the N-th call of one kind fail, or kills the process just before it: preloaded into the daemon by faults.py.
//
// strace can inject too, but counts calls for each thread by itself, so that a sweep of N misses points as soon as work
// wanders between threads. Here one counter serves the whole process.
//
//   DISPACCIO_FAULT=renameat:KILL:12      dies before the twelfth renameat
//   DISPACCIO_FAULT=fsync:EIO:2:3         the second to the fourth fsync fail with EIO
//   DISPACCIO_FAULT=fsync:SKIP:1:1000000  no fsync is made, and each is said to have gone well
//   DISPACCIO_FAULT=renameat:HOLD:1       waits before the first renameat as long as the file DISPACCIO_FAULT_HOLD is
//                                         there, and makes one of its name and `.reached` to tell that it does
//   DISPACCIO_FAULT=inotify_add_watch:DEAF:1:99   the watches are made, and never tell anything
//   DISPACCIO_FAULT=read:HANG:1           the first read waits until the file of DISPACCIO_FAULT_WHILE is gone
//   DISPACCIO_FAULT_PATH=*/work/*         only calls on paths of this pattern are counted and fail
//   DISPACCIO_FAULT_NAME=inbox/a[1].txt   only calls on paths that have this in them, letter by letter
//   DISPACCIO_FAULT_WHILE=/path           only calls made while this file is there are counted and fail
//   DISPACCIO_FAULT_TRACE=/path           two lines a call, one before and one after it: see suite/order.py
//   DISPACCIO_FAULT_CLOCK=/path           the date is off by as many seconds as this file says, a 64-bit number in
//                                         binary, which may change at any time
//
// A call that is skipped leaves no trace: to whoever reads it, it was never made.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { DIE = 0, SKIP = -1, HOLD = -2, DEAF = -3, HANG = -4 };

static char wanted[32];
static int failure;  // an error number, or one of the above
static long first = -1, last = -1;
static int trace = -1;
static const char *pattern, *part, *held, *condition;
static const _Atomic int64_t *clock_offset;
static atomic_long counter, serial;

static int number(const char *name) {
  struct { const char *name; int number; } known[] = {
      {"KILL", DIE},      {"SKIP", SKIP},     {"HOLD", HOLD},     {"DEAF", DEAF},     {"HANG", HANG},
      {"EIO", EIO},       {"ENOSPC", ENOSPC}, {"EDQUOT", EDQUOT}, {"EROFS", EROFS},   {"EMFILE", EMFILE},
      {"ENOMEM", ENOMEM}, {"EACCES", EACCES}, {"EINTR", EINTR}};
  for (unsigned i = 0; i < sizeof known / sizeof *known; i++)
    if (strcmp(known[i].name, name) == 0) return known[i].number;
  fprintf(stderr, "injector: unknown failure %s\n", name);
  _exit(99);
}

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("DISPACCIO_FAULT_TRACE");
  if (path) trace = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  path = getenv("DISPACCIO_FAULT_CLOCK");
  if (path) {
    int file = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
    void *place = mmap(NULL, sizeof *clock_offset, PROT_READ, MAP_SHARED, file, 0);
    if (place == MAP_FAILED) _exit(99);
    clock_offset = place;
  }
  pattern = getenv("DISPACCIO_FAULT_PATH");
  part = getenv("DISPACCIO_FAULT_NAME");
  held = getenv("DISPACCIO_FAULT_HOLD");
  condition = getenv("DISPACCIO_FAULT_WHILE");
  const char *fault = getenv("DISPACCIO_FAULT");
  char name[16];
  long times = 1;
  if (!fault) return;
  if (sscanf(fault, "%31[^:]:%15[^:]:%ld:%ld", wanted, name, &first, &times) < 3) _exit(99);
  failure = number(name);
  last = first + times - 1;
  if (failure == HOLD && !held) _exit(99);
}

// A call, as it is told in the trace.
struct call {
  const char *kind;
  int folder;  // what it is made on, or the folder that the name is in
  const char *name;
  int to_folder;
  const char *to;
  long serial;  // 0: it is not traced
};

// The path that a name in a folder, or a descriptor alone, stands for.
static void shown(char *line, size_t room, int folder, const char *name) {
  char link[64], path[1024] = "";
  if (folder >= 0 && (!name || name[0] != '/')) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = syscall(SYS_readlink, link, path, sizeof path - 1);
    path[length > 0 ? length : 0] = 0;
  }
  snprintf(line, room, "%s%s%s", path, *path && name ? "/" : "", name ? name : "");
}

// For a line of the trace, which a path must not break.
static void smooth(char *path) {
  for (; *path; path++)
    if ((unsigned char)*path < ' ') *path = '?';
}

// Device and inode, which stay the same when the path changes; "-" when there is no such file.
static void identified(char *text, size_t room, int folder, const char *name) {
  struct stat status;
  long error = syscall(SYS_newfstatat, folder, name ? name : "", &status, AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH);
  if (error != 0) snprintf(text, room, "-");
  else snprintf(text, room, "%lx:%lx", (long)status.st_dev, (long)status.st_ino);
}

static int is_hit(const struct call *call) {
  if (first < 0 || strcmp(call->kind, wanted) != 0) return 0;
  if (condition && syscall(SYS_faccessat, AT_FDCWD, condition, F_OK) != 0) return 0;
  if (pattern || part) {
    char path[2048];
    shown(path, sizeof path, call->folder, call->name);
    if (pattern && fnmatch(pattern, path, 0) != 0) return 0;
    if (part && !strstr(path, part)) return 0;
  }
  long now = atomic_fetch_add(&counter, 1) + 1;
  return now >= first && now <= last;
}

// Waits as long as the file that holds us is there, but not for ever.
static void hold(void) {
  char reached[1024];
  snprintf(reached, sizeof reached, "%s.reached", held);
  syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, reached, O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
  struct timespec pause = {0, 2000000};
  for (int i = 0; i < 15000 && syscall(SYS_faccessat, AT_FDCWD, held, F_OK) == 0; i++) nanosleep(&pause, NULL);
}

// Tells of a call before it is made. A true answer means that it is not to be made: it fails with errno, or is skipped.
static int before(struct call *call) {
  int error = errno;
  int stopped = is_hit(call);
  if (stopped && failure == HOLD) {
    hold();
    stopped = 0;
  }
  if (stopped && failure == HANG) {
    while (!condition || syscall(SYS_faccessat, AT_FDCWD, condition, F_OK) == 0) usleep(10000);
    stopped = 0;
  }
  if (trace >= 0 && !(stopped && failure == SKIP)) {
    char from[2048], target[2048] = "", file[64], line[4500];
    shown(from, sizeof from, call->folder, call->name);
    identified(file, sizeof file, call->folder, call->name);
    if (call->to) shown(target, sizeof target, call->to_folder, call->to);
    smooth(from);
    smooth(target);
    call->serial = atomic_fetch_add(&serial, 1) + 1;
    int length =
        snprintf(line, sizeof line, "+\t%ld\t%s\t%s\t%s\t%s\n", call->serial, call->kind, file, from, target);
    syscall(SYS_write, trace, line, length);
  }
  if (stopped && failure == DIE) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
  }
  errno = stopped && failure != SKIP ? failure : error;
  return stopped;
}

// Tells how it went: an open tells which file it has opened.
static long after(const struct call *call, long result) {
  if (call->serial == 0) return result;
  int error = errno;
  char line[160], file[64] = "";
  if (strcmp(call->kind, "openat") == 0 && result >= 0) identified(file, sizeof file, result, NULL);
  int length = snprintf(line, sizeof line, "-\t%ld\t%ld\t%s\n", call->serial, result, file);
  syscall(SYS_write, trace, line, length);
  errno = error;
  return result;
}

#define NEXT(type, name, ...)                                     \
  static type (*next)(__VA_ARGS__);                               \
  if (!next) next = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name);

// Makes a call, unless it is to fail; the whole body of a function after NEXT.
#define MAKE(kind, folder, name, to_folder, to, made)                           \
  struct call call = {kind, folder, name, to_folder, to, 0};                    \
  if (before(&call)) return failure == SKIP ? 0 : after(&call, -1);             \
  return after(&call, made);

int openat(int folder, const char *name, int flags, ...) {
  NEXT(int, "openat", int, const char *, int, mode_t)
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  MAKE("openat", folder, name, -1, NULL, next(folder, name, flags, mode))
}

int mkdirat(int folder, const char *name, mode_t mode) {
  NEXT(int, "mkdirat", int, const char *, mode_t)
  MAKE("mkdirat", folder, name, -1, NULL, next(folder, name, mode))
}

int renameat(int folder, const char *name, int to_folder, const char *to) {
  NEXT(int, "renameat", int, const char *, int, const char *)
  MAKE("renameat", folder, name, to_folder, to, next(folder, name, to_folder, to))
}

int renameat2(int folder, const char *name, int to_folder, const char *to, unsigned flags) {
  NEXT(int, "renameat2", int, const char *, int, const char *, unsigned)
  MAKE("renameat2", folder, name, to_folder, to, next(folder, name, to_folder, to, flags))
}

int rename(const char *name, const char *to) {
  NEXT(int, "rename", const char *, const char *)
  MAKE("rename", AT_FDCWD, name, AT_FDCWD, to, next(name, to))
}

int unlinkat(int folder, const char *name, int flags) {
  NEXT(int, "unlinkat", int, const char *, int)
  MAKE("unlinkat", folder, name, -1, NULL, next(folder, name, flags))
}

int unlink(const char *name) {
  NEXT(int, "unlink", const char *)
  MAKE("unlink", AT_FDCWD, name, -1, NULL, next(name))
}

int fstatat(int folder, const char *name, struct stat *status, int flags) {
  NEXT(int, "fstatat", int, const char *, struct stat *, int)
  MAKE("fstatat", folder, name, -1, NULL, next(folder, name, status, flags))
}

int ftruncate(int descriptor, off_t length) {
  NEXT(int, "ftruncate", int, off_t)
  MAKE("ftruncate", descriptor, NULL, -1, NULL, next(descriptor, length))
}

int flock(int descriptor, int operation) {
  NEXT(int, "flock", int, int)
  MAKE("flock", descriptor, NULL, -1, NULL, next(descriptor, operation))
}

int fsync(int descriptor) {
  NEXT(int, "fsync", int)
  MAKE("fsync", descriptor, NULL, -1, NULL, next(descriptor))
}

int fdatasync(int descriptor) {
  NEXT(int, "fdatasync", int)
  MAKE("fdatasync", descriptor, NULL, -1, NULL, next(descriptor))
}

int syncfs(int descriptor) {
  NEXT(int, "syncfs", int)
  MAKE("syncfs", descriptor, NULL, -1, NULL, next(descriptor))
}

int close(int descriptor) {
  NEXT(int, "close", int)
  MAKE("close", descriptor, NULL, -1, NULL, next(descriptor))
}

ssize_t read(int descriptor, void *buffer, size_t count) {
  NEXT(ssize_t, "read", int, void *, size_t)
  MAKE("read", descriptor, NULL, -1, NULL, next(descriptor, buffer, count))
}

ssize_t write(int descriptor, const void *buffer, size_t count) {
  NEXT(ssize_t, "write", int, const void *, size_t)
  if (descriptor <= 2) return next(descriptor, buffer, count);
  MAKE("write", descriptor, NULL, -1, NULL, next(descriptor, buffer, count))
}

int inotify_init1(int flags) {
  NEXT(int, "inotify_init1", int)
  MAKE("inotify_init1", -1, NULL, -1, NULL, next(flags))
}

int inotify_add_watch(int descriptor, const char *name, uint32_t mask) {
  NEXT(int, "inotify_add_watch", int, const char *, uint32_t)
  struct call call = {"inotify_add_watch", AT_FDCWD, name, -1, NULL, 0};
  if (!before(&call)) return after(&call, next(descriptor, name, mask));
  // Only the end of the folder is still told, as on a file system that other machines write to.
  return after(&call, failure == DEAF ? next(descriptor, name, IN_DELETE_SELF | IN_ONLYDIR) : -1);
}

// The date, moved on or back. The monotonic clock stays what it is, as it does when somebody sets the date.

int clock_gettime(clockid_t clock, struct timespec *time) {
  NEXT(int, "clock_gettime", clockid_t, struct timespec *)
  int result = next(clock, time);
  if (result == 0 && clock_offset && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
    time->tv_sec += atomic_load(clock_offset);
  return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  NEXT(int, "gettimeofday", struct timeval *, void *)
  int result = next(time, zone);
  if (result == 0 && clock_offset) time->tv_sec += atomic_load(clock_offset);
  return result;
}
