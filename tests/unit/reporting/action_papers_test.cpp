#include "domain/reporting/action_papers.hpp"

#include <gmock/gmock.h>

#include "drafted.hpp"

namespace onereturn::reporting {
namespace {

using testing::drafted::action;
using testing::drafted::day;
using testing::drafted::Made;
using testing::drafted::noon;
using testing::drafted::words_of;

ActionEvent event(const char* kind, const char* at, const char* point = "",
                  const char* was_point = "") {
  ActionEvent one;
  one.kind = kind;
  one.at = noon(at);
  one.point = point;
  one.was_point = was_point;
  return one;
}
ActionEvent moved(const char* at, const char* was, const char* by) {
  auto one = event("moved", at);
  one.was_on = parse_date(was);
  one.by_on = parse_date(by);
  return one;
}

struct Stood {
  const char* name;
  Made now;
  std::vector<ActionEvent> events;
  const char* on;
  const char* state;
  const char* by;
  const char* point;
};
class AsItStood : public ::testing::TestWithParam<Stood> {};
TEST_P(AsItStood, at_the_end_of_that_day) {
  const auto& stood = GetParam();
  const auto then = as_it_stood(action(stood.now), stood.events, {}, day(stood.on));
  EXPECT_EQ(then.state, stood.state);
  EXPECT_EQ(then.by_on ? to_iso(*then.by_on) : "", stood.by);
  EXPECT_EQ(then.point, stood.point);
  EXPECT_EQ(then.is_open(), !then.ended_at.has_value());
  EXPECT_EQ(then.role.has_value(), !then.point.empty());
}
INSTANTIATE_TEST_SUITE_P(
    Days, AsItStood,
    ::testing::Values(
        Stood{"nothing happened", {"A"}, {}, "2027-03-31", "open", "2027-03-10", "on_track"},
        Stood{"put off later",
              {"A", "F", "2027-05-01"},
              {moved("2027-04-02", "2027-03-10", "2027-05-01")},
              "2027-03-31",
              "open",
              "2027-03-10",
              "on_track"},
        Stood{"put off on that very day counts",
              {"A", "F", "2027-05-01"},
              {moved("2027-03-31", "2027-03-10", "2027-05-01")},
              "2027-03-31",
              "open",
              "2027-05-01",
              "on_track"},
        Stood{"put off twice since",
              {"A", "F", "2027-07-01"},
              {moved("2027-04-02", "2027-03-10", "2027-05-01"),
               moved("2027-05-02", "2027-05-01", "2027-07-01")},
              "2027-03-31",
              "open",
              "2027-03-10",
              "on_track"},
        Stood{"it had no day then",
              {"A", "F", "2027-07-01"},
              {moved("2027-04-02", "", "2027-07-01")},
              "2027-03-31",
              "open",
              "",
              "on_track"},
        Stood{"verified later",
              {"A", "F", "2027-03-10", "2027-01-05", "2027-04-05"},
              {event("status", "2027-02-01", "at_risk", ""),
               event("verified", "2027-04-05", "complete", "at_risk")},
              "2027-03-31",
              "open",
              "2027-03-10",
              "at_risk"},
        Stood{"verified later at a point that stood already",
              {"A", "F", "2027-03-10", "2027-01-05", "2027-04-05"},
              {event("status", "2027-02-01", "complete", ""),
               event("verified", "2027-04-05", "complete", "")},
              "2027-03-31",
              "open",
              "2027-03-10",
              "complete"},
        Stood{"verified later out of nothing",
              {"A", "F", "2027-03-10", "2027-01-05", "2027-04-05"},
              {event("verified", "2027-04-05", "complete", "")},
              "2027-03-31",
              "open",
              "2027-03-10",
              ""},
        Stood{"opened again later: it had ended",
              {"A"},
              {event("verified", "2027-03-05", "complete", "on_track"),
               event("reopened", "2027-04-01")},
              "2027-03-31",
              "verified",
              "2027-03-10",
              "on_track"},
        Stood{"ended before anything that is known",
              {"A"},
              {event("reopened", "2027-04-01")},
              "2027-03-31",
              "closed",
              "2027-03-10",
              "on_track"},
        Stood{"ended later, and nothing says how",
              {"A", "F", "2027-03-10", "2027-01-05", "2027-04-05"},
              {},
              "2027-03-31",
              "open",
              "2027-03-10",
              "complete"},
        Stood{"worse since",
              {"A", "F", "2027-03-10", "2027-01-05", "", "off_track"},
              {event("status", "2027-04-01", "off_track", "on_track")},
              "2027-03-31",
              "open",
              "2027-03-10",
              "on_track"}),
    [](const auto& one) {
      std::string name = one.param.name;
      for (auto& letter : name)
        letter = std::isalnum(static_cast<unsigned char>(letter)) != 0 ? letter : '_';
      return name;
    });

TEST(ActionPapers, what_stands_is_said_in_the_schemes_words) {
  const auto on = day("2027-03-31");
  EXPECT_EQ(standing_words(action({"A"}), {}, on), "On track, 21 days late");
  EXPECT_EQ(standing_words(action({"A", "F", "2027-03-30"}), {}, on), "On track, 1 day late");
  EXPECT_EQ(standing_words(action({"A", "F", "2027-03-31"}), {}, on), "On track");
  EXPECT_EQ(standing_words(action({"A", "F", "", "2027-01-05", "", ""}), {}, on), "No status yet");
  EXPECT_EQ(standing_words(action({"A", "F", "2027-03-10", "2027-01-05", "2027-02-09"}), {}, on),
            "Complete, verified 9 February 2027");
  auto closed = action({"A", "F", "2027-03-10", "2027-01-05", "2027-02-09"});
  closed.state = "closed";
  closed.point = "";
  EXPECT_EQ(standing_words(closed, {}, on), "Closed 9 February 2027");
}

TEST(ActionPapers, what_was_seen_at_the_last_end) {
  auto ended = action({"A", "F", "2027-03-10", "2027-01-05", "2027-03-09"});
  ended.evidence = "What the organisation offered";
  EXPECT_EQ(closing_words(ended, {}), "What the organisation offered");
  auto first = event("closed", "2027-02-01");
  first.text = "Not wanted any more";
  auto last = event("verified", "2027-03-09");
  last.text = "Minutes of 3 meetings";
  EXPECT_EQ(closing_words(ended, {{ended.action, {first, event("reopened", "2027-02-03"), last}}}),
            "Minutes of 3 meetings");
  EXPECT_EQ(closing_words(action({"A"}), {}), "") << "still open";
}

TEST(ActionPapers, a_table_has_a_cell_for_each_column_whatever_is_shown) {
  auto long_one = action({"A"});
  long_one.what = std::string(10'000, 'w') + "\nsecond";
  long_one.how = "How";
  const auto no_day = action({"B", "مدرسة النور", "", "2027-01-05", "", "", ""});
  for (int shown = 0; shown < 8; ++shown) {
    const ActionTable about{.caption = "Caption",
                            .name = "name",
                            .organisation = (shown & 1) != 0,
                            .closing = (shown & 2) != 0,
                            .risks = (shown & 4) != 0};
    const auto table = table_of({&long_one, &no_day}, {}, {}, about, day("2027-03-31"));
    EXPECT_TRUE(testing::drafted::is_whole(table)) << shown;
    EXPECT_EQ(words_of(table.rows[0][1]), long_one.what.substr(0, 10'000) + "|second|How");
    EXPECT_EQ(words_of(table.rows[1][0]), "2");
  }
  const auto table =
      table_of({&no_day}, {}, {}, {.caption = "C", .name = "n", .closing = true, .risks = true},
               day("2027-03-31"));
  EXPECT_EQ(words_of(table.rows[0][2]), "مدرسة النور");
  EXPECT_EQ(words_of(table.rows[0][3]), "Nobody named");
  EXPECT_EQ(words_of(table.rows[0][4]), "No day given");
  EXPECT_EQ(words_of(table.rows[0][6]), "None written down");
  EXPECT_EQ(words_of(table.rows[0][7]), "Still open");
}

TEST(ActionPapers, a_point_of_a_list_says_whose_it_is) {
  EXPECT_EQ(action_point(action({"Review the policy\nand tell staff"})),
            "Review the policy (Fenwick Lane, R. Dunmore, by 10 March 2027)");
  EXPECT_EQ(action_point(action({"Review", "", "", "2027-01-05", "", "", ""})), "Review");
}

}  // namespace
}  // namespace onereturn::reporting
