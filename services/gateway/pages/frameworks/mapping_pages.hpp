#pragma once

#include "gateway/request_context.hpp"
#include "platform/http/message.hpp"

// The mappings of all published forms side by side, for boards to argue over.
namespace onereturn::gateway::pages {

http::Response show_mapping(RequestContext& context);
http::Response export_mapping(RequestContext& context);
// One requirement in one form: which items, what is left over, why, who decided.
http::Response show_mapping_account(RequestContext& context);

}  // namespace onereturn::gateway::pages
