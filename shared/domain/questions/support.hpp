#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"

// What a board did to help its organisations. No agency reads it.
namespace onereturn::questions {

using SupportId = Id<struct SupportTag>;

inline constexpr std::array<std::pair<std::string_view, std::string_view>, 3> support_kinds = {
    {{"visit", "Visit"}, {"workshop", "Workshop"}, {"advice", "Advice"}}};

struct Organisation {
  EntryId entry;
  std::string name;
};

struct Support {
  SupportId id;
  std::string kind;
  Date on;
  std::string who;
  std::string notes;
  std::vector<Organisation> organisations;
  std::string made_by;  // "" when that person has left
  Instant made_at;
  std::optional<Instant> struck_at;
};

// Why an organisation may need help, each by itself; nothing is added up.
struct Needs {
  EntryId entry;
  std::string organisation;
  int late = 0;            // returns that are due and not here
  int untouched = 0;       // of those, nothing is answered of
  int started_late = 0;    // due within two weeks, and nothing has come
  int behind = 0;          // of those, less than half is answered of
  int graded = 0;          // items below the minimum by a grade of the board
  int lowest = 0;          // items at the lowest point by their own rating
  int below = 0;           // items below the minimum by their own rating, not at the lowest
  int low = 0;             // questions at the lowest levels, where a form has no points
  int repeated = 0;        // below the minimum in this cycle and in the one before
  int open_questions = 0;  // theirs, that wait for the board
  int supported = 0;       // times since the board began to note it
  std::optional<Date> last_supported;

  bool any() const {
    return late + started_late + graded + lowest + below + low + repeated + open_questions > 0;
  }
};

}  // namespace onereturn::questions
