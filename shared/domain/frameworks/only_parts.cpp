#include "domain/frameworks/only_parts.hpp"

#include <algorithm>

namespace onereturn::frameworks {

std::shared_ptr<const Template> only_parts(std::shared_ptr<const Template> form,
                                           const std::vector<std::string>& sections) {
  if (form == nullptr || sections.empty()) return form;
  auto part = std::make_shared<Template>(*form);
  std::erase_if(part->sections, [&](const Section& section) {
    return std::find(sections.begin(), sections.end(), section.code) == sections.end();
  });
  return part;
}

}  // namespace onereturn::frameworks
