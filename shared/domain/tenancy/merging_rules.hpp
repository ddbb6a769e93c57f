#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/tenancy/merging.hpp"

namespace onereturn::tenancy {

// Random bytes that a code is made of: 16 characters of 5 bits.
inline constexpr std::size_t merge_code_bytes = 10;

// "K7QM-2F9D-XW4T-8HRC": nothing that is read as something else. ENSUREs ten bytes.
std::string merge_code_of(std::string_view random);

// The code as it was made, from however somebody typed it: small letters, blanks, other hyphens or
// none. Nothing when it cannot be one.
std::optional<std::string> tidy_merge_code(std::string_view typed);

// The codes of the questions that both rooms have answered, in their order.
std::vector<std::string> answered_by_both(const Merge& merge);

// Whether the lead who reads this has agreed for their room.
bool has_agreed(const Merge& merge);

}  // namespace onereturn::tenancy
