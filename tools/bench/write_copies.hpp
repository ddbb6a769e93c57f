#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/bench/straight.hpp"

namespace onereturn::bench {

// As many as the worker has by default.
inline constexpr int worker_threads = 4;

// Freezes a submission of an agency again by one statement and one commit: what all boards share.
// The boards' own rows come with their copies. Throws std::runtime_error.
class SubmissionWriter {
 public:
  SubmissionWriter(const std::string& settings, int agency);

  // An id that no submission has yet.
  std::string next_id();
  void write(const std::string& submission);

 private:
  Straight database_;
  std::string agency_;
  std::string first_;  // the submission that is written again
};

// Writes again what was frozen for and delivered to every second board of an agency (`part` says
// which half), by one statement and one commit per board: what a fan-out costs when nothing else is
// done. Throws std::runtime_error.
class CopyWriter {
 public:
  CopyWriter(const std::string& settings, int agency, int part);

  // The submission's common rows are there already.
  void write_all(const std::string& submission);

 private:
  Straight database_;
  // One board's parameters, read beforehand; version and submission are put in for each round.
  std::vector<std::vector<std::optional<std::string>>> copies_;
  int version_ = 100'000'000;
};

}  // namespace onereturn::bench
