#include "domain/actions/board_action_rules.hpp"

#include <gmock/gmock.h>

#include "domain/actions/action_texts.hpp"
#include "domain/actions/action_titles.hpp"

namespace onereturn::actions {
namespace {

using frameworks::Template;
using frameworks::VersionRef;
using ::testing::ElementsAre;

const VersionRef brag{"harrowmere-s11", 1};
const VersionRef rag{"westmarch-s11", 2};

std::shared_ptr<const Template> form(const VersionRef& ref, std::vector<StatusPoint> points) {
  auto made = std::make_shared<Template>();
  made->ref = ref;
  made->status_scheme = {"Key", std::move(points)};
  frameworks::Section ten;
  ten.code = "10";
  ten.number = "10";
  ten.title = "Information sharing";
  frameworks::Section two;
  two.code = "2";
  two.number = "2";
  two.title = "Listening to children";
  frameworks::Item item;
  item.code = "2.5";
  item.number = "2.5";
  item.wording = "Children can complain";
  two.items = {item};
  made->sections = {ten, two};
  return made;
}

// Amber is at risk at one board, and on track at the other.
Forms both() {
  Forms forms;
  forms[brag] =
      form(brag, {{"blue", "Blue", "Complete", "#1c509b", "square", StatusRole::complete},
                  {"green", "Green", "On target", "#1c6b3b", "disc", StatusRole::on_track},
                  {"amber", "Amber", "Off target, with a remedy", "#8a5300", "triangle",
                   StatusRole::at_risk}});
  forms[rag] = form(
      rag,
      {{"green", "Green", "Done, with proof", "#1c6b3b", "square", StatusRole::complete},
       {"amber", "Amber", "Under way and in time", "#8a5300", "triangle", StatusRole::on_track}});
  return forms;
}

BoardAction action(const std::optional<VersionRef>& ref, std::optional<StatusRole> role = {},
                   std::vector<std::string> places = {}) {
  BoardAction one;
  one.action = ActionId::random();
  one.form = ref;
  one.role = role;
  one.places = std::move(places);
  return one;
}

Date day(const char* iso) { return *parse_date(iso); }

TEST(BoardActionRules, take_the_words_of_the_actions_own_form_or_four_plain_ones) {
  const auto forms = both();
  EXPECT_EQ(words_of(*point_in(scheme_of(forms, brag), "amber")), "Off target, with a remedy");
  EXPECT_EQ(words_of(*point_in(scheme_of(forms, rag), "amber")), "Under way and in time");
  EXPECT_EQ(point_in(scheme_of(forms, rag), "blue"), nullptr);
  EXPECT_EQ(words_of(*point_in(scheme_of(forms, std::nullopt), "at_risk")), "At risk");
  EXPECT_EQ(scheme_of(forms, VersionRef{"unknown", 1}).points.size(), 4U);
  EXPECT_EQ(point_for(scheme_of(forms, rag), StatusRole::complete)->code, "green");
  EXPECT_EQ(point_for(scheme_of(forms, rag), StatusRole::at_risk), nullptr);
}

TEST(BoardActionRules, count_by_meaning_and_never_by_colour) {
  const std::vector<StandingCount> standings = {{brag, StatusRole::on_track, true, 3},
                                                {brag, StatusRole::at_risk, true, 5},
                                                {rag, StatusRole::on_track, true, 7},
                                                {rag, StatusRole::complete, false, 2},
                                                {rag, std::nullopt, true, 4}};
  const auto counts = counts_by_role(standings, both());
  ASSERT_EQ(counts.size(), 5U);
  EXPECT_EQ(counts[0].ended, 2);
  EXPECT_THAT(counts[0].words, ElementsAre("Complete", "Done, with proof"));
  EXPECT_EQ(counts[1].open, 10) << "green of one board and amber of another mean the same";
  EXPECT_THAT(counts[1].words, ElementsAre("On target", "Under way and in time"));
  EXPECT_EQ(counts[2].open, 5) << "amber of the first alone";
  EXPECT_EQ(counts[3].open, 0);
  EXPECT_TRUE(counts[3].words.empty()) << "no scheme here has such a point";
  EXPECT_EQ(counts[4].open, 4);
}

struct DueCase {
  const char* name;
  const char* by;
  const char* today;
  const char* state;
  bool overdue;
};

class Overdue : public ::testing::TestWithParam<DueCase> {};

TEST_P(Overdue, is_an_open_action_whose_day_is_over) {
  const auto& one = GetParam();
  auto at = action(brag);
  at.state = one.state;
  if (*one.by != '\0') at.by_on = day(one.by);
  EXPECT_EQ(is_overdue(at, day(one.today)), one.overdue);
}

INSTANTIATE_TEST_SUITE_P(
    Days, Overdue,
    ::testing::Values(DueCase{"before", "2027-03-16", "2027-03-15", "open", false},
                      DueCase{"on_the_day", "2027-03-16", "2027-03-16", "open", false},
                      DueCase{"after", "2027-03-16", "2027-03-17", "open", true},
                      DueCase{"leap_day", "2028-02-29", "2028-03-01", "open", true},
                      DueCase{"clocks_change", "2027-03-28", "2027-03-28", "open", false},
                      DueCase{"verified", "2027-03-16", "2028-03-17", "verified", false},
                      DueCase{"closed", "2027-03-16", "2028-03-17", "closed", false},
                      DueCase{"no_day", "", "2028-03-17", "open", false}),
    [](const auto& each) { return each.param.name; });

TEST(BoardActionRules, place_an_action_under_its_section_its_area_or_nothing) {
  const auto forms = both();
  EXPECT_EQ(standard_of(action(brag, {}, {"2.5"}), forms).title, "Listening to children");
  EXPECT_EQ(standard_of(action(brag, {}, {"unknown", "10"}), forms).number, "10");
  auto by_area = action(std::nullopt);
  by_area.area = "Supervision";
  EXPECT_EQ(standard_of(by_area, forms).title, "Supervision");
  EXPECT_EQ(standard_of(action(std::nullopt), forms).title, "");
  EXPECT_THAT(items_of(action(brag, {}, {"2.5", "10", "unknown"}), forms),
              ElementsAre("2.5", "10"));
}

TEST(BoardActionRules, order_the_plan_as_numbers_are_counted_and_what_has_none_last) {
  auto area = action(std::nullopt);
  area.area = "Supervision";
  const auto plan = plan_of({action(std::nullopt), area, action(brag, StatusRole::at_risk, {"10"}),
                             action(rag, {}, {"2.5"}), action(brag, {}, {"2"})},
                            both());
  ASSERT_EQ(plan.size(), 4U);
  EXPECT_EQ(plan[0].standard.number, "2");
  EXPECT_EQ(plan[0].actions.size(), 2U);
  EXPECT_EQ(plan[1].standard.number, "10");
  EXPECT_EQ(plan[1].counts[2].open, 1);
  EXPECT_EQ(plan[2].standard.title, "Supervision");
  EXPECT_EQ(plan[3].standard.title, "");
}

TEST(BoardActionRules, know_every_section_once_with_all_that_stands_below_it) {
  const auto sections = sections_of(both());
  ASSERT_EQ(sections.size(), 2U);
  EXPECT_EQ(sections[1].words, "2. Listening to children");
  EXPECT_THAT(sections[1].codes, ElementsAre("2", "2.5", "2", "2.5"));
}

TEST(ActionTexts, cut_a_title_at_a_word_and_never_through_a_character) {
  EXPECT_EQ(title_line("Short\nand more"), "Short");
  const auto cut = title_line(std::string(115, 'a') + " bbbbb ccc");
  EXPECT_EQ(cut, std::string(115, 'a') + " …");
  std::string wide;
  for (int i = 0; i < 100; ++i)
    wide += "é";
  EXPECT_EQ((title_line(wide).size() - std::string(" …").size()) % 2, 0U);
}

TEST(ActionTexts, keep_a_text_that_is_too_long_for_one_entry_in_several) {
  HistoryEntry entry;
  entry.kind = "verified";
  entry.point = "green";
  entry.told = "Told once";
  for (int i = 0; i < 9000; ++i)
    entry.text += "é";
  const auto parts = in_parts(entry);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].text + parts[1].text, entry.text);
  EXPECT_EQ(parts[0].told, "Told once");
  EXPECT_EQ(parts[1].told, "");
  EXPECT_EQ(parts[1].point, "");
  EXPECT_EQ(in_parts(HistoryEntry{}).size(), 1U);
}

