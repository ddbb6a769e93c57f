#include <gtest/gtest.h>

#include "domain/returns/home_view.hpp"
#include "domain/returns/question_view.hpp"
#include "support/returns_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = returns_region;

class LoadWorkspace : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }

  static std::size_t statements_of(const std::string& who) {
    const auto before = postgres::statements_on_this_thread();
    region::workspace_of(who);
    return postgres::statements_on_this_thread() - before;
  }
};

TEST_F(LoadWorkspace, takes_the_same_number_of_statements_however_much_is_written) {
  region::workspace_of("lead");
  region::workspace_of("other lead");
  const auto empty = statements_of("other lead");
  const auto before = statements_of("lead");
  region::answer_everything();
  EXPECT_EQ(statements_of("lead"), before);
  // Where a unit is asked by itself the units are read as well.
  EXPECT_GE(before, empty);
  EXPECT_LE(before - empty, 1U);
  EXPECT_LE(before, 25U);
}

TEST_F(LoadWorkspace, waits_for_the_database_three_times) {
  const auto load = [](const std::string& who) {
    const auto before = postgres::round_trips_on_this_thread();
    region::read_at_once(who);
    return postgres::round_trips_on_this_thread() - before;
  };
  for (const std::string who : {"lead", "other lead"}) {
    load(who);
    // Entering with what is asked first, everything else, and the end.
    EXPECT_EQ(load(who), 3U) << who;
  }
}

TEST_F(LoadWorkspace, is_canonical_for_many_boards_and_the_boards_own_form_for_one) {
  const auto force = region::workspace_of("lead");
  EXPECT_EQ(force.way, mapping::Way::canonical);
  EXPECT_EQ(force.boards.size(), 3U);
  const auto other = region::workspace_of("other lead");
  EXPECT_EQ(other.way, mapping::Way::own_form);
  ASSERT_EQ(other.boards.size(), 1U);
  EXPECT_EQ(other.boards[0].board.board.text(), delivery_region::lights().party);
}

TEST_F(LoadWorkspace, gives_no_unit_of_somebody_else) {
  const auto foreign = region::as("lead", [](postgres::AgencyTx& tx) {
    return returns::load_workspace(tx, UnitId(delivery_region::other_agency), region::today);
  });
  EXPECT_EQ(foreign.problem().code, ProblemCode::not_found);
}

TEST_F(LoadWorkspace, counts_what_there_is_to_do) {
  region::answer_everything();
  const auto workspace = region::workspace_of("lead");
  const auto home = returns::home_view(workspace);
  EXPECT_EQ(home.boards, 3);
  EXPECT_EQ(home.once, home.once_confirmed);
  EXPECT_EQ(home.extras, home.extras_done);
  EXPECT_EQ(home.left, 0);
  EXPECT_GT(home.spared, 0);
  const auto question = returns::question_view(workspace, "C1.1");
  ASSERT_TRUE(question.has_value());
  EXPECT_EQ(question->levels.size(), 5U);
  EXPECT_EQ(question->state, returns::AnswerState::confirmed);
}

}  // namespace
}  // namespace onereturn::testing
