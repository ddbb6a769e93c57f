#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/frameworks/framework_rules.hpp"
#include "domain/frameworks/frameworks.hpp"

// The mapping's JSON (docs/formats/mapping.md).
namespace onereturn::frameworks {

// Reads a mapping without its template. Refuses with invalid and the key "mapping-unsound", one
// field per fault, named by its path: an item that stands twice, a facet twice in one item.
Result<Mapping> read_mapping(std::string_view json);

// Reads a mapping and checks it against its template and framework as well.
Result<Mapping> read_mapping(std::string_view json, const Template& form,
                             const FrameworkIndex& index);

// The mapping as JSON text that reads back as the same value.
std::string write_mapping(const Mapping& mapping);

}  // namespace onereturn::frameworks
