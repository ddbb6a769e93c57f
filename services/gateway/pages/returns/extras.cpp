#include <charconv>

#include "base/text.hpp"
#include "domain/identity/roles.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/drafts.hpp"
#include "domain/returns/save_answer.hpp"
#include "domain/returns/save_box.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/returns/drafts.hpp"
#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/box_fields.hpp"
#include "gateway/views/promise_page.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using returns::Extra;
using returns::ExtraKind;
using views::TypedBox;

bool says_the_same(const Extra& extra, const TypedBox& typed) {
  const auto level = extra.level ? std::to_string(*extra.level) : "";
  const auto& point = extra.level_needed ? level : extra.point;
  return tidy_paragraph(typed.text) == extra.text && typed.point == point &&
         tidy_paragraph(typed.reason) == extra.not_applicable_reason;
}

// A choice is a decision: nothing decides by itself, and nobody drafts one. The whole answer to
// one board has its own page.
bool is_to_save(const Extra& extra, const TypedBox& typed, Wish wish) {
  if (extra.kind == ExtraKind::whole) return false;
  const bool changed = !says_the_same(extra, typed);
  if (extra.kind == ExtraKind::choice) {
    return changed && wish != Wish::autosave && !typed.point.empty();
  }
  return changed || (wish == Wish::confirm && extra.draft);
}

returns::SaveBox box_command(const returns::Engaged& board, const Extra& extra,
                             const TypedBox& typed, bool confirm, Instant now) {
  returns::SaveBox command;
  command.at = now;
  command.confirm = confirm;
  command.request = board.request;
  command.key = extra.key;
  command.base_version = typed.version;
  command.text = typed.text;
  command.not_applicable = !typed.reason.empty();
  command.reason = typed.reason;
  command.kind = extra.kind == ExtraKind::residual ? returns::BoxKind::residual
                 : extra.kind == ExtraKind::choice ? returns::BoxKind::choice
                                                   : returns::BoxKind::direct;
  if (extra.level_needed) {
    int level = 0;
    const auto& text = typed.point;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), level);
    if (fault == std::errc() && end == text.data() + text.size()) command.level = level;
  } else {
    command.point = typed.point;
  }
  return command;
}

// Words for one board beside a common answer.
Result<returns::SavedBox> save_local_part(postgres::AgencyTx& tx, const returns::Engaged& board,
                                          const Extra& extra, const TypedBox& typed, bool confirm,
                                          Instant now) {
  returns::SaveBoardAnswer command;
  command.at = now;
  command.confirm = confirm;
  command.request = board.request;
  command.requirement = extra.key;
  command.base_version = typed.version;
  const auto part = returns::kept(board, &mapping::BoardSide::parts, extra.key);
  if (part.written != nullptr) command.texts = part.written->texts;
  command.texts.describes = typed.text;
  auto saved = returns::save_board_answer(tx, command);
  if (!saved) return saved.problem();
  if (!saved->saved()) {
    return Problem{ProblemCode::conflict, "stale-version",
                   "A colleague saved this meanwhile. Put both together and save again."};
  }
  return returns::SavedBox{saved->version, saved->saved_at};
}

Result<returns::SavedBox> save_one(postgres::AgencyTx& tx, const returns::Engaged& board,
                                   const Extra& extra, const TypedBox& typed, bool confirm,
                                   Instant now) {
  if (extra.kind == ExtraKind::local_part) {
    return save_local_part(tx, board, extra, typed, confirm, now);
  }
  return returns::save_box(tx, box_command(board, extra, typed, confirm, now), day_in_england(now));
}

// Saves what was changed, each by itself in one transaction: one box that must be put right does
// not hold back the others.
SavedFields save_all(RequestContext& context, const returns::Workspace& workspace,
                     const returns::Engaged& board) {
  SavedFields result;
  const auto& form = context.request().form;
  const auto now = context.now();
  const auto wish = wish_of(context);
  for (const auto& extra : returns::extras_of(workspace, board)) {
    const auto id = views::extra_id(extra);
    if (!form.has(id + "_version")) continue;
    auto typed = views::posted_box(form, id);
    if (!is_to_save(extra, typed, wish)) continue;
    if (says_the_same(extra, typed)) typed.version = extra.version;
    const auto saved = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
      return save_one(tx, board, extra, typed, wish == Wish::confirm, now);
    });
    if (saved) {
      result.note(id, *saved);
      continue;
    }
    auto problem = saved.problem();
    if (problem.code == ProblemCode::forbidden && extra.kind == ExtraKind::choice) {
      problem.detail = "Your lead or your authoriser chooses this";
    }
    result.refuse(id, std::move(typed), problem, extra.text, extra.by, extra.version);
  }
  return result;
}

views::May may_of(const RequestContext& context) {
  const auto& role = context.session().role;
  return {identity::may_write(role), identity::may_choose(role)};
}

// On to the page about something that is not to hand, or back here.
std::string next_address(const RequestContext& context, const returns::Workspace& workspace,
                         const returns::Engaged& board) {
  const auto wanted = views::pressed(context.field("go"), "later:");
  if (!wanted.empty()) {
    for (const auto& extra : returns::extras_of(workspace, board)) {
      if (views::extra_id(extra) != wanted) continue;
      return views::promise_href(workspace, board, returns::subject_of(extra), "extras");
    }
  }
  return with_saved(context.request().path, workspace);
}

http::Response extras_answer(RequestContext& context, const returns::Workspace& workspace,
                             const returns::Engaged& board, const views::TypedBoxes& refused) {
  const bool good = refused.empty();
  return framed(context, "pages/extras",
                views::extras_page(workspace, board, refused, good ? saved_note(context) : "",
                                   may_of(context)),
                "/home", good ? 200 : 422);
}

}  // namespace

http::Response show_extras(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto* board = engaged_in_path(context, *workspace);
  if (board == nullptr || workspace->way == mapping::Way::own_form) return not_found(context);
  return extras_answer(context, *workspace, *board, {});
}

http::Response save_extras(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto* board = engaged_in_path(context, *workspace);
  if (board == nullptr || workspace->way == mapping::Way::own_form) return not_found(context);
  auto saved = save_all(context, *workspace, *board);
  if (wish_of(context) == Wish::autosave) return autosaved_fields(saved);
  if (saved.refused.empty()) {
    return http::Response::see_other(next_address(context, *workspace, *board));
  }
  const auto fresh = load_workspace(context);
  if (!fresh) return refuse(context, fresh.problem());
  const auto* again = engaged_in_path(context, *fresh);
  if (again == nullptr) return not_found(context);
  if (!saved.overtaken) return extras_answer(context, *fresh, *again, saved.refused);
  // Against what stands by now: the same words, sent twice, are no two writers.
  saved = save_all(context, *fresh, *again);
  if (saved.refused.empty()) {
    return http::Response::see_other(next_address(context, *fresh, *again));
  }
  const auto last = load_workspace(context);
  if (!last) return refuse(context, last.problem());
  const auto* now = engaged_in_path(context, *last);
  if (now == nullptr) return not_found(context);
  return extras_answer(context, *last, *now, saved.refused);
}

}  // namespace onereturn::gateway::pages
