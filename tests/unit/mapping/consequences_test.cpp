#include "domain/mapping/consequences.hpp"

#include <gtest/gtest.h>

#include "domain/mapping/canonical_form.hpp"
#include "unit/mapping/content.hpp"
#include "unit/mapping/small_form.hpp"

namespace onereturn::mapping {
namespace {

using test::Catalogue;
using test::SmallForm;

PartsNeed need(const SmallForm& small, const std::string& requirement) {
  const Engagement engagement = small.engagement();
  return parts_needed(frameworks::FrameworkIndex(small.framework), {{&engagement, &small.side}},
                      small.common, requirement, small.common.answers.at(requirement));
}

TEST(PartsNeeded, only_where_a_rated_item_asks_less_and_the_level_leaves_it_open) {
  SmallForm small;
  small.add("1", {"a1"});
  small.add("2", {"a1", "a2", "a3"});
  const std::vector<std::pair<int, std::size_t>> table = {{0, 0}, {1, 1}, {2, 0}, {3, 0}, {4, 0}};
  for (const auto& [level, matters] : table) {
    small.answer("A", level);
    EXPECT_EQ(need(small, "A").matters.size(), matters) << level;
  }
  small.form.scale->points[2].levels = {2, 3};
  small.form.scale->points.push_back(small.form.scale->points[2]);
  small.form.scale->points[3].levels = {4, 4};
  small.answer("A", 2);
  EXPECT_EQ(need(small, "A").matters.size(), 1U);
}

TEST(PartsNeeded, never_for_words_alone_nor_where_the_board_rates) {
  SmallForm words;
  words.unrated();
  words.add("1", {"a1"});
  words.answer("A", 1);
  EXPECT_TRUE(need(words, "A").matters.empty());
  SmallForm graded;
  graded.add("1", {"a1"}).boxes[1].filled_by = frameworks::FilledBy::board;
  graded.answer("A", 1);
  EXPECT_TRUE(need(graded, "A").matters.empty());
}

TEST(PartsNeeded, closes_once_the_ticks_decide_and_refines_where_they_do_not) {
  SmallForm small;
  small.add("1", {"a1"});
  Answer& answer = small.answer("A", 1);
  EXPECT_EQ(need(small, "A").open.size(), 1U);
  EXPECT_TRUE(need(small, "A").to_refine.empty());
  answer.parts["a1"] = {2, 4};
  EXPECT_EQ(need(small, "A").matters.size(), 1U);
  EXPECT_TRUE(need(small, "A").open.empty());
  answer.parts["a1"] = {0, 1};
  EXPECT_EQ(need(small, "A").open.size(), 1U);
  EXPECT_EQ(need(small, "A").to_refine, std::set<std::string>{"a1"});
}

TEST(PartsNeeded, not_where_another_answer_decides_alone) {
  SmallForm small;
  small.add("1", {"a1", "b1"});
  small.answer("A", 2);
  small.answer("B", 0);
  EXPECT_TRUE(need(small, "A").matters.empty());
  small.answer("A", 1);
  EXPECT_EQ(need(small, "A").matters.size(), 1U);
}

std::string consequence(const SmallForm& small, int level) {
  const Engagement engagement = small.engagement();
  std::string text;
  for (const Consequence& one :
       consequences_of(frameworks::FrameworkIndex(small.framework), {{&engagement, &small.side}},
                       small.common, "A", level)) {
    text += one.board + " " + in_words(one) + (one.waits ? ", waits" : "") + ";";
  }
  return text;
}

TEST(Consequences, are_told_for_each_level) {
  SmallForm small;
  small.add("1", {"a1", "a2", "a3"});
  EXPECT_EQ(consequence(small, 0), "vale Red (an action will be needed);");
  EXPECT_EQ(consequence(small, 1), "vale Amber (an action will be needed);");
  EXPECT_EQ(consequence(small, 2), "vale Green;");
}

TEST(Consequences, name_what_is_possible_and_what_they_wait_for) {
  SmallForm small;
  small.add("1", {"a1", "b1"});
  EXPECT_EQ(consequence(small, 4), "vale Amber or Green (an action may be needed), waits;");
  small.answer("B", 2);
  EXPECT_EQ(consequence(small, 4), "vale Green;");
  EXPECT_EQ(consequence(small, 1), "vale Amber or Green (an action may be needed);");
}

TEST(Consequences, are_words_only_where_nothing_is_rated) {
  SmallForm small;
  small.unrated();
  small.add("1", {"a1"});
  EXPECT_EQ(consequence(small, 1), "vale text only;");
  SmallForm other;
  other.add("1", {"b1"});
  EXPECT_EQ(consequence(other, 1), "");
}

// The source's own counts: which boards, printed items, once, wholly local, local parts, residuals.
TEST(Effort, is_what_the_source_counted) {
  struct Row {
    std::vector<const char*> forms;
    int separately, once, whole, parts, residuals;
  };
  const std::vector<Row> table = {
      {{"westmarch", "kingsreach", "harrowmere", "eldervale"}, 158, 66, 6, 7, 5},
      {{"westmarch", "kingsreach"}, 90, 46, 2, 4, 0},
      {{"westmarch", "kingsreach", "harrowmere"}, 150, 66, 5, 7, 0},
      {{"westmarch", "harrowmere", "eldervale"}, 113, 66, 5, 5, 5},
      {{"eldervale"}, 8, 14, 1, 0, 5},
      {{"kingsreach"}, 45, 46, 1, 2, 0},
      {{"harrowmere"}, 60, 44, 3, 3, 0},
      {{"westmarch"}, 45, 46, 1, 2, 0},
  };
  for (const Row& row : table) {
    std::vector<Engagement> boards;
    std::string names;
    for (const char* form : row.forms) {
      boards.push_back(Catalogue::shipped().engagement(std::string(form) + "-s11"));
      names += std::string(form) + " ";
    }
    const Effort effort = effort_of(Catalogue::shipped().index(), boards);
    EXPECT_EQ(effort.separately, row.separately) << names;
    EXPECT_EQ(effort.once, row.once) << names;
    EXPECT_EQ(effort.whole, row.whole) << names;
    EXPECT_EQ(effort.parts, row.parts) << names;
    EXPECT_EQ(effort.residuals, row.residuals) << names;
    EXPECT_EQ(effort.unmapped, 0) << names;
  }
}

TEST(Effort, counts_the_boxes_of_each_form) {
  const std::vector<std::pair<const char*, int>> table = {
      {"westmarch-s11", 45},  {"kingsreach-s11", 16}, {"eldervale-s11", 8},
      {"harrowmere-s11", 60}, {"tarnbridge-s11", 60}, {"port-sallow-s11", 10}};
  for (const auto& [form, boxes] : table) {
    EXPECT_EQ(word_boxes(Catalogue::shipped().form(form)), boxes) << form;
  }
}

TEST(Effort, counts_items_that_nothing_maps) {
  const Effort effort =
      effort_of(Catalogue::shipped().index(), {Catalogue::shipped().engagement("port-sallow-s11")});
  EXPECT_EQ(effort.separately, 10);
  EXPECT_EQ(effort.unmapped, 2);
}

TEST(CanonicalForm, needs_a_level_only_where_a_scale_of_the_agency_touches) {
  const auto& catalogue = Catalogue::shipped();
  for (const auto& question : common_questions(
           catalogue.index(),
           {catalogue.engagement("westmarch-s11"), catalogue.engagement("harrowmere-s11")})) {
    EXPECT_FALSE(question.level_needed) << question.requirement;
  }
  int needed = 0;
  for (const auto& question : common_questions(
           catalogue.index(),
           {catalogue.engagement("westmarch-s11"), catalogue.engagement("eldervale-s11")})) {
    needed += question.level_needed ? 1 : 0;
    if (question.requirement == "C1.1") {
      EXPECT_TRUE(question.level_needed);
      EXPECT_EQ(question.boards, (std::vector<std::string>{"westmarch", "eldervale"}));
    }
  }
  EXPECT_EQ(needed, 14);
}

TEST(CanonicalForm, asks_extras_in_their_own_words) {
  const auto& catalogue = Catalogue::shipped();
  const auto list = extras(catalogue.index(), {catalogue.engagement("port-sallow-s11")});
  ASSERT_EQ(list.size(), 8U);
  EXPECT_EQ(list[0].kind, ExtraKind::whole);
  EXPECT_EQ(list[0].requirement, "C1.13");
  EXPECT_TRUE(list[0].level_needed);
  EXPECT_EQ(list[1].kind, ExtraKind::residual);
  EXPECT_EQ(list[7].kind, ExtraKind::unmapped);
  EXPECT_EQ(list[7].item, "10");
  for (const Extra& extra : list)
    EXPECT_FALSE(extra.question.empty());
}

}  // namespace
}  // namespace onereturn::mapping
