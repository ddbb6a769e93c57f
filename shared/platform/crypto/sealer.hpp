#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onereturn::crypto {

// A short secret as it is stored: nonce, text and tag, and which key opens it.
struct Sealed {
  std::string bytes;
  std::string key_id;
};

// Seals what is stored but must not be read from a copy of the database. XChaCha20-Poly1305; what a
// secret belongs to ("about": whose it is) is sealed in, so that it opens for nobody else.
class Sealer {
 public:
  static constexpr std::size_t key_length = 32;

  // The first key seals; the others, which came before it, only open. Throws std::invalid_argument
  // without one, or for one of another length.
  explicit Sealer(const std::vector<std::string>& keys);

  // Of the key that seals: 16 letters and digits that tell nothing of it.
  const std::string& key_id() const { return keys_.front().id; }

  Sealed seal(std::string_view text, std::string_view about) const;

  // Nothing when it was changed, belongs to somebody else, or its key is not here.
  std::optional<std::string> open(const Sealed& sealed, std::string_view about) const;

  // What stands for a short code that is only ever compared: 32 bytes that cannot be guessed
  // through without the key. One for each key, that of the key that seals first.
  std::vector<std::string> stand_ins(std::string_view code, std::string_view about) const;

 private:
  struct Key {
    std::string id;
    std::string bytes;
  };
  std::vector<Key> keys_;
};

}  // namespace onereturn::crypto
