#include "gateway/views/colleague_form.hpp"

#include <algorithm>

#include "gateway/views/plain_form.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

Data text_fields(const ColleagueForm& form, const std::vector<PageError>& errors) {
  auto fields = Data::list();
  if (form.asks_who) {
    fields.push(text_field({"name", "Their name", form.name}, errors));
    TextField email{"email", "Their work email address", form.email};
    email.type = "email";
    fields.push(text_field(email, errors));
  }
  TextField position{"position", "Their position", form.rights.position};
  position.hint = "Such as Head teacher. You can leave it empty.";
  fields.push(text_field(position, errors));
  return fields;
}

Data roles(const ColleagueForm& form) {
  struct Role {
    const char* value;
    const char* label;
    const char* hint;
  };
  static constexpr Role all[] = {
      {"contributor", "Contributor", "Writes answers."},
      {"lead", "Lead", "Writes, chooses, and invites and removes colleagues."},
      {"authoriser", "Authoriser", "Reads the copies, signs and sends them."}};
  auto list = Data::list();
  for (const auto& role : all) {
    // The error summary leads to "role": the first of them.
    const std::string id = &role == all ? std::string("role") : std::string("role-") + role.value;
    list.push(Data::object()
                  .set("id", id)
                  .set("value", role.value)
                  .set("label", role.label)
                  .set("hint", role.hint)
                  .set("checked", form.rights.role == role.value));
  }
  return list;
}

Data units(const ColleagueForm& form) {
  auto list = Data::list();
  list.push(
      Data::object().set("value", "").set("text", "Everywhere").set("selected", !form.rights.unit));
  for (const auto& unit : form.units) {
    list.push(Data::object()
                  .set("value", unit.value)
                  .set("text", unit.label)
                  .set("selected", form.rights.unit && form.rights.unit->text() == unit.value));
  }
  return list;
}

Data standards(const ColleagueForm& form) {
  const auto& ticked = form.rights.standards;
  auto list = Data::list();
  for (const auto& standard : form.standards) {
    const bool first = &standard == &form.standards.front();
    list.push(Data::object()
                  .set("id", first ? "standards" : "standard-" + as_id(standard.value))
                  .set("value", standard.value)
                  .set("label", standard.label)
                  .set("checked",
                       std::find(ticked.begin(), ticked.end(), standard.value) != ticked.end()));
  }
  return list;
}

Data removal(const ColleagueForm& form, const std::string& csrf) {
  if (form.remove_action.empty()) return {};
  return Data::object()
      .set("heading", form.remove_heading)
      .set("action", form.remove_action)
      .set("csrf", csrf)
      .set("button", form.remove_button);
}

}  // namespace

Data colleague_form(const ColleagueForm& form, const std::string& csrf,
                    const std::vector<PageError>& errors) {
  return Data::object()
      .set("title", form.title)
      .set("title_error", !errors.empty())
      .set("error_summary", error_summary(errors))
      .set("eyebrow", Data::text_or_no(form.eyebrow))
      .set("action", form.action)
      .set("button", form.button)
      .set("fields", text_fields(form, errors))
      .set("role_error", error_of(errors, "role"))
      .set("roles", roles(form))
      .set("has_units", !form.units.empty())
      .set("unit_error", error_of(errors, "unit"))
      .set("units", units(form))
      .set("has_standards", !form.standards.empty())
      .set("standards_error", error_of(errors, "standards"))
      .set("standards", standards(form))
      .set("remove", removal(form, csrf))
      .set("box_heading", form.box_heading)
      .set("box", form.box);
}

}  // namespace onereturn::gateway::views
