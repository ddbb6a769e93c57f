#include "gateway/pages/reports/report_pages.hpp"
#include "gateway/pages/reports/return_paper_pages.hpp"
#include "gateway/routes_reviews.hpp"

namespace onereturn::gateway {
namespace {

// Every section of a report at once, as a browser writes it.
constexpr std::size_t report_body_max = std::size_t{4} * 1024 * 1024;

}  // namespace

std::vector<Route> report_routes() {
  using http::Verb;
  using namespace pages;
  const auto drafts = board({"manager", "assistant"});
  const auto manages = board({"manager"});
  const auto signs = board({"manager", "chair"});
  return {
      {Verb::get, "/reports", board(), show_reports},
      {Verb::post, "/reports", drafts, make_report},
      {Verb::get, "/reports/new", drafts, show_new_report},
      {Verb::get, "/reports/{report}", board(), show_report},
      {Verb::get, "/reports/{report}/versions/{version}", board(), show_report_version},
      {Verb::get, "/reports/{report}/versions/{version}/changes", board(), show_report_changes},
      {Verb::get, "/reports/{report}/versions/{version}/pictures/{number}", board(),
       show_report_picture},
      {Verb::post, "/reports/{report}/sections/{section}", drafts, save_report_section,
       report_body_max},
      {Verb::post, "/reports/{report}/draft", drafts, draft_report_again, report_body_max},
      {Verb::post, "/reports/{report}/lift", drafts, lift_into_report, report_body_max},
      {Verb::post, "/reports/{report}/next", drafts, begin_next_report_version},
      {Verb::post, "/reports/{report}/finish", manages, finish_report, report_body_max},
      {Verb::post, "/reports/{report}/sign", signs, sign_report},
      {Verb::post, "/reports/{report}/withdraw", manages, withdraw_report},
      {Verb::get, "/reports/{report}/versions/{version}/files", board(), show_report_files},
      {Verb::post, "/reports/{report}/files", board(), ask_for_report_file},
      {Verb::get, "/reports/{report}/papers/{file}", board(), take_report_paper},
      {Verb::get, "/reports/{report}/tables/{file}", board(), take_report_table},
      {Verb::get, "/returns/{return}/papers", board(), show_papers_of_return},
      {Verb::post, "/returns/{return}/papers", board(), ask_for_paper_of_return},
      {Verb::get, "/returns/{return}/papers/{file}", board(), take_paper_of_return},
      {Verb::get, "/returns/{return}/tables/{file}", board(), take_tables_of_return},
      {Verb::get, "/sent/{request}/papers", agency(), show_papers_of_sent},
      {Verb::post, "/sent/{request}/papers", agency(), ask_for_paper_of_sent},
      {Verb::get, "/sent/{request}/papers/{file}", agency(), take_paper_of_sent},
      {Verb::get, "/board/look", manages, show_board_look},
      {Verb::post, "/board/look", manages, keep_board_look, upload_body_max, false, false, true},
      {Verb::get, "/board/look/logo", manages, show_board_logo},
  };
}

}  // namespace onereturn::gateway
