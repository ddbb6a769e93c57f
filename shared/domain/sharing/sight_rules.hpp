#pragma once

#include <span>

#include "base/problem.hpp"
#include "domain/sharing/sharing.hpp"

// What can be granted, and when it counts. Pure.
namespace onereturn::sharing {

inline constexpr int sight_days_max = 731;

// Every part, in the order of the pages.
std::span<const SightPart> sight_parts();
// Nothing for a code that no part has.
const SightPart* part_of(std::string_view code);

// The parts in their order, each once, without unknown ones; with the register where anything is
// granted that names organisations.
std::vector<std::string> whole_parts(const std::vector<std::string>& asked);

// "4F7A-91C2-03BD" for a number as people type it: small letters, spaces and missing dashes are
// forgiven. "" for what can be no number.
std::string tidy_number(std::string_view typed);

GrantState state_of(const Grant& grant, Date today);

// What is wrong with it, field by field: number, parts, from, until, words. Tidies number,
// parts and words.
std::vector<FieldError> check_grant(GrantSight& command, Date today);

}  // namespace onereturn::sharing
