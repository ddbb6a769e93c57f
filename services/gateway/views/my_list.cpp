#include "gateway/views/my_list.hpp"

#include "domain/actions/my_list_rules.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {

namespace {

using actions::BoardRecord;
using actions::Undertaking;
using html::Data;

Data mark_of(const BoardRecord& record) {
  return Data::object()
      .set("letters", record.mark)
      .set("name", record.area.empty() ? record.board : record.area);
}

// What the board's record says beside its name; nothing where it says nothing yet.
std::string record_words(const BoardRecord& record, const Undertaking& of) {
  std::string words = record.said;
  if (record.said_at) words += ", " + to_words(day_in_england(*record.said_at));
  if (!words.empty()) words += ". ";
  if (!record.asked.empty()) {
    words +=
        "Asks again" +
        (record.asked_at ? " on " + to_words(day_in_england(*record.asked_at)) : std::string()) +
        ": " + record.asked + " ";
  }
  if (record.state == "verified") words += "Seen to be done. ";
  if (record.state == "closed") words += "Closed. ";
  if (record.by_on && of.by_on && *record.by_on != *of.by_on) {
    words += "Expected by " + to_words(*record.by_on) + ".";
  }
  return words;
}

// Boards that said something, each on its line; those that did not, together.
void add_records(Data& row, const Undertaking& one) {
  auto said = Data::list();
  auto silent = Data::list();
  for (const auto& record : one.boards) {
    auto words = record_words(record, one);
    if (words.empty()) {
      silent.push(Data::object().set("board", mark_of(record)));
    } else {
      said.push(Data::object().set("board", mark_of(record)).set("words", std::move(words)));
    }
  }
  row.set("any_silent", !silent.items().empty()).set("silent", std::move(silent));
  row.set("records", std::move(said)).set("none", one.boards.empty());
}

std::string date_words(const Undertaking& one) {
  const auto on = one.is_over() ? one.by_on : one.next_on();
  return on ? to_words(*on) : "No date";
}

Data late_words(const Undertaking& one, Date today) {
  const auto next = one.next_on();
  if (!next || today < *next) return {};
  const auto days = days_between(today, *next);
  return status(days == 0 ? "amber" : "red", days == 0 ? "at-risk" : "off-track",
                capital(days_words(days)));
}

std::string about(const Undertaking& one) {
  std::vector<std::string> parts;
  if (!one.lead.empty()) parts.push_back("Led by " + one.lead);
  if (!one.unit.empty()) parts.push_back(one.unit);
  if (one.from_board) parts.push_back("Asked for by the board");
  if (one.done) parts.push_back("You say it is done");
  std::string words;
  for (const auto& part : parts)
    words += part + ". ";
  return words;
}

}  // namespace

Data undertaking_row(const Undertaking& one, Date today) {
  auto row = Data::object();
  row.set("id", one.id)
      .set("date", date_words(one))
      .set("late", late_words(one, today))
      .set("what", one.what)
      .set("how", Data::text_or_no(one.how))
      .set("asked", one.is_asked())
      .set("about", Data::text_or_no(about(one)));
  add_records(row, one);
  return row;
}

namespace {

std::string lede_of(const actions::Tally& tally) {
  if (tally.open == 0 && tally.over == 0) {
    return "Nothing yet. What you undertake in a return appears here once a copy is sent.";
  }
  if (tally.open == 0) return "Nothing is left to do.";
  auto words = counted(tally.open, "action is", "actions are") + " still to do";
  if (tally.late > 0) words += ", " + counted(tally.late, "of them late", "of them late");
  return words + ". What comes next stands first.";
}

std::string saved_words(const std::string& saved) {
  return saved == "stopped" ? "The calendar address works no longer." : "";
}

}  // namespace

Data my_list_page(const MyListInput& input) {
  auto open = Data::list();
  auto over = Data::list();
  for (const auto& one : input.list)
    (one.is_over() ? over : open).push(undertaking_row(one, input.today));
  const bool any_open = !open.items().empty();
  const bool any_over = !over.items().empty();
  return Data::object()
      .set("title", "My list")
      .set("lede", lede_of(actions::tally_of(input.list, input.today)))
      .set("saved_note", Data::text_or_no(saved_words(input.saved)))
      .set("printed_on", to_words(input.today))
      .set("any_open", any_open)
      .set("any_over", any_over)
      .set("open", std::move(open))
      .set("over", std::move(over))
      .set("calendar",
           input.calendar_since
               ? Data("Made on " + to_words(day_in_england(*input.calendar_since)) + ".")
               : Data());
}

}  // namespace onereturn::gateway::views
