#include <charconv>

#include "domain/identity/roles.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/save_box.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/sheet.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/href.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;

int version_of(const returns::Engaged& board, const std::string& box_no) {
  const auto found = board.box_versions.find(returns::box_version_key("choice", box_no));
  return found == board.box_versions.end() ? 0 : found->second;
}

// The version that the person had in view, so that nobody's choice is overwritten unseen.
int seen_version(const RequestContext& context) {
  int version = 0;
  const auto text = context.field("version");
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version;
}

}  // namespace

http::Response show_copy(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto* board = engaged_in_path(context, *workspace);
  if (board == nullptr) return not_found(context);
  const auto copy = returns::preview_copy(*workspace, *board);
  const bool own_form = workspace->way == mapping::Way::own_form;
  const auto query = views::unit_query(*workspace);
  views::SheetInput input;
  input.form = board->form.get();
  input.copy = &copy;
  input.framework = workspace->framework.get();
  input.mapping = own_form ? nullptr : board->mapping.get();
  input.board_name = board->board.name;
  input.board_area = board->board.area;
  input.agency_name = agency_name(context, *workspace);
  input.open_box = context.request().query.get("box");
  input.page_path = context.request().path;
  input.page_query = query.empty() ? "" : query.substr(1);
  input.draft = true;
  input.link_answers = !own_form;
  input.csrf = context.csrf_token();
  input.choice_version = [&](const std::string& box_no) { return version_of(*board, box_no); };
  if (!own_form && identity::may_choose(context.session().role)) {
    input.choose_action = "/boards/" + board->request.text() + "/choice" + query;
  }
  const auto rating = views::rating_words(copy);
  auto page = Data::object();
  page.set("title", "Preview for " + board->board.area)
      .set("back_href", "/home" + query)
      .set("back_text", "Home")
      .set("saved_note", Data::text_or_no(saved_note(context)))
      .set("eyebrow", "Preview")
      .set("heading", board->board.area + "’s copy, as " + board->board.area + " will receive it")
      .set("lede", (rating.empty() ? "" : rating + " ") +
                       (own_form ? "" : "Nothing from another board’s notes is in here."))
      .set("sheet", views::sheet(input));
  return framed(context, "pages/preview", std::move(page), "/home");
}

http::Response save_choice(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto* board = engaged_in_path(context, *workspace);
  if (board == nullptr) return not_found(context);
  returns::SaveBox command;
  command.at = context.now();
  command.request = board->request;
  command.kind = returns::BoxKind::choice;
  command.key = context.field("box");
  command.point = context.field("point");
  command.base_version = seen_version(context);
  const auto saved = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::save_box(tx, command, workspace->today);
  });
  if (!saved) return refuse(context, saved.problem());
  return http::Response::see_other(
      with_saved("/boards/" + board->request.text() + "/copy", *workspace, "choice") +
      "&box=" + html::url_encoded(command.key) + "#account");
}

}  // namespace onereturn::gateway::pages
