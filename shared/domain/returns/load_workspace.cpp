#include "domain/returns/load_workspace.hpp"

#include <algorithm>
#include <set>

#include "domain/evidence/evidence_store.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/frameworks/only_parts.hpp"
#include "domain/identity/roles.hpp"
#include "domain/returns/asked.hpp"
#include "domain/returns/cycles.hpp"
#include "domain/returns/unit_store.hpp"
#include "domain/returns/workspace_ahead.hpp"
#include "domain/returns/workspace_store.hpp"

namespace onereturn::returns {

namespace {

Problem nobody_asks() {
  return {ProblemCode::not_found, "nothing-asked", "No board asks this part of your organisation."};
}

// The units that are asked, the whole agency first; only the session's own when it has one.
std::vector<UnitRef> asked_units(const std::vector<OpenRequest>& open, const Actor& actor) {
  std::vector<UnitRef> units;
  for (const auto& request : open) {
    if (actor.unit && *actor.unit != request.engaged.unit) continue;
    const auto known = std::find_if(units.begin(), units.end(), [&](const UnitRef& unit) {
      return unit.unit == request.engaged.unit;
    });
    if (known != units.end()) {
      ++known->requests;
    } else if (request.of_the_whole) {
      units.insert(units.begin(), {request.engaged.unit, request.engaged.unit_name, 1});
    } else {
      units.push_back({request.engaged.unit, request.engaged.unit_name, 1});
    }
  }
  return units;
}

// The canonical form where two boards or more ask, whichever part of the agency they ask.
mapping::Way way_of(const std::vector<OpenRequest>& open) {
  std::set<BoardId> boards;
  for (const auto& request : open)
    boards.insert(request.engaged.board.board);
  return boards.size() > 1 ? mapping::Way::canonical : mapping::Way::own_form;
}

// The newest framework that some mapping of these fills from, or else the newest of all.
frameworks::VersionRef framework_of(postgres::AgencyTx& tx, const std::vector<OpenRequest>& open) {
  frameworks::VersionRef newest;
  for (const auto& request : open) {
    if (request.framework.version > newest.version) newest = request.framework;
  }
  if (newest.version > 0) return newest;
  const auto latest = frameworks::latest_framework(tx, "section11");
  ENSURE(latest.has_value(), "the catalogue holds no framework");
  return *latest;
}

// Whether that board's form is there already, asked of another unit.
bool has_form(const Workspace& workspace, const std::vector<frameworks::VersionRef>& forms,
              const OpenRequest& request) {
  for (std::size_t at = 0; at < forms.size(); ++at) {
    const bool same_board = workspace.boards[at].board.board == request.engaged.board.board;
    if (same_board && forms[at] == request.form) return true;
  }
  return false;
}

bool needs_units(const postgres::AgencyTx& tx, const std::vector<OpenRequest>& open) {
  const bool all_whole =
      std::all_of(open.begin(), open.end(), [](const auto& each) { return each.of_the_whole; });
  return !all_whole && !tx.actor().unit;
}

// The units above those that are asked, and not asked themselves: for whoever has no unit.
void add_units_above(postgres::AgencyTx& tx, const std::vector<OpenRequest>& open,
                     std::vector<UnitRef>& asked) {
  if (!needs_units(tx, open)) return;
  const auto tree = load_units(tx);
  std::vector<UnitRef> above;
  for (const auto& unit : asked) {
    for (auto parent = parent_of(tree, unit.unit); parent != nullptr;
         parent = parent_of(tree, parent->unit)) {
      const auto known = [&](const UnitRef& ref) { return ref.unit == parent->unit; };
      if (std::any_of(asked.begin(), asked.end(), known) ||
          std::any_of(above.begin(), above.end(), known)) {
        continue;
      }
      above.push_back({parent->unit, parent->name, 0, true});
    }
  }
  asked.insert(asked.end(), above.begin(), above.end());
}

// Framework, templates and mappings in one statement each, however many boards ask.
void load_catalogue(postgres::AgencyTx& tx, const std::vector<OpenRequest>& open,
                    Workspace& workspace) {
  std::vector<frameworks::VersionRef> forms;
  for (const auto& request : open) {
    if (workspace.common_only ? has_form(workspace, forms, request)
                              : request.engaged.unit != workspace.unit) {
      continue;
    }
    workspace.boards.push_back(request.engaged);
    forms.push_back(request.form);
  }
  const auto framework = framework_of(tx, open);
  workspace.framework = frameworks::load_framework(tx, framework);
  const auto templates = frameworks::load_templates(tx, forms);
  const auto mappings = frameworks::load_mappings(tx, forms, framework);
  for (std::size_t at = 0; at < forms.size(); ++at) {
    auto& board = workspace.boards[at];
    ENSURE(templates[at] != nullptr, "a request for a template that was never published");
    board.form = frameworks::only_parts(templates[at], board.parts);
    board.mapping = mappings[at];
    if (board.mapping == nullptr) {
      auto unmapped = std::make_shared<frameworks::Mapping>();
      unmapped->of_template = forms[at];
      board.mapping = std::move(unmapped);
    }
  }
}

// An answer that was there before any board asked for it this time is last time's: it is a start,
// and counts when somebody has said it again.
void mark_carried(Workspace& workspace) {
  for (auto& [code, answer] : workspace.common.answers) {
    const auto since = asked_since(workspace.boards, code);
    answer.confirmed.carried = since && answer.confirmed.on && *answer.confirmed.on < *since;
  }
}

void grant_to_boards(Workspace& workspace) {
  for (auto& engaged : workspace.boards) {
    for (const auto& kept : workspace.evidence) {
      if (!kept.granted.contains(engaged.board.board)) continue;
      mapping::Evidence granted{kept.evidence.text(), kept.title,        kept.kept_where,
                                kept.effective_on,    kept.requirements, {}};
      for (const auto& [request, box_no] : kept.boxes) {
        if (request == engaged.request) granted.boxes.insert(box_no);
      }
      engaged.side.evidence.push_back(std::move(granted));
    }
  }
}

}  // namespace

Result<Workspace> load_workspace(postgres::AgencyTx& tx, const std::optional<UnitId>& unit,
                                 Date today, Reach reach) {
  if (!identity::may_read(tx.actor().role)) {
    return Problem{ProblemCode::forbidden, "not-permitted", "Your role does not fill in returns."};
  }
  auto open = load_open_requests(tx);
  leave_out_past(open);
  Workspace workspace;
  workspace.units = asked_units(open, tx.actor());
  if (workspace.units.empty()) return nobody_asks();
  workspace.unit = unit.value_or(workspace.units.front().unit);
  workspace.way = way_of(open);
  workspace.common_only =
      std::none_of(workspace.units.begin(), workspace.units.end(),
                   [&](const UnitRef& ref) { return ref.unit == workspace.unit; });
  ask_ahead(tx, workspace, needs_units(tx, open));
  load_catalogue(tx, open, workspace);
  add_units_above(tx, open, workspace.units);
  const auto at = std::find_if(workspace.units.begin(), workspace.units.end(),
                               [&](const UnitRef& ref) { return ref.unit == workspace.unit; });
  if (at == workspace.units.end()) return nobody_asks();
  if (at->common && reach == Reach::asked) return nobody_asks();
  workspace.common_only = at->common;
  workspace.unit_name = at->name;
  workspace.today = today;
  index_asked(workspace);
  const auto names = load_names(tx);
  load_answers(tx, names, workspace);
  load_board_sides(tx, names, workspace);
  mark_carried(workspace);
  hold_back_old(workspace);
  load_common(tx, names, workspace);
  load_commitments(tx, workspace);
  load_profile(tx, workspace);
  workspace.evidence = evidence::load_evidence(tx, workspace.unit);
  grant_to_boards(workspace);
  return workspace;
}

}  // namespace onereturn::returns
