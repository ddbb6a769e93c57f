// What is chased: what is due and not done, at the organisation that it is about, for the day on
// which it is due.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/actions/add_board_action.hpp"
#include "domain/actions/follow_action.hpp"
#include "domain/actions/list_board_actions.hpp"
#include "domain/agency_register/keep_contacts.hpp"
#include "domain/notifications/chase_store.hpp"
#include "domain/notifications/chase_week.hpp"
#include "domain/notifications/chasing_rules.hpp"
#include "domain/notifications/holidays_format.hpp"
#include "domain/notifications/keep_schedule.hpp"
#include "domain/returns/change_request.hpp"
#include "domain/returns/leave_cycle.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = delivery_region;
using namespace notifications;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

const Instant now = *parse_instant("2027-03-16T10:00:00Z");
const Date today = *parse_date("2027-03-16");

class WhatIsDue : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override { clear(); }
  void TearDown() override { clear(); }
  static void clear() {
    auto raw = Raw::superuser();
    for (const auto* table : {"chase_item", "chase_mail", "chase_decision", "chase_pause",
                              "chase_step", "chase_setting", "contact"})
      raw.run("delete from tenant." + std::string(table));
    raw.run(
        "update tenant.request set due_on = '2027-04-01', state = 'open', left_out = null;"
        " delete from tenant.request_change");
    raw.run(
        "delete from tenant.action_status s using tenant.action a where a.action_id = s.action_id"
        " and a.what = 'Check every file'; delete from tenant.action where what = 'Check every"
        " file'");
  }

  template <class Work>
  static auto as_board(Work&& work) {
    return region::gateway().as_board(region::session_of(region::narrative().manager),
                                      std::forward<Work>(work));
  }
  static RequestId request() { return RequestId(region::narrative().request); }
  static ChaseBoard board(Date day = today) {
    return *as_board(
        [&](postgres::BoardTx& tx) -> Result<ChaseBoard> { return load_chase_board(tx, day); });
  }
  // The subjects of that kind, each as the id of its entry.
  static std::vector<std::string> due(About about) {
    std::vector<std::string> entries;
    for (const auto& subject : board().subjects) {
      if (subject.about == about) entries.push_back(subject.entry.text());
    }
    return entries;
  }
  static EntryId entry(const std::string& name, const std::string& agency = "",
                       const std::string& unit = "") {
    const auto id = random_uuid();
    const auto or_null = [](const std::string& text) {
      return text.empty() ? std::string("null") : "'" + text + "'";
    };
    Raw::superuser().run(
        "insert into tenant.register_entry (tenant_id, entry_id, name, agency_id, unit_id, type,"
        " from_on) values ('" +
        region::narrative().party + "', '" + id + "', '" + name + "', " + or_null(agency) + ", " +
        or_null(unit) + ", 'police', '2026-01-01')");
    return EntryId(id);
  }
  static void lead(const EntryId& of, const std::string& email) {
    ASSERT_TRUE(as_board([&](postgres::BoardTx& tx) {
                  return agency_register::add_contact(
                      tx, of, {"section11_lead", "Ann", "", email, ""}, now);
                }).has_value());
  }
  static ActionId action(const EntryId& about) {
    actions::AddAction command;
    command.entry = about;
    command.words.what = "Check every file";
    command.by_on = parse_date("2027-03-18");
    command.at = now;
    return *as_board([&](postgres::BoardTx& tx) { return actions::add_board_action(tx, command); });
  }
  static actions::Held held(const ActionId& action) {
    const auto version = Raw::superuser().one(
        "select version from tenant.action where action_id = '" + action.text() + "'");
    return {action, std::stoi(version), now};
  }
  static StepId step(const std::string& about, const std::string& days, bool approval = false) {
    return *as_board([&](postgres::BoardTx& tx) {
      return add_step(tx,
                      {about, "before", days, "9:30", "lead", "A step", "{form} is due on {due}",
                       "Due on {due}: {link}", approval},
                      holidays_of_england(), now);
    });
  }
  static std::vector<std::string> to_of(const StepId& step, const std::string& day) {
    const auto group = as_board([&](postgres::BoardTx& tx) {
      return read_group(tx, holidays_of_england(), step, *parse_date(day), now, "https://x");
    });
    std::vector<std::string> all;
    if (!group) return all;
    for (const auto& line : group->lines)
      all.insert(all.end(), line.to.begin(), line.to.end());
    return all;
  }
  static Standing standing(const StepId& step, const std::string& day) {
    const auto group = as_board([&](postgres::BoardTx& tx) {
      return read_group(tx, holidays_of_england(), step, *parse_date(day), now, "https://x");
    });
    EXPECT_TRUE(group.has_value()) << day;
    return group ? group->lines.front().standing : Standing::nobody;
  }
  static void say(const std::string& what, const StepId& step, const std::string& day) {
    ASSERT_TRUE(as_board([&](postgres::BoardTx& tx) {
                  return decide(tx, holidays_of_england(), step, *parse_date(day), {}, what, now);
                }).has_value());
  }
  static void move_return(const std::string& day) {
    ASSERT_TRUE(as_board([&](postgres::BoardTx& tx) {
                  return returns::change_due_date(tx, request(), *parse_date(day), now);
                }).has_value());
  }
  // That step went for what is due on its present day, as the worker notes it.
  static void went(const StepId& step, const std::string& subject, const std::string& due_on) {
    auto raw = Raw::superuser();
    const auto mail = random_uuid();
    raw.run(
        "insert into tenant.chase_mail (tenant_id, mail_id, on_day, email, name, rung, state,"
        " queued_at, sent_at) values ('" +
        region::narrative().party + "', '" + mail +
        "', '2027-03-15', 'ann@agency.example', 'Ann',"
        " 'lead', 'sent', '2027-03-15T10:00:00Z', '2027-03-15T10:00:00Z')");
    raw.run(
        "insert into tenant.chase_item (tenant_id, mail_id, item_no, step_id, step_version, about,"
        " subject_id, entry_id, due_on) select tenant_id, '" +
        mail + "', 1, '" + step.text() + "', 1, 'return', request_id, entry_id, '" + due_on +
        "' from tenant.request where request_id = '" + subject + "'");
  }
};

