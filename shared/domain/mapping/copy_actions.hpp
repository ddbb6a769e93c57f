#pragma once

#include <string>
#include <vector>

#include "domain/frameworks/framework_rules.hpp"
#include "domain/mapping/mapping.hpp"

namespace onereturn::mapping {

// The actions that this board receives: one per commitment that belongs to something it asks, with
// every place of its form that it belongs to, and one per promise of something not to hand. A
// common commitment never reaches a board through a requirement that is wholly local.
std::vector<RenderedAction> actions_of(const Engagement& engagement,
                                       const frameworks::FrameworkIndex& index,
                                       const CommonSide& common, const BoardSide& side,
                                       const RenderedCopy& copy);

// True when an action with words and a date stands at the item (at the section for an empty item).
bool has_dated_action(const RenderedCopy& copy, const std::string& section,
                      const std::string& item);

}  // namespace onereturn::mapping
