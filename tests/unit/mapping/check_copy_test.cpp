#include "domain/mapping/check_copy.hpp"

#include <gtest/gtest.h>

#include "unit/mapping/small_form.hpp"

namespace onereturn::mapping {
namespace {

using frameworks::NotApplicableBy;
using test::SmallForm;

Commitment commitment(const std::string& requirement, std::optional<Date> by_on) {
  Commitment result;
  result.id = "leaflet";
  result.what = "A leaflet";
  result.by_on = by_on;
  result.subjects = {{requirement, "", ""}};
  return result;
}

TEST(CheckCopy, finds_nothing_in_a_complete_copy) {
  SmallForm small;
  small.add("1", {"b1"});
  small.answer("B");
  EXPECT_EQ(small.findings_in_words(), "");
  EXPECT_TRUE(is_complete(small.findings()));
}

TEST(CheckCopy, misses_answers_once_however_many_boxes_need_them) {
  SmallForm small;
  small.add("1", {"a1"});
  small.add("2", {"a2"});
  small.add("3", {"c1"});
  EXPECT_EQ(small.findings_in_words(), "error no-answer:A\nerror no-local-answer:C\n");
  EXPECT_FALSE(is_complete(small.findings()));
}

TEST(CheckCopy, misses_words_and_asks_how_it_is_known) {
  SmallForm small;
  small.add("1", {"b1"});
  small.add("2", {"e1"});
  small.answer("B").texts = {};
  small.answer("E").texts.knows.clear();
  EXPECT_EQ(small.findings_in_words(), "error no-words:B\nquery no-knows:E\n");
}

TEST(CheckCopy, misses_a_level_where_the_agency_rates) {
  SmallForm small;
  small.add("1", {"b1"});
  small.answer("B", std::nullopt);
  EXPECT_EQ(small.findings_in_words(), "error no-rating:1.light\n");
  SmallForm words;
  words.unrated();
  words.add("1", {"b1"});
  words.answer("B", std::nullopt);
  EXPECT_EQ(words.findings_in_words(), "");
}

TEST(CheckCopy, demands_a_part_for_this_board_only_where_the_requirement_is_local_in_part) {
  SmallForm small;
  small.add("1", {"d1", "b1"});
  small.answer("B");
  small.answer("D");
  EXPECT_EQ(small.findings_in_words(), "error no-local-part:D\n");
  small.local_part("D", "here we do");
  EXPECT_EQ(small.findings_in_words(), "");
  small.side.parts.clear();
  small.not_applicable("D", "no such plan");
  small.side.choices["1.light"] = {"green", "Dee", small.today};
  EXPECT_EQ(small.findings_in_words(), "");
}

TEST(CheckCopy, misses_the_answer_and_the_level_of_the_boards_own_question) {
  SmallForm small;
  small.add("1", {"b1"}, "What else?");
  small.answer("B");
  EXPECT_EQ(small.findings_in_words(), "error no-own-answer:1\nerror no-rating:1.light\n");
  small.side.residuals["1"].text = "this";
  EXPECT_EQ(small.findings_in_words(), "error no-own-level:1\nerror no-rating:1.light\n");
  small.side.residuals["1"].level = 2;
  EXPECT_EQ(small.findings_in_words(), "");
}

TEST(CheckCopy, asks_for_a_choice_and_notices_one_that_no_longer_fits) {
  SmallForm small;
  small.add("1", {"a1"});
  small.answer("A", 1);
  EXPECT_EQ(small.findings_in_words(), "error choose:1.light\n");
  small.side.choices["1.light"] = {"green", "Dee", small.today};
  EXPECT_EQ(small.findings_in_words(), "");
  small.side.choices["1.light"].point = "red";
  small.answer("A", 3);
  EXPECT_EQ(small.findings_in_words(), "query choice-does-not-fit:1.light\n");
}

TEST(CheckCopy, asks_where_the_scale_has_no_point) {
  SmallForm small;
  small.add("1", {"b1"});
  small.form.scale->points.erase(small.form.scale->points.begin() + 1);
  small.form.scale->uncovered = {1};
  small.answer("B", 1);
  EXPECT_EQ(small.findings_in_words(), "error no-point:1.light\n");
}

TEST(CheckCopy, demands_a_dated_action_with_amber_and_red) {
  SmallForm small;
  small.add("1", {"b1"});
  for (const int level : {0, 1}) {
    small.answer("B", level);
    small.common.commitments.clear();
    EXPECT_EQ(small.findings_in_words(), "error no-action:1.light\n") << level;
    small.common.commitments = {commitment("B", std::nullopt)};
    EXPECT_EQ(small.findings_in_words(), "error no-action:1.light\n") << level;
    small.common.commitments = {commitment("E", small.today)};
    EXPECT_EQ(small.findings_in_words(), "error no-action:1.light\n") << level;
    small.common.commitments = {commitment("B", small.today)};
    EXPECT_EQ(small.findings_in_words(), "") << level;
  }
}

TEST(CheckCopy, demands_an_action_with_each_area_for_improvement_where_the_form_does) {
  SmallForm small;
  small.add("1", {"b1"}).boxes[0].content = frameworks::BoxContent::improvement;
  small.answer("B").texts.improve = "B should";
  EXPECT_EQ(small.findings_in_words(), "");
  small.form.improvement_demands_action = true;
  EXPECT_EQ(small.findings_in_words(), "error improvement-without-action:1.words\n");
  small.common.commitments = {commitment("B", small.today)};
  EXPECT_EQ(small.findings_in_words(), "");
}

TEST(CheckCopy, asks_why_an_essential_item_is_below_the_minimum) {
  SmallForm small;
  small.add("1", {"b1"}).essential = true;
  small.answer("B", 1);
  small.common.commitments = {commitment("B", small.today)};
  EXPECT_EQ(small.findings_in_words(), "query essential-not-met:1.light\n");
}

TEST(CheckCopy, counts_characters_and_words_against_the_box) {
  SmallForm small;
  auto& box = small.add("1", {"b1"}).boxes[0];
  small.answer("B").texts = {"zwölf Wörter", "", ""};
  box.max_length = 12;
  box.max_words = 2;
  EXPECT_EQ(small.findings_in_words(), "query no-knows:B\n");
  box.max_length = 11;
  const auto findings = small.findings();
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[1].message, "1 characters too long: the box takes 11.");
  box.max_length.reset();
  box.max_words = 1;
  EXPECT_EQ(small.findings().back().message, "1 words too long: the box takes 1.");
}

TEST(CheckCopy, wants_a_reason_for_what_does_not_apply) {
  SmallForm small;
  small.add("1", {"b1"});
  small.not_applicable("B", "");
  EXPECT_EQ(small.findings_in_words(), "error no-reason:B\n");
  small.form.not_applicable.reason_required = false;
  EXPECT_EQ(small.findings_in_words(), "");
}

TEST(CheckCopy, wants_old_answers_to_be_confirmed_again) {
  SmallForm small;
  small.add("1", {"b1"});
  Answer& answer = small.answer("B");
  answer.confirmed.on = Date{std::chrono::year(2026), std::chrono::March, std::chrono::day(16)};
  EXPECT_EQ(small.findings_in_words(), "");
  answer.confirmed.on = Date{std::chrono::year(2026), std::chrono::March, std::chrono::day(15)};
  EXPECT_EQ(small.findings_in_words(), "error confirm-again:B\n");
  answer.confirmed.on = small.today;
  answer.confirmed.carried = true;
  EXPECT_EQ(small.findings_in_words(), "error confirm-again:B\n");
}

TEST(CheckCopy, wants_a_draft_to_be_confirmed_first) {
  SmallForm small;
  small.add("1", {"b1"});
  small.answer("B").confirmed.on.reset();
  EXPECT_EQ(small.findings_in_words(), "error not-confirmed:B\n");
  EXPECT_FALSE(is_complete(small.findings()));
}

TEST(CheckCopy, lets_a_promise_stand_for_what_is_missing) {
  SmallForm small;
  small.unrated();
  small.add("1", {"b1"});
  small.side.promises["1.words"] = {small.today, "Marcus Venn"};
  EXPECT_EQ(small.findings_in_words(), "promised no-answer:B\n");
  EXPECT_TRUE(is_complete(small.findings()));
}

TEST(CheckCopy, a_promise_covers_the_boards_own_question_and_its_rating) {
  SmallForm small;
  small.add("1", {"b1"}, "What more?");
  small.answer("B", 2);
  EXPECT_EQ(small.findings_in_words(), "error no-own-answer:1\nerror no-rating:1.light\n");
  small.side.promises["1.words"] = {small.today, "Marcus Venn"};
  EXPECT_EQ(small.findings_in_words(), "promised no-own-answer:1\n");
}

TEST(CheckCopy, a_promise_covers_the_part_that_a_board_demands) {
  SmallForm small;
  small.unrated();
  small.add("1", {"d1"});
  small.answer("D");
  EXPECT_EQ(small.findings_in_words(), "error no-local-part:D\n");
  small.side.promises["1.words"] = {small.today, "Marcus Venn"};
  EXPECT_EQ(small.findings_in_words(), "promised no-local-part:D\n");
}

TEST(CheckCopy, what_is_promised_in_one_place_and_missing_in_another_is_missing) {
  SmallForm small;
  small.unrated();
  small.add("1", {"b1"});
  small.add("2", {"b1"});
  small.side.promises["1.words"] = {small.today, "Marcus Venn"};
  EXPECT_EQ(small.findings_in_words(), "error no-answer:B\n");
  small.side.promises["2.words"] = {small.today, "Marcus Venn"};
  EXPECT_EQ(small.findings_in_words(), "promised no-answer:B\n");
}

TEST(CheckCopy, promised_words_excuse_no_rating_that_is_left_to_choose) {
  SmallForm small;
  small.add("1", {"a1"});
  small.answer("A", 1).texts = {};
  small.side.promises["1.words"] = {small.today, "Marcus Venn"};
  EXPECT_EQ(small.findings_in_words(), "promised no-words:A\nerror choose:1.light\n");
  small.side.choices["1.light"] = {"green", "Dee", small.today};
  EXPECT_TRUE(is_complete(small.findings()));
}

TEST(CheckCopy, asks_about_the_area_where_the_form_demands_local_arrangements) {
  SmallForm small;
  small.add("1", {"b1"});
  small.answer("B");
  small.form.local_demanded = true;
  EXPECT_EQ(small.findings_in_words(), "query nothing-local:S1\n");
  small.local_part("B", "here we do");
  EXPECT_EQ(small.findings_in_words(), "");
}

TEST(CheckCopy, keeps_the_explanation_of_a_query) {
  SmallForm small;
  small.add("1", {"b1"});
  small.answer("B").texts.knows.clear();
  small.side.explanations["no-knows:B"] = "The audit is under way.";
  ASSERT_EQ(small.findings().size(), 1U);
  EXPECT_EQ(small.findings()[0].explanation, "The audit is under way.");
}

TEST(CheckCopy, notices_common_words_that_name_a_board) {
  SmallForm small;
  small.add("1", {"b1"});
  small.answer("B").texts.describes = "As in Harbour, so in the Vale.";
  EXPECT_EQ(small.findings_in_words(), "query names-board:B:vale\nquery names-board:B:harbour\n");
}

TEST(CheckCopy, notices_words_for_one_board_that_name_another) {
  SmallForm small;
  small.add("1", {"b1"});
  small.answer("B");
  small.local_part("B", "In the Vale as in Harbour");
  EXPECT_EQ(small.findings_in_words(), "query names-board:own:B:harbour\n");
}

TEST(CheckCopy, notices_another_board_where_evidence_is_kept_and_who_leads_an_action) {
  SmallForm small;
  small.add("1", {"b1"});
  small.answer("B");
  small.side.evidence = {{"file", "Rota", "with the Harbour Board", std::nullopt, {"B"}, {}}};
  small.common.commitments = {commitment("B", small.today)};
  small.common.commitments[0].lead = "Dee, for Harbour";
  EXPECT_EQ(small.findings_in_words(),
            "query names-board:action:leaflet:harbour\n"
            "query names-board:evidence:file:harbour\n");
}

TEST(CheckCopy, notices_what_looks_like_a_childs_details_wherever_it_stands) {
  SmallForm small;
  small.add("1", {"b1"}, "What else?");
  small.answer("B").texts.describes = "JS, aged 7";
  small.side.residuals["1"] = {"born 12/03/2015", 2, false, "", {}};
  small.side.evidence = {{"file", "JS_aged_9.pdf", "", std::nullopt, {"B"}, {}}};
  small.common.commitments = {commitment("B", small.today)};
  small.common.commitments[0].how = "see 943 476 5919";
  EXPECT_EQ(small.findings_in_words(),
            "query child-details:B:JS, aged 7\n"
            "query child-details:own:1:12/03/2015\n"
            "query child-details:action:leaflet:943 476 5919\n"
            "query child-details:evidence:file:JS aged 9\n");
}

TEST(CheckCopy, misses_details_and_straight_answers) {
  SmallForm small;
  small.add("1", {});
  small.form.details = {{"d1", "Name of agency", "agency.name"}};
  EXPECT_EQ(small.findings_in_words(),
            "error no-detail:d1\nerror no-text:1.words\nerror no-rating:1.light\n");
  small.common.profile["agency.name"] = "Thornmere";
  small.side.direct["1.words"].text = "ours";
  small.side.direct["1.light"].point = "green";
  EXPECT_EQ(small.findings_in_words(), "");
}

TEST(CheckCopy, wants_a_reason_for_what_was_put_in_by_hand) {
  SmallForm small;
  small.add("1", {"b1"});
  small.answer("B");
  small.side.overrides["1.words"] = {"other", std::nullopt, "", "Dee", small.today};
  small.side.overrides["1.light"] = {std::nullopt, "purple", "because", "Dee", small.today};
  EXPECT_EQ(small.findings_in_words(),
            "error override-without-reason:1.words\nerror override-unknown:1.light\n");
}

TEST(CheckCopy, asks_nothing_of_boxes_that_the_board_fills) {
  SmallForm small;
  small.add("1", {"b1"}).boxes[1].filled_by = frameworks::FilledBy::board;
  small.answer("B", std::nullopt);
  EXPECT_EQ(small.findings_in_words(), "");
}

}  // namespace
}  // namespace onereturn::mapping
