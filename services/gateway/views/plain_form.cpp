#include "gateway/views/plain_form.hpp"

namespace onereturn::gateway::views {

using html::Data;

Data text_field(const TextField& field, const std::vector<PageError>& errors) {
  auto error = error_of(errors, field.id);
  std::string described = field.hint.empty() ? "" : field.id + "-hint";
  if (!error.is_no()) described += (described.empty() ? "" : " ") + field.id + "-error";
  return Data::object()
      .set("id", field.id)
      .set("label", field.label)
      .set("value", field.value)
      .set("hint", Data::text_or_no(field.hint))
      .set("error", std::move(error))
      .set("type", field.type)
      .set("autocomplete", field.autocomplete)
      .set("width", field.width)
      .set("numeric", field.numeric)
      .set("described", Data::text_or_no(described));
}

Data plain_form(const PlainForm& form, const std::string& csrf,
                const std::vector<PageError>& errors) {
  auto paragraphs = Data::list();
  for (const auto& text : form.paragraphs)
    paragraphs.push(Data::object().set("text", text));
  auto links = Data::list();
  for (const auto& [href, text] : form.links)
    links.push(Data::object().set("href", href).set("text", text));
  auto boxes = Data::list();
  for (const auto& [heading, text] : form.boxes)
    boxes.push(Data::object().set("heading", heading).set("text", text));
  auto hidden = Data::list();
  for (const auto& [name, value] : form.hidden)
    hidden.push(Data::object().set("name", name).set("value", value));
  auto fields = Data::list();
  for (const auto& field : form.fields)
    fields.push(text_field(field, errors));
  Data asked;
  if (!form.action.empty()) {
    asked = Data::object()
                .set("action", form.action)
                .set("csrf", csrf)
                .set("hidden", std::move(hidden))
                .set("fields", std::move(fields))
                .set("button", form.button);
  }
  Data back;
  if (!form.back.first.empty()) {
    back = Data::object().set("href", form.back.first).set("text", form.back.second);
  }
  return Data::object()
      .set("title", form.title)
      .set("title_error", !errors.empty())
      .set("error_summary", error_summary(errors))
      .set("eyebrow", Data::text_or_no(form.eyebrow))
      .set("lede", Data::text_or_no(form.lede))
      .set("note", Data::text_or_no(form.note))
      .set("paragraphs", std::move(paragraphs))
      .set("form", std::move(asked))
      .set("links", std::move(links))
      .set("has_boxes", !form.boxes.empty())
      .set("boxes", std::move(boxes))
      .set("back", std::move(back));
}

}  // namespace onereturn::gateway::views
