// SHA-256 from libcrypto. No OpenSSL header may be included here, so that Swift needs none to import this.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

enum { CDIGEST_SHA256_COUNT = 32 };

typedef struct cdigest_sha256 cdigest_sha256;

/// The digest of the bytes, 32 of them, into `digest`. False if libcrypto refuses SHA-256 or has no memory.
bool cdigest_sha256_hash(const void *_Nullable bytes, size_t count, uint8_t *digest);

/// A digest to feed piece by piece; NULL if libcrypto refuses SHA-256 or has no memory.
cdigest_sha256 *_Nullable cdigest_sha256_open(void);
cdigest_sha256 *_Nullable cdigest_sha256_copy(const cdigest_sha256 *);
bool cdigest_sha256_update(cdigest_sha256 *, const void *_Nullable bytes, size_t count);

/// The digest of everything fed; nothing may be fed after.
bool cdigest_sha256_finish(cdigest_sha256 *, uint8_t *digest);
void cdigest_sha256_close(cdigest_sha256 *_Nullable);

#pragma clang assume_nonnull end
