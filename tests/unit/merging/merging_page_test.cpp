// What both leads read before they agree: the same figures, which room stays, what both have
// answered; and whose press is the second one.

#include "gateway/views/merging_page.hpp"

#include <filesystem>

#include <gtest/gtest.h>

#include "platform/html/renderer.hpp"

namespace onereturn::gateway {
namespace {

using tenancy::Merging;

const std::vector<views::PageError> no_errors;

std::string body_of(const Merging& merging, const views::TypedCode& typed = {},
                    const std::vector<views::PageError>& errors = no_errors) {
  static const html::Renderer strict(
      std::filesystem::path(ONERETURN_SOURCE_DIR) / "services/gateway/templates",
      html::Strictness::every_key);
  auto page = views::merging_page(merging, "Heron House", typed, errors,
                                  [](const std::string& code) { return "Question " + code; });
  page.set("csrf", "token").set("note", html::Data());
  return strict.render("pages/merge", page);
}

Merging proposed(bool stays) {
  tenancy::Merge merge;
  merge.id = tenancy::MergeId("11111111-1111-4111-8111-111111111111");
  merge.stays = stays;
  merge.staying.name = "Heron House";
  merge.staying.counts = {12, 3, 4, 2, 1, 1, 5, 6, {"C1", "C2"}, ""};
  merge.going.name = "Heron Hse";
  merge.going.counts = {7, 0, 0, 1, 1, 1, 0, 0, {"C2", "C3"}, ""};
  merge.proposed_by = "A. Lead";
  Merging merging;
  merging.merge = merge;
  return merging;
}

bool has(const std::string& body, const std::string& words) {
  return body.find(words) != std::string::npos;
}

TEST(MergingPage, offers_both_ends_of_a_code_while_nothing_is_proposed) {
  const auto body = body_of({});
  EXPECT_TRUE(has(body, "/merge/propose"));
  EXPECT_TRUE(has(body, "Make a code"));
  EXPECT_FALSE(has(body, "End the code"));
  EXPECT_FALSE(has(body, "Do not merge"));
  Merging with_code;
  with_code.code_until = Instant{};
  EXPECT_TRUE(has(body_of(with_code), "End the code"));
}

TEST(MergingPage, gives_back_what_was_typed) {
  const auto body = body_of({}, {"K7QM <wrong>", false}, {{"code", "This code leads to no room"}});
  EXPECT_TRUE(has(body, "value=\"K7QM &lt;wrong&gt;\""));
  EXPECT_TRUE(has(body, "value=\"other\" checked"));
  EXPECT_TRUE(has(body, "aria-describedby=\"code-hint code-error\""));
}

TEST(MergingPage, shows_both_leads_the_same_figures_and_each_their_own_side) {
  const auto stays = body_of(proposed(true));
  const auto goes = body_of(proposed(false));
  const auto table = [](const std::string& body) {
    const auto from = body.find("<table");
    return body.substr(from, body.find("</table>") - from);
  };
  EXPECT_EQ(table(stays), table(goes));
  EXPECT_TRUE(has(table(stays), "<td role=\"cell\">12</td><td role=\"cell\">7</td>"));
  EXPECT_TRUE(has(stays, "Your room stays."));
  EXPECT_TRUE(has(goes, "Your room goes."));
  for (const auto& body : {stays, goes}) {
    EXPECT_TRUE(has(body, "One question is answered in both rooms."));
    EXPECT_TRUE(has(body, "<li>Question C2</li>"));
    EXPECT_FALSE(has(body, "<li>Question C1</li>"));
  }
}

TEST(MergingPage, warns_before_the_second_press_and_asks_nobody_twice) {
  auto merging = proposed(true);
  EXPECT_TRUE(has(body_of(merging), "Agree to this"));
  EXPECT_FALSE(has(body_of(merging), "cannot be undone"));
  merging.merge->going.agreed_at = Instant{};
  merging.merge->going.agreed_by = "B. Lead";
  EXPECT_TRUE(has(body_of(merging), "merge the two rooms now"));
  EXPECT_TRUE(has(body_of(merging), "cannot be undone"));
  merging.merge->stays = false;
  EXPECT_FALSE(has(body_of(merging), "/agree"));
  EXPECT_TRUE(has(body_of(merging), "/withdraw"));
}

TEST(MergingPage, says_what_becomes_of_a_board_that_both_have_joined) {
  auto merging = proposed(true);
  EXPECT_FALSE(has(body_of(merging), "The same board"));
  merging.merge->shared_boards = 1;
  EXPECT_TRUE(has(body_of(merging), "One board has both rooms in its register."));
  merging.merge->shared_boards = 2;
  EXPECT_TRUE(has(body_of(merging), "Two boards have both rooms in their registers."));
}

TEST(MergingPage, remembers_the_rooms_that_became_part_of_this_one) {
  Merging merging;
  merging.merged = {{"Heron Hse", Instant{}, {"A. Lead", "B. Lead"}}};
  const auto body = body_of(merging);
  EXPECT_TRUE(has(body, "Heron Hse, agreed by A. Lead and B. Lead."));
  EXPECT_TRUE(has(body, "/both-had"));
}

}  // namespace
}  // namespace onereturn::gateway
