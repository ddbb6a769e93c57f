#include "domain/reporting/period_facts.hpp"

#include <algorithm>

#include "domain/actions/board_action_store.hpp"
#include "domain/reporting/draft_words.hpp"
#include "domain/reporting/sql.hpp"

namespace onereturn::reporting {

namespace {

constexpr int most_on_paper = 10'000;

using std::chrono::sys_days;

bool is_last_of_month(Date day) {
  return day == Date{day.year() / day.month() / std::chrono::last};
}

}  // namespace

ActionEvents load_action_events(postgres::BoardTx& tx, Date since) {
  ActionEvents events;
  for (const auto row : tx.run(sql::action_events, since)) {
    ActionEvent event;
    event.action = row.id<ActionId>("action_id");
    event.number = row.number("status_no");
    event.kind = row.text("kind");
    event.point = row.text("point");
    event.was_point = row.text("was_point");
    event.text = row.text("text");
    event.was_on = row.date_if("was_on");
    event.by_on = row.date_if("by_on");
    event.at = row.instant("at");
    events[event.action].push_back(std::move(event));
  }
  return events;
}

PeriodFacts load_period(postgres::BoardTx& tx, Date from, Date to, Date today,
                        const std::set<ReturnId>* only) {
  PeriodFacts facts;
  facts.board = tx.actor().party_name;
  facts.from = from;
  facts.to = to;
  facts.today = today;
  facts.on = std::min(to, today);
  const auto wanted = [&](const BoardAction& action) {
    return only == nullptr || (action.from_return && only->contains(*action.from_return));
  };
  actions::ActionFilter filter;
  filter.not_before = from;
  filter.not_after = to;
  filter.count = most_on_paper;
  filter.shows = {"gone"};
  for (const auto& action : actions::read_actions(tx, filter, today).list)
    facts.gone += wanted(action) ? 1 : 0;
  filter.shows = {"open", "closed"};
  auto listed = actions::read_actions(tx, filter, today);
  facts.all = listed.all;
  facts.read = static_cast<int>(listed.list.size());
  std::set<frameworks::VersionRef> refs;
  for (auto& action : listed.list) {
    if (!wanted(action)) continue;
    facts.withheld += action.withheld ? 1 : 0;
    if (action.withheld) continue;
    if (action.form) refs.insert(*action.form);
    facts.actions.push_back(std::move(action));
  }
  facts.forms = actions::load_forms(tx, {refs.begin(), refs.end()});
  facts.events = load_action_events(tx, from);
  wind_back(facts);
  return facts;
}

void wind_back(PeriodFacts& facts) {
  static const std::vector<ActionEvent> none;
  std::vector<BoardAction> then;
  for (auto& action : facts.actions) {
    const auto events = facts.events.find(action.action);
    auto one = as_it_stood(std::move(action), events == facts.events.end() ? none : events->second,
                           facts.forms, facts.on);
    if (day_in_england(one.made_at) > facts.to) continue;
    if (one.ended_at && day_in_england(*one.ended_at) < facts.from) continue;
    then.push_back(std::move(one));
  }
  std::stable_sort(then.begin(), then.end(), [](const BoardAction& a, const BoardAction& b) {
    if (!a.by_on || !b.by_on) return a.by_on.has_value() && !b.by_on.has_value();
    return *a.by_on < *b.by_on;
  });
  facts.actions = std::move(then);
  // What came later is no part of the period.
  for (auto& [action, events] : facts.events) {
    const auto later = std::find_if(events.begin(), events.end(), [&](const ActionEvent& event) {
      return day_in_england(event.at) > facts.on;
    });
    events.erase(later, events.end());
  }
}

std::vector<std::string> left_out_words(const PeriodFacts& facts) {
  std::vector<std::string> words;
  if (facts.gone > 0) {
    words.push_back(counted(facts.gone, "open action", "open actions") +
                    " of organisations that have closed " + (facts.gone == 1 ? "is" : "are") +
                    " in none of these figures.");
  }
  if (facts.withheld > 0) {
    words.push_back(counted(facts.withheld, "action", "actions") +
                    " out of evaluations that are not released yet " +
                    (facts.withheld == 1 ? "is" : "are") + " left out until " +
                    (facts.withheld == 1 ? "its organisation has" : "their organisations have") +
                    " read " + (facts.withheld == 1 ? "it." : "them."));
  }
  if (facts.read < facts.all) {
    words.push_back("Of " + counted(facts.all, "action", "actions") + " the first " +
                    figure(facts.read) + " by their day are reported.");
  }
  return words;
}

Date end_of_next(Date from, Date to) {
  if (from.day() == std::chrono::day{1} && is_last_of_month(to) && from.month() == to.month() &&
      from.year() == to.year()) {
    const auto next = to.year() / to.month() + std::chrono::months{1};
    return Date{next / std::chrono::last};
  }
  return Date{sys_days{to} + std::chrono::days{days_between(from, to) + 1}};
}

}  // namespace onereturn::reporting
