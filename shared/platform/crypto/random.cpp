#include "platform/crypto/random.hpp"

#include <stdexcept>

#include <sodium.h>

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"

namespace onereturn::crypto {

std::string random_bytes(std::size_t count) {
  if (sodium_init() < 0) {
    throw std::runtime_error{"libsodium could not start"};
  }
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string new_token() { return to_base64url(random_bytes(32)); }

std::string token_hash(std::string_view token) { return sha256(token); }

}  // namespace onereturn::crypto
