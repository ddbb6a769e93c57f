#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gateway/routes.hpp"

namespace onereturn::gateway {

// Who of a board may do what: one row for each thing that somebody sees or does, with the routes
// that it is done by. A test holds it against the table of routes, both ways.
struct BoardRight {
  std::string_view area;   // "Register"
  std::string_view words;  // "Look at the register and at when each is due"
  std::vector<std::string_view> roles;
  std::vector<std::string_view> routes;  // "GET /register"
  bool exports = false;                  // taking along: needs the person's own right besides
};

// In the order of the pages.
const std::vector<BoardRight>& board_rights();

// docs/security/board-rights.md.
std::string board_rights_document();

}  // namespace onereturn::gateway
