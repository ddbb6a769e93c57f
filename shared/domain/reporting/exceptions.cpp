#include <algorithm>

#include "domain/reporting/draft_words.hpp"
#include "domain/reporting/period_facts.hpp"

namespace onereturn::reporting {

namespace {

using frameworks::StatusRole;
constexpr const char* in_the_table = "the table below";

// One action with what there is to say about it, in sentences without their full stop.
struct Exception {
  const BoardAction* action = nullptr;
  std::vector<std::string> what;
  int moved = 0;  // how often its day was put off in the period
  bool overdue = false;
};

struct Exceptions {
  std::vector<Exception> slipped, achieved;
  int open = 0;
};

// How far from what was wanted: complete is none.
int distance(const std::optional<StatusRole>& role) {
  if (!role) return 1;
  switch (*role) {
    case StatusRole::complete:
      return 0;
    case StatusRole::on_track:
      return 1;
    case StatusRole::at_risk:
      return 2;
    case StatusRole::off_track:
      break;
  }
  return 3;
}

std::optional<StatusRole> role_of(const actions::StatusScheme& scheme, const std::string& code) {
  const auto* point = actions::point_in(scheme, code);
  return point == nullptr ? std::nullopt : std::optional(point->role);
}

std::string label_of(const actions::StatusScheme& scheme, const std::string& code) {
  const auto* point = actions::point_in(scheme, code);
  return point == nullptr ? "no status" : "“" + actions::words_of(*point) + "”";
}

void add_moves(Exception& slipped, Exception& achieved, const ActionEvent& event) {
  if (event.kind != "moved" || !event.was_on || !event.by_on) return;
  const auto days = days_between(*event.was_on, *event.by_on);
  const auto words = "the day moved from " + to_words(*event.was_on) + " to " +
                     to_words(*event.by_on) +
                     (event.text.empty() ? "" : ", because: " + clause_of(event.text));
  if (days > 0) {
    slipped.what.push_back(words);
    ++slipped.moved;
  } else if (days < 0) {
    achieved.what.push_back(words);
  }
}

void add_turns(Exception& slipped, Exception& achieved, const ActionEvent& event,
               const actions::StatusScheme& scheme) {
  if (event.kind != "status" || event.point.empty()) return;
  const auto was = distance(role_of(scheme, event.was_point));
  const auto now = distance(role_of(scheme, event.point));
  const auto words = "on " + to_words(day_in_england(event.at)) + " it went from " +
                     label_of(scheme, event.was_point) + " to " + label_of(scheme, event.point);
  if (now > was && now > 1) slipped.what.push_back(words);
  if (now < was && was > 1) achieved.what.push_back(words);
}

void add_end(Exception& slipped, Exception& achieved, const BoardAction& action) {
  if (action.is_open() || !action.ended_at) return;
  const auto ended = day_in_england(*action.ended_at);
  auto words =
      (action.state == "verified" ? "done, and verified on " : "closed on ") + to_words(ended);
  if (action.by_on) {
    const auto days = days_between(ended, *action.by_on);
    if (days > 0) words += ", " + counted(days, "day", "days") + " before its day";
    if (days < 0) {
      const auto late = counted(-days, "day", "days") + " after its day";
      words += ", " + late;
      slipped.what.push_back("it ended " + late);
    }
    if (days == 0) words += ", on its day";
  }
  achieved.what.push_back(std::move(words));
}

Exceptions sort_out(const PeriodFacts& facts) {
  Exceptions all;
  for (const auto& action : facts.actions) {
    Exception slipped{&action, {}, 0, false};
    Exception achieved{&action, {}, 0, false};
    const auto events = facts.events.find(action.action);
    const auto& scheme = actions::scheme_of(facts.forms, action.form);
    if (events != facts.events.end()) {
      for (const auto& event : events->second) {
        add_moves(slipped, achieved, event);
        add_turns(slipped, achieved, event, scheme);
      }
    }
    add_end(slipped, achieved, action);
    all.open += action.is_open() ? 1 : 0;
    if (action.by_on && actions::is_overdue(action, facts.on)) {
      slipped.overdue = true;
      slipped.what.push_back("it was " +
                             counted(days_between(*action.by_on, facts.on), "day", "days") +
                             " late on " + to_words(facts.on));
    }
    if (!slipped.what.empty()) all.slipped.push_back(std::move(slipped));
    if (!achieved.what.empty()) all.achieved.push_back(std::move(achieved));
  }
  return all;
}

std::vector<std::string> points(const std::vector<Exception>& list) {
  std::vector<std::string> words;
  for (const auto& one : list)
    words.push_back(action_point(*one.action) + ": " + listed(one.what) + ".");
  return words;
}

Section summary(const PeriodFacts& facts, const Exceptions& all) {
  SectionText text;
  const auto size = static_cast<int>(facts.actions.size());
  const auto when = period_words(facts.from, facts.to);
  if (size == 0) {
    text.say("No action was open " + when + ", so there is no exception to report.");
  } else {
    text.say("Of " + counted(size, "action", "actions") + " that the board followed " + when +
             ", " + figure(static_cast<int>(all.slipped.size())) + " slipped and " +
             figure(static_cast<int>(all.achieved.size())) +
             " did better or ended. An action may have done both.");
  }
  for (auto& words : left_out_words(facts))
    text.say(std::move(words));
  return {"summary", "Summary", text.text()};
}

Section about(const char* key, const char* title, const std::vector<Exception>& list,
              const PeriodFacts& facts, const std::string& none, const std::string& some) {
  SectionText text;
  if (list.empty()) {
    text.say(none);
  } else {
    text.say(out_of(static_cast<int>(list.size()), static_cast<int>(facts.actions.size()), "action",
                    "actions") +
             " " + some);
    text.points(points(list), in_the_table);
  }
  return {key, title, text.text()};
}

// What cannot be left to those who lead: put off again and again, or off track and late.
Section decisions(const Exceptions& all) {
  std::vector<std::string> wanted;
  for (const auto& one : all.slipped) {
    if (!one.action->is_open()) continue;
    if (one.moved > 1) {
      wanted.push_back(action_point(*one.action) + ": its day was put off " +
                       counted(one.moved, "time", "times") + ". Is it still the right action?");
    } else if (one.overdue && one.action->role == StatusRole::off_track) {
      wanted.push_back(action_point(*one.action) +
                       ": off track and late. Who will see to it, and by when?");
    }
  }
  SectionText text;
  if (wanted.empty()) {
    text.say("Nothing in this report needs a decision of the board.");
  } else {
    text.say("The board is asked to decide about " +
             counted(static_cast<int>(wanted.size()), "action", "actions") + ".");
    text.points(wanted, in_the_table);
  }
  return {"decisions", "Decisions wanted", text.text()};
}

documents::Table table(const std::vector<Exception>& list, const PeriodFacts& facts,
                       const std::string& caption, const char* name, const char* last) {
  documents::Table made;
  made.caption = caption;
  made.name = name;
  made.columns = {{"No", 3},        {"Action", 10}, {"Organisation", 6},
                  {"Who leads", 6}, {"By", 6},      {"Where it stands", 6},
                  {last, 9}};
  int number = 0;
  for (const auto& one : list) {
    const auto& action = *one.action;
    std::string what;
    for (const auto& line : one.what)
      what += capital(line) + "\n";
    made.rows.push_back({figure_cell(++number), words_cell(action.what), cell(action.organisation),
                         cell(action.lead.empty() ? "Nobody named" : action.lead),
                         cell(action.by_on ? to_words(*action.by_on) : "No day given"),
                         cell(standing_words(action, facts.forms, facts.on)), words_cell(what)});
  }
  return made;
}

}  // namespace

Draft exceptions_of(const PeriodFacts& facts) {
  const auto all = sort_out(facts);
  const auto when = period_words(facts.from, facts.to);
  Draft draft;
  draft.title = "Exception report";
  draft.subtitle = facts.board + ", " + when;
  draft.sections = {
      summary(facts, all),
      about("slippage", "Slippage", all.slipped, facts, "Nothing slipped " + when + ".",
            "slipped: late, put off, or worse off than before."),
      about("achievement", "Achievement", all.achieved, facts,
            "No action ended or did better " + when + ".", "ended or did better than before."),
      decisions(all)};
  if (!all.slipped.empty()) {
    draft.facts.emplace_back(heading("What slipped", "slipped"));
    draft.facts.emplace_back(
        table(all.slipped, facts, "Actions that slipped " + when, "slipped", "What slipped"));
  }
  if (!all.achieved.empty()) {
    draft.facts.emplace_back(heading("What was achieved", "achieved"));
    draft.facts.emplace_back(table(all.achieved, facts, "Actions that ended or did better " + when,
                                   "achieved", "What was achieved"));
  }
  return draft;
}

}  // namespace onereturn::reporting
