// What can be granted, the council's number as people type it, and when a grant counts.

#include "domain/sharing/sight_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onereturn::sharing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace std::chrono_literals;

constexpr Date today = 2027y / std::chrono::March / 16;

TEST(SightNumber, forgives_how_it_is_typed) {
  for (const auto* typed : {"4F7A-91C2-03BD", "4f7a-91c2-03bd", "4F7A91C203BD", " 4f7a 91c2 03bd ",
                            "4-F-7-A-9-1-C-2-0-3-B-D"}) {
    EXPECT_EQ(tidy_number(typed), "4F7A-91C2-03BD") << typed;
  }
}

TEST(SightNumber, refuses_what_can_be_none) {
  for (const auto* typed : {"", " ", "4F7A-91C2-03B", "4F7A-91C2-03BDE", "4G7A-91C2-03BD",
                            "4F7A/91C2/03BD", "4F7A-91C2-03B\xC3\x98"}) {
    EXPECT_EQ(tidy_number(typed), "") << typed;
  }
  EXPECT_EQ(tidy_number(std::string(100'000, 'A')), "");
}

TEST(SightParts, are_each_once_in_their_order) {
  EXPECT_THAT(whole_parts({"figures", "register", "figures"}), ElementsAre("register", "figures"));
  EXPECT_THAT(whole_parts({"unheard of"}), IsEmpty());
}

TEST(SightParts, that_name_organisations_come_with_the_register) {
  for (const std::string part : {"evaluations", "actions", "returns"}) {
    EXPECT_THAT(whole_parts({part}), ElementsAre("register", part));
  }
  EXPECT_THAT(whole_parts({"figures"}), ElementsAre("figures"));
}

TEST(SightParts, have_a_title_and_words) {
  for (const auto& part : sight_parts()) {
    EXPECT_FALSE(part.title.empty());
    EXPECT_FALSE(part.words.empty());
    EXPECT_EQ(part_of(part.code), &part);
  }
  EXPECT_EQ(part_of("contacts"), nullptr);
}

struct Counted {
  Date from, until;
  bool ended;
  GrantState state;
};

TEST(SightState, counts_both_its_days) {
  const Date before = 2027y / std::chrono::March / 15;
  const Date after = 2027y / std::chrono::March / 17;
  for (const auto& [from, until, ended, state] :
       {Counted{today, today, false, GrantState::standing},
        Counted{before, today, false, GrantState::standing},
        Counted{today, after, false, GrantState::standing},
        Counted{after, after, false, GrantState::ahead},
        Counted{before, before, false, GrantState::over},
        Counted{before, after, true, GrantState::ended}}) {
    Grant grant;
    grant.from = from;
    grant.until = until;
    if (ended) grant.ended_at = Instant{};
    EXPECT_EQ(state_of(grant, today), state);
  }
}

TEST(SightGrant, may_last_over_a_29_february_and_two_years_at_most) {
  GrantSight command{"4F7A-91C2-03BD",
                     {"register"},
                     Date{2028y / std::chrono::February / 29},
                     Date{2030y / std::chrono::March / 1},
                     "",
                     {}};
  EXPECT_THAT(check_grant(command, today), IsEmpty());
  command.until = Date{2030y / std::chrono::March / 2};
  ASSERT_EQ(check_grant(command, today).size(), 1U);
  EXPECT_EQ(check_grant(command, today).front().field, "until");
}

}  // namespace
}  // namespace onereturn::sharing
