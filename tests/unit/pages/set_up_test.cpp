// The page that leads to what a board can set up: everything on it can be opened by who reads it.

#include "gateway/views/set_up.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "gateway/routes.hpp"
#include "platform/html/renderer.hpp"

namespace onereturn::gateway::views {
namespace {

std::string page_of(const char* role) {
  static const html::Renderer strict(
      std::filesystem::path(ONERETURN_SOURCE_DIR) / "services/gateway/templates",
      html::Strictness::every_key);
  return strict.render("pages/set_up", set_up_page(role));
}

bool leads_to(const std::string& page, const std::string& href) {
  return page.find("href=\"" + href + "\"") != std::string::npos;
}

TEST(SetUp, leads_each_role_to_what_its_routes_let_it_open_and_to_nothing_else) {
  for (const auto* role : {"manager", "assistant", "chair"}) {
    const auto page = page_of(role);
    for (const auto& each : all_to_set_up()) {
      const auto route = std::ranges::find_if(routes(), [&](const Route& one) {
        return one.verb == http::Verb::get && one.pattern == each.href;
      });
      ASSERT_NE(route, routes().end()) << each.href;
      const bool may = std::ranges::find(route->access.roles, role) != route->access.roles.end();
      EXPECT_EQ(leads_to(page, each.href), may) << role << " " << each.href;
    }
  }
}

TEST(SetUp, has_reminders_evaluation_kinds_and_people_for_a_manager) {
  const auto page = page_of("manager");
  for (const auto* href : {"/set-up/reminders", "/evaluation/settings", "/register/types",
                           "/board/people", "/board/rights"}) {
    EXPECT_TRUE(leads_to(page, href)) << href;
  }
  EXPECT_FALSE(leads_to(page_of("chair"), "/board/people"));
}

TEST(SetUp, says_of_each_in_one_sentence_what_it_is_for) {
  std::set<std::string> sentences;
  for (const auto& each : all_to_set_up()) {
    const std::string sentence = each.what_for;
    EXPECT_EQ(sentence.back(), '.') << each.href;
    EXPECT_EQ(sentence.find(". "), std::string::npos) << each.href;
    EXPECT_TRUE(sentences.insert(sentence).second) << each.href;
  }
}

TEST(SetUp, has_no_empty_part) {
  for (const auto* role : {"manager", "assistant", "chair"})
    EXPECT_EQ(page_of(role).find("<ul class=\"plain ev\"></ul>"), std::string::npos) << role;
}

}  // namespace
}  // namespace onereturn::gateway::views
