#pragma once

#include <string>

#include "domain/frameworks/frameworks.hpp"

// The lists that the catalogue's tables are filled from, as JSON arrays of objects.
namespace onereturn::frameworks {

std::string requirement_rows(const Framework& framework);
std::string facet_rows(const Framework& framework);
std::string item_rows(const Template& form);
// Details first, then section by section: the section's boxes, then those of its items.
std::string box_rows(const Template& form);
std::string item_facet_rows(const Mapping& mapping);

}  // namespace onereturn::frameworks
