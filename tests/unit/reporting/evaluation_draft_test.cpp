#include <gmock/gmock.h>

#include "domain/reporting/evaluation_facts.hpp"
#include "drafted.hpp"

namespace onereturn::reporting {
namespace {

using evaluation::ReleasedItem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using testing::drafted::action;
using testing::drafted::day;
using testing::drafted::is_whole;
using testing::drafted::noon;
using testing::drafted::table_named;
using testing::drafted::text_of;
using testing::drafted::words_of;

ReleasedItem item(const char* number, const char* section, const char* theirs, const char* ours,
                  bool essential = false) {
  ReleasedItem one;
  one.key = std::string(number) + ".grade";
  one.number = number;
  one.section = section;
  one.wording = std::string("Wording of ") + number;
  one.theirs = theirs;
  one.ours = ours;
  one.essential = essential;
  return one;
}

EvaluationFacts graded() {
  EvaluationFacts facts;
  facts.released = {"Harrowmere board",
                    "Fenwick Lane",
                    "Section 11 return 2027",
                    "The form",
                    1,
                    1,
                    true,
                    "Thank you.\n\nMuch was done.",
                    {}};
  facts.released_on = day("2027-03-16");
  facts.today = day("2027-03-31");
  facts.received_at = noon("2027-02-20");
  facts.authorised_by = "A. Head, Director";
  facts.points = {"0 Inadequate", "1 Adequate", "2 Good"};
  facts.below = {"0 Inadequate"};
  facts.released.items = {item("1.1", "1. Leading", "2 Good", "2 Good", true),
                          item("1.2", "1. Leading", "1 Adequate", "0 Inadequate"),
                          item("2.1", "2. Staff", "2 Good", "0 Inadequate", true),
                          item("2.2", "2. Staff", "0 Inadequate", "1 Adequate"),
                          item("3.1", "3. Voices", "", "1 Adequate"),
                          item("3.2", "3. Voices", "", "")};
  facts.released.items[1].comment = "Say who decides.";
  facts.released.items[2].reason = "No file had a note.";
  facts.released.items[5].not_applicable = true;
  for (const auto& one : facts.released.items)
    facts.item_of[one.key] = one.number;
  return facts;
}

TEST(EvaluationReport, every_figure_has_its_whole) {
  const auto draft = evaluation_report_of(graded());
  EXPECT_EQ(draft.title, "Evaluation report: Fenwick Lane");
  EXPECT_EQ(draft.subtitle, "Section 11 return 2027, released 16 March 2027");
  const auto summary = text_of(draft, "summary");
  EXPECT_THAT(summary, HasSubstr("Thank you.\nMuch was done."));
  EXPECT_THAT(summary, HasSubstr("2 of 5 graded items are below the minimum. Of the 2 items that"
                                 " the form calls essential, 1 is below it."));
  EXPECT_THAT(summary, HasSubstr("No action has been agreed"));
  EXPECT_THAT(text_of(draft, "introduction"),
              HasSubstr("its return arrived on 20 February 2027. It was authorised by A. Head,"));
  const auto findings = text_of(draft, "findings");
  EXPECT_THAT(findings, HasSubstr("Of 6 items, 6 were judged."));
  EXPECT_THAT(findings, HasSubstr("2 Good: 1 of 5\n1 Adequate: 2 of 5\n0 Inadequate: 2 of 5\n"
                                  "Does not apply: 1 of all 6"));
  EXPECT_THAT(findings, HasSubstr("4 of 6 items were graded by both sides. They agree on 1; the"
                                  " board is lower on 2 and higher on 1."));
  EXPECT_THAT(findings, HasSubstr("1 of 5 graded items stands at the highest point"));
}

TEST(EvaluationReport, conclusions_follow_the_form_and_recommendations_what_is_essential) {
  const auto draft = evaluation_report_of(graded());
  EXPECT_EQ(text_of(draft, "conclusions"),
            "1. Leading: 1 of 2 graded items falls short of the minimum (1.2).\n"
            "2. Staff: 1 of 2 graded items falls short of the minimum (2.1).\n"
            "What was graded meets the minimum throughout in 1 part of the form: 3. Voices.\n"
            "The organisation rates itself higher than the board does on 2 of 4 items that both"
            " graded. It may want to look at how it judges these.");
  const auto wanted = text_of(draft, "recommendations");
  const auto first = wanted.find(
      "Bring “2.1 Wording of 2.1” up to the minimum. The board says:"
      " No file had a note. No action has been agreed for it yet.");
  const auto second = wanted.find(
      "Bring “1.2 Wording of 1.2” up to the minimum. The board says:"
      " Say who decides.");
  EXPECT_NE(first, std::string::npos) << wanted;
  EXPECT_NE(second, std::string::npos) << wanted;
  EXPECT_LT(first, second) << "the essential one first";
  const auto blocks = documents::read_marked(draft.sections[4].text);
  const auto* list = std::get_if<documents::List>(&blocks.back());
  ASSERT_NE(list, nullptr);
  EXPECT_TRUE(list->numbered);
}

TEST(EvaluationReport, an_action_stands_with_its_item_and_in_the_table) {
  auto facts = graded();
  facts.actions = {action({"Note each session"}), action({"Elsewhere"})};
  facts.actions[0].places = {"2.1"};
  const auto draft = evaluation_report_of(facts);
  EXPECT_THAT(text_of(draft, "summary"), HasSubstr("2 actions follow from it, 2 of them still open"
                                                   " on 31 March 2027."));
  EXPECT_THAT(text_of(draft, "recommendations"),
              HasSubstr("Action: Note each session (Fenwick Lane, R. Dunmore, by 10 March 2027)."));
  const auto* table = table_named(draft.facts, "actions");
  ASSERT_NE(table, nullptr);
  EXPECT_THAT(table->rows, SizeIs(2));
  EXPECT_TRUE(is_whole(*table));
}

TEST(EvaluationReport, each_item_has_a_row_with_the_boards_whole_words) {
  auto facts = graded();
  facts.released.items[1].comment = std::string(10'000, 'c');
  const auto draft = evaluation_report_of(facts);
  const auto* table = table_named(draft.facts, "items");
  ASSERT_NE(table, nullptr);
  EXPECT_TRUE(is_whole(*table));
  EXPECT_THAT(table->rows, SizeIs(6 + 3)) << "and one for each part";
  EXPECT_EQ(words_of(table->rows[2][3]), std::string(10'000, 'c'));
  EXPECT_EQ(words_of(table->rows[1][0]), "1.1 Wording of 1.1 (essential)");
  EXPECT_EQ(words_of(table->rows.back()[2]), "Does not apply");
  EXPECT_LT(text_of(draft, "recommendations").size(), 10'000U);
}

TEST(EvaluationReport, a_form_without_grades_speaks_of_comments) {
  auto facts = graded();
  facts.released.graded = false;
  facts.points.clear();
  facts.below.clear();
  for (auto& one : facts.released.items) {
    one.ours.clear();
    one.theirs.clear();
    one.not_applicable = false;
  }
  const auto draft = evaluation_report_of(facts);
  EXPECT_THAT(text_of(draft, "summary"), HasSubstr("It commented on 1 of 6 items."));
  EXPECT_THAT(text_of(draft, "findings"), HasSubstr("1.2 Wording of 1.2: Say who decides."));
  EXPECT_THAT(text_of(draft, "conclusions"), HasSubstr("no grade from which a conclusion"));
  EXPECT_THAT(text_of(draft, "recommendations"), HasSubstr("has not graded this return"));
  EXPECT_THAT(table_named(draft.facts, "items")->columns, SizeIs(2)) << "no column without a grade";
}

TEST(EvaluationReport, nothing_at_all_still_makes_sentences) {
  auto facts = graded();
  facts.released.items.clear();
  facts.released.summary.clear();
  facts.received_at.reset();
  facts.authorised_by.clear();
  const auto draft = evaluation_report_of(facts);
  for (const auto& section : draft.sections)
    EXPECT_THAT(section.text, Not(IsEmpty())) << section.key;
  EXPECT_THAT(text_of(draft, "findings"), HasSubstr("no item to evaluate"));
  EXPECT_EQ(table_named(draft.facts, "items"), nullptr);
}

TEST(EvaluationReport, all_above_the_minimum_is_said_in_one_sentence) {
  auto facts = graded();
  facts.below.clear();
  const auto draft = evaluation_report_of(facts);
  EXPECT_THAT(text_of(draft, "summary"), HasSubstr("All 5 items that the board graded meet"));
  EXPECT_THAT(text_of(draft, "recommendations"), HasSubstr("No graded item is below the minimum"));
}

TEST(EvaluationReport, of_an_organisation_that_closed_says_so_and_a_correction_too) {
  auto facts = graded();
  facts.released.agency = "Ysgol Gynradd Llŷn";
  facts.closed_on = day("2027-03-20");
  facts.released.number = 2;
  const auto draft = evaluation_report_of(facts);
  EXPECT_THAT(text_of(draft, "summary"),
              HasSubstr("Ysgol Gynradd Llŷn closed on 20 March 2027. This report stays"));
  EXPECT_THAT(text_of(draft, "introduction"), HasSubstr("as release 2, which puts right"));
}

}  // namespace
}  // namespace onereturn::reporting
