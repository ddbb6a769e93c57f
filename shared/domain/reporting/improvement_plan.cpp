#include "domain/reporting/draft_words.hpp"
#include "domain/reporting/period_facts.hpp"

namespace onereturn::reporting {

namespace {

std::string title_of(const actions::Standard& standard) {
  if (standard.title.empty()) return "No standard named";
  return standard.number.empty() ? standard.title : standard.number + ". " + standard.title;
}

std::string counts_words(const std::vector<actions::RoleCount>& counts) {
  std::vector<std::string> words;
  for (const auto& count : counts) {
    const int all = count.open + count.ended;
    if (all == 0) continue;
    std::string where = "without a status yet";
    for (std::size_t at = 0; at < count.words.size(); ++at)
      where = at == 0 ? count.words[at] : where + " or " + count.words[at];
    words.push_back(figure(all) + " " + where);
  }
  return listed(words);
}

Section introduction(const PeriodFacts& facts, const std::vector<actions::RoleCount>& counts) {
  int open = 0;
  int overdue = 0;
  for (const auto& action : facts.actions) {
    open += action.is_open() ? 1 : 0;
    overdue += actions::is_overdue(action, facts.on) ? 1 : 0;
  }
  const auto size = static_cast<int>(facts.actions.size());
  SectionText text;
  if (size == 0) {
    text.say("The board has no action to follow " + period_words(facts.from, facts.to) + ".");
  } else {
    text.say(
        "This plan brings together what organisations have undertaken, what followed from the"
        " board’s evaluations and reviews, and what the board set itself. Each action is"
        " followed until the board has seen that it is done, or has closed it with a reason.");
    text.say("On " + to_words(facts.on) + ", " + out_of(open, size, "action", "actions") +
             verb(open, " was", " were") + " open, " + figure(overdue) + " of them overdue; " +
             figure(size - open) + " ended " + period_words(facts.from, facts.to) + ".");
    text.say("How they stand: " + counts_words(counts) + ".");
  }
  for (auto& words : left_out_words(facts))
    text.say(std::move(words));
  return {"introduction", "Introduction", text.text()};
}

}  // namespace

Draft improvement_plan_of(const PeriodFacts& facts) {
  std::vector<actions::StandingCount> standings;
  for (const auto& action : facts.actions)
    standings.push_back({action.form, action.role, action.is_open(), 1});
  Draft draft;
  draft.title = "Improvement plan";
  draft.subtitle = facts.board + ", " + period_words(facts.from, facts.to);
  draft.sections = {introduction(facts, actions::counts_by_role(standings, facts.forms))};
  int number = 0;
  for (const auto& part : actions::plan_of(facts.actions, facts.forms)) {
    const auto title = title_of(part.standard);
    const auto name = "plan-" + std::to_string(++number);
    std::vector<const BoardAction*> list;
    for (const auto& action : part.actions)
      list.push_back(&action);
    draft.facts.emplace_back(heading(title, name));
    draft.facts.emplace_back(plain(counted(static_cast<int>(list.size()), "action", "actions") +
                                   ": " + counts_words(part.counts) + "."));
    draft.facts.emplace_back(table_of(
        list, facts.forms, facts.events,
        {.caption = "Improvement plan: " + title, .name = name, .closing = true}, facts.on));
  }
  return draft;
}

}  // namespace onereturn::reporting
