#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace onereturn::crypto {

// SHA-256 of bytes that arrive bit by bit, in constant memory.
class RunningDigest {
 public:
  // Throws std::runtime_error when the library fails, as every function here does.
  RunningDigest();
  ~RunningDigest();
  RunningDigest(const RunningDigest&) = delete;
  RunningDigest& operator=(const RunningDigest&) = delete;

  void add(std::string_view bytes);
  // The 32 bytes. Nothing may be added afterwards.
  std::string finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace onereturn::crypto
