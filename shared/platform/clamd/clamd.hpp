#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>

namespace onereturn::clamd {

// The virus scanner is away, too slow, or answers something that is no verdict: ask again later.
class ScannerAway : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Verdict {
  bool clean = false;
  std::string found;  // the name of what was found; empty when it is clean
};

// A running clamd behind its unix socket.
class Scanner {
 public:
  explicit Scanner(std::string socket_path,
                   std::chrono::seconds patience = std::chrono::seconds{60})
      : socket_path_{std::move(socket_path)}, patience_{patience} {}

  // Sends what `read` gives (the number of bytes, 0 at the end) and answers the verdict. Throws
  // ScannerAway, and whatever `read` throws.
  Verdict check(const std::function<std::size_t(char* to, std::size_t most)>& read) const;

 private:
  std::string socket_path_;
  std::chrono::seconds patience_;
};

}  // namespace onereturn::clamd
