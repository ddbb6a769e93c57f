// How a board sets up its reminders, what goes out this week, and what one may say about it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/agency_register/keep_contacts.hpp"
#include "domain/notifications/chase_week.hpp"
#include "domain/notifications/holidays_format.hpp"
#include "domain/notifications/keep_schedule.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = delivery_region;
using namespace notifications;

const Instant now = *parse_instant("2027-03-16T10:00:00Z");

class Schedules : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override {
    auto raw = Raw::superuser();
    for (const auto* table : {"chase_item", "chase_mail", "chase_decision", "chase_pause",
                              "chase_step", "chase_setting", "contact"})
      raw.run("delete from tenant." + std::string(table));
    raw.run("update tenant.request set due_on = '2027-04-01', state = 'open'");
  }

  template <class Work>
  static auto as_board(Work&& work, const std::string& who = region::narrative().manager) {
    return region::gateway().as_board(region::session_of(who), std::forward<Work>(work));
  }
  static const Holidays& days_off() { return holidays_of_england(); }

  static Result<Done> save(const WriteSettings& settings,
                           const std::string& who = region::narrative().manager) {
    return as_board(
        [&](postgres::BoardTx& tx) { return save_settings(tx, settings, days_off(), now); }, who);
  }
  static WriteSettings on(int version) {
    return {version, true, "9:00", "16:30", {"1", "2", "3", "4", "5"}};
  }
  static WriteStep typed(bool approval = false) {
    return {"return",
            "before",
            "14",
            "9:30",
            "lead",
            "Two weeks left",
            "{form} is due on {due}",
            "Due on {due}: {link}",
            approval};
  }
  static Result<StepId> add(const WriteStep& step) {
    return as_board([&](postgres::BoardTx& tx) { return add_step(tx, step, days_off(), now); });
  }
  static Schedule schedule() {
    return *as_board([](postgres::BoardTx& tx) -> Result<Schedule> { return read_schedule(tx); });
  }
  static Week week() {
    return *as_board(
        [](postgres::BoardTx& tx) -> Result<Week> { return read_week(tx, days_off(), now); });
  }
  static EntryId entry() {
    return EntryId(Raw::superuser().one("select entry_id from tenant.request where request_id = '" +
                                        region::narrative().request + "'"));
  }
  static void add_lead() {
    ASSERT_TRUE(as_board([](postgres::BoardTx& tx) {
                  return agency_register::add_contact(
                      tx, entry(), {"section11_lead", "Ann", "", "ann@agency.example", ""}, now);
                }).has_value());
  }
  static std::string woken() {
    return Raw::superuser().one(
        "select to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from"
        " jobs.waking_at where party_id = '" +
        region::narrative().party + "'");
  }
};

TEST_F(Schedules, are_switched_on_with_their_hours_and_the_board_is_woken) {
  ASSERT_TRUE(save(on(0)).has_value());
  EXPECT_TRUE(schedule().settings.on);
  EXPECT_EQ(woken(), "2027-03-16 10:00") << "within the hours: at once";
  auto off = on(1);
  off.on = false;
  ASSERT_TRUE(save(off).has_value());
  EXPECT_EQ(woken(), "");
  EXPECT_EQ(Raw::superuser().one("select count(*) from tenant.chase_setting"), "2")
      << "what was is kept";
}

TEST_F(Schedules, that_somebody_else_saved_meanwhile_are_a_conflict) {
  ASSERT_TRUE(save(on(0)).has_value());
  const auto late = save(on(0));
  ASSERT_FALSE(late.has_value());
  EXPECT_EQ(late.problem().key, "changed-meanwhile");
  const auto step = add(typed());
  ASSERT_TRUE(step.has_value());
  const auto change = [&](int version) {
    return as_board([&](postgres::BoardTx& tx) {
      return change_step(tx, *step, version, typed(true), days_off(), now);
    });
  };
  ASSERT_TRUE(change(1).has_value());
  EXPECT_EQ(change(1).problem().key, "changed-meanwhile");
  EXPECT_TRUE(schedule().steps.at(0).needs_approval);
}

TEST_F(Schedules, say_what_will_not_do_and_keep_nothing_of_it) {
  EXPECT_EQ(save({0, true, "16:30", "9:00", {}}).problem().fields.size(), 2U);
  EXPECT_EQ(save({0, true, "5:59", "21:01", {"8"}}).problem().fields.size(), 3U);
  auto step = typed();
  step.body = "{nothing}";
  ASSERT_FALSE(add(step).has_value());
  EXPECT_TRUE(schedule().steps.empty());
  EXPECT_EQ(schedule().settings.version, 0);
}

