#include <memory>
#include <vector>

#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringoptions.h>
#include <unicode/uchar.h>

#include "bytes.hpp"

struct cicu_normalized {
  std::string content;
  std::vector<uint32_t> changes;
};

namespace {

const icu::Normalizer2 *normalizer(int32_t form, UErrorCode &error) {
  switch (form) {
    case CICU_NFC: return icu::Normalizer2::getNFCInstance(error);
    case CICU_NFKC_CASEFOLD: return icu::Normalizer2::getNFKCCasefoldInstance(error);
    case CICU_NFD: return icu::Normalizer2::getNFDInstance(error);
    default: error = U_ILLEGAL_ARGUMENT_ERROR; return nullptr;
  }
}

int32_t length_of_scalar(uint8_t lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

/// One scalar became one scalar of as many bytes: no offset that anybody may ask for moves.
bool moves_no_offset(uint8_t source_lead, int32_t source_count, uint8_t target_lead, int32_t target_count) {
  return source_count == target_count && source_count == length_of_scalar(source_lead)
      && target_count == length_of_scalar(target_lead);
}

}  // namespace

bool cicu_is_normalized(int32_t form, const uint8_t *utf8, int64_t count, int32_t *status) {
  if (*status > 0 || !cicu::fits(count, status)) return false;
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2 *with = normalizer(form, error);
  bool result = U_SUCCESS(error)
      && with->isNormalizedUTF8(icu::StringPiece(cicu::characters(utf8), static_cast<int32_t>(count)), error);
  *status = error;
  return result;
}

cicu_normalized *cicu_normalize(int32_t form, const uint8_t *utf8, int64_t count, int32_t *status) {
  if (*status > 0 || !cicu::fits(count, status)) return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2 *with = normalizer(form, error);
  if (U_FAILURE(error)) {
    *status = error;
    return nullptr;
  }
  auto result = std::make_unique<cicu_normalized>();
  result->content.reserve(static_cast<size_t>(count) + 64);
  icu::StringByteSink<std::string> sink(&result->content);
  icu::Edits edits;
  const icu::StringPiece source(cicu::characters(utf8), static_cast<int32_t>(count));
  with->normalizeUTF8(0, source, sink, &edits, error);
  if (U_FAILURE(error)) {
    *status = error;
    return nullptr;
  }
  const auto *target = reinterpret_cast<const uint8_t *>(result->content.data());
  auto change = edits.getFineChangesIterator();
  while (change.next(error)) {
    const int32_t from = change.sourceIndex(), taken = change.oldLength();
    const int32_t at = change.destinationIndex(), given = change.newLength();
    if (taken > 0 && given > 0 && moves_no_offset(utf8[from], taken, target[at], given)) continue;
    result->changes.insert(
      result->changes.end(),
      {static_cast<uint32_t>(from), static_cast<uint32_t>(from + taken), static_cast<uint32_t>(at),
       static_cast<uint32_t>(at + given)});
  }
  *status = error;
  return U_SUCCESS(error) ? result.release() : nullptr;
}

const uint8_t *cicu_normalized_start(const cicu_normalized *normalized) {
  return reinterpret_cast<const uint8_t *>(normalized->content.data());
}

int64_t cicu_normalized_count(const cicu_normalized *normalized) {
  return static_cast<int64_t>(normalized->content.size());
}

const uint32_t *cicu_normalized_changes(const cicu_normalized *normalized, int64_t *count_of_changes) {
  *count_of_changes = static_cast<int64_t>(normalized->changes.size() / 4);
  return normalized->changes.data();
}

void cicu_normalized_close(cicu_normalized *normalized) { delete normalized; }

cicu_bytes *cicu_strip_marks(const uint8_t *utf8, int64_t count, int32_t *status) {
  if (*status > 0 || !cicu::fits(count, status)) return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2 *decompose = normalizer(CICU_NFD, error);
  const icu::Normalizer2 *compose = normalizer(CICU_NFC, error);
  icu::UnicodeString bare;
  if (U_SUCCESS(error)) {
    const icu::UnicodeString decomposed = decompose->normalize(cicu::string(utf8, count), error);
    for (int32_t at = 0; at < decomposed.length();) {
      const UChar32 scalar = decomposed.char32At(at);
      if (u_charType(scalar) != U_NON_SPACING_MARK) bare.append(scalar);
      at += U16_LENGTH(scalar);
    }
    bare = compose->normalize(bare, error);
  }
  *status = error;
  return U_SUCCESS(error) ? cicu::bytes(bare) : nullptr;
}
