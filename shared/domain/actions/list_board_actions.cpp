#include "domain/actions/list_board_actions.hpp"

#include <algorithm>

#include "domain/actions/board_action_store.hpp"
#include "domain/identity/export_right.hpp"

namespace onereturn::actions {

namespace {

constexpr int most_in_a_file = 10'000;

using frameworks::VersionRef;

void add(std::vector<VersionRef>& refs, const VersionRef& ref) {
  if (std::find(refs.begin(), refs.end(), ref) == refs.end()) refs.push_back(ref);
}

// The forms of all standings, whatever the filter leaves of them, and the board's own.
Forms forms_around(postgres::BoardTx& tx, const std::vector<StandingCount>& standings) {
  auto refs = read_own_forms(tx);
  for (const auto& standing : standings) {
    if (standing.form) add(refs, *standing.form);
  }
  return load_forms(tx, refs);
}

// Forms of actions that ended before the year that is counted.
void add_missing(postgres::BoardTx& tx, Forms& forms, const std::vector<BoardAction>& list) {
  std::vector<VersionRef> refs;
  for (const auto& one : list) {
    if (one.form && !forms.contains(*one.form)) add(refs, *one.form);
  }
  if (!refs.empty()) forms.merge(load_forms(tx, refs));
}

Date first_of_year(Date day) { return Date{day.year(), std::chrono::January, std::chrono::day{1}}; }

void set_codes(ActionFilter& filter, const Forms& forms, const std::vector<std::string>& sections) {
  if (sections.empty()) return;
  for (const auto& section : sections_of(forms)) {
    if (std::find(sections.begin(), sections.end(), section.code) == sections.end()) continue;
    filter.codes.insert(filter.codes.end(), section.codes.begin(), section.codes.end());
  }
  // A standard that no form has finds nothing, not everything.
  if (filter.codes.empty() && filter.areas.empty()) filter.codes = sections;
}

// With an empty page behind the last one, how many there are is asked again.
ListedActions read_page(postgres::BoardTx& tx, ActionFilter& filter, Date today) {
  auto page = read_actions(tx, filter, today);
  if (page.list.empty() && filter.from > 0) {
    filter.from = 0;
    const auto all = read_actions(tx, filter, today).all;
    filter.from = all == 0 ? 0 : (all - 1) / filter.count * filter.count;
    page = read_actions(tx, filter, today);
  }
  return page;
}

}  // namespace

bool may_follow(std::string_view role) { return role == "manager" || role == "assistant"; }

Result<ActionsPage> list_board_actions(postgres::BoardTx& tx, ActionFilter filter,
                                       const std::vector<std::string>& sections, Date today) {
  ActionsPage page;
  page.around.tabs = read_tabs(tx, today);
  page.around.standings = read_standings(tx, first_of_year(today));
  page.around.organisations = read_organisations(tx);
  page.around.people = read_people_now(tx);
  page.forms = forms_around(tx, page.around.standings);
  set_codes(filter, page.forms, sections);
  page.actions = read_page(tx, filter, today);
  add_missing(tx, page.forms, page.actions.list);
  page.may_export = identity::may_export(tx);
  return page;
}

Result<ActionsPage> export_board_actions(postgres::BoardTx& tx, ActionFilter filter,
                                         const std::vector<std::string>& sections, Date today) {
  if (const auto refused = identity::refuse_export(tx)) return *refused;
  filter.count = most_in_a_file;
  filter.from = 0;
  auto page = list_board_actions(tx, std::move(filter), sections, today);
  if (page) {
    identity::note_export(tx, {"action.exported", "actions", "list"}, page->actions.list.size());
  }
  return page;
}

Result<OneAction> read_board_action(postgres::BoardTx& tx, const ActionId& action, Date today) {
  auto found = read_action(tx, action, today);
  if (!found) {
    return Problem{ProblemCode::not_found, "not-found", "There is no such action here."};
  }
  OneAction one{{std::move(*found), read_history(tx, action), read_pieces(tx, action)}, {}, {}};
  one.people = read_people_now(tx);
  if (one.file.action.form) one.forms = load_forms(tx, {*one.file.action.form});
  return one;
}

Result<ImprovementPlan> read_plan(postgres::BoardTx& tx, Date from, Date to, Date today) {
  ActionFilter filter;
  filter.shows = {"all"};
  filter.not_before = from;
  filter.not_after = to;
  filter.count = most_in_a_file;
  auto listed = read_actions(tx, filter, today);
  ImprovementPlan plan;
  std::vector<StandingCount> standings;
  for (const auto& one : listed.list) {
    standings.push_back({one.form, one.role, one.is_open(), 1});
    plan.open += one.is_open() ? 1 : 0;
    plan.ended += one.is_open() ? 0 : 1;
    plan.overdue += is_overdue(one, today) ? 1 : 0;
  }
  plan.forms = forms_around(tx, standings);
  plan.counts = counts_by_role(standings, plan.forms);
  plan.parts = plan_of(std::move(listed.list), plan.forms);
  plan.may_export = identity::may_export(tx);
  return plan;
}

Result<ImprovementPlan> export_plan(postgres::BoardTx& tx, Date from, Date to, Date today) {
  if (const auto refused = identity::refuse_export(tx)) return *refused;
  auto plan = read_plan(tx, from, to, today);
  if (plan) {
    identity::note_export(tx, {"action.exported", "actions", "plan"},
                          static_cast<std::size_t>(plan->open + plan->ended));
  }
  return plan;
}

}  // namespace onereturn::actions
