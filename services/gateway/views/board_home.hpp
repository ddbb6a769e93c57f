#pragma once

#include "domain/reporting/board_home.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// A board's first page. Each figure opens its list and says of how many it is; before anybody is
// asked, what to do first.
html::Data board_home_page(const reporting::BoardHome& home, Date today, bool may_write);

}  // namespace onereturn::gateway::views
