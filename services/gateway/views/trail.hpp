#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/audit_log/openings.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// What stands in the filter of a list, as it was typed.
struct TrailFilter {
  std::string path;      // "/seen"
  std::string kind;      // the name of the field that chooses: "board", "person", "" for none
  std::string kind_of;   // its label
  std::string everyone;  // what choosing nothing is called
  std::vector<std::pair<std::string, std::string>> choices;
  std::string chosen;
  std::string from;
  std::string to;
  std::string who;  // "colleagues" on the second list of an agency
  std::string from_error;
  std::string to_error;

  // The address of the same list: ".csv" or the next page.
  std::string address(const std::string& ending, const std::string& after = {}) const;
};

// One line, for the page and for a spreadsheet.
struct TrailLine {
  std::string at;
  std::string who;
  std::string who_more;  // the role
  std::string what;
  std::string what_more;
  std::string href;  // "" for none
};
TrailLine line_of(const audit_log::BoardOpening& opening);
TrailLine line_of(const audit_log::OwnEntry& entry, bool of_board);

// A sentence for the code of an entry; the code itself, in words, for one that has none.
std::string entry_words(const std::string& what, bool of_board);

html::Data trail_page(const TrailFilter& filter, const std::vector<TrailLine>& lines,
                      const std::string& next, bool is_later_page);

}  // namespace onereturn::gateway::views
