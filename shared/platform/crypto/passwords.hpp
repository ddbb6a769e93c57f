#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <stdexcept>
#include <string>

namespace onereturn::crypto {

// Too many passwords are being checked: ask the person to try again.
class HasherBusy : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// How busy the hasher is, and what it has counted.
struct HasherFigures {
  std::size_t at_once_max = 0;
  std::size_t running = 0;
  std::size_t waiting = 0;
  std::uint64_t hashed_total = 0;
  std::uint64_t refused_total = 0;  // HasherBusy was thrown
};

// Argon2id. Each hash takes much memory on purpose, so only a few run at a time; others wait a
// while, then HasherBusy is thrown.
class PasswordHasher {
 public:
  struct Cost {
    std::size_t memory_bytes = std::size_t{19} * 1024 * 1024;
    unsigned passes = 2;
    std::size_t at_once_max = 2;
    std::chrono::milliseconds wait_max{2000};
  };

  // Throws std::invalid_argument below 19 MiB or 2 passes.
  explicit PasswordHasher(Cost cost);
  PasswordHasher();

  // A text that holds salt, cost and hash.
  std::string hash(const std::string& password);
  // False for a wrong password and for a text that is no hash.
  bool verify(const std::string& hash, const std::string& password);
  // Takes as long as verify() and is false: for a person who does not exist.
  bool verify_nobody(const std::string& password);
  // True when the hash was made at another cost and should be made again at the next sign-in.
  bool needs_rehash(const std::string& hash) const;

  HasherFigures figures() const;

 private:
  class Turn;

  Cost cost_;
  mutable std::mutex mutex_;
  std::condition_variable free_;
  HasherFigures figures_;
  std::string nobody_;
};

}  // namespace onereturn::crypto
