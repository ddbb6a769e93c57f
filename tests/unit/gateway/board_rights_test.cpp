// One table says who of a board may do what. It and the table of routes say the same, both ways.

#include "gateway/board_rights.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/reviewers.hpp"

namespace onereturn::gateway {
namespace {

std::string name_of(const Route& route) {
  return std::string(http::name_of(route.verb)) + " " + std::string(route.pattern);
}

std::map<std::string, const BoardRight*> named() {
  std::map<std::string, const BoardRight*> all;
  for (const auto& right : board_rights()) {
    for (const auto route : right.routes) {
      const bool fresh = all.emplace(std::string(route), &right).second;
      EXPECT_TRUE(fresh) << route << " stands in two rows";
    }
  }
  return all;
}

bool is_page_of_a_board(const Route& route) {
  return route.access.who == Access::Who::board && !route.pattern.starts_with("/api/");
}

TEST(BoardRights, name_every_page_of_a_board_with_the_roles_of_its_route) {
  const auto rights = named();
  for (const auto& route : routes()) {
    if (!is_page_of_a_board(route)) continue;
    const auto found = rights.find(name_of(route));
    ASSERT_NE(found, rights.end()) << name_of(route) << " stands in no row of board_rights.cpp";
    EXPECT_THAT(found->second->roles, ::testing::UnorderedElementsAreArray(route.access.roles))
        << name_of(route);
  }
}

TEST(BoardRights, name_no_page_that_is_not_there) {
  for (const auto& [name, right] : named()) {
    const bool there = std::ranges::any_of(routes(), [&](const Route& route) {
      return is_page_of_a_board(route) && name_of(route) == name;
    });
    EXPECT_TRUE(there) << name;
  }
}

// What may be prepared by anybody of the office is decided by few.
TEST(BoardRights, leave_what_binds_the_board_to_its_manager) {
  const auto rights = named();
  for (const auto* route :
       {"POST /returns/{return}/evaluation/release", "POST /returns/{return}/evaluation/correct",
        "POST /board/sight", "POST /board/sight/{sight}/end", "POST /board/people/invite",
        "POST /board/people/{membership}/export", "POST /waves", "POST /reminders/{step}/{day}"}) {
    EXPECT_THAT(rights.at(route)->roles, ::testing::ElementsAre("manager")) << route;
  }
  EXPECT_THAT(rights.at("POST /returns/{return}/evaluation/sign-off")->roles,
              ::testing::ElementsAre("manager", "chair"));
}

TEST(BoardRights, let_a_chair_change_little) {
  std::vector<std::string> changes;
  for (const auto& [name, right] : named()) {
    const bool chair = std::ranges::find(right->roles, "chair") != right->roles.end();
    if (chair && name.starts_with("POST ")) changes.push_back(name);
  }
  EXPECT_THAT(changes,
              ::testing::UnorderedElementsAre(
                  "POST /returns/{return}/acknowledge", "POST /evaluation/settings",
                  "POST /returns/{return}/evaluation/items/{item}",
                  "POST /returns/{return}/evaluation/second-look",
                  "POST /returns/{return}/evaluation/sign-off", "POST /reports/{report}/files",
                  "POST /returns/{return}/papers", "POST /reports/{report}/sign"));
}

TEST(BoardRights, mark_every_file_as_taking_along) {
  for (const auto& [name, right] : named()) {
    const bool file =
        name.ends_with(".csv") || name.ends_with(".zip") || name.ends_with("/tables/{file}");
    EXPECT_EQ(file, right->exports) << name;
  }
}

// A council reads: no route of its own changes anything, and none takes a list along.
TEST(BoardRights, leave_a_council_to_read) {
  int seen = 0;
  for (const auto& route : routes()) {
    if (route.access.who != Access::Who::council) continue;
    ++seen;
    EXPECT_FALSE(http::is_unsafe(route.verb)) << route.pattern;
    EXPECT_TRUE(route.pattern.starts_with("/sight")) << route.pattern;
    EXPECT_EQ(route.pattern.find('.'), std::string_view::npos) << route.pattern;
  }
  EXPECT_EQ(seen, 10);
}

TEST(BoardRights, stand_in_the_documents_as_they_are) {
  const auto path = std::string(ONERETURN_SOURCE_DIR) + "/docs/security/board-rights.md";
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_EQ(text.str(), board_rights_document())
      << "write what board_rights_document() says to docs/security/board-rights.md";
}

}  // namespace
}  // namespace onereturn::gateway
