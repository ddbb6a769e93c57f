#pragma once

#include <string_view>

#include "base/result.hpp"
#include "domain/notifications/holidays.hpp"

namespace onereturn::notifications {

// Reads schemas/content/bank-holidays (docs/formats/bank-holidays.md). Refuses with invalid, every
// fault by its path: no such day, a day of a year outside of those that it says it knows, a year
// without days, a first year after the last.
Result<Holidays> read_holidays(std::string_view text);

// The ones that this program was built with.
const Holidays& holidays_of_england();

}  // namespace onereturn::notifications
