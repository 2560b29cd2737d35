#include "cmagic.h"

#include <magic.h>
#include <string.h>

bool cmagic_type(const void *bytes, size_t count, char *type, size_t capacity) {
  // Neither archives nor programs are asked about; looking into them would only take time.
  magic_t magic = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR | MAGIC_NO_CHECK_ELF |
                             MAGIC_NO_CHECK_CDF);
  if (magic == NULL) return false;
  const char *found = magic_load(magic, NULL) == 0 ? magic_buffer(magic, bytes, count) : NULL;
  bool is_there = found != NULL && strlen(found) < capacity;
  if (is_there) strcpy(type, found);
  magic_close(magic);
  return is_there;
}
