#pragma once

#include "gateway/request_context.hpp"
#include "platform/http/message.hpp"

// Returns on paper: at the board that received, and at the agency that answers.
namespace onereturn::gateway::pages {

http::Response show_papers_of_return(RequestContext& context);
http::Response ask_for_paper_of_return(RequestContext& context);
http::Response take_paper_of_return(RequestContext& context);
http::Response take_tables_of_return(RequestContext& context);

http::Response show_papers_of_sent(RequestContext& context);
http::Response ask_for_paper_of_sent(RequestContext& context);
http::Response take_paper_of_sent(RequestContext& context);

}  // namespace onereturn::gateway::pages
