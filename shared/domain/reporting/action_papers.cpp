#include "domain/reporting/action_papers.hpp"

#include <algorithm>

#include "domain/reporting/draft_words.hpp"

namespace onereturn::reporting {

namespace {

bool ends(const ActionEvent& event) { return event.kind == "verified" || event.kind == "closed"; }

using Event = std::vector<ActionEvent>::const_iterator;

// The latest before `until` that ended it, or that gave it a point.
template <class Is>
const ActionEvent* last_before(Event begin, Event until, Is&& is) {
  for (auto at = until; at != begin;) {
    --at;
    if (is(*at)) return &*at;
  }
  return nullptr;
}

void undo(BoardAction& action, Event begin, Event event) {
  if (event->kind == "moved") action.by_on = event->was_on;
  if (!event->point.empty()) {
    action.point = event->was_point;
    // An end writes no point before it where that was the same one.
    const auto* earlier =
        last_before(begin, event, [](const ActionEvent& one) { return !one.point.empty(); });
    if (action.point.empty() && earlier != nullptr) action.point = earlier->point;
  }
  if (ends(*event)) {
    action.state = "open";
    action.ended_at.reset();
  } else if (event->kind == "reopened") {
    const auto* end = last_before(begin, event, ends);
    action.state = end == nullptr ? "closed" : end->kind;
    action.ended_at = end == nullptr ? Instant{} : end->at;
  }
}

std::string ended_words(const BoardAction& action) {
  const std::string ended = action.state == "verified" ? "verified" : "closed";
  return action.ended_at ? ended + " " + to_words(day_in_england(*action.ended_at)) : ended;
}

documents::Cell what_cell(const BoardAction& action) {
  auto one = words_cell(action.what);
  if (!one.paragraphs.empty() && !one.paragraphs.front().spans.empty()) {
    one.paragraphs.front().spans.front().strong = true;
  }
  for (auto& line : lines_of(action.how))
    one.paragraphs.push_back(std::move(line));
  return one;
}

documents::Cell standing_cell(const BoardAction& action, const actions::Forms& forms, Date day) {
  auto one = cell(standing_words(action, forms, day));
  for (auto& line : lines_of(action.progress))
    one.paragraphs.push_back(std::move(line));
  return one;
}

}  // namespace

BoardAction as_it_stood(BoardAction action, const std::vector<ActionEvent>& events,
                        const actions::Forms& forms, Date day) {
  for (auto at = events.end(); at != events.begin();) {
    --at;
    if (day_in_england(at->at) <= day) break;
    undo(action, events.begin(), at);
  }
  if (action.ended_at && day_in_england(*action.ended_at) > day) {
    action.state = "open";
    action.ended_at.reset();
  }
  const auto* point = actions::point_in(actions::scheme_of(forms, action.form), action.point);
  action.role = point == nullptr ? std::nullopt : std::optional(point->role);
  return action;
}

std::string closing_words(const BoardAction& action, const ActionEvents& events) {
  if (action.is_open()) return {};
  const auto found = events.find(action.action);
  if (found != events.end()) {
    const auto* end = last_before(found->second.begin(), found->second.end(), ends);
    if (end != nullptr && !end->text.empty()) return end->text;
  }
  return action.evidence;
}

std::string standing_words(const BoardAction& action, const actions::Forms& forms, Date day) {
  const auto* point = actions::point_in(actions::scheme_of(forms, action.form), action.point);
  std::string words = point == nullptr ? "" : actions::words_of(*point);
  const auto add = [&](const std::string& more) {
    words = words.empty() ? capital(more) : words + ", " + more;
  };
  if (!action.is_open()) {
    add(ended_words(action));
    return words;
  }
  if (words.empty()) words = "No status yet";
  if (action.by_on && actions::is_overdue(action, day)) {
    add(counted(days_between(*action.by_on, day), "day", "days") + " late");
  }
  return words;
}

documents::Table table_of(const std::vector<const BoardAction*>& list, const actions::Forms& forms,
                          const ActionEvents& events, const ActionTable& about, Date day) {
  documents::Table table;
  table.caption = about.caption;
  table.name = about.name;
  table.columns = {{"No", 3}, {"What is to be done, and how", 11}};
  if (about.organisation) table.columns.push_back({"Organisation", 6});
  table.columns.push_back({"Who leads", 6});
  table.columns.push_back({"By", 6});
  table.columns.push_back({"Where it stands", 6});
  if (about.risks) table.columns.push_back({"Risks and issues", 7});
  if (about.closing) table.columns.push_back({"Seen when it ended", 6});
  int number = 0;
  for (const auto* action : list) {
    std::vector<documents::Cell> row{figure_cell(++number), what_cell(*action)};
    if (about.organisation) row.push_back(cell(action->organisation));
    row.push_back(cell(action->lead.empty() ? "Nobody named" : action->lead));
    row.push_back(cell(action->by_on ? to_words(*action->by_on) : "No day given"));
    row.push_back(standing_cell(*action, forms, day));
    if (about.risks) row.push_back(words_cell(action->risks, "None written down"));
    if (about.closing) {
      row.push_back(action->is_open()
                        ? cell("Still open")
                        : words_cell(closing_words(*action, events), "Nothing written down"));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string action_point(const BoardAction& action) {
  auto words = clause_of(action.what);
  std::vector<std::string> about;
  if (!action.organisation.empty()) about.push_back(action.organisation);
  if (!action.lead.empty() && action.lead != action.organisation) about.push_back(action.lead);
  if (action.by_on) about.push_back("by " + to_words(*action.by_on));
  std::string where;
  for (const auto& one : about)
    where += (where.empty() ? "" : ", ") + one;
  return where.empty() ? words : words + " (" + where + ")";
}

}  // namespace onereturn::reporting
