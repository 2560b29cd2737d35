// What the services share: owned bytes, and the way from ICU's strings to UTF-8.
#pragma once

#include <string>

#include <unicode/bytestream.h>
#include <unicode/unistr.h>
#include <unicode/utypes.h>

#include "cicu.h"

struct cicu_bytes {
  std::string content;
};

namespace cicu {

/// ICU counts in int32_t; a longer text is refused, not cut.
inline bool fits(int64_t count, int32_t *status) {
  if (count >= 0 && count <= INT32_MAX / 4) return true;
  *status = U_INDEX_OUTOFBOUNDS_ERROR;
  return false;
}

inline const char *characters(const uint8_t *bytes) {
  return bytes == nullptr ? "" : reinterpret_cast<const char *>(bytes);
}

inline icu::UnicodeString string(const uint8_t *utf8, int64_t count) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(characters(utf8), static_cast<int32_t>(count)));
}

inline cicu_bytes *bytes(const icu::UnicodeString &string) {
  auto *result = new cicu_bytes;
  string.toUTF8String(result->content);
  return result;
}

}  // namespace cicu
