#pragma once

#include <utility>
#include <vector>

#include "domain/reviews/review.hpp"
#include "domain/reviews/sample.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// bits/closer_look: which items of a return a random sample drew, with what the pieces show, and
// what members who reviewed it say. "no" where there is neither.
html::Data closer_look(const std::vector<reviews::SampleNote>& drawn,
                       const std::vector<std::pair<reviews::Review, reviews::SentNotes>>& notes);

}  // namespace onereturn::gateway::views
