// A colleague is removed while returns, actions, questions and reviews are with them: nothing is
// lost, everything says that it waits for somebody else, and nobody gives them more.

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/actions/add_board_action.hpp"
#include "domain/actions/list_board_actions.hpp"
#include "domain/evaluation/give_work.hpp"
#include "domain/evaluation/work_store.hpp"
#include "domain/identity/board_people.hpp"
#include "domain/questions/converse.hpp"
#include "domain/reporting/person_work_store.hpp"
#include "domain/reviews/invite_to_review.hpp"
#include "reviews_region.hpp"

namespace onereturn::testing {
namespace {

namespace here = reviews_region;
namespace region = delivery_region;

struct Leaver {
  PersonId person;
  MembershipId membership;
  std::string name;
};

// A new colleague of the board, who goes when the test removes them.
Leaver new_colleague(const std::string& role) {
  static int number = 0;
  const auto name = "Leaver " + std::to_string(++number);
  const Leaver leaver{PersonId::random(), MembershipId::random(), name};
  Raw owner("operator");
  owner.run("select operator.add_person('" + leaver.person.text() + "', 'leaver" +
            std::to_string(number) + "@reviews.example', '" + name + "', '')");
  owner.run("select operator.add_membership('" + leaver.membership.text() + "', '" +
            leaver.person.text() + "', '" + region::lights().party + "', null, '" + role +
            "', '')");
  owner.run("select operator.issue_session(sha256('" + name + "'::bytea), '" +
            leaver.person.text() + "', '" + leaver.membership.text() + "', 'bearer', '1 day')");
  return leaver;
}

template <class Work>
auto by_manager(Work&& work) {
  return here::as_board(here::manager, std::forward<Work>(work));
}

Result<Done> remove(const Leaver& leaver) {
  return by_manager(
      [&](postgres::BoardTx& tx) { return identity::remove_from_board(tx, leaver.membership); });
}

reporting::WorkOfPerson work_of(const Leaver& leaver, Date today = here::today) {
  return *by_manager([&](postgres::BoardTx& tx) {
    return Result(reporting::load_work_of(tx, leaver.person, today));
  });
}

Result<Done> give_return(const Leaver& leaver) {
  return by_manager([&](postgres::BoardTx& tx) {
    return evaluation::give_work(tx, here::first_return(), "", leaver.person, here::noon);
  });
}

Result<ActionId> add_action(const Leaver& leaver) {
  actions::AddAction command;
  command.entry = EntryId(
      Raw::superuser().one("select entry_id from tenant.register_entry where tenant_id = '" +
                           region::lights().party + "' order by entry_id limit 1"));
  command.words.what = "Look at the rota";
  command.by_on = here::day_after(30);
  command.with = leaver.person;
  command.at = here::noon;
  return by_manager([&](postgres::BoardTx& tx) { return actions::add_board_action(tx, command); });
}

questions::ThreadId asked() {
  const questions::BeginThread begin{questions::ThreadId::random(), questions::MessageId::random(),
                                     RequestId(region::lights().request), "", "Who reads this?"};
  const auto begun = here::as_agency("lead", [&](postgres::AgencyTx& tx) {
    return questions::begin_thread(tx, begin, here::noon);
  });
  EXPECT_TRUE(begun);
  return begun->id;
}

Result<Done> give_thread(const questions::ThreadId& thread, const Leaver& leaver) {
  return by_manager(
      [&](postgres::BoardTx& tx) { return questions::assign_thread(tx, thread, leaver.person); });
}

Result<reviews::ReviewId> invited(const Leaver& leaver) {
  reviews::InviteToReview command;
  command.review = reviews::ReviewId::random();
  command.person = leaver.person;
  command.home = "Elsewhere";
  command.from_on = here::today;
  command.until_on = here::day_after(14);
  command.returns = {here::second_return()};
  command.at = here::noon;
  return by_manager([&](postgres::BoardTx& tx) { return reviews::invite_to_review(tx, command); });
}

reviews::Review review_of(const reviews::ReviewId& id) {
  return *by_manager([&](postgres::BoardTx& tx) { return reviews::read_review(tx, id); });
}

class Leaving : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { here::seed(); }
  void TearDown() override {
    Raw::superuser().run(
        "update tenant.review set ended_at = now(), ended_by = invited_by"
        " where ended_at is null");
  }
};

TEST_F(Leaving, a_manager_leaves_returns_actions_and_questions_to_somebody_else) {
  const auto leaver = new_colleague("manager");
  EXPECT_FALSE(work_of(leaver).any());
  ASSERT_TRUE(give_return(leaver));
  const auto action = add_action(leaver);
  ASSERT_TRUE(action) << action.problem().detail;
  const auto thread = asked();
  ASSERT_TRUE(give_thread(thread, leaver));
  const auto before = work_of(leaver);
  EXPECT_EQ(before.returns, 1);
  EXPECT_EQ(before.actions, 1);
  EXPECT_EQ(before.questions, 1);
  EXPECT_EQ(before.reviews, 0);
  ASSERT_TRUE(remove(leaver));
  const auto read_all = by_manager([&](postgres::BoardTx& tx) -> Result<Done> {
    const auto tasks = evaluation::open_tasks(tx, here::first_return());
    EXPECT_EQ(tasks.size(), 1U);
    EXPECT_FALSE(tasks.at(0).here);
    EXPECT_EQ(tasks.at(0).person_name, leaver.name) << "by name, so that they can be asked";
    const auto one = actions::read_board_action(tx, *action, here::today);
    EXPECT_EQ(one->file.action.with_name, "") << "with nobody, who can be filtered for";
    const auto read = questions::read_thread(tx, thread);
    EXPECT_TRUE(read->thread.assigned_has_left);
    return Done{};
  });
  EXPECT_TRUE(read_all);
  EXPECT_EQ(work_of(leaver).returns, 1) << "it is still what they left";
}

TEST_F(Leaving, a_member_leaves_a_review_that_says_so_and_can_be_ended) {
  const auto leaver = new_colleague("member");
  const auto review = invited(leaver);
  ASSERT_TRUE(review) << review.problem().detail;
  EXPECT_EQ(work_of(leaver).reviews, 1);
  EXPECT_EQ(work_of(leaver, here::day_after(15)).reviews, 0) << "its last day is over";
  EXPECT_TRUE(review_of(*review).here);
  ASSERT_TRUE(remove(leaver));
  EXPECT_FALSE(review_of(*review).here);
  EXPECT_EQ(review_of(*review).reviewer, leaver.name);
  EXPECT_TRUE(by_manager(
      [&](postgres::BoardTx& tx) { return reviews::end_review(tx, *review, here::noon); }));
}

TEST_F(Leaving, nobody_is_given_anything_once_they_have_left) {
  const auto manager = new_colleague("manager");
  const auto member = new_colleague("member");
  const auto thread = asked();
  ASSERT_TRUE(remove(manager));
  ASSERT_TRUE(remove(member));
  EXPECT_EQ(give_return(manager).problem().fields.at(0).field, "person");
  EXPECT_EQ(add_action(manager).problem().fields.at(0).field, "with");
  EXPECT_EQ(give_thread(thread, manager).problem().code, ProblemCode::not_found);
  EXPECT_EQ(invited(member).problem().fields.at(0).field, "person");
  EXPECT_FALSE(work_of(manager).any());
}

TEST_F(Leaving, is_also_to_do_something_else_for_the_board) {
  const auto manager = new_colleague("manager");
  ASSERT_TRUE(give_return(manager));
  ASSERT_TRUE(by_manager([&](postgres::BoardTx& tx) {
    return identity::change_board_role(tx, manager.membership, "member", "");
  }));
  const auto tasks = by_manager([&](postgres::BoardTx& tx) {
    return Result(evaluation::open_tasks(tx, here::first_return()));
  });
  ASSERT_EQ(tasks->size(), 1U);
  EXPECT_FALSE(tasks->at(0).here) << "a member does not evaluate";
}

TEST_F(Leaving, another_boards_manager_reads_nothing_of_it) {
  const auto leaver = new_colleague("manager");
  ASSERT_TRUE(give_return(leaver));
  const auto theirs = here::as_board(here::other_manager, [&](postgres::BoardTx& tx) {
    return Result(reporting::load_work_of(tx, leaver.person, here::today));
  });
  EXPECT_FALSE(theirs->any());
}

}  // namespace
}  // namespace onereturn::testing