TEST_F(WhatIsDue, is_no_return_that_need_not_be_answered) {
  ASSERT_EQ(due(About::request).size(), 1U);
  Raw::superuser().run("update tenant.request set due_on = '2027-02-01' where request_id = '" +
                       request().text() + "'");
  ASSERT_TRUE(as_board([](postgres::BoardTx& tx) {
                return add_step(tx,
                                {"return", "after", "28", "9:30", "chair", "The chair's list",
                                 "Late", "{form} is late", false},
                                holidays_of_england(), now);
              }).has_value());
  const auto on_the_list = [] {
    return as_board(
        [](postgres::BoardTx& tx) -> Result<std::size_t> { return chairs_list(tx, today).size(); });
  };
  EXPECT_EQ(*on_the_list(), 1U);
  ASSERT_TRUE(as_board([](postgres::BoardTx& tx) {
                return returns::leave_request_out(tx, request(), "They do nothing of it", now);
              }).has_value());
  EXPECT_THAT(due(About::request), IsEmpty());
  EXPECT_EQ(*on_the_list(), 0U);
  ASSERT_TRUE(as_board([](postgres::BoardTx& tx) {
                return returns::count_request_again(tx, request(), now);
              }).has_value());
  EXPECT_EQ(due(About::request).size(), 1U);
}

TEST_F(WhatIsDue, is_no_action_that_is_said_to_be_done_until_it_is_asked_for_again) {
  const auto id = action(entry("As the register calls it", region::agency));
  ASSERT_EQ(due(About::action).size(), 1U);
  for (const auto* said : {"under_way", "done"}) {
    Raw::superuser().run("update tenant.action set said = '" + std::string(said) +
                         "' where action_id = '" + id.text() + "'");
    EXPECT_EQ(due(About::action).size(), said == std::string("done") ? 0U : 1U) << said;
  }
  actions::Decide again{held(id), actions::Decision::ask_again, "Show us the calendar", "", {}};
  ASSERT_TRUE(
      as_board([&](postgres::BoardTx& tx) { return actions::decide(tx, again); }).has_value());
  EXPECT_EQ(due(About::action).size(), 1U);
}

TEST_F(WhatIsDue, is_an_action_at_the_entry_that_it_is_about_and_at_no_other_of_the_same_agency) {
  const auto whole = entry("The whole of it", region::agency);
  const auto site = entry("Its site", region::agency);
  lead(whole, "whole@agency.example");
  lead(site, "site@agency.example");
  (void)action(site);
  (void)action(whole);
  EXPECT_THAT(due(About::action), UnorderedElementsAre(site.text(), whole.text()));
  const auto remind = step("action", "1");
  EXPECT_THAT(to_of(remind, "2027-03-17"),
              UnorderedElementsAre("Ann, site@agency.example", "Ann, whole@agency.example"));
  ASSERT_TRUE(as_board([&](postgres::BoardTx& tx) {
                return pause(tx, {site.text(), "", ""}, now);
              }).has_value());
  const auto group = as_board([&](postgres::BoardTx& tx) {
    return read_group(tx, holidays_of_england(), remind, *parse_date("2027-03-17"), now,
                      "https://x");
  });
  ASSERT_TRUE(group.has_value());
  for (const auto& line : group->lines)
    EXPECT_EQ(line.standing, line.entry == site ? Standing::paused : Standing::goes);
}

TEST_F(WhatIsDue, is_an_action_at_what_its_entry_was_merged_into_and_nowhere_once_that_is_closed) {
  const auto goes = entry("Goes");
  const auto between = entry("Between");
  const auto stays = entry("Stays");
  (void)action(goes);
  const auto merge = [](const EntryId& from, const EntryId& into) {
    ASSERT_TRUE(as_board([&](postgres::BoardTx& tx) {
                  return agency_register::merge_entries(tx, from, into, "One house now", now);
                }).has_value());
  };
  merge(goes, between);
  EXPECT_THAT(due(About::action), ElementsAre(between.text()));
  merge(between, stays);
  EXPECT_THAT(due(About::action), ElementsAre(stays.text()));
  lead(stays, "stays@agency.example");
  EXPECT_THAT(to_of(step("action", "1"), "2027-03-17"), ElementsAre("Ann, stays@agency.example"));
  ASSERT_TRUE(as_board([&](postgres::BoardTx& tx) {
                return agency_register::open_again(tx, goes, now);
              }).has_value());
  EXPECT_THAT(due(About::action), ElementsAre(goes.text())) << "it is an entry again";
  ASSERT_TRUE(as_board([&](postgres::BoardTx& tx) {
                return agency_register::close_entry(tx, goes, {today, "They closed"}, now);
              }).has_value());
  EXPECT_THAT(due(About::action), IsEmpty()) << "what it was merged into once no longer counts";
}

TEST_F(WhatIsDue, is_reminded_of_anew_when_the_day_moves_and_not_twice_for_one_day) {
  const auto entry_of_it = Raw::superuser().one(
      "select entry_id from tenant.request where request_id = '" + request().text() + "'");
  lead(EntryId(entry_of_it), "ann@agency.example");
  const auto remind = step("return", "14");
  ASSERT_THAT(to_of(remind, "2027-03-18"), ElementsAre("Ann, ann@agency.example"));
  went(remind, request().text(), "2027-04-01");
  EXPECT_THAT(to_of(remind, "2027-03-18"), IsEmpty());
  move_return("2027-04-05");
  EXPECT_THAT(to_of(remind, "2027-03-22"), ElementsAre("Ann, ann@agency.example"));
  move_return("2027-04-01");
  EXPECT_THAT(to_of(remind, "2027-03-18"), IsEmpty()) << "it has gone for that day";
}

TEST_F(WhatIsDue, is_decided_on_anew_when_the_day_moves) {
  lead(EntryId(Raw::superuser().one("select entry_id from tenant.request where request_id = '" +
                                    request().text() + "'")),
       "ann@agency.example");
  const auto asks = step("return", "14", true);
  EXPECT_EQ(standing(asks, "2027-03-18"), Standing::waits);
  say("approve", asks, "2027-03-18");
  EXPECT_EQ(standing(asks, "2027-03-18"), Standing::goes);
  move_return("2027-04-05");
  EXPECT_EQ(standing(asks, "2027-03-22"), Standing::waits) << "nobody said yes to this day";
  say("stop", asks, "2027-03-22");
  EXPECT_EQ(standing(asks, "2027-03-22"), Standing::stopped);
  move_return("2027-04-01");
  EXPECT_EQ(standing(asks, "2027-03-18"), Standing::goes) << "as it was decided for that day";
}

}  // namespace
}  // namespace onereturn::testing
