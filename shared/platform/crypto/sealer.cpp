#include "platform/crypto/sealer.hpp"

#include <algorithm>
#include <stdexcept>

#include <sodium.h>

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/crypto/random.hpp"

namespace onereturn::crypto {

namespace {

constexpr std::size_t nonce_length = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_length = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t id_bytes = 8;

static_assert(Sealer::key_length == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char* bytes_of(std::string_view text) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libsodium's own idea of bytes
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libsodium's own idea of bytes
  return reinterpret_cast<unsigned char*>(text.data());
}

std::string id_of(const std::string& key) {
  return to_hex(sha256("onereturn sealing key:" + key).substr(0, id_bytes));
}

}  // namespace

Sealer::Sealer(const std::vector<std::string>& keys) {
  if (keys.empty()) throw std::invalid_argument{"a key to seal secrets with is needed"};
  for (const auto& key : keys) {
    if (key.size() != key_length) {
      throw std::invalid_argument{"a key to seal secrets with has 32 bytes"};
    }
    keys_.push_back({id_of(key), key});
  }
}

Sealed Sealer::seal(std::string_view text, std::string_view about) const {
  const auto nonce = random_bytes(nonce_length);
  std::string cipher(text.size() + tag_length, '\0');
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      bytes_of(cipher), nullptr, bytes_of(text), text.size(), bytes_of(about), about.size(),
      nullptr, bytes_of(std::string_view{nonce}), bytes_of(std::string_view{keys_.front().bytes}));
  return {nonce + cipher, keys_.front().id};
}

std::optional<std::string> Sealer::open(const Sealed& sealed, std::string_view about) const {
  const auto key = std::find_if(keys_.begin(), keys_.end(),
                                [&](const Key& each) { return each.id == sealed.key_id; });
  if (key == keys_.end() || sealed.bytes.size() < nonce_length + tag_length) return std::nullopt;
  const std::string_view nonce = std::string_view{sealed.bytes}.substr(0, nonce_length);
  const std::string_view cipher = std::string_view{sealed.bytes}.substr(nonce_length);
  std::string text(cipher.size() - tag_length, '\0');
  const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
      bytes_of(text), nullptr, nullptr, bytes_of(cipher), cipher.size(), bytes_of(about),
      about.size(), bytes_of(nonce), bytes_of(std::string_view{key->bytes}));
  if (opened != 0) return std::nullopt;
  return text;
}

std::vector<std::string> Sealer::stand_ins(std::string_view code, std::string_view about) const {
  std::vector<std::string> all;
  for (const auto& key : keys_) {
    const auto own = hmac_sha256(key.bytes, "onereturn stand-ins for codes");
    all.push_back(hmac_sha256(
        own, std::to_string(about.size()) + ":" + std::string{about} + std::string{code}));
  }
  return all;
}

}  // namespace onereturn::crypto