struct WordsCase {
  const char* name;
  ActionWords words;
  const char* field;
};

class TidyWords : public ::testing::TestWithParam<WordsCase> {};

TEST_P(TidyWords, names_the_field_that_will_not_do) {
  auto words = GetParam().words;
  const auto problem = tidy(words);
  if (*GetParam().field == '\0') {
    EXPECT_TRUE(problem.fields.empty());
    return;
  }
  ASSERT_EQ(problem.fields.size(), 1U);
  EXPECT_EQ(problem.fields[0].field, GetParam().field);
}

const std::string just_right(10'000, 'x');
const std::string too_long(10'001, 'x');

INSTANTIATE_TEST_SUITE_P(
    Texts, TidyWords,
    ::testing::Values(WordsCase{"whole", {just_right, just_right, "A", "B", "", "", ""}, ""},
                      WordsCase{"nothing", {" \n ", "", "", "", "", "", ""}, "what"},
                      WordsCase{"what", {too_long, "", "", "", "", "", ""}, "what"},
                      WordsCase{"how", {"A", too_long, "", "", "", "", ""}, "how"},
                      WordsCase{"lead", {"A", "", std::string(301, 'x'), "", "", "", ""}, "lead"},
                      WordsCase{"area", {"A", "", "", std::string(301, 'x'), "", "", ""}, "area"},
                      WordsCase{"progress", {"A", "", "", "", too_long, "", ""}, "progress"},
                      WordsCase{"evidence", {"A", "", "", "", "", too_long, ""}, "evidence"},
                      WordsCase{"risks", {"A", "", "", "", "", "", "\x01"}, "risks"}),
    [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace onereturn::actions
