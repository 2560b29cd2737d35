// A narrow way into CLD2. No header of CLD2 may be included here: they are C++, and Swift imports this as C.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

typedef struct {
  /// ISO 639 codes, best first; "un" where CLD2 has none. They live as long as the process.
  const char *_Nonnull codes[3];
  /// Of the text's letters, in per cent.
  int32_t percents[3];
  /// Whether the first is well ahead of the others.
  bool is_reliable;
  /// How many bytes of letters CLD2 looked at.
  int32_t letters;
} ccld2_result;

/// The languages of valid UTF-8 text. Any thread may call: the tables are constant.
ccld2_result ccld2_identify(const uint8_t *_Nullable utf8, int32_t count);

/// Code version and date of the tables, "V2.0 - 20141015".
const char *ccld2_version(void);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif
