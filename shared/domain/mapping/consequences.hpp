#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/frameworks/framework_rules.hpp"
#include "domain/mapping/mapping.hpp"

// What one answer does to the boards that ask for it: whether its parts matter, and what each level
// would lead to. All of it is for asking and explaining; nothing is filled here.
namespace onereturn::mapping {

// One board that asks, with what is local to it. Borrowed.
struct Asking {
  const Engagement* engagement = nullptr;
  const BoardSide* side = nullptr;
};

// A rating that the level alone leaves open.
struct OpenRating {
  std::string board;
  std::string box_no;
  std::string item;                 // empty for a section's rating
  std::vector<std::string> points;  // that the item may still take

  bool operator==(const OpenRating&) const = default;
};

struct PartsNeed {
  // Ratings for which the parts matter: an agency-rated item of an engaged board asks a proper
  // subset of the requirement, and the stated level leaves it more than one point through what is
  // unknown of that subset. Empty: the parts do not matter.
  std::vector<OpenRating> matters;
  // Those of them that the parts stated so far still leave open.
  std::vector<OpenRating> open;
  // Parts with a tick only, for which an exact level would help.
  std::set<std::string> to_refine;
};

// What is needed of the parts of `requirement`, if it were answered with `answer`.
PartsNeed parts_needed(const frameworks::FrameworkIndex& index, const std::vector<Asking>& boards,
                       const CommonSide& common, const std::string& requirement,
                       const Answer& answer);

struct Consequence {
  std::string board;
  std::string box_no;  // empty: this board takes words only
  std::string item;
  std::vector<std::string> points;  // codes, in the scale's order
  std::vector<std::string> labels;
  bool action_needed = false;    // every possible point demands an action
  bool action_possible = false;  // some do
  bool waits = false;            // depends on answers that are not there yet
  bool no_point = false;         // the scale has nothing for that level

  bool operator==(const Consequence&) const = default;
};

// What answering `requirement` with `answer` (its level, its parts) would lead to, board by board
// in the order given: one entry per rating that it touches, or one for words only.
std::vector<Consequence> consequences_of(const frameworks::FrameworkIndex& index,
                                         const std::vector<Asking>& boards,
                                         const CommonSide& common, const std::string& requirement,
                                         const Answer& answer);
// The same for a level whose parts are not stated.
std::vector<Consequence> consequences_of(const frameworks::FrameworkIndex& index,
                                         const std::vector<Asking>& boards,
                                         const CommonSide& common, const std::string& requirement,
                                         int level);

// "Amber (an action will be needed)", "Amber or Green", "text only".
std::string in_words(const Consequence& consequence);

}  // namespace onereturn::mapping
