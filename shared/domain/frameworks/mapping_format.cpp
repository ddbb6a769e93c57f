#include "domain/frameworks/mapping_format.hpp"

#include <algorithm>

#include "domain/frameworks/support_format.hpp"
#include "domain/frameworks/template_rules.hpp"
#include "domain/frameworks/words.hpp"

namespace onereturn::frameworks {
namespace {

constexpr const char* format = "onereturn.mapping/1";
constexpr const char* unsound_key = "mapping-unsound";
constexpr const char* unsound_detail = "This mapping cannot be used as it is.";

void read_item(json::ObjectReader& reader, std::size_t position, Mapping& mapping) {
  ItemMapping item;
  item.position = position;
  item.item = reader.text("item", {40, false});
  for (const std::string& facet : reader.texts("facets")) {
    if (!item.facets.insert(facet).second) {
      reader.refuse("facets", "facet \"" + facet + "\" stands twice");
    }
  }
  reader.optional_object("residual", [&](json::ObjectReader& member) {
    item.residual = Residual{member.text("question"), member.optional_text("name"),
                             member.optional_texts("related")};
  });
  item.rationale = reader.text("rationale");
  item.confidence = reader.choice<Confidence>("confidence", confidence_words);
  item.doubt = reader.optional_text("doubt");
  item.author = reader.text("author");
  item.reviewer = reader.optional_text("reviewer");
  item.status = reader.choice<MappingStatus>("status", mapping_status_words);
  const std::string code = item.item;
  if (!mapping.items.emplace(code, std::move(item)).second) {
    reader.refuse("item", "item \"" + code + "\" is mapped twice");
  }
}

json::Value write_residual(const std::optional<Residual>& residual) {
  if (!residual) return {};
  return json::Object{{"question", residual->question},
                      {"name", text_or_null(residual->name)},
                      {"related", list_of(residual->related)}};
}

json::Value write_item(const ItemMapping& item) {
  return json::Object{
      {"item", item.item},
      {"facets", list_of({item.facets.begin(), item.facets.end()})},
      {"residual", write_residual(item.residual)},
      {"rationale", item.rationale},
      {"confidence", to_word(item.confidence)},
      {"doubt", text_or_null(item.doubt)},
      {"author", item.author},
      {"reviewer", text_or_null(item.reviewer)},
      {"status", to_word(item.status)},
  };
}

}  // namespace

Result<Mapping> read_mapping(std::string_view text) {
  Mapping mapping;
  const auto faults = read_document(text, [&](json::ObjectReader& reader) {
    read_format(reader, format);
    mapping.of_template = read_ref(reader, "template");
    mapping.framework = read_ref(reader, "framework");
    mapping.version = reader.integer("version", 1, version_max);
    std::size_t position = 0;
    reader.objects("items",
                   [&](json::ObjectReader& item) { read_item(item, position++, mapping); });
  });
  if (!faults.empty()) return unsound(unsound_key, unsound_detail, faults);
  return mapping;
}

Result<Mapping> read_mapping(std::string_view text, const Template& form,
                             const FrameworkIndex& index) {
  Result<Mapping> mapping = read_mapping(text);
  if (!mapping) return mapping;
  std::vector<FieldError> errors = check_mapping(*mapping, form, index);
  if (!errors.empty()) return unsound(unsound_key, unsound_detail, std::move(errors));
  return mapping;
}

std::string write_mapping(const Mapping& mapping) {
  std::vector<const ItemMapping*> in_order;
  for (const auto& [code, item] : mapping.items)
    in_order.push_back(&item);
  std::stable_sort(in_order.begin(), in_order.end(),
                   [](const auto* a, const auto* b) { return a->position < b->position; });
  json::Array items;
  for (const ItemMapping* item : in_order)
    items.push_back(write_item(*item));
  const json::Value document = json::Object{{"format", format},
                                            {"template", write_ref(mapping.of_template)},
                                            {"framework", write_ref(mapping.framework)},
                                            {"version", mapping.version},
                                            {"items", std::move(items)}};
  return json::write(document, json::Style::indented) + "\n";
}

}  // namespace onereturn::frameworks
