// How the store layer speaks to the database: for one party, for one transaction, in whole
// statements.

#include <regex>

#include <gtest/gtest.h>

#include "source_tree.hpp"

namespace onereturn::house {
namespace {

bool is_statement(const SourceFile& file) {
  return file.under("shared/") && file.path.find("/sql/") != std::string::npos && file.ends(".sql");
}

// Row security is the second wall: the statement itself says whose rows it wants.
TEST(Statements, about_a_tenant_name_the_party) {
  static const std::regex about_a_tenant(R"((from|join|into|update)\s+tenant\.\w+)");
  static const std::regex of_a_party(R"(app\.(party|source_tenant|sealed_\w+)\()"
                                     R"(|(tenant_id|agency_id|board_id)\s*=|jsonb_populate)");
  std::vector<std::string> complaints;
  for (const auto& file : source_tree()) {
    if (is_statement(file) && std::regex_search(file.text, about_a_tenant) &&
        !std::regex_search(file.text, of_a_party)) {
      complaints.push_back(file.path + " names no party");
    }
  }
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

// A setting that outlives its transaction is the next party's.
TEST(Statements, set_nothing_beyond_their_transaction) {
  static const std::regex lasting(
      R"re(set_config\([^;]*?,\s*false\s*\))re"
      R"re(|"\s*set\s+(?!local\b)(session|role|onereturn|search_path))re",
      std::regex::icase);
  std::vector<std::string> complaints;
  for (const auto& file : source_tree()) {
    const bool ours =
        (file.is_cpp() || file.ends(".sql")) && (file.under("shared/") || file.under("services/"));
    if (ours && std::regex_search(file.text, lasting)) {
      complaints.push_back(file.path + " sets something for longer");
    }
  }
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

// What a row becomes when it is there already is what was to be inserted, or a plain value: nothing
// that a caller could shape is worked out against a row before its policies are.
TEST(Statements, change_an_existing_row_to_plain_values_only) {
  static const std::regex upsert(
      R"(do update set ([^;]*?)( where | returning |\) ?(,|insert |select )|;|$))",
      std::regex::icase);
  static const std::regex plain(
      R"(\w+ = (excluded\.\w+|\$\d+(::\w+)?|null|true|false|now\(\)|'[^']*'|\w+\.version \+ 1) ?)",
      std::regex::icase);
  std::vector<std::string> complaints;
  int seen = 0;
  for (const auto& file : source_tree()) {
    if (!is_statement(file)) {
      continue;
    }
    const auto one_line = std::regex_replace(file.text, std::regex(R"(\s+)"), " ");
    for (std::sregex_iterator it(one_line.begin(), one_line.end(), upsert), end; it != end; ++it) {
      ++seen;
      const auto list = (*it)[1].str();
      static const std::regex comma(R"(\s*,\s*)");
      for (std::sregex_token_iterator part(list.begin(), list.end(), comma, -1), none; part != none;
           ++part) {
        if (!std::regex_match(part->str(), plain)) {
          complaints.push_back(file.path + ": " + part->str());
        }
      }
    }
  }
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
  EXPECT_GT(seen, 8);
}

}  // namespace
}  // namespace onereturn::house
