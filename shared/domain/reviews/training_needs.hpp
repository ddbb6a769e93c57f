#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"
#include "domain/frameworks/frameworks.hpp"
#include "platform/postgres/transaction.hpp"

// Where organisations are below the minimum, by standard: what training could help with.
namespace onereturn::reviews {

// A point all of which is below the level at which the minimum is met.
bool is_below_minimum(const frameworks::ScalePoint& point);

// How many items of one standard one organisation has below the minimum, of how many that have a
// grade. An item that asks about two standards counts in both.
struct Gap {
  std::string organisation;
  int below = 0;
  int rated = 0;
  int by_board = 0;  // of those rated, by the board; the others rated themselves

  bool operator==(const Gap&) const = default;
};

struct StandardNeed {
  std::string code;  // "" for items that only a form of this board asks
  std::string name;
  std::vector<Gap> gaps;  // organisations with a rated item, those with most below first

  int below() const;
  int rated() const;
  int organisations_below() const;
};

// One group of graded items, as the store counts them.
struct GradedItems {
  std::string organisation;
  std::string standard;
  bool below = false;
  bool by_board = false;
  int items = 0;
};

// Adds up, in the order of the standards; one without any rated item stays with no gaps.
std::vector<StandardNeed> needs_of(
    const std::vector<GradedItems>& graded,
    const std::vector<std::pair<std::string, std::string>>& standards);

// Of the returns of one wave. Refuses with not_found for a wave that is not this board's.
Result<std::vector<StandardNeed>> training_needs(postgres::BoardTx& tx, const AuditId& wave);

}  // namespace onereturn::reviews
