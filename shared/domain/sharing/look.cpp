#include "domain/sharing/look.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "domain/audit_log/sight_trail.hpp"
#include "domain/fan_out/received_rules.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/frameworks/only_parts.hpp"
#include "domain/sharing/look_store.hpp"
#include "domain/sharing/sight_rules.hpp"
#include "domain/sharing/sight_store.hpp"

namespace onereturn::sharing {
namespace {

constexpr const char* framework_code = "section11";

Problem not_found() {
  return {ProblemCode::not_found, "not-found", "There is nothing here that you may see."};
}

// The grant that stands and holds the part; the transaction shows that board from then on.
Result<Grant> enter_part(postgres::SessionTx& tx, const BoardId& board, std::string_view part,
                         Instant now) {
  const auto today = day_in_england(now);
  enter_sight(tx, board, today);
  for (auto& grant : load_own_grants(tx)) {
    if (grant.board == board && state_of(grant, today) == GrantState::standing &&
        (part.empty() || grant.holds(part))) {
      return std::move(grant);
    }
  }
  return not_found();
}

// The part was looked at: the board reads it in its trail.
void note_part(postgres::SessionTx& tx, std::string_view part, const Looked& looked) {
  if (looked.page > 1 || !looked.text.empty() || !looked.only.empty()) return;
  audit_log::record_in_sight(tx, {"sight.looked", "part", std::string(part), std::string(part)});
}

// A page of a part: entered, filled, written down. Nothing is filled without the grant.
template <class Seen, class Fill>
Result<Seen> see_part(postgres::SessionTx& tx, const BoardId& board, std::string_view part,
                      const Looked& looked, Instant now, Fill&& fill) {
  auto grant = enter_part(tx, board, part, now);
  if (!grant) return grant.problem();
  Seen seen;
  seen.grant = std::move(*grant);
  fill(seen);
  note_part(tx, part, looked);
  return seen;
}

actions::Forms forms_of(postgres::SessionTx& tx, const std::vector<actions::BoardAction>& list) {
  actions::Forms forms;
  for (const auto& action : list) {
    if (action.form && !forms.contains(*action.form)) {
      forms[*action.form] = frameworks::load_template(tx, *action.form);
    }
  }
  return forms;
}

std::string standard_words(const frameworks::Framework* framework, const std::string& code) {
  if (framework == nullptr) return "Standard " + code;
  const auto found = std::ranges::find(framework->standards, code, &frameworks::Standard::code);
  return found == framework->standards.end() ? "Standard " + code : code + ". " + found->name;
}

std::vector<LevelFigures> levels_of(postgres::SessionTx& tx) {
  const auto rows = load_levels(tx);
  std::shared_ptr<const frameworks::Framework> framework;
  if (!rows.empty()) {
    if (const auto latest = frameworks::latest_framework(tx, framework_code)) {
      framework = frameworks::load_framework(tx, *latest);
    }
  }
  std::vector<LevelFigures> levels;
  for (const auto& row : rows) {
    const auto words = standard_words(framework.get(), row.standard);
    if (levels.empty() || levels.back().period != row.period || levels.back().standard != words) {
      levels.push_back({row.period, words, row.fewest >= fewest_shown, {}});
    }
    if (levels.back().shown) levels.back().counts[row.level] = row.count;
  }
  return levels;
}

}  // namespace

OwnSight read_own_sight(postgres::SessionTx& tx, Date today) {
  enter_sight(tx, std::nullopt, today);
  return {own_number(tx), load_own_grants(tx)};
}

Result<Grant> read_grant(postgres::SessionTx& tx, const BoardId& board, Instant now) {
  return enter_part(tx, board, {}, now);
}

Result<RegisterSeen> see_register(postgres::SessionTx& tx, const BoardId& board,
                                  const Looked& looked, Instant now) {
  return see_part<RegisterSeen>(tx, board, "register", looked, now, [&](RegisterSeen& seen) {
    load_register(tx, looked, day_in_england(now), seen);
  });
}

Result<FiguresSeen> see_figures(postgres::SessionTx& tx, const BoardId& board, Instant now) {
  return see_part<FiguresSeen>(tx, board, "figures", {}, now, [&](FiguresSeen& seen) {
    seen.exercises = load_exercises(tx);
    seen.levels = levels_of(tx);
  });
}

Result<ReleasesSeen> see_releases(postgres::SessionTx& tx, const BoardId& board,
                                  const Looked& looked, Instant now) {
  return see_part<ReleasesSeen>(tx, board, "evaluations", looked, now,
                                [&](ReleasesSeen& seen) { load_releases(tx, looked, seen); });
}

Result<ReleaseSeen> open_release(postgres::SessionTx& tx, const BoardId& board, const ReturnId& id,
                                 Instant now) {
  auto grant = enter_part(tx, board, "evaluations", now);
  if (!grant) return grant.problem();
  auto found = find_release(tx, id);
  if (!found) return not_found();
  audit_log::note_opened_in_sight(tx, id, found->line.version, audit_log::Opened::evaluation, now);
  return ReleaseSeen{std::move(*grant), std::move(found->line),
                     evaluation::read_release(found->body)};
}

Result<ActionsSeen> see_actions(postgres::SessionTx& tx, const BoardId& board, const Looked& looked,
                                Instant now) {
  return see_part<ActionsSeen>(tx, board, "actions", looked, now, [&](ActionsSeen& seen) {
    load_actions(tx, looked, day_in_england(now), seen);
    seen.forms = forms_of(tx, seen.lines);
  });
}

Result<ActionSeen> open_action(postgres::SessionTx& tx, const BoardId& board, const ActionId& id,
                               Instant now) {
  auto grant = enter_part(tx, board, "actions", now);
  if (!grant) return grant.problem();
  auto action = find_action(tx, id);
  if (!action) return not_found();
  ActionSeen seen;
  seen.grant = std::move(*grant);
  seen.history = load_history(tx, id);
  seen.forms = forms_of(tx, {*action});
  seen.action = std::move(*action);
  audit_log::record_in_sight(tx, {"action.opened", "action", id.text()});
  return seen;
}

Result<ReturnsSeen> see_returns(postgres::SessionTx& tx, const BoardId& board, const Looked& looked,
                                Instant now) {
  return see_part<ReturnsSeen>(tx, board, "returns", looked, now,
                               [&](ReturnsSeen& seen) { load_returns(tx, looked, seen); });
}

Result<ReturnSeen> open_return(postgres::SessionTx& tx, const BoardId& board, const ReturnId& id,
                               Instant now) {
  auto grant = enter_part(tx, board, "returns", now);
  if (!grant) return grant.problem();
  const auto found = find_return(tx, id);
  if (!found) return not_found();
  ReturnSeen seen;
  seen.grant = std::move(*grant);
  seen.line = found->line;
  seen.form = frameworks::load_template(tx, found->form);
  ENSURE(seen.form != nullptr, "a return's template is not in the catalogue");
  fan_out::ReturnHead head;
  head.board_id = board;
  head.id = id;
  head.version_no = found->line.version;
  seen.boxes = fan_out::boxes_of(fan_out::stored_boxes(tx, head), *seen.form);
  std::vector<std::string> sections;
  for (const auto& box : seen.boxes) {
    if (!box.section.empty()) sections.push_back(box.section);
  }
  seen.form = frameworks::only_parts(std::move(seen.form), sections);
  for (const auto& piece : fan_out::stored_evidence(tx, head)) {
    if (std::ranges::find(seen.evidence, piece.title) == seen.evidence.end()) {
      seen.evidence.push_back(piece.title);
    }
  }
  seen.sign_offs = fan_out::stored_sign_offs(tx, head);
  audit_log::note_opened_in_sight(tx, id, head.version_no, audit_log::Opened::whole_return, now);
  return seen;
}

}  // namespace onereturn::sharing
