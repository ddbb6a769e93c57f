// What boards wait for, as the agency reads it on its first page; and that its lead is told.

#include "domain/reporting/agency_waiting.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/evidence/evidence_asks.hpp"
#include "domain/notifications/holidays_format.hpp"
#include "domain/notifications/tell_leads.hpp"
#include "domain/questions/converse.hpp"
#include "domain/reviews/demand_plan.hpp"
#include "reviews_region.hpp"

namespace onereturn::testing {
namespace {

namespace here = reviews_region;
namespace region = delivery_region;
using reporting::AskedOfAgency;
using Kind = AskedOfAgency::Kind;

class AgencyWaiting : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { here::seed(); }
  void SetUp() override { nothing_waits(); }
  void TearDown() override { nothing_waits(); }
  static void nothing_waits() {
    auto raw = Raw::superuser();
    raw.run("delete from tenant.return_evidence_decision");
    raw.run("delete from tenant.return_evidence_ask");
    raw.run("update tenant.plan set withdrawn_at = now() where ratified_on is null");
    raw.run("delete from identity.told_of_answer");
  }

  static std::vector<AskedOfAgency> all(const std::string& who) {
    return *here::as_agency(who, [](postgres::AgencyTx& tx) {
      return Result<std::vector<AskedOfAgency>>(reporting::asked_of_agency(tx));
    });
  }
  static std::vector<AskedOfAgency> of_kind(Kind kind, const std::string& who = "lead") {
    auto found = all(who);
    std::erase_if(found, [&](const auto& each) { return each.kind != kind; });
    return found;
  }
  static void ask(int number, const std::optional<Date>& due = std::nullopt) {
    ASSERT_TRUE(here::as_board(here::manager, [&](postgres::BoardTx& tx) {
      return evidence::ask_for_evidence(tx, here::first_return(), number, "", here::noon, due);
    }));
  }
};

TEST_F(AgencyWaiting, holds_evidence_that_a_board_asked_to_see_until_it_is_answered) {
  EXPECT_TRUE(of_kind(Kind::evidence).empty());
  ask(1, here::day_after(9));
  auto found = of_kind(Kind::evidence);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].number, 1);
  EXPECT_EQ(found[0].words, "Piece 1");
  EXPECT_EQ(found[0].due_on, here::day_after(9));
  ask(2, here::day_after(4));
  found = of_kind(Kind::evidence);
  ASSERT_EQ(found.size(), 1U) << "one line for a board";
  EXPECT_EQ(found[0].number, 2);
  EXPECT_EQ(found[0].due_on, here::day_after(4));
  EXPECT_TRUE(of_kind(Kind::evidence, "other lead").empty());
  Raw::superuser().run(
      "update tenant.return_evidence_ask set state = 'declined', answer = 'No',"
      " answered_at = now()");
  EXPECT_TRUE(of_kind(Kind::evidence).empty());
}

TEST_F(AgencyWaiting, holds_a_plan_that_was_demanded) {
  ASSERT_TRUE(here::as_board(here::manager, [](postgres::BoardTx& tx) {
    return reviews::demand_plan(
        tx, {reviews::PlanId::random(), here::first_return(), "", here::day_after(30), here::noon});
  }));
  const auto found = of_kind(Kind::plan);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].due_on, here::day_after(30));
  EXPECT_TRUE(of_kind(Kind::plan, "other lead").empty());
}

TEST_F(AgencyWaiting, holds_a_plan_while_it_is_the_agencys_turn) {
  const auto plan = reviews::PlanId::random();
  ASSERT_TRUE(here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    return reviews::demand_plan(tx,
                                {plan, here::first_return(), "", here::day_after(30), here::noon});
  }));
  auto raw = Raw::superuser();
  raw.run(
      "insert into tenant.plan_offer (tenant_id, plan_id, offer_no, agency_id, return_id, words,"
      " offered_name, offered_by, offered_at) select tenant_id, plan_id, 1, agency_id,"
      " return_id, '', 'Lead', '" +
      here::person_of("lead") + "', '2027-03-14T09:00:00Z' from tenant.plan where plan_id = '" +
      plan.text() + "'");
  EXPECT_TRUE(of_kind(Kind::plan).empty()) << "the board has it";
  ASSERT_TRUE(here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    return reviews::ask_for_plan_again(tx, plan, 1, {"Who leads?", here::day_after(40)},
                                       here::noon);
  }));
  const auto again = of_kind(Kind::plan);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].due_on, here::day_after(40)) << "by the later day";
  raw.run("update tenant.plan set withdrawn_at = now() where plan_id = '" + plan.text() + "'");
  EXPECT_TRUE(of_kind(Kind::plan).empty());
}

