// What is written is used: every statement, every page template, every announced event.

#include <regex>

#include <gtest/gtest.h>

#include "source_tree.hpp"

namespace onereturn::house {
namespace {

std::string stem(const std::string& path) {
  const auto from = path.rfind('/') + 1;
  return path.substr(from, path.find('.', from) - from);
}

bool any_file_says(const std::string& words, bool (*applies)(const SourceFile&)) {
  for (const auto& file : source_tree()) {
    if (applies(file) && file.text.find(words) != std::string::npos) {
      return true;
    }
  }
  return false;
}

bool cpp_of_the_product(const SourceFile& file) {
  return file.is_cpp() &&
         (file.under("shared/") || file.under("services/") || file.under("tools/"));
}

TEST(Use, every_statement_is_run) {
  std::vector<std::string> complaints;
  for (const auto& file : source_tree()) {
    if (file.under("shared/") && file.path.find("/sql/") != std::string::npos &&
        file.ends(".sql") && !any_file_says("sql::" + stem(file.path), cpp_of_the_product)) {
      complaints.push_back(file.path + " is never run");
    }
  }
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

TEST(Use, every_page_template_is_shown) {
  std::vector<std::string> complaints;
  for (const auto& file : source_tree()) {
    if (!file.under("services/gateway/templates/") || !file.ends(".mustache")) {
      continue;
    }
    const auto from = std::string("services/gateway/templates/").size();
    const auto name = file.path.substr(from, file.path.size() - from - 9);
    const auto partial = name.starts_with("partials/") ? name.substr(9) : name;
    const bool included =
        any_file_says("{{> " + name + "}}", [](const SourceFile& f) { return f.ends("che"); }) ||
        any_file_says("{{> " + partial + "}}", [](const SourceFile& f) { return f.ends("che"); }) ||
        any_file_says("{{>" + partial + "}}", [](const SourceFile& f) { return f.ends("che"); });
    if (!included && !any_file_says("\"" + name + "\"", cpp_of_the_product)) {
      complaints.push_back(file.path + " is never shown");
    }
  }
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

// Events are announced by name, in SQL.
TEST(Use, every_announced_event_has_a_listener) {
  static const std::regex announced(R"rx(jobs\.announce\w*\(\s*'([a-z_]+)')rx");
  std::vector<std::string> complaints;
  int found = 0;
  for (const auto& file : source_tree()) {
    if (!file.under("shared/domain/") || !file.ends(".sql")) {
      continue;
    }
    for (auto it = std::sregex_iterator(file.text.begin(), file.text.end(), announced);
         it != std::sregex_iterator(); ++it) {
      ++found;
      const auto kind = "\"" + (*it)[1].str() + "\"";
      if (!any_file_says(kind, [](const SourceFile& f) { return f.under("services/worker/"); })) {
        complaints.push_back(file.path + ": nobody listens to " + kind);
      }
    }
  }
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
  EXPECT_GT(found, 0) << "no event was found: the search is blind";
}

TEST(Use, every_module_explains_itself) {
  std::vector<std::string> complaints;
  for (const auto& file : source_tree()) {
    static const std::regex module(R"(^(shared/domain/[a-z_]+)/)");
    std::smatch match;
    if (!std::regex_search(file.path, match, module)) {
      continue;
    }
    const auto readme = match[1].str() + "/README.md";
    bool there = false;
    for (const auto& other : source_tree()) {
      there = there || other.path == readme;
    }
    if (!there) {
      complaints.push_back(readme + " is missing");
      break;
    }
  }
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

}  // namespace
}  // namespace onereturn::house
