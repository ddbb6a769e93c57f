#include "gateway/views/received_list.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "gateway/views/rows_at_hand.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using fan_out::ReceivedReturn;
using fan_out::ReturnState;
using html::Data;

struct Standing {
  std::string tone, icon, words;
};

// It is with them to be changed, and the day that was set then has passed.
bool is_late_again(const ReceivedReturn& row, Date today) {
  return row.standing == "sent_back" && row.due_on < today;
}

bool is_late(const ReceivedReturn& row, Date today) {
  return is_late_again(row, today) || (row.state == ReturnState::asked && row.due_on < today);
}

Standing state_of(const ReceivedReturn& row, Date today) {
  if (row.is_out()) {
    const bool not_applicable = row.left_out == "not_applicable";
    return {"quiet", "na", not_applicable ? "Left out: not applicable" : "Organisation closed"};
  }
  if (row.standing == "sent_back") {
    if (!is_late_again(row, today)) return {"amber", "at-risk", "Sent back"};
    return {"red", "off-track", "Sent back, " + days_words(days_between(today, row.due_on))};
  }
  switch (row.state) {
    case ReturnState::acknowledged:
      return {"green", "done", "Acknowledged"};
    case ReturnState::received:
      return {"act", "now", "With us now"};
    case ReturnState::asked:
      break;
  }
  const int days = days_between(today, row.due_on);
  if (days < 0) return {"red", "off-track", capital(days_words(days))};
  return {"quiet", "none", "Asked, " + days_words(days) + " left"};
}

// Nobody has it, or who has.
const EvaluationNote& note_of(const ReceivedReturn& row, const EvaluationNotes& notes) {
  static const EvaluationNote none;
  const auto found = row.id ? notes.find(*row.id) : notes.end();
  return found == notes.end() ? none : found->second;
}

Standing standing_of(const ReceivedReturn& row, const EvaluationNote& note, Date today) {
  if (row.offered_version) return {"act", "now", "A newer version waits for you"};
  if (note.words.empty() || row.is_out() || is_late_again(row, today)) return state_of(row, today);
  return {note.tone, note.icon, note.words};
}

bool of_several_waves(const std::vector<ReceivedReturn>& returns) {
  return std::ranges::any_of(returns,
                             [&](const auto& row) { return row.audit != returns.front().audit; });
}

// Its site or number; which wave it is of where the list has several.
std::string second_line(const ReceivedReturn& row, bool of_several) {
  auto line = row.unit.empty() ? row.own_ref : row.unit;
  if (of_several) line += (line.empty() ? "" : ", ") + row.audit;
  return line;
}

Data list_row(const ReceivedReturn& row, Date today, const EvaluationNote& note, bool of_several) {
  const auto href = row.id ? "/returns/" + row.id->text() : std::string();
  std::string received = "Not yet";
  if (row.received_at) received = to_words_with_time(*row.received_at);
  if (row.version_no > 1) received += ", version " + std::to_string(row.version_no);
  if (row.offered_version)
    received += "; version " + std::to_string(*row.offered_version) + " offered";
  const auto standing = standing_of(row, note, today);
  return Data::object()
      .set("href", Data::text_or_no(row.offered_version ? href + "/supplement" : href))
      .set("name", row.agency)
      .set("unit", Data::text_or_no(second_line(row, of_several)))
      .set("parts", Data::text_or_no(joined(row.places)))
      .set("due", to_words(row.due_on))
      .set("received", received)
      .set("status", status(standing.tone, standing.icon, standing.words))
      .set("with", Data::text_or_no(note.with))
      .set("gone", note.gone)
      .set("receipt_href",
           row.state == ReturnState::acknowledged ? Data(href + "/receipt") : Data());
}

constexpr std::array<std::pair<const char*, const char*>, 10> lists_of_some = {
    {{"to_evaluate", "To evaluate"},
     {"second_look", "With a second person"},
     {"offered", "A newer version waits for you"},
     {"received", "With us now"},
     {"acknowledged", "Acknowledged"},
     {"released", "Released"},
     {"sent_back", "Sent back for changes"},
     {"asked", "Still to come"},
     {"late", "Late"},
     {"out", "Closed, or left out"}}};

