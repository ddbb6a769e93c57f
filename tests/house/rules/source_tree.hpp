#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace onereturn::house {

// One file of the repository, read whole.
struct SourceFile {
  std::string path;  // from the root: "shared/base/ids.hpp"
  std::string text;
  std::vector<std::string> lines;

  bool under(const std::string& folder) const { return path.starts_with(folder); }
  bool ends(const std::string& ending) const { return path.ends_with(ending); }
  bool is_cpp() const { return ends(".cpp") || ends(".hpp"); }
};

// Every file that the repository tracks or would track: build output, node_modules and the run
// folder are left out.
const std::vector<SourceFile>& source_tree();

// "a/b.cpp:12: words", one per line, for a readable failure.
std::string place(const SourceFile& file, std::size_t line, const std::string& words);
std::string joined(const std::vector<std::string>& complaints);

}  // namespace onereturn::house
