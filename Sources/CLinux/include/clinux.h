#pragma once

// Calls of Linux that Swift's Glibc module does not show (checked with Swift 6.3): either glibc declares them only
// under _GNU_SOURCE, or they are variadic, or they use a flexible array. This header includes nothing beyond the sizes
// of integers, so that importing it can clash with nothing.

#include <stdint.h>

struct dirent;

/// renameat2(2): returns 0, or -1 with errno. `flags` is 0 or CLINUX_RENAME_NOREPLACE.
int clinux_renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);

#define CLINUX_RENAME_NOREPLACE 1u

/// syncfs(2): makes all that was written to the file system of `descriptor` durable.
int clinux_syncfs(int descriptor);

/// The magic number of the file system of `descriptor`, or -1 with errno.
int64_t clinux_file_system(int descriptor);

/// The name of a directory entry, up to its NUL.
const char *clinux_entry_name(const struct dirent *entry);

/// The kind of a directory entry (DT_REG and so on), without looking at the file.
int clinux_entry_kind(const struct dirent *entry);

/// Number of the calling thread, as `ps -L` and `/proc` show it.
int clinux_thread_number(void);

/// openat(2) with its optional mode always given.
int clinux_openat(int folder, const char *name, int flags, uint32_t mode);

/// accept4(2) with a descriptor that does not block and is not inherited; -1 with errno.
int clinux_accept(int listener);

/// User and group of the process at the other end of a local socket; returns 0, or -1 with errno.
int clinux_peer(int descriptor, uint32_t *user, uint32_t *group, int32_t *process);

/// Whether the process at the other end of a local socket is in a group besides its own (SO_PEERGROUPS).
int clinux_peer_is_member(int descriptor, uint32_t group);

/// From now on each of these signals puts its number as one byte into a pipe, whatever thread it comes to; returns the
/// pipe's reading end, which does not block and is not inherited, or -1 with errno. To be called once.
int clinux_listen(const int32_t *signals, int count);

/// Lets all threads share so many arenas of the allocator, and keeps blocks of a megabyte and more out of them, so that
/// they go back to the system when they are freed; to be called before there are threads.
void clinux_bound_arenas(int count);

/// Gives pages that hold nothing back to the system, from all arenas.
void clinux_give_back_memory(void);
