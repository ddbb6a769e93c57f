#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace onereturn::evidence {

// What in the name of a file, or in the words about a piece, looks like one child's details: "a
// date of birth", "an NHS number", "a name and a date of birth", "a name and a postcode", "the name
// of a child in a case". A question to a person, never a refusal: it looks at shapes, not at
// meaning. Each kind once; empty when nothing was found.
std::vector<std::string> looks_like_a_child(std::string_view words, Date today);

}  // namespace onereturn::evidence
