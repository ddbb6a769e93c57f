#pragma once

#include "base/date.hpp"

namespace onereturn {

// The moment when England's clocks show that minute of that day (0 to 1439). A time that the spring
// change leaves out is an hour later; one that the autumn change has twice is the first of both.
Instant at_in_england(Date day, int minute);

// The minute of the day that England's clocks show.
int minute_in_england(Instant instant);

}  // namespace onereturn
