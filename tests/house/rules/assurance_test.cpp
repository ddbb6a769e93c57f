// docs/security says which test proves what: each test that it names is there.

#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "source_tree.hpp"

namespace onereturn::house {
namespace {

// "Suite.name" for every test in C++.
std::set<std::string> tests_in_cpp() {
  static const std::regex test(R"rx(\nTEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\s*\))rx");
  std::set<std::string> names;
  for (const auto& file : source_tree()) {
    if (!file.under("tests/") || !file.ends(".cpp")) {
      continue;
    }
    for (auto it = std::sregex_iterator(file.text.begin(), file.text.end(), test);
         it != std::sregex_iterator(); ++it) {
      names.insert((*it)[1].str() + "." + (*it)[2].str());
    }
  }
  return names;
}

// "kind_folder" for every folder with tests, and the suites that shell pieces play.
std::set<std::string> suites() {
  static const std::regex folder(R"(tests/(unit|property|database|functional|proof)/(\w+)/.*)");
  std::set<std::string> names{"fuzz", "watching", "demo"};
  for (const auto& file : source_tree()) {
    std::smatch match;
    if (std::regex_match(file.path, match, folder)) {
      names.insert(match[1].str() + "_" + match[2].str());
    }
  }
  return names;
}

std::set<std::string> scripts() {
  std::set<std::string> names;
  for (const auto& file : source_tree()) {
    if (file.under("tests/") && file.ends(".mjs")) {
      names.insert(file.path.substr(file.path.rfind('/') + 1));
    }
  }
  return names;
}

// What stands in backquotes in the last column of a table.
std::vector<std::string> proofs_in(const std::string& line) {
  static const std::regex quoted("`([^`]+)`");
  std::vector<std::string> names;
  const auto end = line.rfind('|');
  const auto from = end == std::string::npos || end == 0 ? end : line.rfind('|', end - 1);
  if (from == std::string::npos || !line.starts_with("|")) {
    return names;
  }
  const auto cell = line.substr(from, end - from);
  for (auto it = std::sregex_iterator(cell.begin(), cell.end(), quoted);
       it != std::sregex_iterator(); ++it) {
    names.push_back((*it)[1].str());
  }
  return names;
}

bool names_proofs(const SourceFile& file) {
  return file.under("docs/security/asvs-") || file.path == "docs/security/threat-model.md";
}

TEST(Assurance, names_no_test_that_is_not_there) {
  const auto known_tests = tests_in_cpp();
  const auto known_suites = suites();
  const auto known_scripts = scripts();
  std::vector<std::string> complaints;
  int named = 0;
  for (const auto& file : source_tree()) {
    for (std::size_t i = 0; names_proofs(file) && i < file.lines.size(); ++i) {
      for (const auto& name : proofs_in(file.lines[i])) {
        ++named;
        if (!known_tests.contains(name) && !known_suites.contains(name) &&
            !known_scripts.contains(name)) {
          complaints.push_back(place(file, i + 1, name));
        }
      }
    }
  }
  EXPECT_GT(named, 150);
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

// The states that docs/security/README.md explains; what is met or partly met names its proof.
TEST(Assurance, says_of_each_requirement_how_it_stands) {
  static const std::regex row(R"(^\| ([\d., -]+) \| [^|]+ \| ([^|]+) \|.*)");
  static const std::set<std::string> states{"met",     "otherwise", "partly",
                                            "not met", "none",      "with deployment"};
  std::vector<std::string> complaints;
  int rows = 0;
  for (const auto& file : source_tree()) {
    for (std::size_t i = 0; file.under("docs/security/asvs-") && i < file.lines.size(); ++i) {
      std::smatch match;
      if (!std::regex_match(file.lines[i], match, row)) {
        continue;
      }
      ++rows;
      const auto state = match[2].str().substr(0, match[2].str().find(';'));
      if (!states.contains(state)) {
        complaints.push_back(place(file, i + 1, "stands as \"" + state + "\""));
      }
      if ((state == "met" || state == "partly") && proofs_in(file.lines[i]).empty()) {
        complaints.push_back(place(file, i + 1, "is said to be met without a proof"));
      }
    }
  }
  EXPECT_GT(rows, 90);
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

}  // namespace
}  // namespace onereturn::house
