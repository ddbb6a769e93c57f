// What a board reads about the returns that it asked for, as a page with every key demanded.

#include <gtest/gtest.h>

#include "gateway/views/received.hpp"
#include "support/rendered_page.hpp"

namespace onereturn::gateway {
namespace {

using testing::has;
using testing::rendered_page;

using html::Data;

const Date today = *parse_date("2027-03-16");

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
  const auto text =
      rendered_page("pages/board_returns", views::returns_page({received, asked, done}, today, ""));
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
  const auto shown = [&](const char* only) {
    return rendered_page("pages/board_returns", views::returns_page(all, today, only));
  };
  const auto list = shown("");
  EXPECT_TRUE(has(list, "2 returns asked for, 1 in"));
  EXPECT_TRUE(has(list, "3 returns are out of these figures"));
  EXPECT_TRUE(has(list, "href=\"/returns?state=out\""));
  EXPECT_FALSE(has(list, "Left out here"));
  EXPECT_FALSE(has(list, "In, and closed"));
  const auto coming = shown("asked");
  EXPECT_TRUE(has(coming, "Moorland"));
  EXPECT_FALSE(has(coming, "Closed since"));
  EXPECT_FALSE(has(shown("to_evaluate"), "In, and closed"));
  EXPECT_TRUE(has(shown("sent_back"), "<a class=\"govuk-link\" href=\"/returns/"));
  EXPECT_FALSE(has(shown("received"), "<a class=\"govuk-link\" href=\"/returns/"));
  const auto out = shown("out");
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
  const auto show = [&] {
    return rendered_page("pages/board_returns",
                         views::returns_page({first, second}, first.due_on, ""));
  };
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
  const auto all =
      rendered_page("pages/board_returns", views::returns_page({row, other}, today, "", notes));
  EXPECT_TRUE(has(all, "2 returns asked for, 2 in"));
  EXPECT_TRUE(has(all,
                  "<span class=\"stats__n\">1<span class=\"stats__of\"> of 2</span></span>"
                  "<span class=\"stats__l\">released"));
  EXPECT_TRUE(has(all,
                  "<span class=\"stats__n\">1<span class=\"stats__of\"> of 2</span></span>"
                  "<span class=\"stats__l\">with us now"));
}

}  // namespace
}  // namespace onereturn::gateway
