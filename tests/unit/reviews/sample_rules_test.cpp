// A draw is the seed's alone: the worked example of docs/formats/sample.md, and what any draw
// keeps.

#include "domain/reviews/sample_rules.hpp"

#include <algorithm>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/crypto/digest.hpp"

namespace onereturn::reviews {
namespace {

using ::testing::ElementsAre;

const ReturnId a{"0a000000-0000-4000-8000-000000000001"};
const ReturnId b{"0b000000-0000-4000-8000-000000000002"};

std::vector<PieceRef> pieces(const ReturnId& id, int count) {
  std::vector<PieceRef> all;
  for (int number = 1; number <= count; ++number) {
    all.push_back({id, 1, number});
  }
  return all;
}

std::vector<int> order_of(const std::vector<DrawnPiece>& drawn) {
  std::vector<int> numbers;
  for (const auto& one : drawn) {
    numbers.push_back(one.piece.number);
  }
  return numbers;
}

std::vector<int> drawn_of(const std::vector<DrawnPiece>& all) {
  std::vector<int> numbers;
  for (const auto& one : all) {
    if (one.drawn) numbers.push_back(one.piece.number);
  }
  return numbers;
}

TEST(Draw, is_the_worked_example_of_the_format) {
  const auto all = draw(pieces(a, 5), "20270302-F", {false, 2}, crypto::sha256);
  EXPECT_THAT(order_of(all), ElementsAre(4, 3, 5, 2, 1));
  EXPECT_THAT(drawn_of(all), ElementsAre(4, 3));
}

TEST(Draw, does_not_depend_on_the_order_in_which_the_pieces_came) {
  auto mixed = pieces(a, 40);
  const auto first = draw(mixed, "seed", {true, 30}, crypto::sha256);
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::shuffle(mixed.begin(), mixed.end(), random);
    EXPECT_EQ(draw(mixed, "seed", {true, 30}, crypto::sha256), first);
  }
}

TEST(Draw, takes_as_many_of_each_return) {
  auto both = pieces(a, 10);
  const auto more = pieces(b, 3);
  both.insert(both.end(), more.begin(), more.end());
  const auto all = draw(both, "seed", {false, 4}, crypto::sha256);
  ASSERT_EQ(all.size(), 13U);
  const auto drawn_in = [&](const ReturnId& id) {
    return std::count_if(all.begin(), all.end(),
                         [&](const auto& one) { return one.piece.return_id == id && one.drawn; });
  };
  EXPECT_EQ(drawn_in(a), 4);
  EXPECT_EQ(drawn_in(b), 3) << "no more than there are";
}

TEST(Draw, gives_every_piece_a_place_of_its_own_and_draws_the_first) {
  for (int count = 1; count <= 30; ++count) {
    const auto all = draw(pieces(a, count), std::to_string(count), {true, 50}, crypto::sha256);
    std::set<int> numbers;
    int place = 0;
    for (const auto& one : all) {
      numbers.insert(one.piece.number);
      EXPECT_EQ(one.place, ++place);
      EXPECT_EQ(one.drawn, place <= (count + 1) / 2);
    }
    EXPECT_EQ(static_cast<int>(numbers.size()), count);
  }
}

TEST(Draw, is_another_with_another_seed_and_fair_over_many) {
  std::vector<int> hits(11, 0);
  constexpr int rounds = 2000;
  for (int round = 0; round < rounds; ++round) {
    for (const auto number :
         drawn_of(draw(pieces(a, 10), "seed " + std::to_string(round), {false, 2}, crypto::sha256)))
      ++hits[static_cast<std::size_t>(number)];
  }
  for (int number = 1; number <= 10; ++number) {
    EXPECT_NEAR(hits[static_cast<std::size_t>(number)], rounds / 5, 90) << number;
  }
}

TEST(SizeOf, is_rounded_up_and_within_the_population) {
  struct Case {
    HowMany how;
    int population, size;
  };
  for (const auto& one : std::vector<Case>{{{false, 6}, 41, 6},
                                           {{false, 50}, 41, 41},
                                           {{true, 15}, 41, 7},
                                           {{true, 1}, 1, 1},
                                           {{true, 1}, 100, 1},
                                           {{true, 1}, 101, 2},
                                           {{true, 100}, 41, 41},
                                           {{true, 50}, 0, 0},
                                           {{false, 5}, 0, 0},
                                           {{true, 100}, 20'000'000, 20'000'000}}) {
    EXPECT_EQ(size_of(one.how, one.population), one.size)
        << one.how.amount << (one.how.percent ? "% of " : " of ") << one.population;
  }
}

TEST(FaultOfDraw, names_the_field) {
  const auto fields = [](std::string seed, HowMany how) {
    const auto problem = fault_of_draw(seed, how);
    std::string names;
    for (const auto& field : problem ? problem->fields : std::vector<FieldError>{}) {
      names += field.field + " ";
    }
    return names;
  };
  EXPECT_EQ(fields("seed", {false, 1000}), "");
  EXPECT_EQ(fields("", {true, 100}), "");
  EXPECT_EQ(fields("seed", {false, 1001}), "amount ");
  EXPECT_EQ(fields("seed", {true, 101}), "amount ");
  EXPECT_EQ(fields("seed", {false, 0}), "amount ");
  EXPECT_EQ(fields(std::string(101, 'x'), {false, 0}), "amount seed ");
  EXPECT_EQ(fields(std::string("a\0b", 3), {false, 1}), "seed ");
}

TEST(MadeSeed, says_the_day_and_what_nobody_knows_before) {
  const Date day{std::chrono::year{2028}, std::chrono::February, std::chrono::day{29}};
  EXPECT_EQ(made_seed(day, "7f3a9c1e-0000-4000-8000-000000000000"), "20280229-7f3a9c1e");
}

TEST(Outcomes, are_the_same_after_a_word) {
  for (const auto outcome :
       {Outcome::supports, Outcome::partly, Outcome::does_not, Outcome::not_seen})
    EXPECT_EQ(outcome_of(word_of(outcome)), outcome);
  EXPECT_EQ(outcome_of("maybe"), std::nullopt);
}

}  // namespace
}  // namespace onereturn::reviews
