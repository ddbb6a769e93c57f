#pragma once

#include "domain/mapping/finding_list.hpp"

namespace onereturn::mapping {

// The two guards over everything that this board would receive: common words that name a board of
// this agency, words for this board that name another one, and anything that looks like a child's
// details, file names included. Queries all.
void check_guards(const Engagement& engagement, const CommonSide& common, const BoardSide& side,
                  const RenderedCopy& copy, const std::vector<BoardIdentity>& engaged, Date today,
                  FindingList& findings);

}  // namespace onereturn::mapping
