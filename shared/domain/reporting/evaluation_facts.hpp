#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/evaluation/release_format.hpp"
#include "domain/reporting/action_papers.hpp"
#include "domain/reporting/draft.hpp"

namespace onereturn::reporting {

// What the report to one organisation is drafted from: a released evaluation, which never changes,
// and the actions that the organisation has from it.
struct EvaluationFacts {
  evaluation::Released released;
  Date released_on{};
  Date today{};
  std::vector<std::string> points;             // the words of the scale, the lowest first
  std::set<std::string, std::less<>> below;    // those below the minimum
  std::map<std::string, std::string> item_of;  // the item, by the box that holds its grade
  std::optional<Instant> received_at;
  std::string authorised_by;  // and in what position
  std::vector<BoardAction> actions;
  actions::Forms forms;
  ActionEvents events;
  std::optional<Date> closed_on;  // of the organisation, as the register has it
};

Draft evaluation_report_of(const EvaluationFacts& facts);

}  // namespace onereturn::reporting
