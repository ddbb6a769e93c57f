#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/bench/straight.hpp"

namespace onereturn::bench {

// As many as the worker has by default.
inline constexpr int worker_threads = 2;

// Writes again what was delivered to every second board of an agency (`part` says which half), by
// one statement and one commit per board: what a fan-out costs when nothing else is done. Throws
// std::runtime_error.
class CopyWriter {
 public:
  CopyWriter(const std::string& settings, int agency, int part);
  void write_all();

 private:
  Straight database_;
  // One board's parameters, read beforehand; the third is the version, which grows.
  std::vector<std::vector<std::optional<std::string>>> copies_;
  int version_ = 100'000'000;
};

}  // namespace onereturn::bench
