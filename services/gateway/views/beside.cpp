#include "gateway/views/beside.hpp"

#include <algorithm>

namespace onereturn::gateway::views {
namespace {

using html::Data;

const NamedPlace* find(const std::vector<NamedPlace>& places, const returns::Place& place) {
  const auto found = std::find_if(places.begin(), places.end(),
                                  [&](const NamedPlace& each) { return each.place == place; });
  return found == places.end() ? nullptr : &*found;
}

std::string until(const returns::Assignment& each) {
  return each.by_on ? "by " + to_words(*each.by_on) : std::string();
}

Data remark_row(const returns::Remark& each) {
  const bool settled = each.settled_at.has_value();
  std::string state;
  if (settled) {
    state = "Settled" + (each.settled_by.empty() ? "" : " by " + each.settled_by);
  } else if (!each.for_name.empty()) {
    state = "For " + each.for_name;
  }
  return Data::object()
      .set("id", each.remark.text())
      .set("by", each.by)
      .set("at", to_words_with_time(each.at))
      .set("text", each.text)
      .set("missing", each.missing && !settled)
      .set("state", Data::text_or_no(state))
      .set("open", !settled);
}

Data people_options(const std::vector<returns::Colleague>& colleagues, const std::string& taken,
                    bool writers_only) {
  auto list = Data::list();
  for (const auto& each : colleagues) {
    if (writers_only && !each.writes) continue;
    list.push(Data::object()
                  .set("value", each.person.text())
                  .set("text", each.position.empty() ? each.name : each.name + ", " + each.position)
                  .set("selected", each.person.text() == taken));
  }
  return list;
}

Data settle_form(const returns::Remark& each) {
  return Data::object().set("id", each.remark.text()).set("about", each.text.substr(0, 60));
}

// Who has it, said so that a colleague who left does not keep it unseen.
std::string holder(const returns::Assignment& each) {
  return each.here ? each.person_name : each.person_name + ", who has left";
}

}  // namespace

Data beside_block(const returns::Beside& beside, const std::vector<returns::Colleague>& colleagues,
                  const returns::Place& place, const std::string& unit, const std::string& back,
                  const TypedRemark& typed) {
  std::vector<std::string> names;
  for (const auto& each : beside.present)
    names.push_back(each.name);
  auto assigned = Data::list();
  for (const auto& each : beside.assignments) {
    assigned.push(Data::object()
                      .set("name", holder(each))
                      .set("note", Data::text_or_no(each.note))
                      .set("until", Data::text_or_no(until(each))));
  }
  auto remarks = Data::list();
  int open = 0;
  for (const auto& each : beside.remarks) {
    open += each.settled_at ? 0 : 1;
    remarks.push(remark_row(each));
  }
  return Data::object()
      .set("present", names.empty() ? Data()
                                    : Data(joined(names) + (names.size() == 1 ? " has" : " have") +
                                           " this page open, or had a moment ago."))
      .set("assigned", std::move(assigned))
      .set("remarks", std::move(remarks))
      .set("expanded", open > 0 || !typed.error.empty())
      .set("summary", open == 0 ? std::string("Say something to colleagues")
                                : counted(open, "open note", "open notes") + ", say something")
      .set("place_kind", place.kind)
      .set("place", place.code)
      .set("unit", unit)
      .set("back", back)
      .set("typed", typed.text)
      .set("missing", typed.missing)
      .set("error", Data::text_or_no(typed.error))
      .set("people", people_options(colleagues, typed.for_person, false));
}

Data from_colleagues(const returns::SharedWork& work, const PersonId& person,
                     const std::vector<NamedPlace>& places) {
  auto rows = Data::list();
  for (const auto& each : work.assignments) {
    const auto* place = find(places, each.place);
    if (each.person != person || place == nullptr) continue;
    const auto who = each.given_by.empty() ? std::string() : "From " + each.given_by;
    std::vector<std::string> notes;
    for (const auto& part : {who, until(each), each.note}) {
      if (!part.empty()) notes.push_back(part);
    }
    std::string note;
    for (const auto& part : notes)
      note += (note.empty() ? "" : ", ") + part;
    rows.push(Data::object().set("href", place->href).set("text", place->name).set("note", note));
  }
  for (const auto& each : work.open_remarks) {
    const auto* place = find(places, each.place);
    if (!each.for_person || *each.for_person != person || place == nullptr) continue;
    rows.push(Data::object()
                  .set("href", place->href + "#colleagues")
                  .set("text", (each.missing ? "Missing: " : "") + place->name)
                  .set("note", each.by + ": " + each.text));
  }
  if (rows.items().empty()) return {};
  return Data::object().set("rows", std::move(rows));
}

Data shared_work_page(const returns::SharedWork& work, const std::vector<NamedPlace>& places,
                      const std::string& unit, const TypedAssignment& typed,
                      const std::vector<PageError>& errors, const std::string& saved_note) {
  auto rows = Data::list();
  for (const auto& each : work.assignments) {
    const auto* place = find(places, each.place);
    rows.push(Data::object()
                  .set("id", each.assignment.text())
                  .set("href", place == nullptr ? "/home" : place->href)
                  .set("place", place == nullptr ? "No longer asked" : place->name)
                  .set("name", holder(each))
                  .set("note", each.note.empty() ? "None" : each.note)
                  .set("until", each.by_on ? to_words(*each.by_on) : "No date"));
  }
  auto notes = Data::list();
  for (const auto& each : work.open_remarks) {
    const auto* place = find(places, each.place);
    if (place == nullptr) continue;
    notes.push(settle_form(each)
                   .set("href", place->href + "#colleagues")
                   .set("place", place->name)
                   .set("by", each.by)
                   .set("missing", each.missing)
                   .set("to", Data::text_or_no(each.for_name))
                   .set("text", each.text));
  }
  auto options = Data::list();
  for (const auto& each : places) {
    const auto value = each.place.kind + " " + each.place.code;
    options.push(Data::object()
                     .set("value", value)
                     .set("text", each.name)
                     .set("selected", value == typed.place));
  }
  const auto count = static_cast<int>(work.assignments.size());
  const auto heading =
      count == 0 ? std::string("Nothing is given to anybody yet")
                 : capital(counted(count, "piece", "pieces")) + " of work given to colleagues";
  return Data::object()
      .set("title", "Who is on what")
      .set("title_error", !errors.empty())
      .set("error_summary", error_summary(errors))
      .set("saved_note", Data::text_or_no(saved_note))
      .set("heading", heading)
      .set("has_rows", count > 0)
      .set("rows", std::move(rows))
      .set("has_notes", !notes.items().empty())
      .set("notes", std::move(notes))
      .set("unit", unit)
      .set("places", std::move(options))
      .set("people", people_options(work.colleagues, typed.person, true))
      .set("note", typed.note)
      .set("day", typed.day)
      .set("month", typed.month)
      .set("year", typed.year)
      .set("place_error", error_of(errors, "place"))
      .set("person_error", error_of(errors, "person"))
      .set("note_error", error_of(errors, "note"))
      .set("date_error", error_of(errors, "by-day"));
}

}  // namespace onereturn::gateway::views
