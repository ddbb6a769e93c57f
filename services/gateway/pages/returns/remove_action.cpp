#include <algorithm>

#include "domain/returns/board_view.hpp"
#include "domain/returns/commitments.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/way_back.hpp"
#include "gateway/views/words.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;

const returns::KeptCommitment* asked_in(const RequestContext& context,
                                        const returns::Workspace& workspace) {
  for (const auto& kept : workspace.commitments) {
    if (kept.commitment.text() == context.path("commitment")) return &kept;
  }
  return nullptr;
}

// The boards whose copy would lose it.
std::string boards_with(const returns::Workspace& workspace,
                        const returns::KeptCommitment& commitment) {
  std::vector<std::string> areas;
  for (const auto& board : workspace.boards) {
    const auto copy = returns::preview_copy(workspace, board);
    const bool here =
        std::any_of(copy.actions.begin(), copy.actions.end(),
                    [&](const auto& action) { return action.commitment == commitment.words.id; });
    if (here) areas.push_back(board.board.area);
  }
  return views::joined(areas);
}

Data facts_of(const returns::KeptCommitment& commitment) {
  auto list = Data::list();
  const auto add = [&](const char* label, const std::string& text) {
    if (!text.empty()) list.push(Data::object().set("label", label).set("text", text));
  };
  add("How", commitment.words.how);
  add("Who leads", commitment.words.lead);
  add("By when", commitment.words.by_on ? to_words(*commitment.words.by_on) : "");
  return list;
}

http::Response page(RequestContext& context, const returns::Workspace& workspace,
                    const returns::KeptCommitment& commitment, const views::WayBack& back,
                    const std::string& refused) {
  const auto boards = boards_with(workspace, commitment);
  auto page = Data::object();
  page.set("title", "Remove an action")
      .set("back_href", back.href)
      .set("back_text", back.text)
      .set("from", back.from)
      .set("what", commitment.words.what)
      .set("facts", facts_of(commitment))
      .set("boards", boards.empty() ? "It stands in no board’s copy."
                                    : "It will no longer stand in the copy for " + boards + ".")
      .set("refused", Data::text_or_no(refused))
      .set("action", "/commitments/" + commitment.commitment.text() + "/remove" +
                         views::unit_query(workspace));
  return framed(context, "pages/remove_action", std::move(page), "/home",
                refused.empty() ? 200 : 409);
}

// Where the page goes back to: a board's own form, or the question.
views::WayBack back_to(const returns::Workspace& workspace, const std::string& from) {
  const auto* board = workspace.way == mapping::Way::own_form ? &workspace.boards.front() : nullptr;
  return views::way_back(workspace, board, from);
}

}  // namespace

http::Response show_removal(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto* commitment = asked_in(context, *workspace);
  if (commitment == nullptr) return not_found(context);
  return page(context, *workspace, *commitment,
              back_to(*workspace, context.request().query.get("from")), "");
}

http::Response remove_action(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto* commitment = asked_in(context, *workspace);
  if (commitment == nullptr) return not_found(context);
  const auto back = back_to(*workspace, context.field("from"));
  const auto removed = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::remove_commitment(tx, commitment->commitment);
  });
  if (!removed && removed.problem().code == ProblemCode::conflict) {
    return page(context, *workspace, *commitment, back, removed.problem().detail);
  }
  if (!removed) return refuse(context, removed.problem());
  return http::Response::see_other(with_note(back.href, "removed"));
}

}  // namespace onereturn::gateway::pages
