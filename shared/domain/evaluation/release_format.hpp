#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/evaluation/evaluation.hpp"

// The frozen copy that an agency reads (docs/formats/evaluation.md). It says what the board says
// and nothing of how the board came to it.
namespace onereturn::evaluation {

struct ReleasedItem {
  std::string key;
  std::string section;  // its title
  std::string number;
  std::string wording;
  bool essential = false;
  std::string theirs;        // the agency's own point in words, or ""
  std::string ours;          // the board's point in words, or ""
  std::string ours_meaning;  // what the scale says of it
  std::string symbol;
  std::string colour;
  bool not_applicable = false;
  std::string reason;
  std::string comment;

  bool operator==(const ReleasedItem&) const = default;
};

struct Released {
  std::string board;
  std::string agency;
  std::string audit;
  std::string form_name;
  int version_no = 0;
  int number = 0;
  bool graded = false;  // the board grades this form
  std::string summary;
  std::vector<ReleasedItem> items;

  bool operator==(const Released&) const = default;
};

// What would be released now, as release `number`.
Released released_of(const Workbench& bench, int number);

std::string write_release(const Released& released);
// What was written by write_release. A body that does not read is a mistake of ours.
Released read_release(std::string_view body);

}  // namespace onereturn::evaluation
