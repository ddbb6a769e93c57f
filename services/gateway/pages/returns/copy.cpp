#include <charconv>

#include "domain/identity/roles.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/drafts.hpp"
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

int version_of(const returns::Engaged& board, const char* kind, const std::string& box_no) {
  const auto found = board.box_versions.find(returns::box_version_key(kind, box_no));
  return found == board.box_versions.end() ? 0 : found->second;
}

// The version that the person had in view, so that nobody's choice is overwritten unseen.
int seen_version(const RequestContext& context) {
  int version = 0;
  const auto text = context.field("version");
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version;
}

http::Response copy_page(RequestContext& context, const returns::Workspace& of,
                         const returns::Engaged* board, const std::string& open_box,
                         const std::optional<views::TypedByHand>& refused) {
  const auto* workspace = &of;
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
  input.open_box = open_box;
  input.page_path = "/boards/" + board->request.text() + "/copy";
  input.page_query = query.empty() ? "" : query.substr(1);
  input.draft = true;
  for (const auto& draft : returns::draft_findings(*workspace, *board)) {
    input.unconfirmed.insert(draft.box_no.empty() ? draft.item : draft.box_no);
  }
  input.link_answers = !own_form;
  input.csrf = context.csrf_token();
  input.choice_version = [&](const std::string& box_no) {
    return version_of(*board, "choice", box_no);
  };
  input.by_hand = refused;
  input.by_hand_version = [&](const std::string& box_no) {
    return version_of(*board, "override", box_no);
  };
  if (!own_form && identity::may_choose(context.session().role)) {
    input.choose_action = "/boards/" + board->request.text() + "/choice" + query;
    input.by_hand_action = "/boards/" + board->request.text() + "/by-hand" + query;
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
  return framed(context, "pages/preview", std::move(page), "/home", refused ? 422 : 200);
}

// Nothing typed is nothing to put in: to leave a box empty is no correction of it.
bool says_nothing(const returns::SaveBox& command) {
  return command.text.find_first_not_of(" \t\r\n") == std::string::npos && command.point.empty();
}

const std::string* text_in(const returns::Engaged& board, const std::string& box_no) {
  const auto found = board.side.overrides.find(box_no);
  return found == board.side.overrides.end() || !found->second.text ? nullptr
                                                                    : &*found->second.text;
}

views::TypedByHand refusal_of_hand(const returns::Engaged& board, const returns::SaveBox& command,
                                   const Problem& problem) {
  views::TypedByHand typed{command.text, command.point,       command.reason, "",
                           "",           command.base_version};
  for (const auto& field : problem.fields) {
    (field.field == "reason" ? typed.reason_error : typed.error) = field.message;
  }
  if (problem.code == ProblemCode::conflict) {
    typed.version = version_of(board, "override", command.key);
    typed.error = "A colleague changed this box meanwhile. Save again to put yours in its place";
    if (const auto* theirs = text_in(board, command.key)) typed.error += ". Theirs: " + *theirs;
  }
  if (typed.error.empty() && typed.reason_error.empty()) typed.error = problem.detail;
  return typed;
}

}  // namespace

http::Response show_copy(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto* board = engaged_in_path(context, *workspace);
  if (board == nullptr) return not_found(context);
  return copy_page(context, *workspace, board, context.request().query.get("box"), std::nullopt);
}

http::Response save_by_hand(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto* board = engaged_in_path(context, *workspace);
  if (board == nullptr || workspace->way == mapping::Way::own_form) return not_found(context);
  returns::SaveBox command;
  command.at = context.now();
  command.request = board->request;
  command.kind = returns::BoxKind::override_;
  command.key = context.field("box");
  command.text = context.field("text");
  command.point = context.field("point");
  command.reason = context.field("reason");
  command.base_version = seen_version(context);
  const bool remove = context.field("go") == "remove";
  const auto saved =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Done> {
        if (remove) {
          return returns::clear_box(tx, command.request, command.kind, command.key,
                                    command.base_version);
        }
        if (says_nothing(command)) {
          return Problem{ProblemCode::invalid,
                         "validation",
                         "",
                         {{"text", "Say what should stand here, or follow the answers again"}}};
        }
        const auto box = returns::save_box(tx, command, workspace->today);
        if (!box) return box.problem();
        return Done{};
      });
  if (!saved) {
    const auto code = saved.problem().code;
    if (code != ProblemCode::invalid && code != ProblemCode::conflict) {
      return refuse(context, saved.problem());
    }
    const auto fresh = load_workspace(context);
    if (!fresh) return refuse(context, fresh.problem());
    const auto* again = engaged_in_path(context, *fresh);
    if (again == nullptr) return not_found(context);
    return copy_page(context, *fresh, again, command.key,
                     refusal_of_hand(*again, command, saved.problem()));
  }
  return http::Response::see_other(with_saved("/boards/" + board->request.text() + "/copy",
                                              *workspace, remove ? "by-rule" : "by-hand") +
                                   "&box=" + html::url_encoded(command.key) + "#account");
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
