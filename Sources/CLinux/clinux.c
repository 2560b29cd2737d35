#define _GNU_SOURCE

#include "clinux.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/vfs.h>
#include <unistd.h>

_Static_assert(CLINUX_RENAME_NOREPLACE == RENAME_NOREPLACE, "the flag is the kernel's");

int clinux_renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags) {
  return renameat2(from_folder, from, to_folder, to, flags);
}

int clinux_syncfs(int descriptor) { return syncfs(descriptor); }

int64_t clinux_file_system(int descriptor) {
  struct statfs status;
  if (fstatfs(descriptor, &status) != 0) return -1;
  return (int64_t)status.f_type;
}

const char *clinux_entry_name(const struct dirent *entry) { return entry->d_name; }

int clinux_entry_kind(const struct dirent *entry) { return entry->d_type; }

int clinux_thread_number(void) { return (int)gettid(); }

int clinux_openat(int folder, const char *name, int flags, uint32_t mode) {
  return openat(folder, name, flags, (mode_t)mode);
}

int clinux_accept(int listener) { return accept4(listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK); }

int clinux_peer(int descriptor, uint32_t *user, uint32_t *group, int32_t *process) {
  struct ucred peer;
  socklen_t length = sizeof peer;
  if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0) return -1;
  *user = peer.uid;
  *group = peer.gid;
  *process = peer.pid;
  return 0;
}

int clinux_peer_is_member(int descriptor, uint32_t group) {
  socklen_t length = 0;
  // A process may be in 65,536 groups: the kernel tells how much room its list takes.
  if (getsockopt(descriptor, SOL_SOCKET, SO_PEERGROUPS, NULL, &length) != 0 && errno != ERANGE) return 0;
  gid_t *groups = malloc(length);
  int found = 0;
  if (groups && getsockopt(descriptor, SOL_SOCKET, SO_PEERGROUPS, groups, &length) == 0)
    for (socklen_t i = 0; i < length / sizeof *groups; i++) found |= groups[i] == group;
  free(groups);
  return found;
}

static volatile sig_atomic_t signal_pipe = -1;

static void signal_came(int number) {
  int error = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe holds enough of them already.
  ssize_t written = write(signal_pipe, &byte, 1);
  (void)written;
  errno = error;
}

int clinux_listen(const int32_t *signals, int count) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  signal_pipe = ends[1];
  struct sigaction action = {.sa_handler = signal_came, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < count; i++)
    if (sigaction(signals[i], &action, NULL) != 0) return -1;
  return ends[0];
}

void clinux_bound_arenas(int count) {
  mallopt(M_ARENA_MAX, count);
  // By itself the limit rises to the largest block that was ever freed, 32 MiB at most, and as much is then kept.
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 20);
}

void clinux_give_back_memory(void) { malloc_trim(0); }
