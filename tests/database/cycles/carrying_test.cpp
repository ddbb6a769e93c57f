// What is carried from the last return, and returns that a board asks for in parts.

#include <gtest/gtest.h>

#include "domain/fan_out/deliver_copy.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/home_view.hpp"
#include "support/returns_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = returns_region;

class Carrying : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }

  static void ask_on(const std::string& day) {
    Raw::superuser().run("update tenant.request set asked_at = '" + day + "' where agency_id = '" +
                         delivery_region::agency + "'");
  }
  static void ask_for(const std::string& board, const std::string& parts) {
    Raw::superuser().run("update tenant.request set parts = " + parts + " where request_id = '" +
                         board + "'");
  }
};

TEST_F(Carrying, an_answer_from_before_the_boards_asked_is_confirmed_again_before_it_counts) {
  auto command = region::answer_to(region::workspace_of("lead"), "C1.1");
  command.at = Instant(std::chrono::sys_days{region::today}) - std::chrono::hours{24 * 90};
  region::save("lead", command);
  EXPECT_EQ(returns::answer_state(region::workspace_of("lead"), "C1.1"),
            returns::AnswerState::confirmed);
  ask_on("2027-02-01");
  auto workspace = region::workspace_of("lead");
  EXPECT_TRUE(workspace.common.answers.at("C1.1").confirmed.carried);
  EXPECT_EQ(returns::answer_state(workspace, "C1.1"), returns::AnswerState::reconfirm);
  command = region::answer_to(workspace, "C1.1");
  command.at = Instant(std::chrono::sys_days{region::today});
  region::save("lead", command);
  workspace = region::workspace_of("lead");
  EXPECT_FALSE(workspace.common.answers.at("C1.1").confirmed.carried);
  EXPECT_EQ(returns::answer_state(workspace, "C1.1"), returns::AnswerState::confirmed);
  ask_on("2026-01-01");
}

TEST_F(Carrying, a_board_that_asks_for_some_sections_gets_those_alone) {
  const auto& board = delivery_region::narrative();
  const auto whole = region::workspace_of("lead");
  const auto* asked = whole.find(RequestId(board.request));
  const auto first = asked->form->sections.front().code;
  const auto all = asked->form->sections.size();
  ASSERT_GT(all, 1U);
  ask_for(board.request, "array['" + first + "']");
  const auto workspace = region::workspace_of("lead");
  const auto* part = workspace.find(RequestId(board.request));
  ASSERT_EQ(part->form->sections.size(), 1U);
  EXPECT_LT(part->requirements.size(), asked->requirements.size());
  for (const auto& box : returns::preview_copy(workspace, *part).boxes) {
    EXPECT_TRUE(box.section.empty() || box.section == first) << box.section;
  }
  ask_for(board.request, "null");
}

}  // namespace
}  // namespace onereturn::testing
