#pragma once

#include <string>

#include "domain/actions/list_board_actions.hpp"
#include "platform/html/data.hpp"

// The combined improvement plan of a board, to read, to print and to take along.
namespace onereturn::gateway::views {

struct PlanInput {
  const actions::ImprovementPlan& plan;
  std::string board;
  Date from, to, today;
  std::string typed_from, typed_to;
  std::string from_error, to_error;
};
html::Data plan_page(const PlanInput& input);

}  // namespace onereturn::gateway::views
