#include "cdigest.h"

#include <openssl/evp.h>

// The opaque type is EVP's own context under another name: nothing to allocate beside it.
static EVP_MD_CTX *context(const cdigest_sha256 *digest) { return (EVP_MD_CTX *)digest; }

bool cdigest_sha256_hash(const void *bytes, size_t count, uint8_t *digest) {
  return EVP_Digest(bytes, count, digest, NULL, EVP_sha256(), NULL) == 1;
}

cdigest_sha256 *cdigest_sha256_open(void) {
  EVP_MD_CTX *opened = EVP_MD_CTX_new();
  if (opened == NULL) return NULL;
  if (EVP_DigestInit_ex(opened, EVP_sha256(), NULL) != 1) {
    EVP_MD_CTX_free(opened);
    return NULL;
  }
  return (cdigest_sha256 *)opened;
}

cdigest_sha256 *cdigest_sha256_copy(const cdigest_sha256 *digest) {
  EVP_MD_CTX *copy = EVP_MD_CTX_new();
  if (copy == NULL) return NULL;
  if (EVP_MD_CTX_copy_ex(copy, context(digest)) != 1) {
    EVP_MD_CTX_free(copy);
    return NULL;
  }
  return (cdigest_sha256 *)copy;
}

bool cdigest_sha256_update(cdigest_sha256 *digest, const void *bytes, size_t count) {
  return count == 0 || EVP_DigestUpdate(context(digest), bytes, count) == 1;
}

bool cdigest_sha256_finish(cdigest_sha256 *digest, uint8_t *result) {
  return EVP_DigestFinal_ex(context(digest), result, NULL) == 1;
}

void cdigest_sha256_close(cdigest_sha256 *digest) { EVP_MD_CTX_free(context(digest)); }
