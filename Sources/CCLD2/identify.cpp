#include <cstdio>  // CLD2's header names FILE without it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "ccld2.h"

ccld2_result ccld2_identify(const uint8_t *utf8, int32_t count) {
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
  int percents[3] = {0, 0, 0};
  double scores[3] = {0, 0, 0};
  int letters = 0;
  bool is_reliable = false;
  // Short texts get an answer as well; what it is worth is decided by those who weigh it against other evidence.
  CLD2::ExtDetectLanguageSummary(
    reinterpret_cast<const char *>(utf8), utf8 == nullptr ? 0 : count, true, &hints, CLD2::kCLDFlagBestEffort,
    languages, percents, scores, nullptr, &letters, &is_reliable);
  ccld2_result result = {};
  for (int index = 0; index < 3; index += 1) {
    result.codes[index] = CLD2::LanguageCode(languages[index]);
    result.percents[index] = percents[index];
  }
  result.is_reliable = is_reliable;
  result.letters = letters;
  return result;
}

const char *ccld2_version(void) { return CLD2::DetectLanguageVersion(); }
