// Makes the N-th call of one kind fail, or kills the process just before it: preloaded into the daemon by faults.py.
//
// strace can inject too, but counts calls for each thread by itself, so that a sweep of N misses points as soon as work
// wanders between threads. Here one counter serves the whole process.
//
//   DISPACCIO_FAULT=renameat:KILL:12      dies before the twelfth renameat
//   DISPACCIO_FAULT=fsync:EIO:2:3         the second to the fourth fsync fail with EIO
//   DISPACCIO_FAULT=renameat:HOLD:1       waits before the first renameat as long as the file DISPACCIO_FAULT_HOLD is
//                                         there, and makes one of its name and `.reached` to tell that it does
//   DISPACCIO_FAULT=inotify_add_watch:DEAF:1:99   the watches are made, and never tell anything
//   DISPACCIO_FAULT_NAME=inbox/a.txt      only calls whose path has this in it count
//   DISPACCIO_FAULT_TRACE=/path           one line a call: the kind, the descriptor's or name's path (for order checks)

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { KILL = 0, HOLD = -1, DEAF = -2 };

static char wanted[32];
static int failure;  // an error number, or one of the above
static const char *part, *held;
static long first = -1, last = -1;
static int trace = -1;
static atomic_long counter;

static int number(const char *name) {
  struct { const char *name; int number; } known[] = {
      {"KILL", KILL},     {"HOLD", HOLD},     {"DEAF", DEAF},     {"EIO", EIO},       {"ENOSPC", ENOSPC}, {"EDQUOT", EDQUOT}, {"EROFS", EROFS},
      {"EMFILE", EMFILE}, {"ENOMEM", ENOMEM}, {"EACCES", EACCES}, {"EINTR", EINTR}};
  for (unsigned i = 0; i < sizeof known / sizeof *known; i++)
    if (strcmp(known[i].name, name) == 0) return known[i].number;
  fprintf(stderr, "injector: unknown failure %s\n", name);
  _exit(99);
}

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("DISPACCIO_FAULT_TRACE");
  if (path) trace = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  part = getenv("DISPACCIO_FAULT_NAME");
  held = getenv("DISPACCIO_FAULT_HOLD");
  const char *fault = getenv("DISPACCIO_FAULT");
  char name[16];
  long times = 1;
  if (!fault) return;
  if (sscanf(fault, "%31[^:]:%15[^:]:%ld:%ld", wanted, name, &first, &times) < 3) _exit(99);
  failure = number(name);
  last = first + times - 1;
  if (failure == HOLD && !held) _exit(99);
}

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

// Waits as long as the file that holds us is there, but not for ever.
static void hold(void) {
  char reached[1024];
  snprintf(reached, sizeof reached, "%s.reached", held);
  syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, reached, O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
  struct timespec pause = {0, 2000000};
  for (int i = 0; i < 15000 && syscall(SYS_faccessat, AT_FDCWD, held, F_OK) == 0; i++) nanosleep(&pause, NULL);
}

static int hit(const char *kind, int folder, const char *name, int to_folder, const char *to) {
  if (trace >= 0) {
    char from[2048], target[2048] = "", line[4400];
    shown(from, sizeof from, folder, name);
    if (to) shown(target, sizeof target, to_folder, to);
    int length = snprintf(line, sizeof line, "%s\t%s\t%s\n", kind, from, target);
    syscall(SYS_write, trace, line, length);
  }
  if (first < 0 || strcmp(kind, wanted) != 0) return 0;
  if (part) {
    char from[2048];
    shown(from, sizeof from, folder, name);
    if (!strstr(from, part)) return 0;
  }
  long now = atomic_fetch_add(&counter, 1) + 1;
  if (now < first || now > last) return 0;
  if (failure == HOLD) {
    hold();
    return 0;
  }
  if (failure == KILL) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
  }
  errno = failure;
  return 1;
}

#define NEXT(type, name, ...)                                     \
  static type (*next)(__VA_ARGS__);                               \
  if (!next) next = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name);

