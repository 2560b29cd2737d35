#include <memory>

#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/locid.h>
#include <unicode/numfmt.h>
#include <unicode/rbnf.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/uloc.h>

#include "bytes.hpp"

struct cicu_spelling {
  std::unique_ptr<icu::RuleBasedNumberFormat> rules;
};

cicu_spelling *cicu_spelling_open(const char *locale, int32_t *status) {
  if (*status > 0) return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  auto result = std::make_unique<cicu_spelling>();
  result->rules = std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT, icu::Locale(locale), error);
  *status = error;
  return U_SUCCESS(error) ? result.release() : nullptr;
}

bool cicu_spelling_has(const cicu_spelling *spelling, const char *rule_set) {
  const icu::UnicodeString wanted = icu::UnicodeString::fromUTF8(rule_set);
  for (int32_t index = 0; index < spelling->rules->getNumberOfRuleSetNames(); index += 1) {
    if (spelling->rules->getRuleSetName(index) == wanted) return true;
  }
  return false;
}

cicu_bytes *cicu_spelling_spell(cicu_spelling *spelling, const char *rule_set, int64_t number, int32_t *status) {
  if (*status > 0) return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString words;
  icu::FieldPosition anywhere(icu::FieldPosition::DONT_CARE);
  spelling->rules->format(number, icu::UnicodeString::fromUTF8(rule_set), words, anywhere, error);
  *status = error;
  if (U_FAILURE(error)) return nullptr;
  // The rules put soft hyphens between the parts of a number; a reader searches for the word without them.
  words.findAndReplace(icu::UnicodeString(static_cast<UChar>(0x00AD)), icu::UnicodeString());
  return cicu::bytes(words);
}

void cicu_spelling_close(cicu_spelling *spelling) { delete spelling; }

struct cicu_decimal {
  std::unique_ptr<icu::NumberFormat> format;
};

cicu_decimal *cicu_decimal_open(const char *locale, int32_t *status) {
  if (*status > 0) return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  auto result = std::make_unique<cicu_decimal>();
  result->format.reset(icu::NumberFormat::createInstance(icu::Locale(locale), error));
  *status = error;
  return U_SUCCESS(error) ? result.release() : nullptr;
}

cicu_bytes *cicu_decimal_format(cicu_decimal *decimal, int64_t number, int32_t *status) {
  if (*status > 0) return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString text;
  decimal->format->format(number, text, nullptr, error);
  *status = error;
  return U_SUCCESS(error) ? cicu::bytes(text) : nullptr;
}

void cicu_decimal_close(cicu_decimal *decimal) { delete decimal; }

struct cicu_date {
  std::unique_ptr<icu::SimpleDateFormat> format;
};

cicu_date *cicu_date_open(const char *pattern, bool is_skeleton, const char *locale, int32_t *status) {
  if (*status > 0) return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  const icu::Locale in(locale);
  icu::UnicodeString chosen = icu::UnicodeString::fromUTF8(pattern);
  if (is_skeleton) {
    std::unique_ptr<icu::DateTimePatternGenerator> generator(
      icu::DateTimePatternGenerator::createInstance(in, error));
    if (U_SUCCESS(error)) chosen = generator->getBestPattern(chosen, error);
  }
  auto result = std::make_unique<cicu_date>();
  if (U_SUCCESS(error)) result->format = std::make_unique<icu::SimpleDateFormat>(chosen, in, error);
  if (U_SUCCESS(error)) {
    // Days are days of the proleptic Gregorian calendar at UTC, whatever the machine or the locale prefers.
    auto calendar = std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), in, error);
    calendar->setGregorianChange(-8.64e15, error);
    if (U_SUCCESS(error)) result->format->adoptCalendar(calendar.release());
  }
  *status = error;
  return U_SUCCESS(error) ? result.release() : nullptr;
}

cicu_bytes *cicu_date_format(cicu_date *date, int64_t day, int32_t *status) {
  if (*status > 0) return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString text;
  date->format->format(static_cast<UDate>(day) * 86'400'000.0, text, nullptr, error);
  *status = error;
  return U_SUCCESS(error) ? cicu::bytes(text) : nullptr;
}

void cicu_date_close(cicu_date *date) { delete date; }

cicu_bytes *cicu_region_name(const char *code, const char *locale, int32_t *status) {
  if (*status > 0) return nullptr;
  const std::string region = std::string("und-") + code;
  UErrorCode error = U_ZERO_ERROR;
  const icu::Locale place = icu::Locale::forLanguageTag(region, error);
  if (U_FAILURE(error) || *place.getCountry() == '\0') {
    *status = U_ILLEGAL_ARGUMENT_ERROR;
    return nullptr;
  }
  UChar name[256];
  const int32_t length = uloc_getDisplayCountry(place.getName(), locale, name, 256, &error);
  *status = U_FAILURE(error) ? error : U_ZERO_ERROR;
  // The default warning means that the locale has no name and the code itself came back.
  if (U_FAILURE(error) || error == U_USING_DEFAULT_WARNING) return nullptr;
  return cicu::bytes(icu::UnicodeString(name, length));
}
