#include <charconv>

#include "domain/identity/roles.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/save_answer.hpp"
#include "domain/returns/save_box.hpp"
#include "gateway/pages/page_support.hpp"
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
using views::TypedBoxes;

bool unchanged(const Extra& extra, const TypedBox& typed) {
  const auto level = extra.level ? std::to_string(*extra.level) : "";
  const auto& point = extra.level_needed ? level : extra.point;
  return typed.text == extra.text && typed.point == point &&
         typed.reason == extra.not_applicable_reason;
}

returns::SaveBox box_command(const returns::Engaged& board, const Extra& extra,
                             const TypedBox& typed, Instant now) {
  returns::SaveBox command;
  command.at = now;
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
                                          const Extra& extra, const TypedBox& typed, Instant now) {
  returns::SaveBoardAnswer command;
  command.at = now;
  command.request = board.request;
  command.requirement = extra.key;
  command.base_version = typed.version;
  const auto part = board.side.parts.find(extra.key);
  if (part != board.side.parts.end()) command.texts = part->second.texts;
  command.texts.describes = typed.text;
  auto saved = returns::save_board_answer(tx, command);
  if (!saved) return saved.problem();
  if (!saved->saved()) {
    return Problem{ProblemCode::conflict, "stale-version",
                   "A colleague saved this meanwhile. Put both together and save again."};
  }
  return returns::SavedBox{saved->version};
}

Result<returns::SavedBox> save_one(postgres::AgencyTx& tx, const returns::Engaged& board,
                                   const Extra& extra, const TypedBox& typed, Instant now) {
  if (extra.kind == ExtraKind::local_part) return save_local_part(tx, board, extra, typed, now);
  return returns::save_box(tx, box_command(board, extra, typed, now), day_in_england(now));
}

// Saves what was changed, each by itself in one transaction: one box that must be put right does
// not hold back the others.
TypedBoxes save_all(RequestContext& context, const returns::Workspace& workspace,
                    const returns::Engaged& board) {
  TypedBoxes refused;
  const auto& form = context.request().form;
  const auto now = context.now();
  for (const auto& extra : returns::extras_of(workspace, board)) {
    const auto id = views::extra_id(extra);
    if (!form.has(id + "_version") || extra.kind == ExtraKind::whole) continue;
    auto typed = views::posted_box(form, id);
    if (unchanged(extra, typed)) continue;
    const bool nothing = extra.kind == ExtraKind::choice && typed.point.empty();
    if (nothing) continue;
    const auto saved = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
      return save_one(tx, board, extra, typed, now);
    });
    if (saved) continue;
    const auto& problem = saved.problem();
    typed.error = problem.fields.empty() ? problem.detail : problem.fields.front().message;
    if (problem.code == ProblemCode::forbidden && extra.kind == ExtraKind::choice) {
      typed.error = "Your lead or your authoriser chooses this";
    }
    if (problem.code == ProblemCode::conflict) {
      typed.theirs = extra.text;
      typed.version = extra.version;
    }
    refused.emplace(id, std::move(typed));
  }
  return refused;
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

}  // namespace

http::Response show_extras(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto* board = engaged_in_path(context, *workspace);
  if (board == nullptr || workspace->way == mapping::Way::own_form) return not_found(context);
  return framed(context, "pages/extras",
                views::extras_page(*workspace, *board, {}, saved_note(context), may_of(context)),
                "/home");
}

http::Response save_extras(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto* board = engaged_in_path(context, *workspace);
  if (board == nullptr || workspace->way == mapping::Way::own_form) return not_found(context);
  const auto refused = save_all(context, *workspace, *board);
  if (refused.empty()) {
    return http::Response::see_other(next_address(context, *workspace, *board));
  }
  const auto fresh = load_workspace(context);
  if (!fresh) return refuse(context, fresh.problem());
  const auto* again = engaged_in_path(context, *fresh);
  if (again == nullptr) return not_found(context);
  return framed(context, "pages/extras",
                views::extras_page(*fresh, *again, refused, "", may_of(context)), "/home", 422);
}

}  // namespace onereturn::gateway::pages
