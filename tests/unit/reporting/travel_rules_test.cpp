#include "domain/reporting/travel_rules.hpp"

#include <gtest/gtest.h>

#include "domain/reporting/figures_shown.hpp"

namespace onereturn::reporting {
namespace {

using frameworks::BoxContent;
using frameworks::FilledBy;
using frameworks::Template;

// Three points: c (0 to 1), b (2 to 3), a (4); one section with so many items, each rated.
Template form(const std::string& code, int items) {
  Template made;
  made.ref = {code, 1};
  made.scale.emplace();
  made.scale->points = {{"a", "Good", "", "", "", {4, 4}, false},
                        {"b", "Fair", "", "", "", {2, 3}, false},
                        {"c", "Poor", "", "", "", {0, 1}, true}};
  frameworks::Section section;
  section.code = "s1";
  section.title = "Leadership";
  for (int i = 1; i <= items; ++i) {
    frameworks::Item item;
    item.code = "i" + std::to_string(i);
    item.wording = "Item " + std::to_string(i);
    item.lineage = item.code;
    frameworks::Box box;
    box.box_no = "b" + std::to_string(i);
    box.content = BoxContent::rating;
    box.filled_by = FilledBy::agency_then_board;
    item.boxes.push_back(box);
    section.items.push_back(item);
  }
  made.sections.push_back(section);
  return made;
}

Judged judged(const std::string& entry, int item, const std::string& grade,
              const std::string& own = "") {
  Judged made;
  made.entry = entry;
  made.return_id = "r-" + entry;
  made.organisation = "Organisation " + entry;
  made.box = "b" + std::to_string(item);
  made.item = made.lineage = "i" + std::to_string(item);
  made.section = "s1";
  made.by_board = true;
  made.grade = grade;
  made.own = own;
  return made;
}

frameworks::Mapping mapping(std::map<std::string, std::set<std::string>> facets) {
  frameworks::Mapping made;
  made.framework = {"common", 1};
  for (auto& [item, asks] : facets)
    made.items[item].facets = asks;
  return made;
}

TEST(MoveBetween, follows_the_order_of_one_scale) {
  const auto one = form("f", 1);
  EXPECT_EQ(move_between(one, "a", one, "b"), Move::better);
  EXPECT_EQ(move_between(one, "b", one, "b"), Move::same);
  EXPECT_EQ(move_between(one, "c", one, "b"), Move::worse);
  EXPECT_EQ(move_between(one, "x", one, "b"), std::nullopt);
  EXPECT_EQ(move_between(one, "a", one, ""), std::nullopt);
}

TEST(MoveBetween, says_of_two_scales_only_what_levels_leave_no_doubt_about) {
  const auto now = form("f", 1);
  auto then = form("g", 1);
  then.scale->points = {{"met", "Met", "", "", "", {3, 4}, false},
                        {"not", "Not met", "", "", "", {0, 2}, false},
                        {"full", "In full", "", "", "", {4, 4}, false}};
  EXPECT_EQ(move_between(now, "c", then, "met"), Move::worse);
  EXPECT_EQ(move_between(now, "a", then, "not"), Move::better);
  EXPECT_EQ(move_between(now, "a", then, "met"), std::nullopt) << "4 may be more than 3, or not";
  EXPECT_EQ(move_between(now, "b", then, "not"), std::nullopt);
  EXPECT_EQ(move_between(now, "a", then, "full"), Move::same) << "one level and the same";
}

TEST(Travel, of_the_same_form_counts_each_organisation_once_with_what_was_not_compared) {
  const auto one = form("f", 2);
  auto gone = judged("D", 1, "b");
  gone.not_applicable = true;
  const auto travel =
      travel_of({judged("A", 1, "a"), judged("B", 1, "c"), judged("C", 1, "b"), gone,
                 judged("E", 1, ""), judged("F", 1, "a"), judged("G", 1, "a")},
                {&one, nullptr},
                {judged("A", 1, "b"), judged("B", 1, "b"), judged("C", 1, "b"), judged("D", 1, "b"),
                 judged("E", 1, "b"), judged("F", 1, "")},
                {&one, nullptr});
  ASSERT_EQ(travel.size(), 1U) << "nobody answered the second item";
  EXPECT_EQ(travel[0].better, 1);
  EXPECT_EQ(travel[0].worse, 1);
  EXPECT_EQ(travel[0].same, 1);
  EXPECT_EQ(travel[0].compared(), 3);
  EXPECT_EQ(travel[0].all(), 7);
  EXPECT_EQ(travel[0].apart, (std::map<Apart, int>{{Apart::not_asked_then, 1},
                                                   {Apart::no_grade_now, 1},
                                                   {Apart::no_grade_then, 1},
                                                   {Apart::not_applicable, 1}}));
  EXPECT_EQ(apart_words(travel[0].apart),
            "no return last time (1), no grade now (1), no grade then (1), did not apply (1)");
}

TEST(Travel, of_a_form_that_both_grade_compares_one_judge_with_itself) {
  const auto one = form("f", 1);
  const auto both = [](const char* who, const char* own, const char* grade) {
    return judged(who, 1, grade, own);
  };
  const auto now = both("A", "a", "");
  EXPECT_EQ(now.point(), "a") << "nobody else has graded it yet";
  EXPECT_EQ(both("A", "a", "c").point(), "c");
  const auto travel =
      travel_of({now, both("B", "a", "b"), both("C", "", "b"), both("D", "", "")}, {&one, nullptr},
                {both("A", "b", "c"), both("B", "a", "c"), both("C", "b", ""), both("D", "a", "a")},
                {&one, nullptr});
  ASSERT_EQ(travel.size(), 1U);
  EXPECT_EQ(travel[0].better, 2) << "A by itself from b to a, B by the board from c to b";
  EXPECT_EQ(travel[0].apart,
            (std::map<Apart, int>{{Apart::no_grade_now, 1}, {Apart::another_judge, 1}}));
}

TEST(Travel, follows_an_item_that_was_renumbered_and_not_one_that_is_new) {
  const auto now = form("f", 2);
  const auto then = form("f", 1);
  auto moved = judged("A", 1, "b");
  moved.lineage = "i2";
  const auto travel = travel_of({judged("A", 1, "a"), judged("A", 2, "a")}, {&now, nullptr},
                                {moved}, {&then, nullptr});
  ASSERT_EQ(travel.size(), 2U);
  EXPECT_EQ(travel[0].apart, (std::map<Apart, int>{{Apart::not_in_form_then, 1}}));
  EXPECT_EQ(travel[1].better, 1);
}

TEST(Travel, of_another_form_goes_through_the_framework_where_exactly_the_same_is_asked) {
  const auto now = form("f", 4);
  const auto then = form("g", 4);
  const auto asks = mapping({{"i1", {"1a", "1b"}}, {"i2", {"2a"}}, {"i3", {"3a"}}, {"i4", {"4a"}}});
  auto asked =
      mapping({{"i1", {"2a"}}, {"i2", {"1a", "1b"}}, {"i3", {"3a", "3b"}}, {"i4", {"4a"}}});
  asked.items["i4"].residual.emplace();
  std::vector<Judged> graded, before;
  for (int item = 1; item <= 4; ++item) {
    graded.push_back(judged("A", item, "a"));
    before.push_back(judged("A", item, item == 1 ? "a" : "c"));
  }
  const auto travel = travel_of(graded, {&now, &asks}, before, {&then, &asked});
  ASSERT_EQ(travel.size(), 4U);
  EXPECT_EQ(travel[0].better, 1);
  EXPECT_EQ(travel[1].same, 1);
  EXPECT_EQ(travel[2].apart, (std::map<Apart, int>{{Apart::partly_the_same, 1}}));
  EXPECT_EQ(travel[3].apart, (std::map<Apart, int>{{Apart::partly_the_same, 1}}))
      << "a board's own question beside it makes it more";
  for (const auto& one : travel_of(graded, {&now, &asks}, before, {&then, nullptr}))
    EXPECT_EQ(one.apart, (std::map<Apart, int>{{Apart::no_common_mapping, 1}}));
}

TEST(Travel, without_a_form_is_nothing) {
  EXPECT_TRUE(travel_of({judged("A", 1, "a")}, {}, {}, {}).empty());
}

std::vector<std::string> words_of(const std::vector<documents::Cell>& row) {
  std::vector<std::string> words;
  for (const auto& cell : row)
    words.push_back(cell.paragraphs.front().spans.front().text);
  return words;
}

Figures figures() {
  Figures made;
  made.form = std::make_shared<Template>(form("f", 2));
  made.judged = {judged("A", 1, "a", "b"), judged("A", 2, "c", "a"), judged("B", 1, "", "a"),
                 judged("B", 2, "", "")};
  return made;
}

TEST(FiguresShown, count_every_rating_once_with_its_denominator) {
  const auto made = figures();
  const auto grades = grades_of(made).data;
  ASSERT_EQ(grades.rows.size(), 1U);
  EXPECT_EQ(words_of(grades.rows[0]),
            (std::vector<std::string>{"Leadership", "2 of 4 (50%)", "0 of 4 (0%)", "1 of 4 (25%)",
                                      "0 of 4 (0%)", "1 of 4 (25%)", "4"}));
  EXPECT_EQ(words_of(pairs_of(made).data.rows.at(0)),
            (std::vector<std::string>{"Leadership", "2 of 2 (100%)", "1 of 2 (50%)"}));
  const auto heat = heat_of(made);
  ASSERT_EQ(heat.rows.size(), 2U);
  EXPECT_EQ(heat.rows[0].cells[0], (documents::HeatCell{"1 of 2", 3}));
  EXPECT_EQ(heat.rows[1].cells[0], (documents::HeatCell{"1 of 1", 5}))
      << "its own, until the board grades";
}

TEST(FiguresShown, of_nothing_are_tables_and_pictures_that_say_so) {
  const Figures none;
  for (const auto& drawn : {rate_of(none), grades_of(none), pairs_of(none), ageing_of(none)})
    EXPECT_FALSE(drawn.picture.svg.empty());
  EXPECT_EQ(tables_of(none).size(), 7U);
  EXPECT_TRUE(heat_of(none).rows.empty());
}

}  // namespace
}  // namespace onereturn::reporting
