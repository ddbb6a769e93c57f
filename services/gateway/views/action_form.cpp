#include "gateway/views/action_form.hpp"

#include <algorithm>

#include "domain/actions/action_titles.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::gateway::views {

namespace {

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

Data box(const char* id, const char* label, const char* hint, const std::string& value,
         const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("hint", *hint == '\0' ? Data() : Data(hint))
      .set("value", value)
      .set("error", error_of(errors, id));
}

Data words_fields(const actions::ActionWords& words, const std::vector<PageError>& errors) {
  auto first = Data::list();
  first.push(
      box("what", "What is to be done?", "The first line is its title.", words.what, errors));
  first.push(box("how", "How?", "", words.how, errors));
  auto later = Data::list();
  later.push(box("progress", "Progress so far", "", words.progress, errors));
  later.push(box("evidence", "What will show that it is done?", "", words.evidence, errors));
  later.push(box("risks", "Risks", "", words.risks, errors));
  return Data::object()
      .set("first", std::move(first))
      .set("lead", line("lead", "Who leads?", words.lead, errors))
      .set("area", line("area", "Area (you can leave it empty)", words.area, errors))
      .set("later", std::move(later));
}

Data named_options(const std::vector<actions::Named>& list, const std::string& chosen) {
  auto all = Data::list();
  for (const auto& one : list) {
    all.push(Data::object()
                 .set("value", one.id)
                 .set("text", one.name)
                 .set("selected", one.id == chosen));
  }
  return all;
}

// Sections with their items, for a select.
Data places(const actions::ToAdd& to_add, const std::string& chosen) {
  auto groups = Data::list();
  const auto form = to_add.form ? to_add.forms.find(*to_add.form) : to_add.forms.end();
  if (form == to_add.forms.end() || form->second == nullptr) return groups;
  for (const auto& section : form->second->sections) {
    auto items = Data::list();
    items.push(Data::object()
                   .set("value", section.code)
                   .set("text", "All of it")
                   .set("selected", section.code == chosen));
    for (const auto& item : section.items) {
      auto wording = item.wording.substr(0, item.wording.find('\n'));
      items.push(Data::object()
                     .set("value", item.code)
                     .set("text", actions::title_line(numbered(item.number, wording)))
                     .set("selected", item.code == chosen));
    }
    groups.push(Data::object()
                    .set("label", numbered(section.number, section.title))
                    .set("items", std::move(items)));
  }
  return groups;
}

Data frame(const char* title, const std::vector<PageError>& errors) {
  return Data::object()
      .set("title", title)
      .set("title_error", !errors.empty())
      .set("error_summary", error_summary(errors));
}

}  // namespace

std::string add_action_href(const ReturnId& from_return, const std::string& item) {
  return "/actions/new?return=" + from_return.text() +
         (item.empty() ? "" : "&item=" + http::percent_encode(item));
}

Data add_action_page(const AddActionInput& input) {
  const auto& typed = input.typed;
  auto place_groups = places(input.to_add, typed.place);
  const bool any_places = !place_groups.items().empty();
  auto data = frame("Add an action", input.errors);
  data.merge(words_fields(typed.words, input.errors));
  return data.set("organisation", Data::text_or_no(input.to_add.organisation))
      .set("from_return", Data::text_or_no(typed.from_return))
      .set("withheld", input.to_add.withheld)
      .set("entries", named_options(input.to_add.entries, typed.entry))
      .set("entry_error", error_of(input.errors, "entry"))
      .set("any_places", any_places)
      .set("places", std::move(place_groups))
      .set("place_error", error_of(input.errors, "place"))
      .set("people", named_options(input.to_add.people, typed.with))
      .set("with_error", error_of(input.errors, "with"))
      .set("by", Data::object()
                     .set("id", "by")
                     .set("legend", "By when?")
                     .set("day", typed.by.day)
                     .set("month", typed.by.month)
                     .set("year", typed.by.year)
                     .set("error", error_of(input.errors, "by")));
}

Data change_action_page(const ChangeActionInput& input) {
  auto data = frame("Change the words", input.errors);
  data.merge(words_fields(input.typed.words, input.errors));
  return data.set("id", input.action.action.text())
      .set("version", input.version)
      .set("overtaken", input.overtaken)
      .set("what_now", input.action.what)
      .set("how_now", Data::text_or_no(input.action.how))
      .set("lead_now", Data::text_or_no(input.action.lead))
      .set("organisation", input.action.organisation)
      .set("name", actions::title_line(input.action.what));
}

TypedActionWords typed_words(const actions::BoardAction& action) {
  TypedActionWords typed;
  typed.words = {action.what,     action.how,      action.lead, action.area,
                 action.progress, action.evidence, action.risks};
  return typed;
}

}  // namespace onereturn::gateway::views
