#pragma once

#include "gateway/request_context.hpp"
#include "platform/http/message.hpp"

// The agency's pages: what is left, the questions, what one board alone asks, sending.
namespace onereturn::gateway::pages {

http::Response show_home(RequestContext& context);
http::Response show_standard(RequestContext& context);
http::Response show_question(RequestContext& context);
// What a level with these parts would mean for each board: for the page while somebody chooses.
http::Response show_consequences(RequestContext& context);
http::Response save_question(RequestContext& context);
http::Response show_local_question(RequestContext& context);
http::Response save_local_question(RequestContext& context);
http::Response show_extras(RequestContext& context);
http::Response save_extras(RequestContext& context);
http::Response show_form_section(RequestContext& context);
http::Response save_form_section(RequestContext& context);
http::Response show_copy(RequestContext& context);
http::Response save_choice(RequestContext& context);
http::Response save_by_hand(RequestContext& context);
http::Response show_promise(RequestContext& context);
http::Response save_promise(RequestContext& context);
http::Response show_removal(RequestContext& context);
http::Response remove_action(RequestContext& context);
http::Response show_history(RequestContext& context);
http::Response restore_version(RequestContext& context);
// The same of what one board alone is told.
http::Response show_local_history(RequestContext& context);
http::Response restore_local_version(RequestContext& context);
http::Response show_box_history(RequestContext& context);
http::Response restore_box_version(RequestContext& context);
http::Response show_common(RequestContext& context);
http::Response show_common_section(RequestContext& context);
http::Response save_common_section(RequestContext& context);
http::Response show_work(RequestContext& context);
http::Response give_work(RequestContext& context);
http::Response end_work(RequestContext& context);
http::Response say_remark(RequestContext& context);
http::Response settle_remark(RequestContext& context);
http::Response show_check(RequestContext& context);
http::Response save_explanation(RequestContext& context);
http::Response show_authorise(RequestContext& context);
http::Response authorise(RequestContext& context);
http::Response show_sent(RequestContext& context);
http::Response show_sent_copy(RequestContext& context);
http::Response show_agency_receipt(RequestContext& context);
http::Response show_agency_receipt_code(RequestContext& context);

}  // namespace onereturn::gateway::pages
