#pragma once

#include "base/problem.hpp"
#include "gateway/request_context.hpp"
#include "platform/http/message.hpp"

namespace onereturn::gateway::pages {

// For the pages of the menu that show a return: where no board asks for one just now, a page that
// says so and what can be done meanwhile. Everything else is refused as it is everywhere.
http::Response without_return(RequestContext& context, const Problem& problem);

}  // namespace onereturn::gateway::pages
