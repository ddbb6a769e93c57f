#include <algorithm>
#include <filesystem>
#include <regex>

#include "platform/postgres/migrations.hpp"
#include "tools/admin/command.hpp"

namespace onereturn::admin {
namespace {

Result<std::vector<postgres::Migration>> read_migrations(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) {
    return Problem{ProblemCode::not_found, "no-folder", folder.string() + " is no folder."};
  }
  static const std::regex shape("([0-9]{4})_[a-z][a-z0-9_]*\\.sql");
  std::vector<postgres::Migration> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto name = entry.path().filename().string();
    std::smatch parts;
    if (!std::regex_match(name, parts, shape)) {
      return Problem{ProblemCode::invalid, "migration-name", name + " is not NNNN_name.sql."};
    }
    auto text = read_file(entry.path().string());
    if (!text) {
      return text.problem();
    }
    found.push_back({std::stoi(parts[1].str()), name, std::move(*text)});
  }
  std::ranges::sort(found, {}, &postgres::Migration::name);
  return found;
}

}  // namespace

Result<std::string> migrate(const Arguments& arguments, const Surroundings& surroundings) {
  const auto folder =
      arguments.words().empty() ? "schemas/database/migrations" : arguments.words().front();
  auto migrations = read_migrations(folder);
  if (!migrations) {
    return migrations.problem();
  }
  auto report = postgres::migrate(surroundings.as("migrator"), *migrations);
  if (!report) {
    return report.problem();
  }
  std::string text;
  for (const auto& name : report->applied) {
    text += "applied " + name + "\n";
  }
  return text + std::to_string(report->applied.size()) + " applied, " +
         std::to_string(report->already) + " already there";
}

}  // namespace onereturn::admin
