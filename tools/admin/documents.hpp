#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/frameworks/frameworks.hpp"

namespace onereturn::admin {

// Frameworks, templates and mappings read from files and checked against each other.
struct Documents {
  std::map<frameworks::VersionRef, frameworks::Framework> frameworks;
  std::map<frameworks::VersionRef, frameworks::Template> templates;
  std::vector<frameworks::Mapping> mappings;
};

// Reads files of our documented formats, in any order. An edition that a template adopts, and the
// template and framework of a mapping, must be among the files. Refuses with invalid, one field per
// fault, named by file and path: "my-board.json: /sections/2/items/0/boxes/1/content".
Result<Documents> read_documents(const std::vector<std::string>& paths);

// Every JSON file directly inside the folder, by name. Empty when there is no such folder.
std::vector<std::string> json_files_in(const std::string& folder);

}  // namespace onereturn::admin
