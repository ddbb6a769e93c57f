#pragma once

#include "domain/notifications/chase_week.hpp"
#include "domain/reporting/board_home.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// A board's first page. Each figure opens its list and says of how many it is; before anybody is
// asked, what to do first. `week` is what goes out in the next seven days; without groups where
// reminders are switched off.
html::Data board_home_page(const reporting::BoardHome& home, const notifications::Week& week,
                           Date today, bool may_write);

}  // namespace onereturn::gateway::views
