#include "gateway/views/entry_forms.hpp"

namespace onereturn::gateway::views {

namespace {

using agency_register::Choice;
using agency_register::RegisterEntry;
using html::Data;

Data line(const char* id, const char* label, const std::string& value,
          const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("value", value)
      .set("autocomplete", "off")
      .set("error", error_of(errors, id));
}

Data area(const char* id, const char* label, const char* hint, const std::string& value, int rows,
          const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("hint", Data::text_or_no(hint))
      .set("value", value)
      .set("rows", rows)
      .set("error", error_of(errors, id));
}

Data date(const char* id, const char* legend, const TypedDate& typed,
          const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", id)
      .set("legend", legend)
      .set("day", typed.day)
      .set("month", typed.month)
      .set("year", typed.year)
      .set("error", error_of(errors, id));
}

Data select(const char* id, const char* label, const char* hint, const char* none, Data choices,
            const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("hint", Data::text_or_no(hint))
      .set("none", Data::text_or_no(none))
      .set("choices", std::move(choices))
      .set("error", error_of(errors, id));
}

Data choice(const std::string& value, const std::string& text, bool chosen) {
  return Data::object().set("value", value).set("text", text).set("chosen", chosen);
}

Data choices_of(const std::vector<Choice>& others, const std::string& chosen) {
  auto all = Data::list();
  for (const auto& other : others)
    all.push(choice(other.entry.text(), other.name, other.entry.text() == chosen));
  return all;
}

Data frame(const RegisterEntry& entry, std::string title, const std::vector<PageError>& errors) {
  return Data::object()
      .set("title", std::move(title))
      .set("title_error", !errors.empty())
      .set("error_summary", error_summary(errors))
      .set("entry_href", "/register/" + entry.entry.text())
      .set("entry_name", entry.name);
}

std::string every_words(const std::optional<int>& months) {
  if (!months) return "two years";
  return *months % 12 == 0 ? counted(*months / 12, "year", "years")
                           : counted(*months, "month", "months");
}

// What it says now, for whoever was overtaken.
Data now_lines(const RegisterEntry& entry) {
  auto lines = Data::list();
  const auto add = [&](const std::string& text) { lines.push(Data::object().set("text", text)); };
  add("Name: " + entry.name);
  add("What it is: " + entry.type_words);
  if (!entry.own_ref.empty()) add("Your number: " + entry.own_ref);
  if (!entry.parent_name.empty()) add("Part of: " + entry.parent_name);
  if (entry.completed_on) add("Last completed: " + to_words(*entry.completed_on));
  if (!entry.notes.empty()) add("Notes: " + entry.notes);
  return lines;
}

}  // namespace

agency_register::WriteEntry written(const RegisterEntry& entry) {
  agency_register::WriteEntry write;
  write.organisation = entry.organisation ? entry.organisation->text() : "";
  write.name = entry.name;
  write.type = entry.type;
  write.own_ref = entry.own_ref;
  write.section11 = entry.section11;
  write.parent = entry.parent ? entry.parent->text() : "";
  write.notes = entry.notes;
  write.months = entry.months ? std::to_string(*entry.months) : "";
  write.completed_on = entry.completed_on;
  return write;
}

Data edit_page(const EditInput& input) {
  const auto& typed = input.typed;
  auto types = Data::list();
  for (const auto& type : input.types)
    types.push(choice(type.type, type.words, type.type == typed.type));
  return frame(input.entry, "Change " + input.entry.name, input.errors)
      .set("version", input.version)
      .set("changed", Data::text_or_no(input.changed))
      .set("now", now_lines(input.entry))
      .set("name", line("name", "Name", typed.name, input.errors))
      .set("type", select("type", "What it is", "", "", std::move(types), input.errors))
      .set("section11", typed.section11)
      .set("own_ref", line("own_ref", "Your own number for it (you can leave it empty)",
                           typed.own_ref, input.errors))
      .set("parent",
           select("parent", "Part of", "A school of a trust, a site of a school.",
                  "Stands by itself", choices_of(input.others, typed.parent), input.errors))
      .set("months", line("months", "Months between two returns (empty: as its kind says)",
                          typed.months, input.errors))
      .set("completed", date("completed", "Last completed before it used OneReturn, if ever",
                             input.completed, input.errors))
      .set("notes", area("notes", "Notes for your board", "Nobody else reads them.", typed.notes, 4,
                         input.errors))
      .set("save_words", input.changed.empty() ? "Save" : "Save mine instead");
}

Data end_page(const EndInput& input) {
  using Kind = EndInput::Kind;
  const auto& entry = input.entry;
  const bool closes = input.kind == Kind::close;
  const bool merges = input.kind == Kind::merge;
  const char* path = closes ? "/close" : merges ? "/merge" : "/split";
  const auto title = closes   ? entry.name + " has closed"
                     : merges ? entry.name + " became one with another"
                              : entry.name + " became several";
  const char* stays =
      closes   ? "Its returns, actions and history stay as they are. You can open it again."
      : merges ? "Its returns and history stay with its name and end today. From now on what stood "
                 "under it stands under the other, its contacts and open actions are the other's, "
                 "and the later of both last returns says when the other falls due."
               : "Each part starts as an organisation of its own, of the same kind. Returns that "
                 "were sent stay with the one that sent them.";
  Data closed, into, names;
  if (closes) closed = date("closed", "On which day?", input.closed, input.errors);
  if (merges) {
    into = select("into", "Which one goes on?", "Its name and number stay.", "Choose",
                  choices_of(input.others, input.into), input.errors);
  }
  if (input.kind == Kind::split) {
    names = area("names", "Names of the new organisations", "One on each line.", input.names, 4,
                 input.errors);
  }
  return frame(entry, title, input.errors)
      .set("action", "/register/" + entry.entry.text() + path)
      .set("closed", std::move(closed))
      .set("into", std::move(into))
      .set("names", std::move(names))
      .set("ends", input.kind == Kind::split)
      .set("ending", input.ending)
      .set("any_open", input.open_requests > 0)
      .set("open_words",
           counted(input.open_requests, "return is", "returns are") + " asked for and not in.")
      .set("may_carry", merges)
      .set("keeps", input.open == "keep")
      .set("withdraws", input.open == "withdraw" || (!merges && input.open != "keep"))
      .set("carries", merges && input.open != "keep" && input.open != "withdraw")
      .set("reason", area("reason", "Why? (you can leave it empty)", "Kept with its history.",
                          input.reason, 2, input.errors))
      .set("do_words", closes   ? "Close it"
                       : merges ? "Merge them"
                                : "Split it")
      .set("stays", stays);
}

Data types_page(const TypesInput& input) {
  auto rows = Data::list();
  for (const auto& type : input.types) {
    rows.push(Data::object()
                  .set("words", type.words)
                  .set("added", type.added)
                  .set("section11", type.section11 ? "Yes" : "No")
                  .set("every", every_words(type.months))
                  .set("href", "/register/types?type=" + type.type + "#form-h"));
  }
  const bool changing = !input.typed.type.empty();
  const bool saved = input.saved == "yes";
  return Data::object()
      .set("title", "Kinds and intervals")
      .set("title_error", !input.errors.empty())
      .set("error_summary", error_summary(input.errors))
      .set("saved_note", saved ? Data("Saved. What falls due follows it from now on.") : Data())
      .set("rows", std::move(rows))
      .set("form_title", changing ? "Change this kind" : "Add a kind of your own")
      .set("type", input.typed.type)
      .set("version", input.typed.version)
      .set("words_field", line("words", "What you call it", input.typed.words, input.errors))
      .set("months_field", line("months", "Months between two returns (empty: 24)",
                                input.typed.months, input.errors))
      .set("section11_chosen", input.typed.section11)
      .set("changing", changing)
      .set("save_words", changing ? "Save" : "Add it");
}

}  // namespace onereturn::gateway::views
