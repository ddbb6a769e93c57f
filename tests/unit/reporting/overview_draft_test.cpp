#include <gmock/gmock.h>

#include "domain/reporting/overview_facts.hpp"
#include "domain/reporting/overview_sections.hpp"
#include "domain/reporting/overview_tables.hpp"
#include "drafted.hpp"

namespace onereturn::reporting {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using testing::drafted::action;
using testing::drafted::all_words;
using testing::drafted::day;
using testing::drafted::is_whole;
using testing::drafted::noon;
using testing::drafted::table_named;
using testing::drafted::tables_of;
using testing::drafted::text_of;
using testing::drafted::words_of;

OverviewFacts empty() {
  OverviewFacts facts;
  facts.board = "Harrowmere board";
  facts.wave.title = "Section 11 return 2027";
  facts.wave.mode = returns::WaveMode::wave;
  facts.wave.form_name = "The form";
  facts.wave.opens_on = day("2027-01-05");
  facts.wave.due_on = day("2027-03-01");
  facts.today = day("2027-03-31");
  facts.plan.board = facts.board;
  facts.plan.from = day("2027-01-05");
  facts.plan.to = facts.plan.on = facts.plan.today = facts.today;
  return facts;
}

returns::WaveRow row(const char* name, const char* state, bool in = true) {
  returns::WaveRow one;
  one.name = name;
  one.type_words = "School";
  one.state = state;
  one.due_on = day("2027-03-01");
  if (in) one.received = ReturnId::random();
  return one;
}

// Two evaluated, one in the making, one sent back, one late.
OverviewFacts five() {
  auto facts = empty();
  facts.rows = {row("Ash Trust", "evaluated"), row("Birch School", "signed_off"),
                row("Cedar Force", "to_evaluate"), row("Derw, Ysgol y Bryn", "sent_back"),
                row("مدرسة النور", "not_started", false)};
  facts.rows[4].late = true;
  auto& counts = facts.wave.counts;
  counts.awaited = counts.late = 1;
  counts.to_evaluate = counts.sent_back = counts.evaluated = counts.signed_off = 1;
  counts.left_out = 1;
  const char* in_on[] = {"2027-02-20", "2027-03-01", "2027-03-02", "2027-02-01"};
  for (int at = 0; at < 4; ++at) {
    facts.signed_returns[*facts.rows[static_cast<std::size_t>(at)].received] = {
        day("2027-03-01"), day(in_on[at]), at == 0 ? "A. Head, Director" : ""};
  }
  facts.needs = {
      {"1", "Leading", {{"Ash Trust", 0, 5, 5}, {"Birch School", 0, 5, 5}}},
      {"2", "Staff", {{"Cedar Force", 4, 4, 4}, {"Ash Trust", 1, 4, 4}, {"Birch School", 0, 4, 0}}},
      {"3", "Voices", {{"Ash Trust", 2, 4, 4}, {"Derw, Ysgol y Bryn", 1, 4, 0}}},
      {"4", "Places", {}}};
  return facts;
}

TEST(KeepingWhatIsReleased, takes_out_only_grades_of_the_board_in_the_making) {
  auto facts = five();
  facts.differences = {
      {*facts.rows[0].received, "Ash Trust", evaluation::State::finished, "1", 5, 5, 4, 1, 0},
      {*facts.rows[2].received, "Cedar Force", evaluation::State::open, "1", 5, 5, 0, 5, 0}};
  EXPECT_EQ(keep_released(facts), 1);
  EXPECT_EQ(facts.needs[1].below(), 1);
  EXPECT_EQ(facts.needs[1].rated(), 8);
  EXPECT_EQ(facts.needs[2].below(), 3) << "what an organisation says of itself stays";
  EXPECT_THAT(facts.differences, SizeIs(1));
  auto all_out = five();
  for (auto& one : all_out.rows)
    if (one.received) one.state = "evaluated";
  EXPECT_EQ(keep_released(all_out), 0);
  EXPECT_EQ(all_out.needs[1].below(), 5);
}

TEST(KeepingWhatIsReleased, one_of_two_returns_in_the_making_holds_both_back) {
  auto facts = five();
  facts.rows.push_back(row("Ash Trust", "to_evaluate"));
  EXPECT_EQ(keep_released(facts), 2);
}

TEST(Overview, every_figure_has_its_whole) {
  const auto draft = overview_of(five());
  EXPECT_EQ(draft.title, "Overview report: Section 11 return 2027");
  EXPECT_EQ(draft.subtitle, "Harrowmere board, as it stood on 31 March 2027");
  const auto summary = text_of(draft, "summary");
  EXPECT_THAT(summary, HasSubstr("4 of 5 returns are in (80 per cent). 1 is not here yet, of which"
                                 " 0 have been started. 1 return is late. 1 request was left out"));
  EXPECT_THAT(summary, HasSubstr("Of the 4 returns that are in, the board has evaluated 2"));
  EXPECT_THAT(summary, HasSubstr("most to do is Standard 3, Voices: 3 of 8 graded items are below"
                                 " the minimum, in 2 of 2 organisations."));
  EXPECT_THAT(summary,
              HasSubstr("1 organisation whose evaluation is not released yet is left out"));
  EXPECT_THAT(text_of(draft, "board_functioning"),
              HasSubstr("On time: 3 of 4 returns first came in by the day that was asked for (75"));
  EXPECT_THAT(text_of(draft, "agency_compliance"),
              HasSubstr("Standard 3, Voices: 3 of 8 graded items are below the minimum, in 2 of 2"
                        " organisations.\nStandard 2, Staff: 1 of 8 graded items is below the"
                        " minimum, in 1 of 2 organisations."));
  EXPECT_THAT(text_of(draft, "agency_compliance"), Not(HasSubstr("Leading")));
}

TEST(Overview, nothing_of_what_is_in_the_making_is_in_it_but_that_it_is_in) {
  const auto draft = overview_of(five());
  EXPECT_THAT(all_words({*table_named(draft.facts, "heat")}), Not(HasSubstr("Cedar Force")));
  EXPECT_THAT(all_words({*table_named(draft.facts, "register")}), HasSubstr("Cedar Force"));
  for (const auto& section : draft.sections)
    EXPECT_THAT(section.text, Not(HasSubstr("Cedar"))) << section.key;
}

TEST(Overview, tables_are_whole_and_say_in_words_what_is_there) {
  const auto draft = overview_of(five());
  for (const auto& table : tables_of(draft.facts))
    EXPECT_TRUE(is_whole(table)) << table.name;
  const auto* heat = table_named(draft.facts, "heat");
  ASSERT_NE(heat, nullptr);
  EXPECT_THAT(heat->columns, SizeIs(4)) << "a standard without any grade has no column";
  EXPECT_EQ(words_of(heat->rows[0][0]), "Ash Trust");
  EXPECT_EQ(words_of(heat->rows[0][2]), "3 of 4");
  EXPECT_EQ(heat->rows[0][2].shade, 4) << "the darker, the more is at the minimum or above it";
  EXPECT_EQ(words_of(heat->rows[2][1]), "Not graded");
  const auto* standards = table_named(draft.facts, "standards");
  EXPECT_EQ(words_of(standards->rows[0][1]), "None of 10");
  EXPECT_EQ(words_of(standards->rows[3][1]), "Not graded");
  const auto* list = table_named(draft.facts, "register");
  ASSERT_THAT(list->rows, SizeIs(5));
  EXPECT_EQ(words_of(list->rows[0][6]), "A. Head, Director");
  EXPECT_EQ(words_of(list->rows[1][6]), "Not recorded");
  EXPECT_EQ(words_of(list->rows[4][1]), "مدرسة النور");
  EXPECT_EQ(words_of(list->rows[4][4]), "Not here");
  EXPECT_EQ(words_of(list->rows[4][5]), "Not started, late");
}

TEST(Overview, conclusions_are_numbered_and_lift_with_a_link_back) {
  auto facts = five();
  facts.conclusions = {{"Ash Trust", "1. Supervision *falls* short", "https://board.example/r/1"}};
  facts.recommendations = {{"Ash Trust", "Train every lead", ""}};
  const auto draft = overview_of(facts);
  const auto blocks = documents::read_marked(draft.sections[5].text);
  ASSERT_THAT(blocks, SizeIs(1));
  const auto* list = std::get_if<documents::List>(&blocks[0]);
  ASSERT_NE(list, nullptr);
  EXPECT_TRUE(list->numbered);
  ASSERT_THAT(list->items, SizeIs(4));
  const auto& lifted = list->items[3][0].spans;
  EXPECT_EQ(lifted.front().text.substr(0, 39), "Ash Trust: 1. Supervision *falls* short")
      << "as typed";
  EXPECT_EQ(lifted.back().href, "https://board.example/r/1");
  EXPECT_THAT(text_of(draft, "recommendations"), HasSubstr("Ash Trust: Train every lead"));
  EXPECT_THAT(text_of(draft, "recommendations"), HasSubstr("organisations whose 1 return is late"));
}

TEST(Overview, methodology_counts_what_was_looked_at_closer) {
  auto facts = five();
  facts.second_look = true;
  facts.reviewed = 2;
  facts.samples.resize(2);
  facts.samples[0].size = 6;
  facts.samples[0].seen = 5;
  facts.samples[1].size = 3;
  const auto words = text_of(overview_of(facts), "methodology");
  EXPECT_THAT(words, HasSubstr("a second person looks at the grades"));
  EXPECT_THAT(words, HasSubstr("2 random samples of evidence, 9 pieces in all, and has noted what 5"
                               " of them show."));
  EXPECT_THAT(words, HasSubstr("reviewed 2 of 4 returns"));
  EXPECT_THAT(text_of(overview_of(five()), "methodology"), HasSubstr("No random sample"));
}

TEST(Overview, plans_of_closed_organisations_and_withdrawn_ones_are_not_waited_for) {
  auto facts = five();
  facts.plans.resize(3);
  for (auto& plan : facts.plans)
    plan.due_on = day("2027-05-01");
  facts.plans[1].withdrawn_at = noon("2027-03-03");
  facts.plans[2].organisation_closed = true;
  EXPECT_THAT(text_of(overview_of(facts), "board_functioning"),
              HasSubstr("of 1 plan that the board demanded, 0 are ratified and 0 wait"));
}

TEST(Overview, has_the_improvement_plan_of_its_returns) {
  auto facts = five();
  facts.plan.actions = {action({"Late"}),
                        action({"Done", "F", "2027-03-20", "2027-01-05", "2027-03-09"})};
  const auto draft = overview_of(facts);
  EXPECT_THAT(text_of(draft, "summary"), HasSubstr("2 actions have come from these returns; 1 of"
                                                   " them is open and 1 overdue."));
  EXPECT_THAT(table_named(draft.facts, "plan-1")->rows, SizeIs(2));
  EXPECT_THAT(text_of(draft, "recommendations"), HasSubstr("1 overdue action"));
}

TEST(Overview, of_nothing_at_all_still_makes_sentences) {
  const auto draft = overview_of(empty());
  for (const auto& section : draft.sections)
    EXPECT_THAT(section.text, Not(IsEmpty())) << section.key;
  EXPECT_THAT(text_of(draft, "summary"), HasSubstr("No organisation was asked in this exercise."));
  EXPECT_THAT(text_of(draft, "conclusions"), HasSubstr("nothing yet to draw a conclusion from"));
  EXPECT_THAT(tables_of(draft.facts), IsEmpty());
  EXPECT_THAT(all_words(draft.facts), HasSubstr("No action has come from these returns so far."));
}

TEST(Overview, of_1500_returns_loses_none) {
  auto facts = empty();
  for (int number = 0; number < 1500; ++number) {
    const auto name = "School " + std::to_string(number);
    facts.rows.push_back(row(name.c_str(), "evaluated"));
    facts.signed_returns[*facts.rows.back().received] = {day("2027-03-01"), day("2027-03-01"), ""};
  }
  facts.needs = {{"1", "Leading", {}}};
  for (const auto& one : facts.rows)
    facts.needs[0].gaps.push_back({one.name, 1, 2, 2});
  facts.wave.counts.evaluated = 1500;
  const auto draft = overview_of(facts);
  EXPECT_THAT(table_named(draft.facts, "register")->rows, SizeIs(1500));
  EXPECT_THAT(table_named(draft.facts, "heat")->rows, SizeIs(1500));
  EXPECT_THAT(text_of(draft, "conclusions"), HasSubstr("Everybody who was asked has answered:"
                                                       " 1,500 of 1,500 organisations."));
  EXPECT_THAT(text_of(draft, "board_functioning"),
              HasSubstr("1,500 of 1,500 returns first came in"));
}

}  // namespace
}  // namespace onereturn::reporting
