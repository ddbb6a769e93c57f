#pragma once

#include <string_view>
#include <vector>

#include "platform/html/data.hpp"

// What a board can set up, each with what it is for.
namespace onereturn::gateway::views {

struct ToSetUp {
  const char* area;
  const char* href;
  const char* words;
  const char* what_for;  // one sentence
};

// In the order in which a new board comes to need it.
const std::vector<ToSetUp>& all_to_set_up();

// pages/set_up: what somebody with that role may open.
html::Data set_up_page(std::string_view role);

}  // namespace onereturn::gateway::views
