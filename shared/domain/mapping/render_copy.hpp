#pragma once

#include "domain/frameworks/framework_rules.hpp"
#include "domain/mapping/mapping.hpp"

namespace onereturn::mapping {

// One board's copy, exactly as that board will receive it, from what is common and what is local to
// that board. The same input always gives the same copy. A template without a scale gets no rating;
// a box that the board fills stays empty; nothing fills through a mapping that is not live.
RenderedCopy render_copy(const Engagement& engagement, const frameworks::FrameworkIndex& index,
                         const CommonSide& common, const BoardSide& side);

}  // namespace onereturn::mapping
