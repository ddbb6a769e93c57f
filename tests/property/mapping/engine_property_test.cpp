#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "domain/mapping/consequences.hpp"
#include "property/mapping/oracle.hpp"
#include "property/mapping/world.hpp"

// The engine against the oracle, over everything small and a sample of everything larger.
namespace onereturn::mapping {
namespace {

using oracle::Item;
using oracle::NotApplicable;
using oracle::Part;
using oracle::Point;
using oracle::Requirement;

// Every scale of the rules' table, one with a level that no point covers, and one that covers
// almost nothing.
const std::vector<std::vector<Point>>& scales() {
  static const std::vector<std::vector<Point>> all = {
      {{"red", 0, 0}, {"amber", 1, 1}, {"green", 2, 4}},
      {{"red", 0, 1}, {"amber", 1, 1}, {"green", 2, 4}},
      {{"0", 0, 1}, {"1", 2, 2}, {"2", 3, 3}, {"3", 4, 4}},
      {{"inadequate", 0, 1}, {"adequate", 2, 2}, {"good", 3, 3}, {"outstanding", 4, 4}},
      {{"inadequate", 0, 1}, {"requires-improvement", 1, 2}, {"good", 3, 3}, {"outstanding", 4, 4}},
      {{"no", 0, 1}, {"yes", 2, 4}},
      {{"none", 0, 0}, {"some", 2, 3}, {"all", 4, 4}},
      {{"best", 4, 4}},
  };
  return all;
}

constexpr NotApplicable rules[] = {NotApplicable::unknown_here, NotApplicable::by_agency,
                                   NotApplicable::by_board};

unsigned seed() {
  static const unsigned chosen = [] {
    const char* stated = std::getenv("ONERETURN_SEED");
    const unsigned value = stated == nullptr
                               ? std::random_device{}()
                               : static_cast<unsigned>(std::strtoul(stated, nullptr, 10));
    std::cout << "seed " << value << " (ONERETURN_SEED repeats it)\n";
    return value;
  }();
  return chosen;
}

// tools/dev test --full plays twenty times as much.
int rounds(int usual) {
  const char* full = std::getenv("ONERETURN_TEST_FULL");
  const int played = full == nullptr || *full == '\0' ? usual : usual * 20;
  std::cout << played << " rounds\n";
  return played;
}

testing::AssertionResult agree(const Item& item, const std::vector<Point>& scale,
                               NotApplicable rule) {
  const RenderedBox box = test::world_of(item, scale, rule).rating();
  const oracle::Verdict verdict = oracle::judge(item, scale, rule);
  bool same = test::state_of(box) == verdict.state;
  for (int level = 0; level <= 4; ++level) {
    same = same && box.possible.contains(level) == verdict.levels[static_cast<std::size_t>(level)];
  }
  same = same && (verdict.state == "not-applicable" || box.points == verdict.points);
  same = same && (box.point.empty() ? verdict.state != "set" : box.point == verdict.points.at(0));
  if (same) return testing::AssertionSuccess();
  std::string expected = verdict.state;
  for (const std::string& point : verdict.points)
    expected += " " + point;
  std::string given = test::state_of(box) + " '" + box.point + "'";
  for (const std::string& point : box.points)
    given += " " + point;
  for (const int level : box.possible.levels())
    given += " " + std::to_string(level);
  return testing::AssertionFailure()
         << test::in_words(item) << "\n expected " << expected << "\n given " << given
         << "\n scale of " << scale.front().code;
}

// Unstated, each exact level, ticked, not ticked.
constexpr int part_statements = 8;
Part part(int statement, bool asked) {
  Part result;
  result.asked = asked;
  if (statement == 0) return result;
  result.stated = true;
  if (statement <= 5) result.low = result.high = statement - 1;
  if (statement == 6) result.low = 2;
  if (statement == 7) result.high = 1;
  return result;
}

std::optional<int> level_or_none(int code) {
  return code > 4 ? std::nullopt : std::optional<int>(code);
}

// One requirement of up to three facets: every level or none, every set asked, every statement of
// every part.
TEST(Engine, agrees_with_the_list_of_all_assignments_for_one_small_requirement) {
  int cases = 0;
  for (int facets = 1; facets <= 3; ++facets) {
    int statements = 1;
    for (int i = 0; i < facets; ++i)
      statements *= part_statements;
    for (int code = 0; code < statements; ++code) {
      for (int asked = 1; asked < (1 << facets); ++asked) {
        for (int level = 0; level <= 5; ++level) {
          Requirement requirement;
          requirement.level = level_or_none(level);
          int rest = code;
          for (int i = 0; i < facets; ++i) {
            requirement.parts.push_back(part(rest % part_statements, (asked >> i & 1) != 0));
            rest /= part_statements;
          }
          Item item;
          item.requirements.push_back(requirement);
          const auto& scale = scales()[static_cast<std::size_t>(cases) % scales().size()];
          ASSERT_TRUE(agree(item, scale, NotApplicable::by_agency));
          ++cases;
        }
      }
    }
  }
  std::cout << cases << " cases\n";
}

// Parts unstated: every size of requirement and of the set asked, on every scale, with and without
// a residual at every level.
TEST(Engine, agrees_on_every_scale_when_parts_are_not_stated) {
  int cases = 0;
  for (const auto& scale : scales()) {
    for (int facets = 1; facets <= 5; ++facets) {
      for (int asked = 1; asked <= facets; ++asked) {
        for (int level = 0; level <= 4; ++level) {
          for (int own = -1; own <= 5; ++own) {
            Requirement requirement;
            requirement.level = level;
            for (int i = 0; i < facets; ++i)
              requirement.parts.push_back(part(0, i < asked));
            Item item;
            item.requirements.push_back(requirement);
            if (own >= 0) item.residual = oracle::Residual{level_or_none(own), false};
            ASSERT_TRUE(agree(item, scale, NotApplicable::by_agency));
            ++cases;
          }
        }
      }
    }
  }
  std::cout << cases << " cases\n";
}

// Every mixture of answered, not applicable and unanswered over up to three requirements and a
// residual, under every rule for "not applicable".
TEST(Engine, agrees_on_what_is_not_applicable) {
  for (const NotApplicable rule : rules) {
    for (int requirements = 1; requirements <= 3; ++requirements) {
      for (int code = 0; code < 4 * 4 * 4 * 4; ++code) {
        Item item;
        int rest = code;
        for (int i = 0; i < requirements; ++i) {
          Requirement requirement;
          requirement.parts.push_back(part(0, true));
          if (i % 2 == 1) requirement.parts.push_back(part(0, false));
          if (rest % 4 == 0) requirement.not_applicable = true;
          if (rest % 4 == 1) requirement.level = 2;
          if (rest % 4 == 2) requirement.level = 1;
          rest /= 4;
          item.requirements.push_back(requirement);
        }
        if (rest % 4 == 0) item.residual = oracle::Residual{std::nullopt, true};
        if (rest % 4 == 1) item.residual = oracle::Residual{3, false};
        if (rest % 4 == 2) item.residual = oracle::Residual{std::nullopt, false};
        for (const auto& scale : scales())
          ASSERT_TRUE(agree(item, scale, rule));
      }
    }
  }
}

Requirement random_requirement(std::mt19937& random) {
  const auto upto = [&](int most) {
    return static_cast<int>(random() % static_cast<unsigned>(most + 1));
  };
  Requirement requirement;
  const int facets = 1 + upto(4);
  const int asked = 1 + upto(facets - 1);
  const bool states_parts = upto(2) > 0;
  const bool ticks = upto(1) == 0;
  for (int i = 0; i < facets; ++i) {
    int statement = 0;
    if (states_parts && upto(3) > 0) statement = ticks ? 6 + upto(1) : 1 + upto(4);
    requirement.parts.push_back(part(statement, i < asked));
  }
  std::shuffle(requirement.parts.begin(), requirement.parts.end(), random);
  const int kind = upto(19);
  if (kind == 0) requirement.not_applicable = true;
  if (kind > 1) requirement.level = ticks && states_parts && upto(3) > 0 ? 1 : upto(4);
  return requirement;
}

Item random_item(std::mt19937& random, unsigned requirements_most) {
  Item item;
  const unsigned requirements = 1 + static_cast<unsigned>(random()) % requirements_most;
  for (unsigned i = 0; i < requirements; ++i) {
    item.requirements.push_back(random_requirement(random));
  }
  if (random() % 3 == 0) {
    oracle::Residual residual;
    const auto kind = random() % 12;
    residual.not_applicable = kind == 0;
    if (kind > 1) residual.level = static_cast<int>(random() % 5);
    item.residual = residual;
  }
  return item;
}

TEST(Engine, agrees_with_the_list_of_all_assignments_for_items_over_three_requirements) {
  std::mt19937 random(seed());
  for (int i = rounds(6000); i > 0; --i) {
    const Item item = random_item(random, 3);
    const auto& scale = scales()[random() % scales().size()];
    ASSERT_TRUE(agree(item, scale, rules[random() % 3])) << "seed " << seed();
  }
}

TEST(Engine, leaves_no_gap_between_possible_levels) {
  std::mt19937 random(seed() + 1);
  for (int i = rounds(20000); i > 0; --i) {
    const Item item = random_item(random, 3);
    const RenderedBox box =
        test::world_of(item, scales().front(), NotApplicable::by_agency).rating();
    if (box.possible.empty()) continue;
    const LevelRange range = box.possible.interval();
    ASSERT_EQ(box.possible.size(), range.high - range.low + 1)
        << test::in_words(item) << " seed " << seed();
  }
}

// Telling more never opens what was closed: with one more part stated, truthfully, the possible
// levels are among those from before.
TEST(Engine, narrows_when_a_part_is_stated) {
  std::mt19937 random(seed() + 2);
  for (int i = rounds(5000); i > 0; --i) {
    Item item = random_item(random, 2);
    const RenderedBox before =
        test::world_of(item, scales().front(), NotApplicable::by_agency).rating();
    auto& parts = item.requirements.front().parts;
    Part& chosen = parts[random() % parts.size()];
    if (chosen.stated || before.possible.empty()) continue;
    chosen.stated = true;
    chosen.low = chosen.high = static_cast<int>(random() % 5);
    const RenderedBox after =
        test::world_of(item, scales().front(), NotApplicable::by_agency).rating();
    for (const int level : after.possible.levels()) {
      ASSERT_TRUE(before.possible.contains(level)) << test::in_words(item) << " seed " << seed();
    }
  }
}

// The parts of a requirement matter exactly when a proper subset is asked and the level leaves the
// item more than one point: by itself, beside another answer at each level, and beside a residual.
TEST(Parts, matter_exactly_as_the_rule_says) {
  int asked_for = 0;
  for (const auto& scale : scales()) {
    for (int facets = 1; facets <= 5; ++facets) {
      for (int asked = 1; asked <= facets; ++asked) {
        for (int code = 0; code < 5 * 11; ++code) {
          Item item;
          Requirement requirement;
          requirement.level = code % 5;
          for (int i = 0; i < facets; ++i)
            requirement.parts.push_back(part(0, i < asked));
          item.requirements.push_back(requirement);
          const int beside = code / 5;
          if (beside >= 1 && beside <= 5) {
            Requirement other;
            other.level = beside - 1;
            other.parts.push_back(part(0, true));
            item.requirements.push_back(other);
          }
          if (beside >= 6) item.residual = oracle::Residual{beside - 6, false};
          const test::World world = test::world_of(item, scale, NotApplicable::by_agency);
          const frameworks::FrameworkIndex index(world.framework);
          const Engagement engagement = world.engagement();
          const PartsNeed need = parts_needed(index, {{&engagement, &world.side}}, world.common,
                                              "R0", world.common.answers.at("R0"));
          const oracle::Verdict verdict = oracle::judge(item, scale, NotApplicable::by_agency);
          const auto levels = std::count(verdict.levels.begin(), verdict.levels.end(), true);
          const bool several = verdict.state == "choose" && verdict.points.size() > 1 && levels > 1;
          ASSERT_EQ(!need.matters.empty(), asked < facets && several)
              << test::in_words(item) << " " << scale.front().code;
          asked_for += need.matters.empty() ? 0 : 1;
        }
      }
    }
  }
  EXPECT_GT(asked_for, 0);
}

}  // namespace
}  // namespace onereturn::mapping
