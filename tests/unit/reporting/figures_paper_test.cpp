// Figures as facts of a report: pictures with their tables, what is not released left out, and what
// could not be compared said.

#include "domain/reporting/figures_paper.hpp"

#include <gmock/gmock.h>

#include "drafted.hpp"

namespace onereturn::reporting {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using testing::drafted::all_words;
using testing::drafted::day;
using testing::drafted::table_named;

Judged judged(const char* id, const char* organisation, const char* own, const char* grade,
              bool released, bool by_board = true) {
  Judged one;
  one.return_id = id;
  one.organisation = organisation;
  one.section = "1";
  one.own = own;
  one.grade = grade;
  one.by_board = by_board;
  one.released = released;
  return one;
}

Figures figures() {
  auto form = std::make_shared<frameworks::Template>();
  form->sections.resize(1);
  form->sections[0].code = "1";
  form->sections[0].title = "Leading";
  form->scale.emplace();
  for (const char* code : {"low", "met"}) {
    auto& point = form->scale->points.emplace_back();
    point.code = point.label = code;
    point.levels.low = point.levels.high = std::string(code) == "met" ? 2 : 1;
  }
  Figures figures;
  figures.form = form;
  figures.wave.emplace();
  figures.wave->title = "Section 11 return 2027";
  figures.judged = {judged("a", "Ash", "met", "met", true),
                    judged("b", "Birch", "met", "low", true)};
  figures.ageing.not_due = 3;
  figures.savings = {{2027, 2, 40, 30, 100, 60, 7}};
  return figures;
}

TEST(KeepingJudgedReleased, takes_out_a_whole_return_that_has_a_grade_and_waits) {
  std::vector<Judged> all = {
      judged("a", "Ash", "met", "met", true), judged("b", "Birch", "met", "low", false),
      judged("b", "Birch", "met", "", false), judged("c", "Cedar", "met", "", false),
      judged("d", "Derw", "met", "met", false, false)};
  EXPECT_EQ(keep_released(all), 1);
  ASSERT_THAT(all, SizeIs(3)) << "what an organisation says of itself stays";
  EXPECT_EQ(all[1].organisation, "Cedar");
  EXPECT_EQ(all[2].organisation, "Derw");
  auto excused = judged("e", "Elm", "met", "", false);
  excused.not_applicable = true;
  all = {excused};
  EXPECT_EQ(keep_released(all), 1) << "that it does not apply is a word of the board, too";
  EXPECT_TRUE(all.empty());
}

TEST(FiguresFacts, have_each_picture_followed_by_its_table) {
  const auto facts = figures_facts(figures(), day("2027-03-31"));
  int pictures = 0;
  for (std::size_t at = 0; at < facts.size(); ++at) {
    const auto* picture = std::get_if<documents::Picture>(&facts[at]);
    if (picture == nullptr) continue;
    ++pictures;
    EXPECT_FALSE(picture->alternative.empty());
    ASSERT_LT(at + 1, facts.size());
    EXPECT_FALSE(std::holds_alternative<documents::Picture>(facts[at + 1]));
  }
  EXPECT_EQ(pictures, 4);
  const auto* heat = table_named(facts, "sections");
  ASSERT_NE(heat, nullptr);
  EXPECT_EQ(heat->rows[0][1].shade, 5);
  EXPECT_EQ(heat->rows[1][1].shade, 1);
  EXPECT_THAT(all_words({*heat}), HasSubstr("0 of 1"));
  EXPECT_THAT(all_words({*table_named(facts, "saving")}), HasSubstr("30 of 40 (75%)"));
}

TEST(FiguresFacts, say_who_is_left_out_and_that_there_is_nothing_to_compare_with) {
  auto some = figures();
  some.held_back = 2;
  const auto words = all_words(figures_facts(some, day("2027-03-31")));
  EXPECT_THAT(words,
              HasSubstr("2 organisations whose evaluation is not released yet are left out"));
  EXPECT_THAT(words, HasSubstr("There is no exercise before this one to compare it with."));
  EXPECT_THAT(all_words(figures_facts(figures(), day("2027-03-31"))), Not(HasSubstr("left out")));
}

TEST(FiguresFacts, say_openly_what_could_not_be_compared) {
  auto some = figures();
  some.before = some.wave;
  some.before->title = "Section 11 return 2026";
  some.before->form.code = "another";
  ItemTravel item;
  item.number = "1.1";
  item.wording = "Someone leads";
  item.better = 2;
  item.worse = 1;
  item.apart[Apart::scales_overlap] = 3;
  some.travel = {item};
  const auto words = all_words(figures_facts(some, day("2027-03-31")));
  EXPECT_THAT(words, HasSubstr("Compared with Section 11 return 2026"));
  EXPECT_THAT(words, HasSubstr("That was another form"));
  EXPECT_THAT(words, HasSubstr("3 of 6 grades could be compared: 2 are better, 0 are the same and 1"
                               " is worse. Not compared: "));
  EXPECT_THAT(words, HasSubstr("Not compared: " + apart_words(item.apart) + "."));
}

TEST(TravelWords, call_another_version_of_a_form_the_same_form) {
  auto some = figures();
  some.wave->form.code = "yearly";
  some.wave->form.version = 2;
  some.before = some.wave;
  some.before->form.version = 1;
  EXPECT_THAT(travel_words(some), HasSubstr("Both used the same form."));
  some.before->form.code = "another";
  EXPECT_THAT(travel_words(some), HasSubstr("That was another form"));
}

TEST(FiguresFacts, of_nothing_are_sentences) {
  const auto words = all_words(figures_facts({}, day("2027-03-31")));
  EXPECT_THAT(words, HasSubstr("no reminder was sent"));
  EXPECT_THAT(words, Not(HasSubstr("Response rate")));
}

}  // namespace
}  // namespace onereturn::reporting
