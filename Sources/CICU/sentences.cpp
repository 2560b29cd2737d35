#include <memory>
#include <vector>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include "bytes.hpp"

struct cicu_sentences {
  std::unique_ptr<icu::BreakIterator> breaker;
  std::vector<int32_t> boundaries;
};

cicu_sentences *cicu_sentences_open(const char *locale, int32_t *status) {
  if (*status > 0) return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  auto result = std::make_unique<cicu_sentences>();
  result->breaker.reset(icu::BreakIterator::createSentenceInstance(icu::Locale(locale), error));
  *status = error;
  return U_SUCCESS(error) ? result.release() : nullptr;
}

const int32_t *cicu_sentences_find(
  cicu_sentences *sentences, const uint8_t *utf8, int64_t count, int64_t *count_of_boundaries, int32_t *status) {
  *count_of_boundaries = 0;
  if (*status > 0 || !cicu::fits(count, status)) return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, cicu::characters(utf8), count, &error);
  sentences->boundaries.clear();
  sentences->breaker->setText(&text, error);
  if (U_SUCCESS(error)) {
    sentences->breaker->first();
    for (int32_t at = sentences->breaker->next(); at != icu::BreakIterator::DONE; at = sentences->breaker->next()) {
      sentences->boundaries.push_back(at);
    }
  }
  utext_close(&text);
  // The iterator keeps a shallow clone of the text: give it an empty one, so that it never looks at freed bytes.
  UErrorCode detaching = U_ZERO_ERROR;
  UText nothing = UTEXT_INITIALIZER;
  utext_openUTF8(&nothing, "", 0, &detaching);
  sentences->breaker->setText(&nothing, detaching);
  utext_close(&nothing);
  *status = U_FAILURE(error) ? error : detaching;
  *count_of_boundaries = static_cast<int64_t>(sentences->boundaries.size());
  return sentences->boundaries.data();
}

void cicu_sentences_close(cicu_sentences *sentences) { delete sentences; }
