#pragma once

#include <map>
#include <string>

#include "domain/frameworks/framework_rules.hpp"
#include "domain/frameworks/frameworks.hpp"

// The content that the product ships, read once for a test.
namespace onereturn::mapping_cases {

struct Content {
  frameworks::Framework framework;
  std::map<std::string, frameworks::Template> forms;    // by code
  std::map<std::string, frameworks::Mapping> mappings;  // by the form's code
};

// The text of a file below the project's folder. Throws when there is none.
std::string project_file(const std::string& path);

// Everything below schemas/content, checked. Throws std::runtime_error with what is wrong.
const Content& content();

}  // namespace onereturn::mapping_cases
