#pragma once

#include <string>
#include <vector>

#include "domain/fan_out/fan_out.hpp"

namespace onereturn::fan_out {

// What a board's home and the figures count of one copy. The first five are of boxes that the
// agency rates, and add up to their number.
struct CopyCounts {
  int set = 0;
  int chosen = 0;
  int unanswered = 0;
  int no_point = 0;
  int not_applicable = 0;
  int residual = 0;  // answers to questions that only this board asks
  int local = 0;     // texts for this board beside or instead of common answers

  bool operator==(const CopyCounts&) const = default;
};

// A level that stands behind this copy's ratings, for the board's own roll-up.
struct CountedLevel {
  std::string requirement;
  int level = 0;

  bool operator==(const CountedLevel&) const = default;
};

// One board's copy, ready to be written.
struct Copy {
  mapping::RenderedCopy rendered;
  std::vector<BoxSeal> seals;  // one per box, in order
  std::string hash;            // 32 bytes
  std::string receipt_code;
  CopyCounts counts;
  std::vector<CountedLevel> levels;
};

}  // namespace onereturn::fan_out