// Whether a return stands in a list of some of them.
bool stands_in(const ReceivedReturn& row, const EvaluationNote& note, std::string_view only,
               Date today) {
  if (row.is_out() || only == "out") return row.is_out() && only == "out";
  if (only == "late") return is_late(row, today);
  if (only == "sent_back" || row.standing == "sent_back")
    return only.empty() || only == row.standing || (only == "offered" && row.offered_version);
  if (only == "to_evaluate") return row.standing == "to_evaluate" && !note.second_look;
  if (only == "second_look") return row.standing == "to_evaluate" && note.second_look;
  if (only == "offered") return row.offered_version.has_value();
  const bool done = note.released && !row.offered_version;
  return only.empty() || only == (done ? "released" : fan_out::to_string(row.state));
}

bool is_listed(const ReceivedList& list, const ReceivedReturn& row, const ListAsked& asked,
               Date today) {
  const auto& note = note_of(row, list.notes);
  const auto& states = asked.of("state");
  const auto in = [&](const std::string& only) { return stands_in(row, note, only, today); };
  return (states.empty() ? in("") : std::ranges::any_of(states, in)) &&
         is_chosen(asked, "wave", row.audit) && is_chosen(asked, "form", row.form.code) &&
         contains_words(row.agency + "\n" + row.unit + "\n" + row.own_ref + "\n" + note.with,
                        asked.text);
}

// What came stands before what has not, whichever way "received" is asked for: whoever asks for the
// newest does not want to see those first that never came.
std::vector<const ReceivedReturn*> found_returns(const ReceivedList& list, const ListAsked& asked,
                                                 Date today) {
  const auto with = [&](const ReceivedReturn& row) { return note_of(row, list.notes).with; };
  auto found = rows_at_hand(
      list.returns, asked,
      [&](const ReceivedReturn& row) { return is_listed(list, row, asked, today); },
      [&](const ReceivedReturn& a, const ReceivedReturn& b) {
        if (asked.sort == "organisation")
          return std::tie(a.agency, a.unit) < std::tie(b.agency, b.unit);
        if (asked.sort == "due") return a.due_on < b.due_on;
        if (asked.sort == "received") return a.received_at < b.received_at;
        return asked.sort == "with" && with(a) < with(b);
      });
  const auto has_it = [&](const ReceivedReturn* row) {
    return asked.sort == "with" ? !with(*row).empty() : row->received_at.has_value();
  };
  if (asked.sort == "received" || asked.sort == "with")
    std::ranges::stable_partition(found, has_it);
  return found;
}

// One filter for each kind of thing that there are several of.
ListFilter filter_of(const char* name, const char* words,
                     const std::set<std::pair<std::string, std::string>>& values) {
  ListFilter filter{name, words, {}, false};
  if (values.size() < 2) return filter;
  for (const auto& [value, shown] : values)
    filter.choices.push_back({value, shown});
  return filter;
}

using Counts = std::map<std::string_view, int>;

Counts counts_of(const ReceivedList& list, Date today) {
  Counts counts;
  for (const auto& row : list.returns) {
    counts[""] += row.is_out() ? 0 : 1;
    for (const auto& [word, words] : lists_of_some)
      counts[word] += stands_in(row, note_of(row, list.notes), word, today) ? 1 : 0;
  }
  return counts;
}

Data stat(const std::string& state, int number, int of, const char* words) {
  return Data::object()
      .set("href", state.empty() ? "/returns" : "/returns?state=" + state)
      .set("number", number)
      .set("of", of < 0 ? std::string() : " of " + std::to_string(of))
      .set("words", words);
}

Data stats_of(Counts& counts, const std::vector<std::string>& chosen) {
  const int all = counts[""];
  auto stats = Data::list();
  const auto add = [&](const char* state, const char* words, bool always = true) {
    // What there is none of needs no place.
    const bool asked_for = std::ranges::find(chosen, state) != chosen.end();
    if (always || counts[state] > 0 || asked_for)
      stats.push(stat(state, counts[state], all, words));
  };
  add("to_evaluate", "to evaluate");
  add("second_look", "with a second person", false);
  add("offered", counts["offered"] == 1 ? "newer version offered" : "newer versions offered",
      false);
  add("received", "with us now");
  // Where nine figures stand in a row the word is parted by a hyphen.
  add("acknowledged", "acknow\u00ADledged");
  add("released", "released");
  add("sent_back", "sent back for changes", false);
  add("asked", "still to come");
  stats.push(stat("", all, -1, "asked for in all"));
  return stats;
}

