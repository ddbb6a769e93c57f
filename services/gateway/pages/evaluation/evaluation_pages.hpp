#pragma once

#include "gateway/request_context.hpp"
#include "platform/http/message.hpp"

// Evaluating: a board's own pages, and what an agency reads of it after a release.
namespace onereturn::gateway::pages {

// The return as a list of what is to be judged, and who has what.
http::Response show_evaluation(RequestContext& context);
http::Response begin_evaluation(RequestContext& context);
http::Response give_evaluation(RequestContext& context);

// One item, its history, and the page where words of two people stand side by side.
http::Response show_evaluated_item(RequestContext& context);
http::Response save_evaluated_item(RequestContext& context);
http::Response show_grade_history(RequestContext& context);

// The agency's grades and the board's, for one return and over all.
http::Response show_both_grades(RequestContext& context);
http::Response save_both_grades(RequestContext& context);
http::Response show_differences(RequestContext& context);

// The whole in words, a second look, the release and what follows.
http::Response show_finish(RequestContext& context);
http::Response second_look(RequestContext& context);
http::Response release_evaluation(RequestContext& context);
http::Response correct_release(RequestContext& context);
http::Response sign_off(RequestContext& context);

http::Response show_send_back(RequestContext& context);
http::Response send_back(RequestContext& context);

http::Response show_evaluation_settings(RequestContext& context);
http::Response save_evaluation_settings(RequestContext& context);

// The agency's side.
http::Response show_released(RequestContext& context);
http::Response show_asked_changes(RequestContext& context);

}  // namespace onereturn::gateway::pages
