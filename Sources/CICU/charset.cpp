#include <memory>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

#include "bytes.hpp"

struct cicu_charset_detector {
  struct guess {
    std::string name;
    std::string language;
    int32_t confidence;
  };
  UCharsetDetector *detector = nullptr;
  std::vector<guess> guesses;
  ~cicu_charset_detector() { ucsdet_close(detector); }
};

cicu_charset_detector *cicu_charset_detector_open(int32_t *status) {
  if (*status > 0) return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  auto result = std::make_unique<cicu_charset_detector>();
  result->detector = ucsdet_open(&error);
  *status = error;
  return U_SUCCESS(error) ? result.release() : nullptr;
}

int32_t cicu_charset_detector_detect(
  cicu_charset_detector *detector, const uint8_t *bytes, int64_t count, int32_t *status) {
  detector->guesses.clear();
  if (*status > 0 || !cicu::fits(count, status)) return 0;
  UErrorCode error = U_ZERO_ERROR;
  ucsdet_setText(detector->detector, cicu::characters(bytes), static_cast<int32_t>(count), &error);
  int32_t found = 0;
  const UCharsetMatch **matches = ucsdet_detectAll(detector->detector, &found, &error);
  for (int32_t index = 0; U_SUCCESS(error) && index < found; index += 1) {
    const char *name = ucsdet_getName(matches[index], &error);
    const char *language = ucsdet_getLanguage(matches[index], &error);
    const int32_t confidence = ucsdet_getConfidence(matches[index], &error);
    if (U_SUCCESS(error)) detector->guesses.push_back({name, language == nullptr ? "" : language, confidence});
  }
  // The detector keeps the pointer it was given: take it away before the caller frees the bytes.
  UErrorCode detaching = U_ZERO_ERROR;
  ucsdet_setText(detector->detector, "", 0, &detaching);
  *status = error;
  return U_SUCCESS(error) ? static_cast<int32_t>(detector->guesses.size()) : 0;
}

const char *cicu_charset_detector_name(const cicu_charset_detector *detector, int32_t index) {
  return detector->guesses[static_cast<size_t>(index)].name.c_str();
}

int32_t cicu_charset_detector_confidence(const cicu_charset_detector *detector, int32_t index) {
  return detector->guesses[static_cast<size_t>(index)].confidence;
}

const char *cicu_charset_detector_language(const cicu_charset_detector *detector, int32_t index) {
  return detector->guesses[static_cast<size_t>(index)].language.c_str();
}

void cicu_charset_detector_close(cicu_charset_detector *detector) { delete detector; }

namespace {

struct converter {
  UConverter *handle;
  converter(const char *name, UErrorCode &error) : handle(ucnv_open(name, &error)) {}
  ~converter() { ucnv_close(handle); }
};

/// Writes U+FFFD for a sequence that means nothing, and counts it.
void replace_and_count(
  const void *context, UConverterToUnicodeArgs *arguments, const char *, int32_t, UConverterCallbackReason reason,
  UErrorCode *error) {
  if (reason > UCNV_IRREGULAR) return;
  *error = U_ZERO_ERROR;
  const UChar replacement = 0xFFFD;
  ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, error);
  *static_cast<int64_t *>(const_cast<void *>(context)) += 1;
}

}  // namespace

cicu_bytes *cicu_decode(
  const char *charset, const uint8_t *bytes, int64_t count, int64_t *replaced, int32_t *status) {
  *replaced = 0;
  if (*status > 0 || !cicu::fits(count, status)) return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  converter from(charset, error), to("UTF-8", error);
  ucnv_setToUCallBack(from.handle, replace_and_count, replaced, nullptr, nullptr, &error);
  if (U_FAILURE(error)) {
    *status = error;
    return nullptr;
  }
  auto result = std::make_unique<cicu_bytes>();
  result->content.reserve(static_cast<size_t>(count) + static_cast<size_t>(count) / 8 + 64);
  std::vector<char> piece(64 * 1024);
  std::vector<UChar> pivot(16 * 1024);
  UChar *pivot_read = pivot.data(), *pivot_write = pivot.data();
  const char *source = cicu::characters(bytes), *const limit = source + count;
  bool is_first = true;
  do {
    error = U_ZERO_ERROR;
    char *target = piece.data();
    ucnv_convertEx(
      to.handle, from.handle, &target, piece.data() + piece.size(), &source, limit, pivot.data(), &pivot_read,
      &pivot_write, pivot.data() + pivot.size(), is_first, true, &error);
    result->content.append(piece.data(), static_cast<size_t>(target - piece.data()));
    is_first = false;
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  *status = error;
  return U_SUCCESS(error) ? result.release() : nullptr;
}
