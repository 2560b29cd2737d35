// A narrow way into ICU: opaque handles, UTF-8 bytes in and out, statuses as int32_t.
//
// No ICU header may be included here. Foundation on Linux carries its own ICU as a clang module, and one compilation
// that sees both fails. The implementation is C++ because normalizing UTF-8 with a map of changes exists only there.
//
// A status at or below zero is success, as in ICU; cicu_status_name gives the name of any other. Functions that take a
// status do nothing if it already holds a failure. Pointers handed back by a handle live until its next call or close.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

// MARK: Version and statuses

/// The version of the library that is loaded, "72.1".
const char *cicu_version(void);

/// The name of a status, "U_ILLEGAL_ARGUMENT_ERROR".
const char *cicu_status_name(int32_t status);

// MARK: Bytes that a call made

typedef struct cicu_bytes cicu_bytes;

const uint8_t *_Nullable cicu_bytes_start(const cicu_bytes *);
int64_t cicu_bytes_count(const cicu_bytes *);
void cicu_bytes_close(cicu_bytes *_Nullable);

// MARK: Normalizing. The forms are immutable and shared; any thread may call.

enum { CICU_NFC = 0, CICU_NFKC_CASEFOLD = 1, CICU_NFD = 2 };

typedef struct cicu_normalized cicu_normalized;

/// Whether the text is already in the form.
bool cicu_is_normalized(int32_t form, const uint8_t *_Nullable utf8, int64_t count, int32_t *status);

/// The text in the form, with its changes.
cicu_normalized *_Nullable cicu_normalize(
  int32_t form, const uint8_t *_Nullable utf8, int64_t count, int32_t *status);

const uint8_t *_Nullable cicu_normalized_start(const cicu_normalized *);
int64_t cicu_normalized_count(const cicu_normalized *);

/// Four numbers a change: source start, source end, target start, target end. A change of one scalar into one scalar
/// of as many bytes is left out, because it moves no offset.
const uint32_t *_Nullable cicu_normalized_changes(const cicu_normalized *, int64_t *count_of_changes);
void cicu_normalized_close(cicu_normalized *_Nullable);

/// NFD, without its non-spacing marks, NFC.
cicu_bytes *_Nullable cicu_strip_marks(const uint8_t *_Nullable utf8, int64_t count, int32_t *status);

// MARK: Sentence breaks. One handle for each thread.

typedef struct cicu_sentences cicu_sentences;

cicu_sentences *_Nullable cicu_sentences_open(const char *locale, int32_t *status);

/// The boundaries after offset 0, the last at the end of the text.
const int32_t *_Nullable cicu_sentences_find(
  cicu_sentences *, const uint8_t *_Nullable utf8, int64_t count, int64_t *count_of_boundaries, int32_t *status);
void cicu_sentences_close(cicu_sentences *_Nullable);

// MARK: Charsets. One detector for each thread.

typedef struct cicu_charset_detector cicu_charset_detector;

cicu_charset_detector *_Nullable cicu_charset_detector_open(int32_t *status);

/// Looks at the bytes and returns how many guesses there are, best first.
int32_t cicu_charset_detector_detect(
  cicu_charset_detector *, const uint8_t *_Nullable bytes, int64_t count, int32_t *status);
const char *_Nullable cicu_charset_detector_name(const cicu_charset_detector *, int32_t index);
int32_t cicu_charset_detector_confidence(const cicu_charset_detector *, int32_t index);
const char *_Nullable cicu_charset_detector_language(const cicu_charset_detector *, int32_t index);
void cicu_charset_detector_close(cicu_charset_detector *_Nullable);

/// The bytes as UTF-8; each sequence that means nothing in the charset becomes U+FFFD and counts in `replaced`.
cicu_bytes *_Nullable cicu_decode(
  const char *charset, const uint8_t *_Nullable bytes, int64_t count, int64_t *replaced, int32_t *status);

// MARK: Transliterating. One handle for each thread.

typedef struct cicu_transliterator cicu_transliterator;

cicu_transliterator *_Nullable cicu_transliterator_open(const char *id, int32_t *status);
cicu_bytes *_Nullable cicu_transliterate(
  cicu_transliterator *, const uint8_t *_Nullable utf8, int64_t count, int32_t *status);
void cicu_transliterator_close(cicu_transliterator *_Nullable);

// MARK: Wording of numbers, dates and regions. One handle for each thread.

typedef struct cicu_spelling cicu_spelling;

cicu_spelling *_Nullable cicu_spelling_open(const char *locale, int32_t *status);
bool cicu_spelling_has(const cicu_spelling *, const char *rule_set);

/// The number by one of the locale's rule sets, "%spellout-cardinal-feminine", without soft hyphens.
cicu_bytes *_Nullable cicu_spelling_spell(cicu_spelling *, const char *rule_set, int64_t number, int32_t *status);
void cicu_spelling_close(cicu_spelling *_Nullable);

typedef struct cicu_decimal cicu_decimal;

cicu_decimal *_Nullable cicu_decimal_open(const char *locale, int32_t *status);
cicu_bytes *_Nullable cicu_decimal_format(cicu_decimal *, int64_t number, int32_t *status);
void cicu_decimal_close(cicu_decimal *_Nullable);

typedef struct cicu_date cicu_date;

/// With `is_skeleton` the locale chooses order and punctuation.
cicu_date *_Nullable cicu_date_open(const char *pattern, bool is_skeleton, const char *locale, int32_t *status);

/// The day as the pattern writes it; the day counts from 1970-01-01.
cicu_bytes *_Nullable cicu_date_format(cicu_date *, int64_t day, int32_t *status);
void cicu_date_close(cicu_date *_Nullable);

/// The name of an ISO 3166 region in a locale, or NULL where the locale has none.
cicu_bytes *_Nullable cicu_region_name(const char *code, const char *locale, int32_t *status);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif
