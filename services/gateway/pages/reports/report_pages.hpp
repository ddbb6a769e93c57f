#pragma once

#include "gateway/request_context.hpp"
#include "platform/http/message.hpp"

// The reports of a board: made, written, finished, signed, withdrawn, and taken along as files.
namespace onereturn::gateway::pages {

http::Response show_reports(RequestContext& context);
http::Response show_new_report(RequestContext& context);
http::Response make_report(RequestContext& context);
http::Response show_report(RequestContext& context);
http::Response show_report_version(RequestContext& context);
http::Response show_report_changes(RequestContext& context);
// One of its pictures, by its place among them.
http::Response show_report_picture(RequestContext& context);

// What is done to a draft.
http::Response save_report_section(RequestContext& context);
http::Response draft_report_again(RequestContext& context);
http::Response lift_into_report(RequestContext& context);
http::Response finish_report(RequestContext& context);

// What is done once it is finished.
http::Response begin_next_report_version(RequestContext& context);
http::Response sign_report(RequestContext& context);
http::Response withdraw_report(RequestContext& context);

// Its files: the whole report, and its tables, which are taken along as lists are.
http::Response show_report_files(RequestContext& context);
http::Response ask_for_report_file(RequestContext& context);
http::Response take_report_paper(RequestContext& context);
http::Response take_report_table(RequestContext& context);

// How the board's papers look: name, colour, logo.
http::Response show_board_look(RequestContext& context);
http::Response keep_board_look(RequestContext& context);
http::Response show_board_logo(RequestContext& context);

}  // namespace onereturn::gateway::pages
