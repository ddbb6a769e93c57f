#include "platform/crypto/passwords.hpp"

#include <array>

#include <sodium.h>

#include "platform/crypto/encoding.hpp"
#include "platform/crypto/random.hpp"

namespace onereturn::crypto {

namespace {

constexpr std::size_t memory_bytes_min = std::size_t{19} * 1024 * 1024;
constexpr unsigned passes_min = 2;

}  // namespace

// One of the few places at the hasher, held for the time of one hash.
class PasswordHasher::Turn {
 public:
  explicit Turn(PasswordHasher& hasher) : hasher_{hasher} {
    std::unique_lock lock{hasher_.mutex_};
    auto& figures = hasher_.figures_;
    ++figures.waiting;
    const bool free = hasher_.free_.wait_for(lock, hasher_.cost_.wait_max,
                                             [&] { return figures.running < figures.at_once_max; });
    --figures.waiting;
    if (!free) {
      ++figures.refused_total;
      throw HasherBusy{"too many passwords are being checked"};
    }
    ++figures.running;
    ++figures.hashed_total;
  }
  ~Turn() {
    {
      const std::lock_guard lock{hasher_.mutex_};
      --hasher_.figures_.running;
    }
    hasher_.free_.notify_one();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  PasswordHasher& hasher_;
};

PasswordHasher::PasswordHasher() : PasswordHasher{Cost{}} {}

PasswordHasher::PasswordHasher(Cost cost) : cost_{cost} {
  figures_.at_once_max = cost_.at_once_max;
  if (cost_.memory_bytes < memory_bytes_min || cost_.passes < passes_min) {
    throw std::invalid_argument{"passwords need at least 19 MiB and 2 passes"};
  }
  if (sodium_init() < 0) {
    throw std::runtime_error{"libsodium could not start"};
  }
  nobody_ = hash(new_token());
}

std::string PasswordHasher::hash(const std::string& password) {
  const Turn turn{*this};
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost_.passes,
                            cost_.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::runtime_error{"no memory to hash a password"};
  }
  return text.data();
}

bool PasswordHasher::verify(const std::string& hash, const std::string& password) {
  const Turn turn{*this};
  return hash.size() < crypto_pwhash_STRBYTES &&
         crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool PasswordHasher::verify_nobody(const std::string& password) {
  (void)verify(nobody_, password);
  return false;
}

HasherFigures PasswordHasher::figures() const {
  const std::lock_guard lock{mutex_};
  return figures_;
}

bool PasswordHasher::needs_rehash(const std::string& hash) const {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), cost_.passes, cost_.memory_bytes) != 0;
}

}  // namespace onereturn::crypto
