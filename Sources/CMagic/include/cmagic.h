// A narrow way into libmagic. No header of libmagic may be included here, so that Swift needs none to import this.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#pragma clang assume_nonnull begin

/// The media type of the bytes, such as `text/html`, into `type` with a NUL at its end. False if libmagic has no database
/// or no memory. Opens and closes a handle of its own: any thread may call.
bool cmagic_type(const void *_Nullable bytes, size_t count, char *type, size_t capacity);

#pragma clang assume_nonnull end
