#include "platform/crypto/running_digest.hpp"

#include <array>
#include <stdexcept>

#include <openssl/evp.h>

namespace onereturn::crypto {

struct RunningDigest::Context {
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest{EVP_MD_CTX_new(),
                                                                 &EVP_MD_CTX_free};
};

RunningDigest::RunningDigest() : context_{std::make_unique<Context>()} {
  if (context_->digest == nullptr ||
      EVP_DigestInit_ex(context_->digest.get(), EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error{"SHA-256 failed"};
  }
}

RunningDigest::~RunningDigest() = default;

void RunningDigest::add(std::string_view bytes) {
  if (EVP_DigestUpdate(context_->digest.get(), bytes.data(), bytes.size()) != 1) {
    throw std::runtime_error{"SHA-256 failed"};
  }
}

std::string RunningDigest::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned int length = 0;
  if (EVP_DigestFinal_ex(context_->digest.get(), bytes.data(), &length) != 1) {
    throw std::runtime_error{"SHA-256 failed"};
  }
  return {reinterpret_cast<const char*>(bytes.data()), length};
}

}  // namespace onereturn::crypto
