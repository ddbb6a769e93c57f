// Plans that a board demanded and evidence that it asked for are chased by their days, until they
// are here.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/agency_register/keep_contacts.hpp"
#include "domain/evidence/evidence_asks.hpp"
#include "domain/notifications/chase_week.hpp"
#include "domain/notifications/holidays_format.hpp"
#include "domain/notifications/keep_schedule.hpp"
#include "domain/reviews/demand_plan.hpp"
#include "reviews_region.hpp"

namespace onereturn::testing {
namespace {

namespace here = reviews_region;
namespace region = delivery_region;
using namespace notifications;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ChasedPlans : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { here::seed(); }
  void SetUp() override { clear(); }
  void TearDown() override { clear(); }
  static void clear() {
    for (const auto* table : {"chase_decision", "chase_pause", "chase_step",
                              "return_evidence_decision", "return_evidence_ask", "contact"})
      run("delete from tenant." + std::string(table) + " where tenant_id = '" + board() + "'");
    run("update tenant.plan set withdrawn_at = now() where ratified_on is null");
  }

  static const std::string& board() { return region::lights().party; }
  static void run(const std::string& sql) { Raw::superuser().run(sql); }
  static EntryId entry() {
    return EntryId(Raw::superuser().one(
        "select q.entry_id from tenant.return r join tenant.request q on q.tenant_id = r.tenant_id"
        " and q.request_id = r.request_id where r.return_id = '" +
        here::first_return().text() + "'"));
  }
  template <class Work>
  static auto as_manager(Work&& work) {
    return here::as_board(here::manager, std::forward<Work>(work));
  }
  static StepId step(const std::string& about) {
    return *as_manager([&](postgres::BoardTx& tx) {
      return add_step(tx,
                      {about, "before", "3", "9:30", "lead", "A step", "{form} is due on {due}",
                       "{organisation}: {link}", false},
                      holidays_of_england(), here::noon);
    });
  }
  // Who is written to by that step on that day, with what.
  static std::vector<std::string> goes(const StepId& step, const std::string& day,
                                       const std::string& who = here::manager) {
    const auto group = here::as_board(who, [&](postgres::BoardTx& tx) {
      return read_group(tx, holidays_of_england(), step, *parse_date(day), here::noon,
                        "https://x.example");
    });
    std::vector<std::string> all;
    if (!group) return all;
    for (const auto& line : group->lines) {
      for (const auto& to : line.to)
        all.push_back(to + ": " + line.form);
    }
    return all;
  }
  static Result<Done> ask_again(const reviews::PlanId& plan, int days) {
    return as_manager([&](postgres::BoardTx& tx) {
      return reviews::ask_for_plan_again(tx, plan, 1, {"Who leads?", here::day_after(days)},
                                         here::noon);
    });
  }
  static Result<Done> ask_for(int number, int days) {
    return as_manager([&](postgres::BoardTx& tx) {
      return evidence::ask_for_evidence(tx, here::first_return(), number, "", here::noon,
                                        here::day_after(days));
    });
  }
  static void add_lead() {
    ASSERT_TRUE(as_manager([](postgres::BoardTx& tx) {
                  return agency_register::add_contact(
                      tx, entry(), {"section11_lead", "Ann", "", "ann@agency.example", ""},
                      here::noon);
                }).has_value());
  }
};

TEST_F(ChasedPlans, are_reminded_of_until_one_is_offered_and_again_by_the_new_day) {
  add_lead();
  const auto title = Raw::superuser().one(
      "select q.title from tenant.return r join tenant.request q using (tenant_id, request_id)"
      " where r.return_id = '" +
      here::first_return().text() + "'");
  const auto remind = step("plan");
  EXPECT_THAT(goes(remind, "2027-03-18"), IsEmpty());
  const auto plan = reviews::PlanId::random();
  ASSERT_TRUE(as_manager([&](postgres::BoardTx& tx) {
    return reviews::demand_plan(
        tx, {plan, here::first_return(), "Say how", *parse_date("2027-03-21"), here::noon});
  }));
  const auto line = "Ann, ann@agency.example: The plan after " + title;
  EXPECT_THAT(goes(remind, "2027-03-18"), ElementsAre(line));
  EXPECT_THAT(goes(remind, "2027-03-18", here::other_manager), IsEmpty());
  run("insert into tenant.plan_offer (tenant_id, plan_id, offer_no, agency_id, return_id, words,"
      " offered_name, offered_by, offered_at) values ('" +
      board() + "', '" + plan.text() + "', 1, '" + region::agency + "', '" +
      here::first_return().text() + "', '', 'Lead', '" + here::person_of("lead") +
      "', '2027-03-16T09:00:00Z')");
  EXPECT_THAT(goes(remind, "2027-03-18"), IsEmpty()) << "it is here";
  ASSERT_TRUE(ask_again(plan, 6));
  EXPECT_THAT(goes(remind, "2027-03-18"), IsEmpty()) << "the first day is over and done with";
  EXPECT_THAT(goes(remind, "2027-03-19"), ElementsAre(line)) << "due on 22 March";
  ASSERT_TRUE(as_manager([&](postgres::BoardTx& tx) {
    return pause(tx, {entry().text(), "", ""}, here::noon);
  }));
  const auto group = as_manager([&](postgres::BoardTx& tx) {
    return read_group(tx, holidays_of_england(), remind, *parse_date("2027-03-19"), here::noon,
                      "https://x.example");
  });
  ASSERT_TRUE(group);
  EXPECT_EQ(group->lines.at(0).standing, Standing::paused);
  EXPECT_THAT(group->letter.body, HasSubstr("https://x.example/our-plans"));
}

TEST_F(ChasedPlans, and_evidence_is_one_reminder_for_what_is_due_on_one_day) {
  add_lead();
  const auto remind = step("evidence");
  ASSERT_TRUE(ask_for(1, 5));
  ASSERT_TRUE(ask_for(2, 5));
  ASSERT_TRUE(ask_for(3, 6));
  EXPECT_EQ(goes(remind, "2027-03-18").size(), 1U) << "two pieces, due on 21 March";
  EXPECT_EQ(goes(remind, "2027-03-19").size(), 1U) << "one, due on 22 March";
  EXPECT_THAT(goes(remind, "2027-03-18").front(), HasSubstr(": Evidence for "));
  const auto answer = [](int number) {
    run("update tenant.return_evidence_ask set state = 'declined', answer = 'On paper',"
        " answered_at = '2027-03-16T09:00:00Z' where evidence_no = " +
        std::to_string(number) + " and tenant_id = '" + board() + "'");
  };
  answer(1);
  EXPECT_EQ(goes(remind, "2027-03-18").size(), 1U) << "the other is still wanted";
  answer(2);
  EXPECT_THAT(goes(remind, "2027-03-18"), IsEmpty());
  EXPECT_EQ(goes(remind, "2027-03-19").size(), 1U);
}

}  // namespace
}  // namespace onereturn::testing
