#include <gmock/gmock.h>

#include "domain/reporting/period_facts.hpp"
#include "drafted.hpp"

namespace onereturn::reporting {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using testing::drafted::action;
using testing::drafted::day;
using testing::drafted::is_whole;
using testing::drafted::noon;
using testing::drafted::table_named;
using testing::drafted::tables_of;
using testing::drafted::text_of;
using testing::drafted::words_of;

PeriodFacts march(std::vector<BoardAction> list = {}) {
  PeriodFacts facts;
  facts.board = "Harrowmere board";
  facts.from = day("2027-03-01");
  facts.to = day("2027-03-31");
  facts.on = facts.today = facts.to;
  facts.read = facts.all = static_cast<int>(list.size());
  facts.actions = std::move(list);
  return facts;
}

void happened(PeriodFacts& facts, const BoardAction& to, ActionEvent event) {
  event.action = to.action;
  facts.events[to.action].push_back(std::move(event));
}
ActionEvent moved(const char* at, const char* was, const char* by, const char* why = "") {
  ActionEvent one;
  one.kind = "moved";
  one.at = noon(at);
  one.was_on = parse_date(was);
  one.by_on = parse_date(by);
  one.text = why;
  return one;
}
ActionEvent turned(const char* at, const char* was, const char* now) {
  ActionEvent one;
  one.kind = "status";
  one.at = noon(at);
  one.was_point = was;
  one.point = now;
  return one;
}

// One done in time, one late, one due next month, one due later at risk, one added this month.
std::vector<BoardAction> five() {
  return {action({"Done", "F", "2027-03-20", "2027-01-05", "2027-03-09"}),
          action({"Late", "F", "2027-03-30"}), action({"Next", "F", "2027-04-30"}),
          action({"Later", "F", "2027-05-01", "2027-01-05", "", "at_risk"}),
          action({"New", "F", "2027-06-01", "2027-03-02"})};
}

TEST(Highlights, say_of_how_many_that_ended_evidence_was_seen) {
  const auto seen = action({"Seen", "F", "2027-03-20", "2027-01-05", "2027-03-09"});
  auto unseen = seen;
  unseen.state = "closed";
  const auto words = [](std::vector<BoardAction> list) {
    return text_of(highlights_of(march(std::move(list))), "done");
  };
  EXPECT_THAT(words({seen}), HasSubstr("The board saw evidence for it."));
  EXPECT_THAT(words({seen, seen}), HasSubstr("The board saw evidence for all of them."));
  EXPECT_THAT(words({unseen}), HasSubstr("It was closed without evidence, for the reason given."));
  EXPECT_THAT(words({unseen, unseen}),
              HasSubstr("All were closed without evidence, for the reasons given."));
  EXPECT_THAT(words({seen, unseen}), HasSubstr("The board saw evidence for 1 of them; the other was"
                                               " closed without it, for the reason given."));
  EXPECT_THAT(
      words({seen, unseen, unseen}),
      HasSubstr("for 1 of them; the others were closed without it, for the reasons given."));
}

TEST(Highlights, count_each_action_where_it_stands) {
  const auto draft = highlights_of(march(five()));
  EXPECT_EQ(draft.title, "Highlight report");
  EXPECT_EQ(draft.subtitle, "Harrowmere board, from 1 March 2027 to 31 March 2027");
  const auto summary = text_of(draft, "summary");
  EXPECT_THAT(summary, HasSubstr("followed 5 actions from 1 March 2027 to 31 March 2027. 1 ended,"
                                 " 4 were open on 31 March 2027, and 1 was added"));
  EXPECT_THAT(summary, HasSubstr("Of the 4 open, 1 was overdue, 1 falls due by 30 April 2027, and"
                                 " 1 has a risk"));
  EXPECT_THAT(text_of(draft, "done"), HasSubstr("1 of 5 actions ended. The board saw evidence for"
                                                " it."));
  EXPECT_THAT(text_of(draft, "overdue"), HasSubstr("1 of 4 open actions was overdue"));
  EXPECT_THAT(text_of(draft, "planned"), HasSubstr("1 of 4 open actions falls due"));
  EXPECT_THAT(text_of(draft, "risks"), HasSubstr("Later (F, R. Dunmore, by 1 May 2027): At risk."));
  for (const auto* name : {"done", "overdue", "planned", "risks"}) {
    const auto* table = table_named(draft.facts, name);
    ASSERT_NE(table, nullptr) << name;
    EXPECT_THAT(table->rows, SizeIs(1)) << name;
    EXPECT_TRUE(is_whole(*table)) << name;
  }
  EXPECT_EQ(words_of(table_named(draft.facts, "overdue")->rows[0][1]), "Late");
}

TEST(Highlights, of_nothing_say_so_and_show_no_empty_table) {
  const auto draft = highlights_of(march());
  EXPECT_THAT(text_of(draft, "summary"), HasSubstr("so there is nothing to report"));
  for (const auto& section : draft.sections)
    EXPECT_THAT(section.text, Not(IsEmpty())) << section.key;
  EXPECT_THAT(draft.facts, IsEmpty());
}

TEST(Highlights, without_a_name_or_a_day_there_is_an_issue) {
  const auto draft =
      highlights_of(march({action({"Nobody's", "F", "", "2027-01-05", "", "", ""})}));
  EXPECT_THAT(text_of(draft, "risks"),
              HasSubstr("nobody is named who leads it and it has no day."));
}

TEST(Highlights, of_1500_actions_stay_something_to_edit_and_lose_none) {
  std::vector<BoardAction> list;
  for (int number = 0; number < 1500; ++number)
    list.push_back(action({"Late one", "Ysgol Dyffryn Ŵyre", "2027-03-01"}));
  const auto draft = highlights_of(march(std::move(list)));
  EXPECT_THAT(text_of(draft, "overdue"), HasSubstr("1,500 of 1,500 open actions were overdue"));
  EXPECT_LT(text_of(draft, "overdue").size(), 10'000U);
  EXPECT_THAT(table_named(draft.facts, "overdue")->rows, SizeIs(1500));
}

TEST(PeriodReports, say_what_they_leave_out) {
  auto facts = march(five());
  facts.gone = 1;
  facts.withheld = 2;
  facts.all = 10'007;
  facts.read = 10'000;
  for (const auto& draft :
       {highlights_of(facts), exceptions_of(facts), improvement_plan_of(facts)}) {
    const auto& words = draft.sections.front().text;
    EXPECT_THAT(words, HasSubstr("1 open action of organisations that have closed is in none"));
    EXPECT_THAT(words, HasSubstr("2 actions out of evaluations that are not released yet are left"
                                 " out until their organisations have read them."));
    EXPECT_THAT(words, HasSubstr("Of 10,007 actions the first 10,000"));
  }
  EXPECT_THAT(left_out_words(march(five())), IsEmpty());
}

struct Next {
  const char* from;
  const char* to;
  const char* until;
};
class EndOfNext : public ::testing::TestWithParam<Next> {};
TEST_P(EndOfNext, is_a_month_after_a_month_and_as_many_days_after_others) {
  EXPECT_EQ(to_iso(end_of_next(day(GetParam().from), day(GetParam().to))), GetParam().until);
}
INSTANTIATE_TEST_SUITE_P(Periods, EndOfNext,
                         ::testing::Values(Next{"2027-03-01", "2027-03-31", "2027-04-30"},
                                           Next{"2027-01-01", "2027-01-31", "2027-02-28"},
                                           Next{"2027-12-01", "2027-12-31", "2028-01-31"},
                                           Next{"2028-02-01", "2028-02-29", "2028-03-31"},
                                           Next{"2027-03-01", "2027-03-07", "2027-03-14"},
                                           Next{"2027-03-05", "2027-03-05", "2027-03-06"},
                                           Next{"2027-01-01", "2027-03-31", "2027-06-29"}));

TEST(WindingBack, leaves_what_was_there_in_the_period) {
  auto list = five();
  auto earlier = action({"Ended before", "F", "2027-02-01", "2027-01-05"});
  auto facts = march(list);
  facts.actions.push_back(earlier);
  facts.actions.push_back(action({"Made later", "F", "2027-05-01", "2027-04-01"}));
  ActionEvent again;
  again.kind = "reopened";
  again.at = noon("2027-04-02");
  happened(facts, earlier, again);
  happened(facts, list[1], moved("2027-04-03", "2027-03-15", "2027-03-30"));
  happened(facts, list[1], moved("2027-03-02", "2027-03-01", "2027-03-15"));
  std::swap(facts.events[list[1].action][0], facts.events[list[1].action][1]);
  wind_back(facts);
  EXPECT_THAT(facts.actions, SizeIs(5)) << "without the one made later and the one that had ended";
  EXPECT_EQ(facts.actions[0].what, "Late") << "by the day that stood then";
  EXPECT_EQ(to_iso(*facts.actions[0].by_on), "2027-03-15");
  EXPECT_THAT(facts.events[list[1].action], SizeIs(1)) << "what came later is of another period";
}

TEST(Exceptions, tell_slippage_from_achievement) {
  auto list = five();
  auto facts = march(list);
  happened(facts, list[2], moved("2027-03-05", "2027-03-10", "2027-04-30", "Trainer ill"));
  happened(facts, list[3], turned("2027-03-06", "on_track", "at_risk"));
  happened(facts, list[4], turned("2027-03-07", "off_track", "on_track"));
  happened(facts, list[4], moved("2027-03-08", "2027-07-01", "2027-06-01"));
  const auto draft = exceptions_of(facts);
  EXPECT_THAT(text_of(draft, "summary"), HasSubstr("Of 5 actions that the board followed from 1"
                                                   " March 2027 to 31 March 2027, 3 slipped and 2"
                                                   " did better or ended."));
  const auto slipped = text_of(draft, "slippage");
  EXPECT_THAT(slipped, HasSubstr("3 of 5 actions slipped"));
  EXPECT_THAT(slipped, HasSubstr("it was 1 day late on 31 March 2027."));
  EXPECT_THAT(slipped, HasSubstr("the day moved from 10 March 2027 to 30 April 2027, because:"
                                 " Trainer ill."));
  EXPECT_THAT(slipped, HasSubstr("on 6 March 2027 it went from “On track” to “At risk”."));
  const auto achieved = text_of(draft, "achievement");
  EXPECT_THAT(achieved, HasSubstr("done, and verified on 9 March 2027, 11 days before its day."));
  EXPECT_THAT(achieved, HasSubstr("it went from “Off track” to “On track” and the day moved from 1"
                                  " July 2027 to 1 June 2027."));
  EXPECT_THAT(text_of(draft, "decisions"), HasSubstr("Nothing in this report needs a decision"));
  EXPECT_THAT(table_named(draft.facts, "slipped")->rows, SizeIs(3));
  EXPECT_THAT(table_named(draft.facts, "achieved")->rows, SizeIs(2));
  for (const auto& table : tables_of(draft.facts))
    EXPECT_TRUE(is_whole(table)) << table.name;
}

TEST(Exceptions, ask_for_a_decision_where_leads_alone_do_not_get_on) {
  auto list = five();
  list[1].role = frameworks::StatusRole::off_track;
  auto facts = march(list);
  happened(facts, list[2], moved("2027-03-05", "2027-03-10", "2027-04-10"));
  happened(facts, list[2], moved("2027-03-06", "2027-04-10", "2027-04-30"));
  const auto words = text_of(exceptions_of(facts), "decisions");
  EXPECT_THAT(words, HasSubstr("to decide about 2 actions"));
  EXPECT_THAT(words, HasSubstr("off track and late"));
  EXPECT_THAT(words, HasSubstr("its day was put off 2 times"));
}

TEST(Exceptions, a_first_status_and_a_wanted_course_are_none) {
  auto list = five();
  auto facts = march({list[4]});
  happened(facts, list[4], turned("2027-03-06", "", "on_track"));
  const auto draft = exceptions_of(facts);
  EXPECT_THAT(text_of(draft, "slippage"), HasSubstr("Nothing slipped"));
  EXPECT_THAT(text_of(draft, "achievement"), HasSubstr("No action ended or did better"));
  EXPECT_THAT(draft.facts, IsEmpty());
}

TEST(Exceptions, what_ended_after_its_day_slipped_as_well) {
  const auto late = action({"Late end", "F", "2027-03-02", "2027-01-05", "2027-03-09"});
  const auto draft = exceptions_of(march({late}));
  EXPECT_THAT(text_of(draft, "summary"), HasSubstr("1 slipped and 1 did better or ended"));
  EXPECT_THAT(text_of(draft, "slippage"), HasSubstr("it ended 7 days after its day."));
  EXPECT_THAT(text_of(draft, "achievement"),
              HasSubstr("done, and verified on 9 March 2027, 7 days after its day."));
  EXPECT_THAT(text_of(draft, "decisions"), HasSubstr("Nothing in this report needs a decision"));
}

TEST(Exceptions, a_line_of_a_cell_begins_with_a_capital) {
  const auto late = action({"Late", "F", "2027-03-30"});
  const auto draft = exceptions_of(march({late}));
  EXPECT_EQ(words_of(table_named(draft.facts, "slipped")->rows[0].back()),
            "It was 1 day late on 31 March 2027");
}

TEST(PeriodReports, end_a_sentence_with_one_full_stop_whatever_was_written) {
  auto late = action({"Late", "F", "2027-03-30"});
  late.risks = "Few trainers are left.";
  auto facts = march({late});
  happened(facts, late, moved("2027-03-05", "2027-03-10", "2027-03-30", "The trainer is ill."));
  const auto slipped = text_of(exceptions_of(facts), "slippage");
  EXPECT_THAT(slipped, HasSubstr("because: The trainer is ill and it was 1 day late"));
  const auto risks = text_of(highlights_of(facts), "risks");
  EXPECT_THAT(risks, HasSubstr("): Few trainers are left."));
  EXPECT_THAT(risks, Not(HasSubstr("..")));
}

TEST(Exceptions, of_nothing_say_so) {
  const auto draft = exceptions_of(march());
  EXPECT_THAT(text_of(draft, "summary"), HasSubstr("no exception to report"));
  EXPECT_THAT(draft.facts, IsEmpty());
}

TEST(ImprovementPlan, has_a_table_for_each_standard_and_every_action_once) {
  auto list = five();
  list[0].area = "Supervision";
  list[2].area = "Supervision";
  const auto draft = improvement_plan_of(march(list));
  EXPECT_THAT(text_of(draft, "introduction"),
              HasSubstr("4 of 5 actions were open, 1 of them overdue; 1 ended"));
  const auto tables = tables_of(draft.facts);
  ASSERT_THAT(tables, SizeIs(2));
  EXPECT_EQ(tables[0].caption, "Improvement plan: Supervision");
  EXPECT_THAT(tables[0].rows, SizeIs(2));
  EXPECT_EQ(tables[1].caption, "Improvement plan: No standard named");
  EXPECT_THAT(tables[1].rows, SizeIs(3));
  EXPECT_NE(tables[0].name, tables[1].name) << "each is a sheet of its own";
}

TEST(ImprovementPlan, without_an_action_says_so) {
  const auto draft = improvement_plan_of(march());
  EXPECT_THAT(text_of(draft, "introduction"), HasSubstr("no action to follow"));
  EXPECT_THAT(draft.facts, IsEmpty());
}

}  // namespace
}  // namespace onereturn::reporting
