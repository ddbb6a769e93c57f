#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/frameworks/frameworks.hpp"

// The framework's JSON (docs/formats/framework.md).
namespace onereturn::frameworks {

// Reads and checks a framework. Refuses with invalid and the key "framework-unsound", one field
// per fault, named by its path ("/requirements/3/facets/0/code").
Result<Framework> read_framework(std::string_view json);

// The framework as JSON text that reads back as the same value.
std::string write_framework(const Framework& framework);

}  // namespace onereturn::frameworks
