#include "domain/notifications/chase_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onereturn::notifications {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const std::string origin = "https://onereturn.example";

Date day(const char* iso) { return *parse_date(iso); }

WriteStep typed() {
  return {"return",
          "before",
          "14",
          "9:30",
          "person",
          "Two weeks left",
          "{form} is due on {due}",
          "Dear all of {organisation}, {days} left: {link}",
          false};
}

std::vector<std::string> wrong_fields(const WriteStep& step) {
  std::vector<std::string> fields;
  for (const auto& field : read_step(step, {}).problem.fields)
    fields.push_back(field.field);
  return fields;
}

TEST(ReadStep, takes_what_is_right_and_gives_it_back_as_it_was) {
  const auto read = read_step(typed(), {});
  EXPECT_THAT(read.problem.fields, IsEmpty());
  EXPECT_EQ(read.step.days, -14);
  EXPECT_EQ(read.step.at_minute, 570);
  const auto again = written(read.step);
  EXPECT_EQ(again.when, "before");
  EXPECT_EQ(again.days, "14");
  EXPECT_EQ(again.at, "9:30");
}

TEST(ReadStep, says_which_field_there_is_not_and_which_there_are) {
  auto step = typed();
  step.body = "Dear {orgnisation}";
  const auto problem = read_step(step, {}).problem;
  ASSERT_EQ(problem.fields.size(), 1U);
  EXPECT_EQ(problem.fields[0].field, "body");
  EXPECT_THAT(problem.fields[0].message, HasSubstr("{orgnisation}"));
  EXPECT_THAT(problem.fields[0].message, HasSubstr("{organisation}"));
}

TEST(WrongIn, finds_half_a_pair_of_braces_and_a_link_in_a_subject) {
  for (const auto* text : {"{due", "due}", "{{due}}", "{due {form}", "{}", "{ due }", "{DUE}"})
    EXPECT_NE(wrong_in(text, true), "") << text;
  for (const auto* text : {"", "Nothing to fill", "{due}{form}", "{link}"})
    EXPECT_EQ(wrong_in(text, true), "") << text;
  EXPECT_NE(wrong_in("{link}", false), "");
}

TEST(ReadStep, names_every_field_that_will_not_do_at_once) {
  WriteStep nothing;
  EXPECT_THAT(wrong_fields(nothing), ::testing::UnorderedElementsAre("about", "when", "at", "rung",
                                                                     "name", "subject", "body"));
  auto step = typed();
  step.days = "0";
  EXPECT_THAT(wrong_fields(step), ::testing::ElementsAre("days"));
  step.days = "366";
  EXPECT_THAT(wrong_fields(step), ::testing::ElementsAre("days"));
  step.days = "14 days";
  EXPECT_THAT(wrong_fields(step), ::testing::ElementsAre("days"));
  step.when = "on";
  EXPECT_THAT(wrong_fields(step), IsEmpty()) << "no number is needed";
  step.at = "8:59";
  EXPECT_THAT(wrong_fields(step), ::testing::ElementsAre("at")) << "before the office opens";
  step.at = "16:30";
  EXPECT_THAT(wrong_fields(step), ::testing::ElementsAre("at")) << "when it has closed";
}

