#pragma once

#include <string>
#include <vector>

#include "domain/reports/report.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// What somebody typed about the look of papers and could not be kept.
struct TypedLook {
  std::string name, colour;
  std::string version;  // that the page showed
  bool remove = false;
  bool chose_file = false;  // a browser does not choose it again by itself
  bool overtaken = false;   // somebody else was quicker: the next press is about what stands now
  std::vector<PageError> errors;
};

// pages/board_look: how the papers of a board look, as they are or as somebody typed them. `board`
// is what the board is called where no other name is kept.
html::Data board_look_page(const reports::BoardLook& kept, const std::string& board,
                           const TypedLook* typed, bool saved);

}  // namespace onereturn::gateway::views