std::string heading_of_list(const ListAsked& asked) {
  const auto& states = asked.of("state");
  if (states.size() == 1) {
    for (const auto& [word, words] : lists_of_some) {
      if (states.front() == word) return words;
    }
  }
  return asked.any() ? "Returns that fit" : "All returns";
}

}  // namespace

ListShape received_shape(const ReceivedList& list, Date today) {
  std::set<std::pair<std::string, std::string>> waves, forms;
  for (const auto& row : list.returns) {
    waves.emplace(row.audit, row.audit);
    forms.emplace(row.form.code, row.form_name);
  }
  auto counts = counts_of(list, today);
  ListFilter states{"state", "State", {}, false};
  for (const auto& [word, words] : lists_of_some)
    states.choices.push_back({word, words, counts[word]});
  ListShape shape;
  shape.path = "/returns";
  shape.what_one = "return";
  shape.what_many = "returns";
  shape.search = "Organisation, site, number, or who has it";
  shape.filters = {std::move(states), filter_of("wave", "Wave", waves),
                   filter_of("form", "Form", forms)};
  shape.columns = {{"Organisation", "organisation"},
                   {"Due", "due"},
                   {"Received", "received"},
                   {"State"},
                   {"With", "with"},
                   {"Receipt"}};
  shape.export_ = list.may_export;
  return shape;
}

Data returns_page(const ReceivedList& list, ListAsked asked, Date today) {
  const auto shape = received_shape(list, today);
  auto counts = counts_of(list, today);
  const bool of_several = of_several_waves(list.returns);
  const auto found = found_returns(list, asked, today);
  auto rows = Data::list();
  for (const auto* row : page_at_hand(found, shape, asked))
    rows.push(list_row(*row, today, note_of(*row, list.notes), of_several));
  std::string audit = "All waves";
  if (!of_several) audit = list.returns.empty() ? std::string() : list.returns.front().audit;
  const auto heading = counted(counts[""], "return", "returns") + " asked for, " +
                       std::to_string(counts[""] - counts["asked"]) + " in";
  return Data::object()
      .set("title", heading)
      .set("eyebrow", audit)
      .set("heading", heading)
      .set("stats", stats_of(counts, asked.of("state")))
      .set("out", counts["out"] == 0
                      ? Data()
                      : Data(counted(counts["out"], "return is", "returns are") +
                             " out of these figures: the organisation has closed, or it is not"
                             " applicable this time."))
      .set("list_heading", heading_of_list(asked))
      .set("any", !list.returns.empty())
      .set("list", listing(shape, asked, static_cast<int>(found.size())))
      .set("rows", std::move(rows));
}

std::vector<std::string> received_headings() {
  return {"Organisation", "Site",     "Your number", "Wave",  "Form", "Asked for",
          "Due",          "Received", "Version",     "State", "With", "Acknowledged"};
}

std::vector<std::vector<std::string>> received_rows(const ReceivedList& list,
                                                    const ListAsked& asked, Date today) {
  const auto day = [](const std::optional<Instant>& at) {
    return at ? to_iso(day_in_england(*at)) : std::string();
  };
  std::vector<std::vector<std::string>> rows;
  for (const auto* row : found_returns(list, asked, today)) {
    const auto& note = note_of(*row, list.notes);
    rows.push_back({row->agency, row->unit, row->own_ref, row->audit, row->form_name,
                    row->places.empty() ? "The whole form" : joined(row->places),
                    to_iso(row->due_on), day(row->received_at),
                    row->version_no > 0 ? std::to_string(row->version_no) : "",
                    standing_of(*row, note, today).words, note.with, day(row->acknowledged_at)});
  }
  return rows;
}

}  // namespace onereturn::gateway::views
