// The page on which a board chooses how its papers look.

#include <gtest/gtest.h>

#include "gateway/views/board_look.hpp"
#include "support/rendered_page.hpp"

namespace onereturn::gateway::views {
namespace {

using testing::has;
using testing::rendered_page;

const std::string hostile = "<script>alert('x')</script>";

std::string page_of(const reports::BoardLook& kept, const TypedLook* typed = nullptr) {
  return rendered_page("pages/board_look",
                       board_look_page(kept, "Board " + hostile, typed, typed == nullptr));
}

TEST(LookOfPapers, begins_with_the_boards_own_name_and_our_colour) {
  const auto page = page_of({});
  EXPECT_TRUE(has(page, "Left empty, it is Board &lt;script&gt;"));
  EXPECT_TRUE(has(page, "value=\"#0b4f5c\"") && has(page, "Contrast on white: "));
  EXPECT_FALSE(has(page, hostile) || has(page, "Take the logo off") || has(page, "<img"));
}

TEST(LookOfPapers, shows_the_logo_that_is_kept_and_how_to_take_it_off) {
  reports::BoardLook kept;
  kept.logo = std::string(2000, 'x');
  kept.logo_type = "image/png";
  kept.version = 4;
  const auto page = page_of(kept);
  EXPECT_TRUE(has(page, "src=\"/board/look/logo?v=4\"") && has(page, "Take the logo off"));
  EXPECT_TRUE(has(page, "name=\"version\" value=\"4\"") && has(page, "2 KB"));
}

TEST(LookOfPapers, says_the_darker_shade_and_keeps_what_was_typed) {
  TypedLook typed;
  typed.name = "Typed " + hostile;
  typed.colour = "#ffd700";
  typed.version = "2";
  typed.chose_file = true;
  typed.errors = {{"colour", "Choose a darker colour"}};
  const auto page = page_of({}, &typed);
  EXPECT_TRUE(has(page, "The nearest shade that can be read"));
  EXPECT_TRUE(has(page, "value=\"#ffd700\"") && has(page, "Typed &lt;script&gt;"));
  EXPECT_TRUE(has(page, "choose the file again") && has(page, "name=\"version\" value=\"2\""));
  typed.colour = "\"><b>gold";
  const auto none = page_of({}, &typed);
  EXPECT_FALSE(has(none, "The nearest shade") || has(none, "<b>gold"));
}

TEST(LookOfPapers, shows_what_somebody_else_kept_and_what_was_typed) {
  reports::BoardLook kept;
  kept.name = "Theirs";
  kept.version = 5;
  TypedLook typed;
  typed.name = "Mine";
  typed.version = "3";
  typed.overtaken = true;
  typed.errors = {{"main", "Somebody changed this meanwhile."}};
  const auto page = page_of(kept, &typed);
  EXPECT_TRUE(has(page, "Theirs") && has(page, "value=\"Mine\""));
  EXPECT_TRUE(has(page, "name=\"version\" value=\"5\"")) << "the next press is about what stands";
}

}  // namespace
}  // namespace onereturn::gateway::views
