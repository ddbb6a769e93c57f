// What a board reads about the returns that it asked for, as a page with every key demanded.

#include "gateway/views/received_list.hpp"

#include <gtest/gtest.h>

#include "platform/http/urlencoded.hpp"
#include "support/rendered_page.hpp"

namespace onereturn::gateway {
namespace {

using testing::has;
using testing::rendered_page;

using html::Data;

const Date today = *parse_date("2027-03-16");
constexpr const char* some_return = "00000000-0000-4000-8000-000000000900";

views::ReceivedList list_of(std::vector<fan_out::ReceivedReturn> returns,
                            views::EvaluationNotes notes = {}) {
  return {std::move(returns), std::move(notes), true};
}

// The page as the address asks for it, as a browser sends it.
std::string shown(const views::ReceivedList& list, const std::string& query = "") {
  const auto asked =
      views::list_asked(*http::parse_urlencoded(query, {}), views::received_shape(list, today));
  return rendered_page("pages/board_returns", views::returns_page(list, asked, today));
}

TEST(ListOfReturns, a_board_lists_what_it_asked_for) {
  fan_out::ReceivedReturn asked;
  asked.agency = "Moorland Ambulance Trust";
  asked.due_on = today;
  auto received = asked;
  received.id = ReturnId("00000000-0000-4000-8000-000000000900");
  received.state = fan_out::ReturnState::received;
  received.received_at = std::chrono::sys_days{today};
  auto done = received;
  done.state = fan_out::ReturnState::acknowledged;
  const auto text = shown(list_of({received, asked, done}));
  EXPECT_TRUE(has(text, "3 returns asked for, 2 in"));
  EXPECT_TRUE(has(text,
                  "<span class=\"stats__n\">1<span class=\"stats__of\"> of 3</span></span>"
                  "<span class=\"stats__l\">with us now"));
  EXPECT_TRUE(has(text, "With us now"));
}

// Nobody is late who was left out or has closed, and no figure counts them.
TEST(ListOfReturns, what_is_left_out_or_closed_is_in_no_figure_and_shown_on_demand) {
  fan_out::ReceivedReturn late;
  late.agency = "Moorland Ambulance Trust";
  late.due_on = *parse_date("2026-01-05");
  late.standing = "awaited";
  auto left_out = late;
  left_out.agency = "Left out here";
  left_out.standing = "left_out";
  left_out.left_out = "not_applicable";
  auto closed = late;
  closed.agency = "Closed since";
  closed.standing = "left_out";
  closed.left_out = "closed";
  auto in_and_closed = late;
  in_and_closed.agency = "In, and closed";
  in_and_closed.id = ReturnId("00000000-0000-4000-8000-000000000900");
  in_and_closed.state = fan_out::ReturnState::received;
  in_and_closed.standing = "to_evaluate";
  in_and_closed.organisation_closed = true;
  auto back = in_and_closed;
  back.agency = "Sent back";
  back.standing = "sent_back";
  back.organisation_closed = false;
  const std::vector<fan_out::ReceivedReturn> all = {late, left_out, closed, in_and_closed, back};
  const auto shown_of = [&](const std::string& only) {
    return shown(list_of(all), only.empty() ? "" : "state=" + only);
  };
  const auto list = shown_of("");
  EXPECT_TRUE(has(list, "2 returns asked for, 1 in"));
  EXPECT_TRUE(has(list, "3 returns are out of these figures"));
  EXPECT_TRUE(has(list, "href=\"/returns?state=out\""));
  EXPECT_FALSE(has(list, "Left out here"));
  EXPECT_FALSE(has(list, "In, and closed"));
  const auto coming = shown_of("asked");
  EXPECT_TRUE(has(coming, "Moorland"));
  EXPECT_FALSE(has(coming, "Closed since"));
  EXPECT_FALSE(has(shown_of("to_evaluate"), "In, and closed"));
  EXPECT_TRUE(has(shown_of("sent_back"), "<a class=\"govuk-link\" href=\"/returns/"));
  EXPECT_FALSE(has(shown_of("received"), "<a class=\"govuk-link\" href=\"/returns/"));
  const auto out = shown_of("out");
  EXPECT_TRUE(has(out, "Left out: not applicable"));
  EXPECT_TRUE(has(out, "Organisation closed"));
  EXPECT_FALSE(has(out, "late</"));
  EXPECT_FALSE(has(out, "Moorland"));
}

TEST(ListOfReturns, a_list_of_several_waves_says_of_which_each_return_is) {
  fan_out::ReceivedReturn first;
  first.agency = "Moorland Ambulance Trust";
  first.own_ref = "PS-007";
  first.audit = "Spring wave";
  first.due_on = today;
  auto second = first;
  const auto show = [&] { return shown(list_of({first, second})); };
  const auto one = show();
  EXPECT_TRUE(has(one, "<span class=\"app-eyebrow\">Spring wave</span>"));
  EXPECT_FALSE(has(one, "PS-007, Spring wave"));
  second.audit = "As they fall due";
  const auto both = show();
  EXPECT_TRUE(has(both, "<span class=\"app-eyebrow\">All waves</span>"));
  EXPECT_TRUE(has(both, "PS-007, Spring wave"));
  EXPECT_TRUE(has(both, "PS-007, As they fall due"));
}

TEST(ListOfReturns, what_is_released_waits_for_nobody) {
  fan_out::ReceivedReturn row;
  row.agency = "Moorland Ambulance Trust";
  row.due_on = today;
  row.id = ReturnId("00000000-0000-4000-8000-000000000900");
  row.state = fan_out::ReturnState::received;
  row.received_at = std::chrono::sys_days{today};
  row.audit = "Spring wave";
  auto other = row;
  other.id = ReturnId("00000000-0000-4000-8000-000000000901");
  other.audit = "Autumn wave";
  views::EvaluationNotes notes;
  notes[*row.id] = {"green", "done", "Released", "", false, true};
  const auto all = shown(list_of({row, other}, notes));
  EXPECT_TRUE(has(all, "2 returns asked for, 2 in"));
  EXPECT_TRUE(has(all,
                  "<span class=\"stats__n\">1<span class=\"stats__of\"> of 2</span></span>"
                  "<span class=\"stats__l\">released"));
  EXPECT_TRUE(has(all,
                  "<span class=\"stats__n\">1<span class=\"stats__of\"> of 2</span></span>"
                  "<span class=\"stats__l\">with us now"));
}

// Three that differ in everything a list is searched, filtered and sorted by.
class LookingForReturns : public ::testing::Test {
 protected:
  LookingForReturns() {
    moor_.agency = "Moorland Ambulance Trust";
    moor_.own_ref = "PS-007";
    moor_.audit = "Spring wave";
    moor_.form = {"one", 1};
    moor_.form_name = "Form one";
    moor_.due_on = *parse_date("2027-03-15");
    abbey_ = moor_;
    abbey_.agency = "Abbey School";
    abbey_.audit = "As they fall due";
    abbey_.id = ReturnId(some_return);
    abbey_.state = fan_out::ReturnState::received;
    abbey_.received_at = *parse_instant("2027-03-10T09:00:00Z");
    abbey_.due_on = *parse_date("2027-04-30");
    abbey_.version_no = 1;
    zeal_ = abbey_;
    zeal_.agency = "Zeal Youth Centre";
    zeal_.unit = "Harbour site";
    zeal_.form = {"two", 1};
    zeal_.form_name = "Form two";
    zeal_.id = ReturnId("00000000-0000-4000-8000-000000000901");
    zeal_.received_at = *parse_instant("2027-03-12T09:00:00Z");
    notes_[*zeal_.id] = {"act", "draft", "Being evaluated, 3 done", "Hollis Grant"};
  }
  views::ReceivedList list() const { return list_of({abbey_, moor_, zeal_}, notes_); }
  std::string names(const std::string& query) const {
    const auto asked =
        views::list_asked(*http::parse_urlencoded(query), views::received_shape(list(), today));
    std::string all;
    for (const auto& row : views::received_rows(list(), asked, today))
      all += row.front().substr(0, row.front().find(' ')) + ' ';
    return all;
  }
  fan_out::ReceivedReturn moor_, abbey_, zeal_;
  views::EvaluationNotes notes_;
};

TEST_F(LookingForReturns, finds_by_what_is_searched_and_ticked) {
  EXPECT_EQ(names(""), "Abbey Moorland Zeal ") << "as the board's store has them";
  EXPECT_EQ(names("q=abbey"), "Abbey ");
  EXPECT_EQ(names("q=ps-007"), "Abbey Moorland Zeal ") << "the number is everybody's here";
  EXPECT_EQ(names("q=harbour"), "Zeal ");
  EXPECT_EQ(names("q=hollis"), "Zeal ") << "who has it";
  EXPECT_EQ(names("q=nobody+at+all"), "");
  EXPECT_EQ(names("state=late"), "Moorland ");
  EXPECT_EQ(names("state=late&state=received"), "Abbey Moorland Zeal ") << "any of them";
  EXPECT_EQ(names("wave=Spring+wave"), "Moorland ");
  EXPECT_EQ(names("form=two"), "Zeal ");
  EXPECT_EQ(names("form=one&wave=As+they+fall+due"), "Abbey ") << "all of them";
  EXPECT_EQ(names("state=no-such"), "");
}

TEST_F(LookingForReturns, sorts_both_ways_and_what_has_not_come_stands_last) {
  EXPECT_EQ(names("sort=organisation"), "Abbey Moorland Zeal ");
  EXPECT_EQ(names("sort=organisation&down=yes"), "Zeal Moorland Abbey ");
  EXPECT_EQ(names("sort=due"), "Moorland Abbey Zeal ");
  EXPECT_EQ(names("sort=received"), "Abbey Zeal Moorland ");
  EXPECT_EQ(names("sort=received&down=yes"), "Zeal Abbey Moorland ");
  EXPECT_EQ(names("sort=with"), "Zeal Abbey Moorland ");
  EXPECT_EQ(names("sort=with&down=yes"), "Zeal Moorland Abbey ");
}

TEST_F(LookingForReturns, says_how_many_and_offers_what_there_is) {
  const auto all = shown(list());
  EXPECT_TRUE(has(all, "<b>3 returns</b>"));
  EXPECT_TRUE(has(all, "value=\"late\""));
  EXPECT_TRUE(has(all, "value=\"Spring wave\""));
  EXPECT_TRUE(has(all, "href=\"/returns.csv\""));
  const auto one = shown(list(), "state=late");
  EXPECT_TRUE(has(one, "<h2 class=\"app-h2\" id=\"list-h\">Late</h2>"));
  EXPECT_TRUE(has(one, "href=\"/returns.csv?state=late\""));
  EXPECT_TRUE(has(shown(list(), "q=nobody"), "None of them. Take a filter away to see more."));
  auto forbidden = list();
  forbidden.may_export = false;
  EXPECT_FALSE(has(shown(forbidden), "/returns.csv"));
  EXPECT_TRUE(has(shown(list_of({})), "None yet."));
  EXPECT_FALSE(has(shown(list_of({abbey_})), "value=\"As they fall due\"")) << "only one wave";
}

TEST_F(LookingForReturns, goes_to_a_spreadsheet_as_it_is_shown) {
  abbey_.places = {"Standard 3", "Standard 4"};
  abbey_.acknowledged_at = *parse_instant("2027-03-11T09:00:00Z");
  const auto rows = views::received_rows(list(), {}, today);
  ASSERT_EQ(rows.size(), 3U);
  for (const auto& row : rows)
    EXPECT_EQ(row.size(), views::received_headings().size());
  const std::vector<std::string> abbey = {
      "Abbey School",     "",           "PS-007",
      "As they fall due", "Form one",   "Standard 3 and Standard 4",
      "2027-04-30",       "2027-03-10", "1",
      "With us now",      "",           "2027-03-11"};
  EXPECT_EQ(rows[0], abbey);
  EXPECT_EQ(rows[1][5], "The whole form");
  EXPECT_EQ(rows[1][9], "1 day late");
  EXPECT_EQ(rows[2][9], "Being evaluated, 3 done");
  EXPECT_EQ(rows[2][10], "Hollis Grant");
}

TEST_F(LookingForReturns, has_pages_of_fifty) {
  std::vector<fan_out::ReceivedReturn> many(120, moor_);
  for (std::size_t i = 0; i < many.size(); ++i)
    many[i].agency = "Organisation " + std::to_string(1000 + i);
  const auto first = shown(list_of(many));
  EXPECT_TRUE(has(first, "120 returns"));
  EXPECT_TRUE(has(first, "Organisation 1049"));
  EXPECT_FALSE(has(first, "Organisation 1050"));
  const auto last = shown(list_of(many), "page=3");
  EXPECT_TRUE(has(last, "Organisation 1100"));
  EXPECT_TRUE(has(last, "Organisation 1119"));
  EXPECT_TRUE(has(shown(list_of(many), "page=99"), "Organisation 1119")) << "behind the last";
}

}  // namespace
}  // namespace onereturn::gateway
