#include <algorithm>

#include "domain/reporting/draft_words.hpp"
#include "domain/reporting/period_facts.hpp"

namespace onereturn::reporting {

namespace {

using Actions = std::vector<const BoardAction*>;
constexpr const char* in_the_table = "the table below";

struct Highlights {
  Actions done, overdue, planned, risks;
  int open = 0;
  int added = 0;
};

bool is_at_risk(const BoardAction& action) {
  using frameworks::StatusRole;
  return action.role == StatusRole::at_risk || action.role == StatusRole::off_track;
}

// Something that stands in the way, in the words of whoever keeps the action.
std::vector<std::string> issues_of(const BoardAction& action, const PeriodFacts& facts) {
  std::vector<std::string> issues;
  if (is_at_risk(action)) issues.push_back(standing_words(action, facts.forms, facts.on));
  if (!action.risks.empty()) issues.push_back(clause_of(action.risks));
  if (action.lead.empty()) issues.emplace_back("nobody is named who leads it");
  if (!action.by_on) issues.emplace_back("it has no day");
  return issues;
}

Highlights sort_out(const PeriodFacts& facts) {
  Highlights all;
  const auto until = end_of_next(facts.from, facts.to);
  for (const auto& action : facts.actions) {
    if (day_in_england(action.made_at) >= facts.from) ++all.added;
    if (!action.is_open()) {
      all.done.push_back(&action);
      continue;
    }
    ++all.open;
    if (actions::is_overdue(action, facts.on)) {
      all.overdue.push_back(&action);
    } else if (action.by_on && *action.by_on <= until) {
      all.planned.push_back(&action);
    }
    if (!issues_of(action, facts).empty()) all.risks.push_back(&action);
  }
  return all;
}

int count(const Actions& list) { return static_cast<int>(list.size()); }

std::vector<std::string> points(const Actions& list) {
  std::vector<std::string> words;
  for (const auto* action : list)
    words.push_back(action_point(*action));
  return words;
}

std::string verified_words(const Actions& done) {
  const auto verified = std::count_if(done.begin(), done.end(), [](const BoardAction* action) {
    return action->state == "verified";
  });
  if (done.empty()) return {};
  const auto others = std::ssize(done) - verified;
  const bool one = done.size() == 1;
  if (others == 0)
    return one ? "The board saw evidence for it." : "The board saw evidence for all of them.";
  if (verified == 0)
    return one ? "It was closed without evidence, for the reason given."
               : "All were closed without evidence, for the reasons given.";
  return "The board saw evidence for " + figure(static_cast<int>(verified)) + " of them; " +
         (others == 1 ? "the other was closed without it, for the reason given."
                      : "the others were closed without it, for the reasons given.");
}

Section summary(const PeriodFacts& facts, const Highlights& all) {
  SectionText text;
  const auto size = static_cast<int>(facts.actions.size());
  if (size == 0) {
    text.say("No action was open " + period_words(facts.from, facts.to) +
             ", so there is nothing to report.");
  } else {
    text.say("The board followed " + counted(size, "action", "actions") + " " +
             period_words(facts.from, facts.to) + ". " +
             counted(count(all.done), "ended", "ended") + ", " + counted(all.open, "was", "were") +
             " open on " + to_words(facts.on) + ", and " + counted(all.added, "was", "were") +
             " added in this time.");
    if (all.open > 0) {
      text.say("Of the " + figure(all.open) + " open, " +
               counted(count(all.overdue), "was", "were") + " overdue, " +
               counted(count(all.planned), "falls", "fall") + " due by " +
               to_words(end_of_next(facts.from, facts.to)) + ", and " +
               counted(count(all.risks), "has", "have") + " a risk or an issue to report.");
    }
  }
  for (auto& words : left_out_words(facts))
    text.say(std::move(words));
  return {"summary", "Summary", text.text()};
}

Section done(const Highlights& all, const PeriodFacts& facts) {
  SectionText text;
  if (all.done.empty()) {
    text.say("No action ended " + period_words(facts.from, facts.to) + ".");
  } else {
    text.say(out_of(count(all.done), static_cast<int>(facts.actions.size()), "action", "actions") +
             " ended. " + verified_words(all.done));
    text.points(points(all.done), in_the_table);
  }
  return {"done", "Done", text.text()};
}

Section overdue(const Highlights& all, const PeriodFacts& facts) {
  SectionText text;
  if (all.overdue.empty()) {
    text.say(all.open == 0 ? "No action is open, so none is overdue."
                           : "No open action is overdue on " + to_words(facts.on) + ".");
  } else {
    text.say(out_of(count(all.overdue), all.open, "open action", "open actions") +
             verb(count(all.overdue), " was", " were") + " overdue on " + to_words(facts.on) +
             ". What is late longest comes first.");
    text.points(points(all.overdue), in_the_table);
  }
  return {"overdue", "Overdue", text.text()};
}

Section planned(const Highlights& all, const PeriodFacts& facts) {
  const auto until = to_words(end_of_next(facts.from, facts.to));
  SectionText text;
  if (all.planned.empty()) {
    text.say("No open action falls due from " + to_words(facts.on) + " to " + until + ".");
  } else {
    text.say(out_of(count(all.planned), all.open, "open action", "open actions") +
             verb(count(all.planned), " falls", " fall") + " due from " + to_words(facts.on) +
             " to " + until + ".");
    text.points(points(all.planned), in_the_table);
  }
  return {"planned", "Planned next", text.text()};
}

Section risks(const Highlights& all, const PeriodFacts& facts) {
  SectionText text;
  if (all.risks.empty()) {
    text.say(all.open == 0
                 ? "No action is open, so there is no risk or issue to report."
                 : "No risk or issue is written down for an open action, each has somebody who"
                   " leads it and a day, and none is at risk or off track.");
  } else {
    text.say(out_of(count(all.risks), all.open, "open action", "open actions") +
             verb(count(all.risks), " has", " have") + " a risk or an issue.");
    std::vector<std::string> words;
    for (const auto* action : all.risks)
      words.push_back(action_point(*action) + ": " + listed(issues_of(*action, facts)) + ".");
    text.points(words, in_the_table);
  }
  return {"risks", "Risks and issues", text.text()};
}

void add_table(Draft& draft, const PeriodFacts& facts, const Actions& list, const char* title,
               const ActionTable& table) {
  if (list.empty()) return;
  draft.facts.emplace_back(heading(title, table.name));
  draft.facts.emplace_back(table_of(list, facts.forms, facts.events, table, facts.on));
}

}  // namespace

Draft highlights_of(const PeriodFacts& facts) {
  const auto all = sort_out(facts);
  Draft draft;
  draft.title = "Highlight report";
  draft.subtitle = facts.board + ", " + period_words(facts.from, facts.to);
  draft.sections = {summary(facts, all), done(all, facts), overdue(all, facts), planned(all, facts),
                    risks(all, facts)};
  const auto on = to_words(facts.on);
  add_table(draft, facts, all.done, "Actions done",
            {.caption = "Actions that ended " + period_words(facts.from, facts.to),
             .name = "done",
             .closing = true});
  add_table(draft, facts, all.overdue, "Actions overdue",
            {.caption = "Actions that were overdue on " + on, .name = "overdue"});
  add_table(draft, facts, all.planned, "Actions planned next",
            {.caption = "Open actions that fall due next, on " + on, .name = "planned"});
  add_table(
      draft, facts, all.risks, "Actions with risks and issues",
      {.caption = "Open actions with a risk or an issue on " + on, .name = "risks", .risks = true});
  return draft;
}

}  // namespace onereturn::reporting
