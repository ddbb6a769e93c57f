#pragma once

#include <set>
#include <string>

#include "domain/fan_out/fan_out.hpp"

namespace onereturn::fan_out {

// The boxes whose words were taken out for good: the salt goes with them, the digest stays.
std::set<std::string> redacted_boxes(const DeliveredCopy& copy);

}  // namespace onereturn::fan_out
