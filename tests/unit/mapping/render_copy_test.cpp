#include "domain/mapping/render_copy.hpp"

#include <gtest/gtest.h>

#include "unit/mapping/small_form.hpp"

namespace onereturn::mapping {
namespace {

using frameworks::BoxContent;
using frameworks::FilledBy;
using frameworks::MappingStatus;
using frameworks::NotApplicableBy;
using test::SmallForm;

TEST(Words, stand_as_described_then_known) {
  SmallForm small;
  small.add("1", {"b1"});
  small.answer("B");
  EXPECT_EQ(small.text("1.words"), "B does\n\nB knows");
  EXPECT_EQ(small.box("1.words").state, BoxState::written);
}

TEST(Words, follow_the_content_that_the_box_declares) {
  SmallForm small;
  auto& item = small.add("1", {"b1"});
  small.answer("B").texts.improve = "B should";
  const std::vector<std::pair<BoxContent, std::string>> table = {
      {BoxContent::describes, "B does"},
      {BoxContent::knows, "B knows"},
      {BoxContent::describes_then_knows, "B does\n\nB knows"},
      {BoxContent::improvement, "B should"},
      {BoxContent::evidence, ""},
      {BoxContent::text, ""},
  };
  for (const auto& [content, text] : table) {
    item.boxes[0].content = content;
    EXPECT_EQ(small.text("1.words"), text) << static_cast<int>(content);
  }
}

TEST(Words, stand_under_short_names_only_when_there_are_several) {
  SmallForm small;
  small.add("1", {"e1", "b1"});
  small.answer("B");
  small.answer("E");
  EXPECT_EQ(small.text("1.words"), "On B\nB does\n\nB knows\n\nOn E\nE does\n\nE knows");
}

TEST(Words, come_in_the_order_of_the_template_then_of_the_framework) {
  SmallForm small;
  small.unrated();
  small.add_section_box("S1.describes", BoxContent::describes);
  small.add("1", {"e1"}).boxes.clear();
  small.add("2", {"b1", "e1"}).boxes.clear();
  small.answer("B");
  small.answer("E");
  EXPECT_EQ(small.text("S1.describes"), "On E\nE does\n\nOn B\nB does");
}

TEST(Words, take_only_the_paragraphs_of_the_parts_that_are_asked) {
  SmallForm small;
  small.add("1", {"a1", "a3"});
  small.add("2", {"a2"});
  Answer& answer = small.answer("A");
  answer.texts = {};
  answer.part_texts = {
      {"a1", {"first", "", ""}}, {"a2", {"second", "", ""}}, {"a3", {"third", "sure", ""}}};
  EXPECT_EQ(small.text("1.words"), "first\n\nthird\n\nsure");
  EXPECT_EQ(small.text("2.words"), "second");
}

TEST(Words, stand_once_and_are_referred_to_afterwards) {
  SmallForm small;
  small.add("6.1", {"a1"});
  small.add("6.2", {"a2"});
  small.add("6.3", {"a3", "b1"});
  small.answer("A");
  small.answer("B");
  EXPECT_EQ(small.text("6.1.words"), "A does\n\nA knows");
  EXPECT_EQ(small.text("6.2.words"), "See 6.1");
  EXPECT_EQ(small.text("6.3.words"), "On A\nSee 6.1\n\nOn B\nB does\n\nB knows");
  small.form.repeat_texts = true;
  EXPECT_EQ(small.text("6.2.words"), "A does\n\nA knows");
}

TEST(Words, say_see_once_when_everything_stands_in_one_place) {
  SmallForm small;
  small.add("1", {"a1", "b1"});
  small.add("2", {"a2", "b1"});
  small.answer("A");
  small.answer("B");
  EXPECT_EQ(small.text("2.words"), "See 1");
}

TEST(Words, are_not_taken_for_the_same_when_two_answers_happen_to_agree) {
  SmallForm small;
  small.add("1", {"b1"});
  small.add("2", {"e1"});
  small.answer("B").texts = {"None.", "", ""};
  small.answer("E").texts = {"None.", "", ""};
  EXPECT_EQ(small.text("2.words"), "None.");
}

TEST(Words, put_the_local_part_after_the_answers_and_the_own_question_last) {
  SmallForm small;
  small.add("1", {"d1", "b1"}, "What else?");
  small.answer("B");
  small.answer("D");
  small.local_part("D", "here we do");
  small.side.residuals["1"].text = "this else";
  EXPECT_EQ(
      small.text("1.words"),
      "On B\nB does\n\nB knows\n\nOn D\nD does\n\nD knows\n\nIn the Vale: On D\nhere we do\n\n"
      "Besides\nthis else");
}

TEST(Words, may_have_a_local_part_to_any_answer) {
  SmallForm small;
  small.add("1", {"b1"});
  small.answer("B");
  small.local_part("B", "here we do");
  EXPECT_EQ(small.text("1.words"), "B does\n\nB knows\n\nIn the Vale\nhere we do");
}

TEST(Words, of_a_wholly_local_answer_are_this_boards_own) {
  SmallForm small;
  small.add("1", {"c1"});
  small.answer("C").texts.describes = "common, by mistake";
  EXPECT_EQ(small.text("1.words"), "");
  small.whole("C");
  EXPECT_EQ(small.text("1.words"), "C does\n\nC knows");
  EXPECT_EQ(small.box("1.words").sources[0].kind, SourceKind::local_whole);
}

TEST(Words, list_the_evidence_that_this_board_may_open) {
  SmallForm small;
  small.add("1", {"b1"}).boxes[0].lists_evidence = true;
  small.answer("B");
  small.side.evidence = {{"policy", "Policy 2026", "", std::nullopt, {"B"}, {}},
                         {"log", "Log", "room 2.14", std::nullopt, {}, {"1.words"}},
                         {"other", "Something else", "", std::nullopt, {"E"}, {}}};
  EXPECT_EQ(
      small.text("1.words"),
      "B does\n\nB knows\n\nEvidence\n- Policy 2026\n- Log (available on request: room 2.14)");
}

TEST(Words, keep_what_is_not_applicable_beside_what_is) {
  SmallForm small;
  small.add("1", {"b1", "e1"});
  small.answer("B");
  small.not_applicable("E", "we teach nobody");
  EXPECT_EQ(small.text("1.words"),
            "On B\nB does\n\nB knows\n\nOn E\nNot applicable: we teach nobody");
  EXPECT_EQ(small.box("1.words").state, BoxState::written);
}

TEST(Words, are_the_reason_when_nothing_applies) {
  SmallForm small;
  small.add("1", {"b1"});
  small.not_applicable("B", "we teach nobody");
  EXPECT_EQ(small.text("1.words"), "Not applicable: we teach nobody");
  EXPECT_EQ(small.box("1.words").state, BoxState::not_applicable);
  small.form.not_applicable.by = NotApplicableBy::board;
  EXPECT_EQ(small.box("1.words").state, BoxState::written);
}

TEST(Words, are_never_cut_off) {
  SmallForm small;
  small.add("1", {"b1"}).boxes[0].max_length = 5;
  small.answer("B").texts = {std::string(1000, 'x'), "", ""};
  EXPECT_EQ(small.text("1.words").size(), 1000U);
}

TEST(Details, come_from_the_profile) {
  SmallForm small;
  small.form.details = {{"d1", "Name of agency", "agency.name"}, {"d2", "Fax", "agency.fax"}};
  small.common.profile["agency.name"] = "Thornmere Constabulary";
  EXPECT_EQ(small.text("d1"), "Thornmere Constabulary");
  EXPECT_EQ(small.box("d1").sources[0].code, "agency.name");
  EXPECT_EQ(small.box("d2").state, BoxState::unanswered);
}

TEST(Ratings, follow_by_rule_when_one_point_fits) {
  SmallForm small;
  small.add("1", {"a1", "a2", "a3"});
  small.answer("A", 3);
  const RenderedBox box = small.box("1.light");
  EXPECT_EQ(box.state, BoxState::set);
  EXPECT_EQ(box.point, "green");
  EXPECT_EQ(box.point_label, "Green");
  EXPECT_EQ(box.rule, "equal");
  EXPECT_EQ(box.rule_text,
            "Asks the same as the answer on On A. The answers put it at level 3. One fits: Green.");
  ASSERT_EQ(box.sources.size(), 1U);
  EXPECT_EQ(box.sources[0].code, "A");
  EXPECT_EQ(box.sources[0].level, 3);
  EXPECT_EQ(box.sources[0].confirmed.version, 4);
}

TEST(Ratings, wait_for_a_person_when_several_fit_and_preselect_nothing) {
  SmallForm small;
  small.add("1", {"a1"});
  small.answer("A", 1);
  RenderedBox box = small.box("1.light");
  EXPECT_EQ(box.state, BoxState::choose);
  EXPECT_EQ(box.point, "");
  EXPECT_EQ(box.points, (std::vector<std::string>{"red", "amber", "green"}));
  small.side.choices["1.light"] = {"amber", "Dee Okafor", small.today};
  box = small.box("1.light");
  EXPECT_EQ(box.state, BoxState::chosen);
  EXPECT_EQ(box.point, "amber");
  EXPECT_EQ(box.chosen_by, "Dee Okafor");
}

TEST(Ratings, forget_a_choice_that_no_longer_fits) {
  SmallForm small;
  small.add("1", {"a1"});
  small.side.choices["1.light"] = {"red", "Dee Okafor", small.today};
  small.answer("A", 1).parts["a1"] = {2, 4};
  EXPECT_EQ(small.box("1.light").point, "green");
  small.answer("A", 1).parts["a1"] = {0, 1};
  EXPECT_EQ(small.box("1.light").state, BoxState::chosen);
  small.form.scale->points[0].levels = {0, 0};
  small.answer("A", 4).parts.clear();
  EXPECT_EQ(small.box("1.light").point, "green");
  EXPECT_EQ(small.box("1.light").chosen_by, "");
}

TEST(Ratings, stay_unanswered_while_anything_asked_is) {
  SmallForm small;
  small.add("1", {"b1"}, "What else?");
  small.answer("B", 4);
  EXPECT_EQ(small.box("1.light").state, BoxState::unanswered);
  small.side.residuals["1"].text = "this, without a level";
  EXPECT_EQ(small.box("1.light").state, BoxState::unanswered);
  small.side.residuals["1"].level = 2;
  EXPECT_EQ(small.box("1.light").point, "green");
}

TEST(Ratings, tell_the_board_nothing_where_level_and_parts_contradict) {
  SmallForm small;
  small.add("1", {"a1"});
  small.answer("A", 3).parts["a2"] = {1, 1};
  EXPECT_EQ(small.box("1.light").state, BoxState::unanswered);
  EXPECT_EQ(small.box("1.light").rule, "parts-disagree");
}

TEST(Ratings, ask_when_some_of_it_is_not_applicable) {
  SmallForm small;
  small.add("1", {"b1", "e1"});
  small.answer("B", 2);
  small.not_applicable("E", "no");
  RenderedBox box = small.box("1.light");
  EXPECT_EQ(box.state, BoxState::choose);
  EXPECT_EQ(box.rule, "mixed-not-applicable");
  EXPECT_EQ(box.points, (std::vector<std::string>{"red", "amber", "green", "not-applicable"}));
  small.side.choices["1.light"] = {"not-applicable", "Dee Okafor", small.today};
  EXPECT_EQ(small.box("1.light").state, BoxState::not_applicable);
  EXPECT_EQ(small.box("1.light").chosen_by, "Dee Okafor");
}

TEST(Ratings, treat_not_applicable_as_the_form_says) {
  SmallForm small;
  small.add("1", {"b1"});
  small.not_applicable("B", "no");
  EXPECT_EQ(small.box("1.light").state, BoxState::not_applicable);
  EXPECT_EQ(small.box("1.light").point_label, "Not applicable");
  EXPECT_EQ(small.box("1.light").point, "");
  small.form.not_applicable.by = NotApplicableBy::board;
  EXPECT_EQ(small.box("1.light").state, BoxState::not_applicable);
  EXPECT_EQ(small.box("1.light").point_label, "");
  small.form.not_applicable.allowed = false;
  EXPECT_EQ(small.box("1.light").state, BoxState::choose);
  EXPECT_EQ(small.box("1.light").points.size(), 3U);
}

TEST(Ratings, follow_the_items_own_rule_on_not_applicable) {
  SmallForm small;
  small.add("1", {"b1"}).not_applicable =
      frameworks::NotApplicableRule{false, NotApplicableBy::agency, true};
  small.not_applicable("B", "no");
  EXPECT_EQ(small.box("1.light").state, BoxState::choose);
}

TEST(Ratings, know_levels_that_no_point_covers) {
  SmallForm small;
  small.add("1", {"b1"});
  small.add("2", {"a1"});
  small.form.scale->points.erase(small.form.scale->points.begin() + 1);
  small.form.scale->uncovered = {1};
  small.answer("B", 1);
  EXPECT_EQ(small.box("1.light").state, BoxState::no_point);
  small.side.choices["1.light"] = {"red", "Dee Okafor", small.today};
  EXPECT_EQ(small.box("1.light").point, "red");
  // 0 or 1: only red has a level there, but 1 may be meant, so it is asked.
  small.answer("A", 1).parts["a1"] = {0, 1};
  EXPECT_EQ(small.box("2.light").state, BoxState::choose);
  EXPECT_EQ(small.box("2.light").points, std::vector<std::string>{"red"});
}

TEST(Ratings, never_appear_in_a_form_without_a_scale) {
  SmallForm small;
  small.add("1", {"b1"});
  small.form.scale.reset();
  small.answer("B", 3);
  const RenderedBox box = small.box("1.light");
  EXPECT_EQ(box.point, "");
  EXPECT_EQ(box.text, "");
  EXPECT_TRUE(box.possible.empty());
}

TEST(Ratings, of_the_board_stay_empty_whatever_is_tried) {
  SmallForm small;
  small.add("1", {"b1"}).boxes[1].filled_by = FilledBy::board;
  small.answer("B", 4);
  small.side.choices["1.light"] = {"green", "Dee Okafor", small.today};
  small.side.overrides["1.light"] = {std::nullopt, "green", "because", "Dee Okafor", small.today};
  small.side.direct["1.light"] = {"", "green", false, "", {}};
  const RenderedBox box = small.box("1.light");
  EXPECT_EQ(box.state, BoxState::left_to_board);
  EXPECT_EQ(box.point, "");
  EXPECT_EQ(box.text, "");
  EXPECT_TRUE(box.sources.empty());
}

TEST(Ratings, of_a_section_join_all_its_items) {
  SmallForm small;
  small.add_section_box("S1.light", BoxContent::rating);
  small.add("1", {"b1"}).boxes.clear();
  small.add("2", {"e1"}, "What else?").boxes.clear();
  small.answer("B", 4);
  small.answer("E", 3);
  small.side.residuals["2"].level = 1;
  EXPECT_EQ(small.box("S1.light").point, "amber");
}

TEST(UnmappedItems, are_filled_straight) {
  SmallForm small;
  small.add("1", {});
  EXPECT_EQ(small.box("1.light").state, BoxState::unanswered);
  small.side.direct["1.words"].text = "ours";
  small.side.direct["1.light"].point = "amber";
  small.side.direct["1.light"].confirmed.by = "Dee Okafor";
  EXPECT_EQ(small.text("1.words"), "ours");
  EXPECT_EQ(small.box("1.words").rule, "direct");
  EXPECT_EQ(small.box("1.light").state, BoxState::chosen);
  EXPECT_EQ(small.box("1.light").chosen_by, "Dee Okafor");
  small.side.direct["1.light"].point = "purple";
  EXPECT_EQ(small.box("1.light").state, BoxState::unanswered);
}

TEST(UnmappedItems, include_those_whose_mapping_is_not_live) {
  SmallForm small;
  small.add("1", {"b1"});
  small.answer("B", 4);
  for (const MappingStatus status : {MappingStatus::draft, MappingStatus::stale}) {
    small.mapping.items["1"].status = status;
    EXPECT_EQ(small.text("1.words"), "");
    EXPECT_EQ(small.box("1.light").point, "");
  }
  small.mapping.items["1"].status = MappingStatus::reviewed;
  EXPECT_EQ(small.box("1.light").point, "green");
}

TEST(OwnForm, takes_nothing_but_what_was_written_into_its_boxes) {
  SmallForm small;
  small.add("1", {"b1"});
  small.answer("B", 4);
  small.way = Way::own_form;
  EXPECT_EQ(small.text("1.words"), "");
  small.side.direct["1.words"].text = "ours";
  small.side.direct["1.light"].point = "red";
  EXPECT_EQ(small.text("1.words"), "ours");
  EXPECT_EQ(small.box("1.light").point, "red");
  EXPECT_EQ(small.copy().mapping_version, 0);
}

TEST(OwnForm, is_left_aside_where_answers_fill_the_box) {
  SmallForm small;
  small.add("1", {"b1"});
  small.answer("B", 4);
  small.side.direct["1.words"].text = "from before";
  EXPECT_EQ(small.text("1.words"), "B does\n\nB knows");
}

TEST(ByHand, replaces_words_or_point_and_says_so) {
  SmallForm small;
  small.add("1", {"b1"});
  small.answer("B", 4);
  small.side.overrides["1.words"] = {"other words", std::nullopt, "too long", "Dee", small.today};
  small.side.overrides["1.light"] = {std::nullopt, "amber", "see inspection", "Dee", small.today};
  EXPECT_EQ(small.text("1.words"), "other words");
  const RenderedBox box = small.box("1.light");
  EXPECT_EQ(box.point, "amber");
  EXPECT_TRUE(box.overridden);
  EXPECT_EQ(box.override_reason, "see inspection");
  EXPECT_EQ(box.rule, "equal");
}

TEST(ByHand, nobody_is_sent_to_words_that_were_replaced) {
  SmallForm small;
  small.add("1", {"b1"});
  small.add("2", {"b1"});
  small.add("3", {"b1"});
  small.answer("B");
  small.side.overrides["1.words"] = {"other words", std::nullopt, "too long", "Dee", small.today};
  EXPECT_EQ(small.text("1.words"), "other words");
  EXPECT_EQ(small.text("2.words"), "B does\n\nB knows");
  EXPECT_EQ(small.text("3.words"), "See 2");
}

TEST(Promises, stand_where_the_words_would) {
  SmallForm small;
  small.add("1", {"b1"});
  small.side.promises["1.words"] = {small.today, "Marcus Venn"};
  EXPECT_EQ(small.text("1.words"),
            "Not to hand. Will be supplied by 16 March 2027, by Marcus Venn.");
  ASSERT_EQ(small.copy().actions.size(), 1U);
  EXPECT_EQ(small.copy().actions[0].commitment, "promise:1.words");
}

TEST(Promises, stand_beside_what_is_there_already_and_go_when_nothing_is_missing) {
  SmallForm small;
  small.add("1", {"b1"}, "What more?");
  small.answer("B");
  small.side.promises["1.words"] = {small.today, "Marcus Venn"};
  EXPECT_EQ(small.text("1.words"),
            "B does\n\nB knows\n\nNot to hand. Will be supplied by 16 March 2027, by Marcus Venn.");
  EXPECT_EQ(small.box("1.words").state, BoxState::written);
  EXPECT_EQ(small.copy().actions.size(), 1U);
  small.side.residuals["1"].text = "This more.";
  EXPECT_EQ(small.text("1.words").find("Not to hand"), std::string::npos);
  EXPECT_TRUE(small.copy().actions.empty());
}

TEST(Actions, reach_every_board_that_asks_and_every_place_of_it) {
  SmallForm small;
  small.add("1", {"a1"});
  small.add("2", {"b1"});
  small.add("3", {"a2"});
  Commitment commitment;
  commitment.id = "leaflet";
  commitment.what = "A leaflet";
  commitment.subjects = {{"A", "", ""}};
  small.common.commitments = {commitment};
  commitment.id = "elsewhere";
  commitment.subjects = {{"E", "", ""}};
  small.common.commitments.push_back(commitment);
  const auto actions = small.copy().actions;
  ASSERT_EQ(actions.size(), 1U);
  EXPECT_EQ(actions[0].places, (std::vector<ActionPlace>{{"S1", "1"}, {"S1", "3"}}));
}

TEST(Actions, of_something_wholly_local_stay_with_their_board) {
  SmallForm small;
  small.add("1", {"c1"});
  Commitment commitment;
  commitment.id = "member";
  commitment.what = "Find a member";
  commitment.subjects = {{"C", "", ""}};
  small.common.commitments = {commitment};
  EXPECT_TRUE(small.copy().actions.empty());
  small.common.commitments[0].subjects[0].board = "harbour";
  EXPECT_TRUE(small.copy().actions.empty());
  small.common.commitments[0].subjects[0].board = "vale";
  EXPECT_EQ(small.copy().actions.size(), 1U);
  small.common.commitments.clear();
  small.side.commitments = {commitment};
  EXPECT_EQ(small.copy().actions.size(), 1U);
}

}  // namespace
}  // namespace onereturn::mapping