TEST_F(AgencyWaiting, holds_questions_while_it_is_the_agencys_turn) {
  const auto begun = here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    return questions::begin_thread(tx,
                                   {questions::ThreadId::random(), questions::MessageId::random(),
                                    RequestId(region::lights().request), "", "Since when?"},
                                   here::noon);
  });
  ASSERT_TRUE(begun);
  const auto found = of_kind(Kind::question);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].number, 1);
  EXPECT_TRUE(of_kind(Kind::question, "other lead").empty());
  auto raw = Raw::superuser();
  raw.run("update tenant.thread set waits_for = 'board' where thread_id = '" + begun->id.text() +
          "'");
  EXPECT_TRUE(of_kind(Kind::question).empty());
  for (const auto* table : {"thread_follower", "thread_message", "thread"})
    raw.run("delete from tenant." + std::string(table));
}

TEST_F(AgencyWaiting, holds_an_action_that_is_asked_about_again) {
  auto raw = Raw::superuser();
  raw.run(
      "insert into tenant.action (tenant_id, agency_id, source_kind, what, lead, by_on, scheme,"
      " made_at) values ('" +
      region::lights().party + "', '" + region::agency +
      "', 'hand', 'Write it down', 'Head', '2027-05-01', 'key', '2027-01-04')");
  const auto before = of_kind(Kind::action).size();
  EXPECT_EQ(before, 0U);
  raw.run("update tenant.action set asked_again = true where what = 'Write it down'");
  const auto found = of_kind(Kind::action);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].words, "Write it down");
  EXPECT_EQ(found[0].due_on, parse_date("2027-05-01"));
  raw.run(
      "update tenant.action set state = 'closed', ended_at = now() where what ="
      " 'Write it down'");
  EXPECT_TRUE(of_kind(Kind::action).empty());
  raw.run("delete from tenant.action where what = 'Write it down'");
}

TEST_F(AgencyWaiting, holds_contacts_until_they_are_confirmed) {
  const auto before = of_kind(Kind::contacts).size();
  EXPECT_GE(before, 1U);
  Raw::superuser().run(
      "insert into tenant.contact_confirmation (tenant_id, entry_id, agency_id, confirmed_by,"
      " confirmed_at) select tenant_id, entry_id, agency_id, 'Dee', now() + interval '1 year' from"
      " tenant.register_entry where agency_id = '" +
      region::agency + "' limit 1");
  EXPECT_EQ(of_kind(Kind::contacts).size(), before - 1);
}

TEST_F(AgencyWaiting, is_told_to_the_lead_of_that_agency_alone) {
  const auto told = [](const std::string& who, notifications::AskedOf what) {
    return *here::as_board(who, [&](postgres::BoardTx& tx) {
      return Result<int>(notifications::tell_of_return(tx, notifications::holidays_of_england(),
                                                       here::first_return(), what,
                                                       here::day_after(30), here::noon));
    });
  };
  EXPECT_EQ(told(here::manager, notifications::AskedOf::evidence), 1);
  EXPECT_EQ(told(here::manager, notifications::AskedOf::evidence), 0) << "once a day";
  EXPECT_EQ(told(here::manager, notifications::AskedOf::plan), 1);
  EXPECT_EQ(told(here::other_manager, notifications::AskedOf::plan), 0) << "no return of theirs";
  EXPECT_EQ(here::count("select count(*) from identity.mail where kind in ('evidence_asked',"
                        " 'plan_asked') and fields like '%Piece%'"),
            0);
}

TEST_F(AgencyWaiting, costs_one_statement_however_much_it_is) {
  const auto statements = [] {
    const auto before = postgres::statements_on_this_thread();
    EXPECT_FALSE(all("lead").empty());
    return postgres::statements_on_this_thread() - before;
  };
  const auto few = statements();
  for (int piece = 1; piece <= 5; ++piece)
    ask(piece);
  EXPECT_EQ(statements(), few);
}

}  // namespace
}  // namespace onereturn::testing
