#include "domain/frameworks/support_format.hpp"
#include "domain/frameworks/template_format.hpp"
#include "domain/frameworks/words.hpp"

namespace onereturn::frameworks {
namespace {

json::Value number_or_null(const std::optional<int>& number) {
  return number ? json::Value(*number) : json::Value();
}

json::Value number_or_null(const std::optional<std::string>& number) {
  return number ? json::Value(*number) : json::Value();
}

json::Value write_boxes(const std::vector<Box>& boxes) {
  json::Array list;
  for (const Box& box : boxes) {
    list.emplace_back(json::Object{{"box_no", box.box_no},
                                   {"label", box.label},
                                   {"content", to_word(box.content)},
                                   {"filled_by", to_word(box.filled_by)},
                                   {"lists_evidence", box.lists_evidence},
                                   {"required", box.required},
                                   {"max_length", number_or_null(box.max_length)},
                                   {"max_words", number_or_null(box.max_words)}});
  }
  return list;
}

json::Value write_not_applicable(const NotApplicableRule& rule) {
  return json::Object{{"allowed", rule.allowed},
                      {"by", to_word(rule.by)},
                      {"reason_required", rule.reason_required}};
}

json::Value write_item(const Item& item) {
  return json::Object{
      {"code", item.code},
      {"number", number_or_null(item.number)},
      {"wording", item.wording},
      {"guidance", list_of(item.guidance)},
      {"prompts", list_of(item.prompts)},
      {"essential", item.essential},
      {"essential_doubt", text_or_null(item.essential_doubt)},
      {"lineage", item.lineage},
      {"not_applicable",
       item.not_applicable ? write_not_applicable(*item.not_applicable) : json::Value()},
      {"boxes", write_boxes(item.boxes)}};
}

json::Value write_action_table(const std::vector<ActionColumn>& table) {
  if (table.empty()) return {};
  json::Array columns;
  for (const ActionColumn& column : table) {
    columns.emplace_back(json::Object{{"label", column.label}, {"field", to_word(column.field)}});
  }
  return json::Object{{"columns", std::move(columns)}};
}

json::Value write_section(const Section& section) {
  json::Array items;
  for (const Item& item : section.items)
    items.push_back(write_item(item));
  return json::Object{{"code", section.code},
                      {"number", number_or_null(section.number)},
                      {"title", section.title},
                      {"key_question", text_or_null(section.key_question)},
                      {"guidance", list_of(section.guidance)},
                      {"boxes", write_boxes(section.boxes)},
                      {"items", std::move(items)},
                      {"action_table", write_action_table(section.action_table)}};
}

json::Value write_scale(const Scale& scale) {
  json::Array points;
  for (const ScalePoint& point : scale.points) {
    json::Object written{{"code", point.code},
                         {"label", point.label},
                         {"descriptor", point.descriptor},
                         {"colour", text_or_null(point.colour)}};
    if (!point.symbol.empty()) written.emplace_back("symbol", point.symbol);
    written.emplace_back("levels", json::Array{point.levels.low, point.levels.high});
    written.emplace_back("action_demanded", point.action_demanded);
    points.emplace_back(std::move(written));
  }
  json::Array uncovered;
  for (const int level : scale.uncovered)
    uncovered.emplace_back(level);
  return json::Object{{"code", scale.code},
                      {"points", std::move(points)},
                      {"not_applicable_label", text_or_null(scale.not_applicable_label)},
                      {"uncovered", std::move(uncovered)},
                      {"confirmed", scale.confirmed}};
}

json::Value write_scheme(const StatusScheme& scheme) {
  json::Array points;
  for (const StatusPoint& point : scheme.points) {
    points.emplace_back(json::Object{{"code", point.code},
                                     {"label", point.label},
                                     {"meaning", point.meaning},
                                     {"colour", text_or_null(point.colour)},
                                     {"symbol", point.symbol},
                                     {"role", to_word(point.role)}});
  }
  return json::Object{{"name", scheme.name}, {"points", std::move(points)}};
}

}  // namespace

std::string write_template(const Template& form) {
  json::Array details;
  for (const DetailBox& detail : form.details) {
    details.emplace_back(json::Object{
        {"box_no", detail.box_no}, {"label", detail.label}, {"source", detail.source}});
  }
  json::Array sections;
  for (const Section& section : form.sections)
    sections.push_back(write_section(section));
  json::Array sign_off;
  for (const SignOffParty& party : form.sign_off) {
    sign_off.emplace_back(json::Object{
        {"party", party.party}, {"role", party.role}, {"fields", list_of(party.fields)}});
  }
  const json::Value document =
      json::Object{{"format", "onereturn.template/1"},
                   {"code", form.ref.code},
                   {"version", form.ref.version},
                   {"name", form.name},
                   {"about", form.about},
                   {"board", form.board},
                   {"kind", to_word(form.kind)},
                   {"shared", form.shared},
                   {"edition_of", form.edition_of ? write_ref(*form.edition_of) : json::Value()},
                   {"not_applicable", write_not_applicable(form.not_applicable)},
                   {"repeat_texts", form.repeat_texts},
                   {"local_demanded", form.local_demanded},
                   {"improvement_demands_action", form.improvement_demands_action},
                   {"scale", form.scale ? write_scale(*form.scale) : json::Value()},
                   {"status_scheme", write_scheme(form.status_scheme)},
                   {"details", std::move(details)},
                   {"sections", std::move(sections)},
                   {"sign_off", std::move(sign_off)}};
  return json::write(document, json::Style::indented) + "\n";
}

}  // namespace onereturn::frameworks
