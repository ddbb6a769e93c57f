#include "domain/notifications/chasing_rules.hpp"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/england.hpp"
#include "domain/notifications/holidays_format.hpp"

namespace onereturn::notifications {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const Holidays& known() { return holidays_of_england(); }

Date day(const char* iso) { return *parse_date(iso); }

// "2027-03-26 09:30" by England's clock, as it is after a step.
std::string shown(Instant at) { return to_iso(day_in_england(at)) + " " + clock_in_england(at); }

ChaseStep step_of(int days, int minute = 9 * 60 + 30, Rung rung = Rung::person) {
  static int made = 0;
  ChaseStep step;
  step.step = StepId("00000000-0000-4000-8000-0000000000" + std::to_string(10 + made++ % 90));
  step.version = 1;
  step.days = days;
  step.at_minute = minute;
  step.rung = rung;
  step.name = "Step";
  return step;
}

std::string goes(int days, const char* due, int minute = 9 * 60 + 30) {
  return shown(goes_at(step_of(days, minute), day(due), ChaseSettings{}, known()));
}

TEST(GoesAt, is_the_day_and_the_time_of_the_step_by_the_clock_on_the_wall) {
  EXPECT_EQ(goes(-42, "2027-04-30"), "2027-03-19 09:30");
  EXPECT_EQ(goes(0, "2027-04-30"), "2027-04-30 09:30");
  EXPECT_EQ(goes(3, "2027-04-27"), "2027-04-30 09:30");
}

TEST(GoesAt, keeps_the_hour_across_both_changes_of_the_clock) {
  // Friday and Monday around 28 March 2027, and around 31 October 2027.
  const auto winter = goes_at(step_of(0), day("2027-03-25"), {}, known());
  const auto summer = goes_at(step_of(0), day("2027-03-30"), {}, known());
  EXPECT_EQ(to_iso(winter), "2027-03-25T09:30:00.000000Z");
  EXPECT_EQ(to_iso(summer), "2027-03-30T08:30:00.000000Z");
  EXPECT_EQ(to_iso(goes_at(step_of(0), day("2027-10-29"), {}, known())),
            "2027-10-29T08:30:00.000000Z");
  EXPECT_EQ(to_iso(goes_at(step_of(0), day("2027-11-01"), {}, known())),
            "2027-11-01T09:30:00.000000Z");
}

TEST(GoesAt, moves_a_reminder_of_what_is_to_come_before_the_day_off_and_of_what_passed_after_it) {
  EXPECT_EQ(goes(0, "2027-05-16"), "2027-05-14 09:30") << "due on a Sunday";
  EXPECT_EQ(goes(-7, "2027-04-02"), "2027-03-25 09:30") << "Good Friday";
  EXPECT_EQ(goes(3, "2027-03-26"), "2027-03-30 09:30") << "Easter Monday";
  EXPECT_EQ(goes(1, "2027-12-24"), "2027-12-29 09:30")
      << "Christmas on a Saturday, two days instead";
  EXPECT_EQ(goes(0, "2027-12-28"), "2027-12-24 09:30");
  EXPECT_EQ(goes(1, "2027-12-31"), "2028-01-04 09:30") << "New Year's Day had on the Monday";
}

TEST(GoesAt, knows_the_29th_of_february) {
  EXPECT_EQ(goes(0, "2028-02-29"), "2028-02-29 09:30");
  EXPECT_EQ(goes(-1, "2028-03-01"), "2028-02-29 09:30");
  EXPECT_EQ(goes(1, "2028-02-28"), "2028-02-29 09:30");
  EXPECT_EQ(goes(365, "2028-02-29"), "2029-02-28 09:30");
}

TEST(GoesAt, takes_the_nearest_end_of_hours_that_were_narrowed_since) {
  EXPECT_EQ(goes(0, "2027-04-28", 7 * 60), "2027-04-28 09:00");
  EXPECT_EQ(goes(0, "2027-04-28", 18 * 60), "2027-04-28 16:29");
}

TEST(AtInEngland, is_an_hour_later_where_the_clock_leaves_it_out_and_the_first_of_two) {
  EXPECT_EQ(to_iso(at_in_england(day("2027-03-28"), 90)), "2027-03-28T01:30:00.000000Z");
  EXPECT_EQ(to_iso(at_in_england(day("2027-10-31"), 90)), "2027-10-31T00:30:00.000000Z");
  EXPECT_EQ(to_iso(at_in_england(day("2027-07-01"), 0)), "2027-06-30T23:00:00.000000Z");
}

TEST(NextWorkingTime, is_now_or_the_next_opening) {
  const ChaseSettings settings;
  const auto next = [&](const char* iso) {
    return shown(next_working_time(settings, known(), *parse_instant(iso)));
  };
  EXPECT_EQ(next("2027-03-16T10:15:00Z"), "2027-03-16 10:15");
  EXPECT_EQ(next("2027-03-16T08:59:59Z"), "2027-03-16 09:00");
  EXPECT_EQ(next("2027-03-16T16:30:00Z"), "2027-03-17 09:00") << "the last minute is over";
  EXPECT_EQ(next("2027-03-25T20:00:00Z"), "2027-03-30 09:00") << "Easter";
  EXPECT_EQ(next("2027-12-24T17:00:00Z"), "2027-12-29 09:00");
}

// Whatever the hours, the days and the step: it never goes outside of them, nor on a day off.
TEST(Chasing, never_leaves_the_working_hours) {
  std::mt19937 random(20270316);
  const auto number = [&](int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
  };
  for (int tried = 0; tried < 20'000; ++tried) {
    ChaseSettings settings;
    settings.from_minute = number(360, 1100);
    settings.until_minute = settings.from_minute + number(60, 1260 - settings.from_minute);
    settings.weekdays.clear();
    for (int weekday = 1; weekday <= 7; ++weekday) {
      if (number(0, 1) == 1) settings.weekdays.push_back(weekday);
    }
    if (settings.weekdays.empty()) settings.weekdays = {number(1, 7)};
    const Date due{std::chrono::sys_days{day("2024-01-01")} + std::chrono::days{number(0, 4000)}};
    const auto step = step_of(number(-365, 365), number(0, 1439));
    const auto at = goes_at(step, due, settings, known());
    ASSERT_TRUE(is_working_time(settings, known(), at))
        << to_iso(due) << " " << step.days << " " << shown(at);
    ASSERT_FALSE(is_bank_holiday(known(), day_in_england(at)));
    const Date plain{std::chrono::sys_days{due} + std::chrono::days{step.days}};
    const int moved = days_between(plain, day_in_england(at));
    ASSERT_TRUE(step.days > 0 ? moved >= 0 : moved <= 0) << moved;
    const auto from = at + std::chrono::minutes{number(0, 20'000)};
    ASSERT_TRUE(is_working_time(settings, known(), next_working_time(settings, known(), from)));
  }
}

ChaseBoard board_of(std::vector<ChaseStep> steps, const char* due) {
  ChaseBoard board;
  board.board_name = "Board";
  board.settings.on = true;
  board.steps = std::move(steps);
  const EntryId entry("00000000-0000-4000-8000-000000000001");
  board.subjects = {{About::request, "00000000-0000-4000-8000-000000000002", entry, "Agency",
                     "Section 11", day(due)}};
  const agency_register::ContactId one("00000000-0000-4000-8000-000000000003");
  board.contacts = {{one, entry, "section11_lead", "lead", "Lead", "lead@agency.example"}};
  return board;
}

Instant at(const char* iso) { return *parse_instant(iso); }

TEST(DueNow, sends_at_the_hour_of_the_step_and_not_before) {
  const auto board = board_of({step_of(-14)}, "2027-04-28");
  EXPECT_THAT(due_now(board, known(), at("2027-04-14T08:29:59Z")), IsEmpty());
  EXPECT_THAT(due_now(board, known(), at("2027-04-14T08:30:00Z")), SizeIs(1));
}

TEST(DueNow, sends_nothing_while_it_is_off_or_the_office_is_closed) {
  auto board = board_of({step_of(-14)}, "2027-04-28");
  EXPECT_THAT(due_now(board, known(), at("2027-04-14T15:30:00Z")), IsEmpty()) << "16:30";
  board.settings.on = false;
  EXPECT_THAT(due_now(board, known(), at("2027-04-14T08:30:00Z")), IsEmpty());
}

TEST(DueNow, makes_up_for_a_week_and_not_for_more_and_for_the_last_step_only) {
  const auto board = board_of({step_of(-42), step_of(-14)}, "2027-04-28");
  const auto planned = due_now(board, known(), at("2027-04-15T09:00:00Z"));
  ASSERT_THAT(planned, SizeIs(1));
  EXPECT_EQ(board.steps[planned[0].step].days, -14);
  EXPECT_THAT(due_now(board, known(), at("2027-04-21T09:00:00Z")), SizeIs(1));
  EXPECT_THAT(due_now(board, known(), at("2027-04-22T09:00:00Z")), IsEmpty());
}

TEST(DueNow, does_not_say_it_twice) {
  auto board = board_of({step_of(-14)}, "2027-04-28");
  board.sent = {{board.steps[0].step, board.subjects[0].id, day("2027-04-28")}};
  EXPECT_THAT(due_now(board, known(), at("2027-04-14T08:30:00Z")), IsEmpty());
}

// What went, or was decided, for the day it was due says nothing about the day to which it moved.
TEST(DueNow, begins_anew_when_the_day_moves) {
  auto board = board_of({step_of(-14), step_of(3, 570, Rung::lead)}, "2027-04-28");
  const auto subject = board.subjects[0].id;
  board.sent = {{board.steps[0].step, subject, day("2027-04-28")},
                {board.steps[1].step, subject, day("2027-04-28")}};
  board.decisions = {{board.steps[0].step, subject, day("2027-04-28"), Decision::stop}};
  const auto moved_to = [&](const char* due) {
    board.subjects[0].due_on = day(due);
    std::vector<std::string> shown_all;
    for (const auto& each : planned_until(board, known(), day("2027-05-01"), day("2027-07-01"))) {
      EXPECT_EQ(each.standing, Standing::goes);
      shown_all.push_back(shown(each.at));
    }
    return shown_all;
  };
  EXPECT_THAT(moved_to("2027-04-28"), IsEmpty());
  EXPECT_THAT(moved_to("2027-06-09"), ElementsAre("2027-05-26 09:30", "2027-06-14 09:30"));
  EXPECT_THAT(moved_to("2027-04-28"), IsEmpty()) << "back to the day for which it went";
}

TEST(DueNow, takes_along_what_the_same_person_gets_later_that_day) {
  auto board = board_of({step_of(-14), step_of(-14, 14 * 60, Rung::lead)}, "2027-04-28");
  EXPECT_THAT(due_now(board, known(), at("2027-04-14T08:30:00Z")), SizeIs(2));
  board.contacts.push_back(board.contacts[0]);
  board.contacts[1].role = "return_contact";
  board.contacts[1].email = "person@agency.example";
  EXPECT_THAT(due_now(board, known(), at("2027-04-14T08:30:00Z")), SizeIs(1)) << "two people";
}

TEST(DueNow, writes_to_the_next_of_the_line_where_nobody_fills_in_the_return) {
  auto board = board_of({step_of(-14)}, "2027-04-28");
  const auto reached = [&] {
    const auto planned = planned_until(board, known(), day("2027-04-14"), day("2027-04-14"));
    return planned[0].contacts;
  };
  EXPECT_THAT(reached(), ElementsAre(0)) << "the lead";
  board.contacts.push_back(board.contacts[0]);
  board.contacts[1].role = "return_contact";
  EXPECT_THAT(reached(), ElementsAre(1));
  board.contacts.clear();
  EXPECT_EQ(planned_until(board, known(), day("2027-04-14"), day("2027-04-14"))[0].standing,
            Standing::nobody);
}

TEST(DueNow, never_escalates_to_somebody_of_another_rung) {
  auto board = board_of({step_of(14, 570, Rung::board_member)}, "2027-04-14");
  const auto planned = planned_until(board, known(), day("2027-04-28"), day("2027-04-28"));
  ASSERT_THAT(planned, SizeIs(1));
  EXPECT_EQ(planned[0].standing, Standing::nobody) << "a lead is no member of the board";
  board.steps[0].needs_approval = true;
  EXPECT_EQ(planned_until(board, known(), day("2027-04-28"), day("2027-04-28"))[0].standing,
            Standing::nobody)
      << "a yes to writing to nobody is not asked for";
}

TEST(DueNow, waits_for_a_yes_a_stop_and_a_pause) {
  auto board = board_of({step_of(-14)}, "2027-04-28");
  const auto now = at("2027-04-14T08:30:00Z");
  const auto standing = [&] {
    return planned_until(board, known(), day("2027-04-14"), day("2027-04-14")).at(0).standing;
  };
  board.steps[0].needs_approval = true;
  EXPECT_EQ(standing(), Standing::waits);
  EXPECT_THAT(due_now(board, known(), now), IsEmpty());
  board.decisions = {
      {board.steps[0].step, board.subjects[0].id, board.subjects[0].due_on, Decision::approve}};
  EXPECT_EQ(standing(), Standing::goes);
  board.decisions[0].what = Decision::stop;
  EXPECT_EQ(standing(), Standing::stopped);
  board.decisions.clear();
  for (const bool entry : {true, false}) {
    ChasePause pause;
    if (entry) pause.entry = board.subjects[0].entry;
    if (!entry) pause.step = board.steps[0].step;
    board.pauses = {pause};
    EXPECT_EQ(standing(), Standing::paused);
  }
  board.pauses = {ChasePause{}};
  EXPECT_EQ(standing(), Standing::paused) << "everything";
}

TEST(DueNow, keeps_what_waits_for_a_yes_for_a_month) {
  auto board = board_of({step_of(14, 570, Rung::lead)}, "2027-04-14");
  board.steps[0].needs_approval = true;
  EXPECT_THAT(planned_until(board, known(), day("2027-05-28"), day("2027-05-28")), SizeIs(1));
  EXPECT_THAT(planned_until(board, known(), day("2027-05-29"), day("2027-05-29")), IsEmpty());
}

TEST(NextLook, is_the_next_time_of_any_step_on_a_working_day) {
  const auto board = board_of({step_of(-14, 570), step_of(0, 14 * 60)}, "2027-04-28");
  const auto next = [&](const char* iso) { return shown(*next_look(board, known(), at(iso))); };
  EXPECT_EQ(next("2027-04-14T07:00:00Z"), "2027-04-14 09:30");
  EXPECT_EQ(next("2027-04-14T08:30:00Z"), "2027-04-14 14:00");
  EXPECT_EQ(next("2027-04-16T13:00:00Z"), "2027-04-19 09:30");
  EXPECT_EQ(next_look(board_of({}, "2027-04-28"), known(), at("2027-04-14T07:00:00Z")),
            std::nullopt);
}

TEST(PlannedUntil, holds_thousands_of_organisations_in_a_moment) {
  auto board = board_of({step_of(-14), step_of(0), step_of(3)}, "2027-04-28");
  const auto first = board.subjects[0];
  for (int more = 0; more < 5'000; ++more) {
    auto subject = first;
    subject.id = std::to_string(more);
    board.subjects.push_back(subject);
  }
  EXPECT_THAT(planned_until(board, known(), day("2027-04-14"), day("2027-04-20")), SizeIs(5'001));
}

}  // namespace
}  // namespace onereturn::notifications
