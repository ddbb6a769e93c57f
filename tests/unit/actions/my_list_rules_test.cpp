#include "domain/actions/my_list_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onereturn::actions {
namespace {

using ::testing::ElementsAre;

std::optional<Date> day(const char* iso) { return iso == nullptr ? std::nullopt : parse_date(iso); }

BoardRecord record(const char* state, const char* by_on = nullptr) {
  BoardRecord made;
  made.board = "Board";
  made.state = state;
  made.by_on = day(by_on);
  return made;
}

Undertaking undertaking(const char* id, const char* by_on, std::vector<BoardRecord> boards = {},
                        bool done = false) {
  Undertaking made;
  made.id = id;
  made.what = "Do it";
  made.by_on = day(by_on);
  made.boards = std::move(boards);
  made.done = done;
  return made;
}

std::vector<std::string> sorted(std::vector<Undertaking> list) {
  sort_by_next(list);
  std::vector<std::string> ids;
  for (const auto& one : list)
    ids.push_back(one.id);
  return ids;
}

TEST(MyList, has_the_next_dates_first_then_what_has_none_then_what_is_over) {
  EXPECT_THAT(
      sorted({undertaking("over-early", "2027-01-01", {}, true), undertaking("none", nullptr),
              undertaking("late", "2027-02-01"), undertaking("next", "2027-04-01"),
              undertaking("over-late", "2027-03-01", {}, true)}),
      ElementsAre("late", "next", "none", "over-late", "over-early"));
}

TEST(MyList, goes_by_the_earliest_day_that_somebody_still_expects_it) {
  const auto one = undertaking("a", "2027-06-01",
                               {record("open", "2027-05-01"), record("closed", "2027-04-01")});
  EXPECT_EQ(one.next_on(), parse_date("2027-05-01"));
  EXPECT_EQ(undertaking("b", nullptr, {record("open", "2027-05-01")}).next_on(),
            parse_date("2027-05-01"));
  EXPECT_EQ(undertaking("c", "2027-06-01", {}, true).next_on(), std::nullopt);
}

TEST(MyList, calls_a_thing_over_when_it_is_done_or_over_at_every_board) {
  EXPECT_FALSE(undertaking("a", nullptr).is_over());
  EXPECT_FALSE(undertaking("a", nullptr, {record("open"), record("closed")}).is_over());
  EXPECT_TRUE(undertaking("a", nullptr, {record("verified"), record("closed")}).is_over());
  EXPECT_TRUE(undertaking("a", nullptr, {record("open")}, true).is_over());
}

TEST(MyList, counts_what_is_open_late_and_over) {
  const auto tally = tally_of({undertaking("a", "2027-03-02"), undertaking("b", "2027-03-03"),
                               undertaking("c", nullptr), undertaking("d", nullptr, {}, true)},
                              *parse_date("2027-03-03"));
  EXPECT_EQ(tally.open, 3);
  EXPECT_EQ(tally.late, 1);
  EXPECT_EQ(tally.over, 1);
}

TEST(Title, is_the_first_line_cut_at_a_word) {
  auto one = undertaking("a", nullptr);
  one.what = "Train every crew\nwith the new pack";
  EXPECT_EQ(title_of(one), "Train every crew");
  one.what = std::string(100, 'x') + " " + std::string(100, 'y');
  EXPECT_EQ(title_of(one), std::string(100, 'x') + " …");
  one.what.clear();
  for (int letters = 0; letters < 100; ++letters)
    one.what += "é";
  EXPECT_EQ(title_of(one).size(), 120U + std::string(" …").size());
  one.what = "x" + one.what;
  EXPECT_EQ(title_of(one).size(), 119U + std::string(" …").size()) << "never half a letter";
}

}  // namespace
}  // namespace onereturn::actions
