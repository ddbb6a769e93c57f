#pragma once

#include <set>
#include <string>

#include "domain/fan_out/fan_out.hpp"

namespace onereturn::fan_out {

// Whether the words of a box were taken out for good: the salt went with them, the digest stays.
bool is_redacted(const BoxSeal& seal);

// The boxes whose words are gone.
std::set<std::string> redacted_boxes(const DeliveredCopy& copy);

}  // namespace onereturn::fan_out
