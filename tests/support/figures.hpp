#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace onereturn::testing {

// What a test of proof counted, for the report of the whole run (tools/dev.d/figures.sh), as
// figures/SECTION.PART.json. Without a run that collects them nothing is written.
inline void write_figures(const std::string& section, const std::string& part,
                          const std::vector<std::pair<std::string, std::int64_t>>& figures) {
  const char* folder = std::getenv("ONERETURN_FIGURES");
  if (folder == nullptr || *folder == '\0') {
    return;
  }
  std::ofstream file(std::filesystem::path(folder) / (section + "." + part + ".json"));
  const char* before = "{";
  for (const auto& [name, figure] : figures) {
    file << before << '"' << name << "\":" << figure;
    before = ",";
  }
  file << (figures.empty() ? "{}\n" : "}\n");
}

// The same for figures within figures, as JSON.
inline void write_figures(const std::string& section, const std::string& part,
                          const std::string& json) {
  if (const char* folder = std::getenv("ONERETURN_FIGURES"); folder != nullptr && *folder != '\0') {
    std::ofstream(std::filesystem::path(folder) / (section + "." + part + ".json")) << json << '\n';
  }
}

}  // namespace onereturn::testing
