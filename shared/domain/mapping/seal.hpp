#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/mapping/mapping.hpp"

// The ordered material over which a copy is hashed. Hashing itself comes in as a function, so that
// the rules stay free of any library.
namespace onereturn::mapping {

struct SealedLine {
  std::string box_no;
  std::string text;  // the words, or the label of the point

  bool operator==(const SealedLine&) const = default;
};

// One line per box in the copy's order, boxes left empty included: what a board can read, and
// nothing else.
std::vector<SealedLine> sealed_lines(const RenderedCopy& copy);

// A hash of the whole copy that is the same whenever the copy is: over the ordered
// (box number, digest of the text). `digest` gives the SHA-256 of bytes in hex.
std::string fingerprint(const RenderedCopy& copy,
                        const std::function<std::string(std::string_view)>& digest);

}  // namespace onereturn::mapping