TEST(ReadStep, holds_long_texts_to_their_limit) {
  auto step = typed();
  step.body = std::string(4'000, 'x');
  EXPECT_THAT(wrong_fields(step), IsEmpty());
  step.body += 'x';
  EXPECT_THAT(wrong_fields(step), ::testing::ElementsAre("body"));
  step.body = std::string(10'000, 'x');
  EXPECT_THAT(wrong_fields(step), ::testing::ElementsAre("body"));
  step.body = std::string("a\0b", 3);
  EXPECT_THAT(wrong_fields(step), ::testing::ElementsAre("body"));
}

TEST(ReadTime, takes_times_only) {
  EXPECT_EQ(read_time("9:30"), 570);
  EXPECT_EQ(read_time("09.05"), 545);
  EXPECT_EQ(read_time("23:59"), 1439);
  for (const auto* text :
       {"", "9", "9:3", "24:00", "12:60", "9:300", ":30", "-9:30", "9:+3", "nine"})
    EXPECT_EQ(read_time(text), std::nullopt) << text;
  EXPECT_EQ(time_words(545), "9:05");
}

struct Written {
  ChaseStep step = read_step(typed(), {}).step;
  ChaseSubject subject{About::request,   "1", EntryId{}, "Fenwick Lane <Trust>", "Section 11 2027",
                       day("2027-04-30")};
};

TEST(Letter, fills_the_fields_and_says_why_it_came) {
  const Written one;
  const auto letter =
      letter_of({{&one.step, &one.subject}}, "Siân", "Harrowmere board", day("2027-04-16"), origin);
  EXPECT_EQ(letter.subject, "Section 11 2027 is due on 30 April 2027");
  EXPECT_THAT(letter.body, HasSubstr("Hello Siân,\n"));
  EXPECT_THAT(letter.body, HasSubstr("14 days left: https://onereturn.example/home"));
  EXPECT_THAT(letter.body, HasSubstr("Harrowmere board writes to you"));
  const auto text = mail_text(letter, origin);
  EXPECT_THAT(text.html, HasSubstr("<a href=\"https://onereturn.example/home\">"));
  EXPECT_THAT(text.html, HasSubstr("Fenwick Lane &lt;Trust&gt;"));
  EXPECT_THAT(text.html, Not(HasSubstr("<Trust>")));
}

TEST(Letter, says_how_to_get_in_where_nobody_has_joined) {
  Written one;
  one.subject.joined = false;
  const auto letter =
      letter_of({{&one.step, &one.subject}}, "Siân", "Harrowmere board", day("2027-04-16"), origin);
  EXPECT_THAT(letter.body, HasSubstr("has not joined OneReturn yet. The invitation that "
                                     "Harrowmere board sent lets you in"));
  EXPECT_THAT(letter.body, HasSubstr("If that should be somebody else, tell the board."));
  EXPECT_THAT(letter.body, Not(HasSubstr("under Contacts")));
}

TEST(Letter, speaks_of_several_things_in_one_mail) {
  const Written one;
  Written other;
  other.subject.organisation = "Mill Race";
  other.step.body = "Another text";
  const auto letter = letter_of({{&one.step, &one.subject}, {&other.step, &other.subject}}, "Siân",
                                "Harrowmere board", day("2027-04-16"), origin);
  EXPECT_EQ(letter.subject, "Section 11 2027 is due on 30 April 2027 (and 1 more)");
  EXPECT_THAT(letter.body, HasSubstr("Section 11 2027, Mill Race, due on 30 April 2027"));
  EXPECT_THAT(letter.body, HasSubstr("Another text\n\nhttps://onereturn.example/home"));
}

TEST(Letter, leads_to_the_page_of_one_action_and_keeps_its_secret_out_of_what_is_kept) {
  Written one;
  one.subject.about = About::action;
  one.subject.id = "a1";
  const auto kept =
      letter_of({{&one.step, &one.subject}}, "Siân", "Harrowmere", day("2027-04-16"), origin);
  EXPECT_THAT(kept.body, HasSubstr("14 days left: [a link to the page of this action"));
  const auto sent = letter_of({{&one.step, &one.subject, origin + "/action/TOKEN"}}, "Siân",
                              "Harrowmere", day("2027-04-16"), origin);
  EXPECT_THAT(sent.body, HasSubstr("14 days left: https://onereturn.example/action/TOKEN"));
  EXPECT_THAT(mail_text(sent, origin).html,
              HasSubstr("<a href=\"https://onereturn.example/action/TOKEN\">"));
}

TEST(Letter, leads_the_chair_to_the_boards_own_pages) {
  Written one;
  one.step.rung = Rung::chair;
  const auto body = [&] {
    return letter_of({{&one.step, &one.subject}}, "Kit", "Harrowmere", day("2027-04-16"), origin)
        .body;
  };
  EXPECT_THAT(body(), HasSubstr("https://onereturn.example/reminders/chair"));
  one.subject.about = About::action;
  one.subject.id = "a1";
  EXPECT_THAT(body(), HasSubstr("https://onereturn.example/actions/a1"));
  one.subject.about = About::plan;
  EXPECT_THAT(body(), HasSubstr("https://onereturn.example/plans/a1"));
  one.subject.about = About::evidence;
  EXPECT_THAT(body(), HasSubstr("https://onereturn.example/evidence-asked?state=overdue"));
}

TEST(Letter, leads_to_where_plans_and_evidence_are_given) {
  Written one;
  const auto body = [&](About about) {
    one.subject.about = about;
    return letter_of({{&one.step, &one.subject}}, "Siân", "Harrowmere", day("2027-04-16"), origin)
        .body;
  };
  EXPECT_THAT(body(About::plan), HasSubstr("14 days left: https://onereturn.example/our-plans\n"));
  EXPECT_THAT(body(About::evidence),
              HasSubstr("14 days left: https://onereturn.example/evidence/asked\n"));
}

TEST(Letter, never_fills_a_field_that_a_name_brings_along) {
  Written one;
  one.subject.organisation = "{link} {due}";
  const auto letter =
      letter_of({{&one.step, &one.subject}}, "{board}", "Board", day("2027-04-16"), origin);
  EXPECT_THAT(letter.body, HasSubstr("Dear all of {link} {due}"));
  EXPECT_THAT(letter.body, HasSubstr("Hello {board},"));
}

TEST(UsualSteps, pass_the_rules_that_everybody_s_steps_pass) {
  for (const auto& step : usual_steps()) {
    EXPECT_THAT(read_step(written(step), {}).problem.fields, IsEmpty()) << step.name;
    const bool high = step.rung == Rung::board_member || step.rung == Rung::chair;
    EXPECT_EQ(step.needs_approval, high) << step.name;
  }
}

}  // namespace
}  // namespace onereturn::notifications
