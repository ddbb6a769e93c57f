// Words that may not stand in the code, on the pages or in what we commit.

#include <regex>

#include <gtest/gtest.h>

#include "source_tree.hpp"

namespace onereturn::house {
namespace {

bool is_this_test(const SourceFile& file) { return file.under("tests/house/"); }

std::vector<std::string> lines_that_match(const std::regex& pattern,
                                          bool (*applies)(const SourceFile&)) {
  std::vector<std::string> complaints;
  for (const auto& file : source_tree()) {
    if (is_this_test(file) || !applies(file)) {
      continue;
    }
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      std::smatch match;
      if (std::regex_search(file.lines[i], match, pattern)) {
        complaints.push_back(place(file, i + 1, match[0]));
      }
    }
  }
  return complaints;
}

bool everywhere(const SourceFile&) { return true; }
bool our_sources(const SourceFile& file) {
  return file.is_cpp() || file.ends(".mjs") || file.ends(".js") || file.ends(".sh") ||
         file.ends(".sql") || file.ends(".mustache") || file.ends(".scss");
}
bool domain_and_services(const SourceFile& file) {
  return file.is_cpp() && (file.under("shared/domain/") || file.under("services/"));
}

TEST(Words, leave_no_work_behind_as_a_note) {
  const auto complaints = lines_that_match(
      std::regex(R"(\b(TODO|FIXME|XXX|HACK)\b|not implemented|GTEST_SKIP|DISABLED_|\.only\()"),
      our_sources);
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

TEST(Words, name_no_machine_and_no_registry) {
  const auto complaints = lines_that_match(
      std::regex(R"((^|[\s"'=(])/(work|root|home)/[a-z]|registry\.npm|deb\.debian|pypi\.org)"),
      everywhere);
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

// SQL lives in sql/*.sql, one named statement per file; no statement is put together from parts.
TEST(Words, keep_sql_out_of_cpp) {
  const auto complaints = lines_that_match(
      std::regex(R"rx("\s*(select \S+ |insert into |update \S+ set|delete from|with \w+ as ))rx",
                 std::regex::icase),
      domain_and_services);
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

// Unescaped output is for the layout's body, which our own renderer made.
TEST(Words, keep_unescaped_values_out_of_pages) {
  std::vector<std::string> complaints;
  for (const auto& file : source_tree()) {
    if (!file.ends(".mustache")) {
      continue;
    }
    static const std::regex raw(R"(\{\{[{&]\s*([a-z_]+))");
    for (auto it = std::sregex_iterator(file.text.begin(), file.text.end(), raw);
         it != std::sregex_iterator(); ++it) {
      if ((*it)[1] != "body" || !file.ends("layouts/page.mustache")) {
        complaints.push_back(file.path + ": " + it->str());
      }
    }
  }
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

// Our words for the machinery are not the users' words.
TEST(Words, speak_the_users_language_on_pages) {
  static const std::regex ours(R"(\b(canonical|facets?|residuals?|tenants?)\b)", std::regex::icase);
  static const std::regex markup(R"(<[^>]*>|\{\{[^}]*\}\})");
  std::vector<std::string> complaints;
  for (const auto& file : source_tree()) {
    if (!file.ends(".mustache")) {
      continue;
    }
    const auto words = std::regex_replace(file.text, markup, " ");
    std::smatch match;
    if (std::regex_search(words, match, ours)) {
      complaints.push_back(file.path + ": " + match.str());
    }
  }
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

}  // namespace
}  // namespace onereturn::house
