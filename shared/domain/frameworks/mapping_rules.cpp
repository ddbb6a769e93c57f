#include <set>
#include <string>

#include "domain/frameworks/template_rules.hpp"

namespace onereturn::frameworks {
namespace {

void check_ref(const VersionRef& stated, const VersionRef& given, const std::string& path,
               std::vector<FieldError>& errors) {
  if (stated == given) return;
  errors.push_back({path, "is " + stated.code + ", version " + std::to_string(stated.version) +
                              "; expected " + given.code + ", version " +
                              std::to_string(given.version)});
}

void check_item(const ItemMapping& item, const Template& form, const FrameworkIndex& index,
                const std::string& path, std::vector<FieldError>& errors) {
  if (find_item(form, item.item) == nullptr) {
    errors.push_back({path + "/item", "the template has no item \"" + item.item + "\""});
  }
  for (const std::string& facet : item.facets) {
    if (index.facet(facet) == nullptr) {
      errors.push_back({path + "/facets", "the framework has no facet \"" + facet + "\""});
    }
  }
  if (item.residual) {
    if (item.facets.empty()) {
      errors.push_back(
          {path + "/residual", "an item without facets is unmapped: it is asked as a whole"});
    }
    for (const std::string& code : item.residual->related) {
      if (index.requirement(code) == nullptr) {
        errors.push_back(
            {path + "/residual/related", "the framework has no requirement \"" + code + "\""});
      }
    }
  }
  const bool in_use = item.status == MappingStatus::live || item.status == MappingStatus::reviewed;
  if (in_use && item.reviewer.empty()) {
    errors.push_back({path + "/reviewer", "a second person makes a mapping live"});
  }
  if (!item.reviewer.empty() && item.reviewer == item.author) {
    errors.push_back({path + "/reviewer", "nobody checks their own proposal"});
  }
}

}  // namespace

std::vector<FieldError> check_mapping(const Mapping& mapping, const Template& form,
                                      const FrameworkIndex& index) {
  std::vector<FieldError> errors;
  check_ref(mapping.of_template, form.ref, "/template", errors);
  check_ref(mapping.framework, index.framework().ref, "/framework", errors);
  for (const auto& [code, item] : mapping.items) {
    check_item(item, form, index, "/items/" + std::to_string(item.position), errors);
  }
  return errors;
}

}  // namespace onereturn::frameworks
