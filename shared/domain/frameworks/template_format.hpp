#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/frameworks/frameworks.hpp"

// The template's JSON (docs/formats/template.md).
namespace onereturn::frameworks {

// Reads and checks a template by itself; an adopted edition is compared by check_edition. Refuses
// with invalid and the key "template-unsound", one field per fault, named by its path
// ("/sections/2/items/0/boxes/1/content").
Result<Template> read_template(std::string_view json);

// The template as JSON text that reads back as the same value.
std::string write_template(const Template& form);

}  // namespace onereturn::frameworks
