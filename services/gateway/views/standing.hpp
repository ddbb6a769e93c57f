#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/html/data.hpp"

// Where a return stands, in the words, shapes and order of every board's lists.
namespace onereturn::gateway::views {

// The code of a state with its words, in the order of the work: "not_started" … "withdrawn".
const std::vector<std::pair<std::string, std::string>>& standings();
std::string standing_words(std::string_view state);

// bits/status; late stands for a state that is not in yet.
html::Data standing_status(std::string_view state, bool late);

// "31 of 60", or "" while nothing has been counted.
std::string answered_words(std::optional<int> questions, int confirmed);

}  // namespace onereturn::gateway::views