TEST_F(Schedules, of_another_board_are_not_there) {
  const auto step = add(typed());
  const auto removed =
      as_board([&](postgres::BoardTx& tx) { return remove_step(tx, *step, 1, now); },
               region::lights().manager);
  ASSERT_FALSE(removed.has_value());
  EXPECT_EQ(removed.problem().code, ProblemCode::not_found);
  const auto paused = as_board(
      [&](postgres::BoardTx& tx) {
        return pause(tx, {entry().text(), "", ""}, now);
      },
      region::lights().manager);
  ASSERT_FALSE(paused.has_value());
  const auto group = as_board(
      [&](postgres::BoardTx& tx) {
        return read_group(tx, days_off(), *step, *parse_date("2027-03-18"), now, "https://x");
      },
      region::lights().manager);
  ASSERT_FALSE(group.has_value());
  EXPECT_EQ(group.problem().code, ProblemCode::not_found);
}

TEST_F(Schedules, begin_with_the_usual_steps_once) {
  const auto take = [] {
    return as_board([](postgres::BoardTx& tx) { return take_usual_steps(tx, days_off(), now); });
  };
  ASSERT_TRUE(take().has_value());
  EXPECT_EQ(schedule().steps.size(), usual_steps().size());
  EXPECT_FALSE(take().has_value());
}

TEST_F(Schedules, show_a_real_organisation_what_it_would_get) {
  add_lead();
  const auto read = read_step(typed(), {}).step;
  const auto preview = as_board([&](postgres::BoardTx& tx) {
    return preview_step(tx, read, entry().text(), now, "https://onereturn.example");
  });
  ASSERT_TRUE(preview.has_value());
  EXPECT_FALSE(preview->invented);
  EXPECT_THAT(preview->letter.subject, ::testing::HasSubstr("1 April 2027"));
  EXPECT_THAT(preview->letter.body, ::testing::HasSubstr("Hello Ann,"));
}

TEST_F(Schedules, say_what_goes_out_this_week_and_what_is_stopped_approved_and_paused) {
  add_lead();
  const auto step = add(typed(true));
  const auto day = *parse_date("2027-03-18");
  auto groups = week().groups;
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].waits, 1);
  EXPECT_EQ(to_iso(groups[0].at), "2027-03-18T09:30:00.000000Z");
  const auto say = [&](const std::string& what, std::vector<std::string> subjects = {}) {
    return as_board([&](postgres::BoardTx& tx) {
      return decide(tx, days_off(), *step, day, subjects, what, now);
    });
  };
  EXPECT_EQ(*say("approve"), 1);
  EXPECT_EQ(week().groups[0].goes, 1);
  EXPECT_EQ(*say("stop", {region::narrative().request}), 1);
  EXPECT_EQ(week().groups[0].stopped, 1);
  EXPECT_FALSE(say("approve").has_value()) << "a yes to all is none for whom somebody stopped";
  EXPECT_EQ(week().groups[0].stopped, 1);
  EXPECT_EQ(*say("go"), 1);
  EXPECT_EQ(week().groups[0].waits, 1) << "it asks again";
  EXPECT_FALSE(say("stop", {region::lights().request}).has_value()) << "another board's request";
  EXPECT_FALSE(say("explode").has_value());
  for (const auto& what : {WritePause{entry().text(), "", "They moved"},
                           WritePause{"", step->text(), ""}, WritePause{}}) {
    ASSERT_TRUE(as_board([&](postgres::BoardTx& tx) { return pause(tx, what, now); }).has_value());
    EXPECT_EQ(week().groups[0].paused, 1);
    const auto open = schedule().pauses;
    ASSERT_EQ(open.size(), 1U);
    ASSERT_TRUE(as_board([&](postgres::BoardTx& tx) {
                  return end_pause(tx, open[0].pause, days_off(), now);
                }).has_value());
  }
  EXPECT_EQ(week().groups[0].paused, 0);
}

TEST_F(Schedules, tell_of_whoever_has_nobody_to_write_to) {
  ASSERT_TRUE(add(typed()).has_value());
  EXPECT_EQ(week().groups.at(0).nobody, 1);
}

// However many organisations: the same statements.
TEST_F(Schedules, cost_the_same_for_one_organisation_and_for_many) {
  add_lead();
  ASSERT_TRUE(add(typed()).has_value());
  const auto cost = [] {
    const auto before = postgres::statements_on_this_thread();
    (void)week();
    return postgres::statements_on_this_thread() - before;
  };
  const auto one = cost();
  Raw::superuser().run(
      "insert into tenant.request (tenant_id, audit_id, entry_id, agency_id, unit_id, "
      "template_code,"
      " template_version, kind, title, period, due_on) select tenant_id, audit_id, entry_id,"
      " agency_id, unit_id, template_code, template_version, kind, title, period, due_on from"
      " tenant.request, generate_series(1, 500) where request_id = '" +
      region::narrative().request + "'");
  EXPECT_EQ(week().groups.at(0).goes, 501);
  EXPECT_EQ(cost(), one);
  Raw::superuser().run("delete from tenant.request where asking_id is null and request_id <> '" +
                       region::narrative().request + "' and tenant_id = '" +
                       region::narrative().party + "'");
}

}  // namespace
}  // namespace onereturn::testing
