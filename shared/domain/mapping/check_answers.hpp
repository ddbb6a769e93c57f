#pragma once

#include "domain/mapping/finding_list.hpp"

namespace onereturn::mapping {

// Looks at the answers behind one board's copy: an answer, local answer, local part or own question
// of the board that is missing; a reason that is missing; an answer carried over or older than
// twelve months; no word about how it is known; nothing about the board's area where it asks for
// that.
void check_answers(const Engagement& engagement, const frameworks::FrameworkIndex& index,
                   const CommonSide& common, const BoardSide& side, Date today,
                   FindingList& findings);

}  // namespace onereturn::mapping
