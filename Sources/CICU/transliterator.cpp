#include <memory>

#include <unicode/translit.h>

#include "bytes.hpp"

struct cicu_transliterator {
  std::unique_ptr<icu::Transliterator> rules;
};

cicu_transliterator *cicu_transliterator_open(const char *id, int32_t *status) {
  if (*status > 0) return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  auto result = std::make_unique<cicu_transliterator>();
  result->rules.reset(icu::Transliterator::createInstance(icu::UnicodeString::fromUTF8(id), UTRANS_FORWARD, error));
  if (U_SUCCESS(error) && result->rules == nullptr) error = U_INVALID_ID;
  *status = error;
  return U_SUCCESS(error) ? result.release() : nullptr;
}

cicu_bytes *cicu_transliterate(
  cicu_transliterator *transliterator, const uint8_t *utf8, int64_t count, int32_t *status) {
  if (*status > 0 || !cicu::fits(count, status)) return nullptr;
  icu::UnicodeString text = cicu::string(utf8, count);
  transliterator->rules->transliterate(text);
  return cicu::bytes(text);
}

void cicu_transliterator_close(cicu_transliterator *transliterator) { delete transliterator; }
