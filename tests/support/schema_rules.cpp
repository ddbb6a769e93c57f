#include "support/schema_rules.hpp"

#include <algorithm>
#include <filesystem>

#include "support/database.hpp"

namespace onereturn::testing {
namespace {

namespace files = std::filesystem;

const files::path folder =
    files::path(ONERETURN_SOURCE_DIR) / "tests" / "database" / "catalogue" / "rules";
const std::string separator = "-- the fault that must be noticed\n";

// The list of definer functions stands in a file of its own, since two rules need it.
std::string with_allowed_definers(std::string query) {
  const std::string place = "(allowed_definers)";
  if (const auto at = query.find(place); at != std::string::npos) {
    query.replace(at, place.size(),
                  "(" + read_text((folder / "allowed_definers.txt").string()) + ")");
  }
  return query;
}

}  // namespace

std::vector<SchemaRule> schema_rules() {
  std::vector<SchemaRule> found;
  for (const auto& entry : files::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".sql") {
      const auto text = read_text(entry.path().string());
      const auto at = text.find(separator);
      found.push_back({entry.path().stem().string(), with_allowed_definers(text.substr(0, at)),
                       at == std::string::npos ? "" : text.substr(at + separator.size())});
    }
  }
  std::ranges::sort(found, {}, &SchemaRule::name);
  return found;
}

std::vector<std::string> complaints(pqxx::transaction_base& work, const SchemaRule& rule) {
  std::vector<std::string> found;
  for (const auto& row : work.exec(rule.query)) {
    found.emplace_back(row[0].c_str());
  }
  return found;
}

}  // namespace onereturn::testing
