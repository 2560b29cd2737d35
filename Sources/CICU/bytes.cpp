#include "bytes.hpp"

#include <unicode/uversion.h>

const char *cicu_version(void) {
  static const std::string version = [] {
    UVersionInfo numbers;
    char text[U_MAX_VERSION_STRING_LENGTH];
    u_getVersion(numbers);
    u_versionToString(numbers, text);
    return std::string(text);
  }();
  return version.c_str();
}

const char *cicu_status_name(int32_t status) { return u_errorName(static_cast<UErrorCode>(status)); }

const uint8_t *cicu_bytes_start(const cicu_bytes *bytes) {
  return reinterpret_cast<const uint8_t *>(bytes->content.data());
}

int64_t cicu_bytes_count(const cicu_bytes *bytes) { return static_cast<int64_t>(bytes->content.size()); }

void cicu_bytes_close(cicu_bytes *bytes) { delete bytes; }