int openat(int folder, const char *name, int flags, ...) {
  NEXT(int, "openat", int, const char *, int, mode_t)
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (hit("openat", folder, name, -1, NULL)) return -1;
  return next(folder, name, flags, mode);
}

int mkdirat(int folder, const char *name, mode_t mode) {
  NEXT(int, "mkdirat", int, const char *, mode_t)
  return hit("mkdirat", folder, name, -1, NULL) ? -1 : next(folder, name, mode);
}

int renameat(int folder, const char *name, int to_folder, const char *to) {
  NEXT(int, "renameat", int, const char *, int, const char *)
  return hit("renameat", folder, name, to_folder, to) ? -1 : next(folder, name, to_folder, to);
}

int renameat2(int folder, const char *name, int to_folder, const char *to, unsigned flags) {
  NEXT(int, "renameat2", int, const char *, int, const char *, unsigned)
  return hit("renameat2", folder, name, to_folder, to) ? -1 : next(folder, name, to_folder, to, flags);
}

int rename(const char *name, const char *to) {
  NEXT(int, "rename", const char *, const char *)
  return hit("rename", -1, name, -1, to) ? -1 : next(name, to);
}

int unlinkat(int folder, const char *name, int flags) {
  NEXT(int, "unlinkat", int, const char *, int)
  return hit("unlinkat", folder, name, -1, NULL) ? -1 : next(folder, name, flags);
}

int fstatat(int folder, const char *name, struct stat *status, int flags) {
  NEXT(int, "fstatat", int, const char *, struct stat *, int)
  return hit("fstatat", folder, name, -1, NULL) ? -1 : next(folder, name, status, flags);
}

int ftruncate(int descriptor, off_t length) {
  NEXT(int, "ftruncate", int, off_t)
  return hit("ftruncate", descriptor, NULL, -1, NULL) ? -1 : next(descriptor, length);
}

int flock(int descriptor, int operation) {
  NEXT(int, "flock", int, int)
  return hit("flock", descriptor, NULL, -1, NULL) ? -1 : next(descriptor, operation);
}

int fsync(int descriptor) {
  NEXT(int, "fsync", int)
  return hit("fsync", descriptor, NULL, -1, NULL) ? -1 : next(descriptor);
}

int fdatasync(int descriptor) {
  NEXT(int, "fdatasync", int)
  return hit("fdatasync", descriptor, NULL, -1, NULL) ? -1 : next(descriptor);
}

int syncfs(int descriptor) {
  NEXT(int, "syncfs", int)
  return hit("syncfs", descriptor, NULL, -1, NULL) ? -1 : next(descriptor);
}

int close(int descriptor) {
  NEXT(int, "close", int)
  return hit("close", descriptor, NULL, -1, NULL) ? -1 : next(descriptor);
}

ssize_t read(int descriptor, void *buffer, size_t count) {
  NEXT(ssize_t, "read", int, void *, size_t)
  return hit("read", descriptor, NULL, -1, NULL) ? -1 : next(descriptor, buffer, count);
}

ssize_t write(int descriptor, const void *buffer, size_t count) {
  NEXT(ssize_t, "write", int, const void *, size_t)
  if (descriptor > 2 && hit("write", descriptor, NULL, -1, NULL)) return -1;
  return next(descriptor, buffer, count);
}

int inotify_init1(int flags) {
  NEXT(int, "inotify_init1", int)
  return hit("inotify_init1", -1, NULL, -1, NULL) ? -1 : next(flags);
}

int inotify_add_watch(int descriptor, const char *name, uint32_t mask) {
  NEXT(int, "inotify_add_watch", int, const char *, uint32_t)
  if (!hit("inotify_add_watch", -1, name, -1, NULL)) return next(descriptor, name, mask);
  // Only the end of the folder is still told, as on a file system that other machines write to.
  return failure == DEAF ? next(descriptor, name, IN_DELETE_SELF | IN_ONLYDIR) : -1;
}
