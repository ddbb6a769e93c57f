#include "domain/frameworks/catalogue_rows_format.hpp"

#include "domain/frameworks/words.hpp"
#include "platform/json/json.hpp"

namespace onereturn::frameworks {
namespace {

using json::Array;
using json::Object;
using json::Value;

Value text_or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }

class BoxRows {
 public:
  void add(const DetailBox& detail) {
    rows_.push_back(Object{{"box_no", detail.box_no},
                           {"position", ++position_},
                           {"section_code", nullptr},
                           {"item_code", nullptr},
                           {"field", detail.label},
                           {"content", to_word(BoxContent::detail)},
                           {"filled_by", to_word(FilledBy::agency)},
                           {"max_length", nullptr}});
  }

  void add(const std::vector<Box>& boxes, const std::string& section, const std::string& item) {
    for (const auto& box : boxes) {
      rows_.push_back(Object{{"box_no", box.box_no},
                             {"position", ++position_},
                             {"section_code", section},
                             {"item_code", text_or_null(item)},
                             {"field", box.label},
                             {"content", to_word(box.content)},
                             {"filled_by", to_word(box.filled_by)},
                             {"max_length", box.max_length ? Value(*box.max_length) : Value()}});
    }
  }

  Array take() { return std::move(rows_); }

 private:
  Array rows_;
  int position_ = 0;
};

}  // namespace

std::string requirement_rows(const Framework& framework) {
  Array rows;
  for (const auto& requirement : framework.requirements) {
    const bool common = requirement.local == LocalKind::common;
    rows.push_back(Object{{"code", requirement.code},
                          {"standard", requirement.standard},
                          {"local_kind", common ? Value() : Value(to_word(requirement.local))}});
  }
  return json::write(rows);
}

std::string facet_rows(const Framework& framework) {
  Array rows;
  for (const auto& facet : framework.facets) {
    rows.push_back(Object{{"code", facet.code}, {"requirement", facet.requirement}});
  }
  return json::write(rows);
}

std::string item_rows(const Template& form) {
  Array rows;
  int position = 0;
  for (const auto& section : form.sections) {
    for (const auto& item : section.items) {
      rows.push_back(Object{{"item_code", item.code},
                            {"position", ++position},
                            {"section_code", section.code},
                            {"number", item.number ? Value(*item.number) : Value()},
                            {"essential", item.essential},
                            {"lineage_id", text_or_null(item.lineage)}});
    }
  }
  return json::write(rows);
}

std::string box_rows(const Template& form) {
  BoxRows rows;
  for (const auto& detail : form.details) {
    rows.add(detail);
  }
  for (const auto& section : form.sections) {
    rows.add(section.boxes, section.code, "");
    for (const auto& item : section.items) {
      rows.add(item.boxes, section.code, item.code);
    }
  }
  return json::write(rows.take());
}

std::string item_facet_rows(const Mapping& mapping) {
  Array rows;
  for (const auto& [code, item] : mapping.items) {
    for (const auto& facet : item.facets) {
      rows.push_back(Object{{"item_code", code}, {"facet_code", facet}});
    }
  }
  return json::write(rows);
}

}  // namespace onereturn::frameworks
