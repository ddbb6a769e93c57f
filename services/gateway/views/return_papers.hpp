#pragma once

#include <string>

#include "domain/reports/return_papers.hpp"
#include "platform/html/data.hpp"

// What can be had of a return on paper, for the board and for the agency.
namespace onereturn::gateway::views {

// Whose page it is: "/returns/…" or "/sent/…", and what stands above the heading to go back.
struct ReturnPapersPlace {
  std::string base;
  std::string back_href;
  std::string back_text;
  bool of_board = false;
  bool may_export = true;     // tables; an agency's are its own
  bool with_sources = false;  // the choice that the page shows
  Instant now{};
};

// "/returns/…/papers?version=2&sources=yes".
std::string papers_path(const std::string& base, int version, bool with_sources);

// pages/return_papers.
html::Data return_papers_page(const reports::PapersOfReturn& papers,
                              const ReturnPapersPlace& place);

}  // namespace onereturn::gateway::views
