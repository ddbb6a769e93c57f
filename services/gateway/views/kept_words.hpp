#pragma once

#include <string>

#include "domain/returns/workspace.hpp"

namespace onereturn::gateway::views {

// How a piece is there: "A file, checked for viruses", "Available on request: the office".
inline std::string kept_words(const returns::KeptEvidence& kept) {
  if (!kept.is_file) return "Available on request: " + kept.kept_where;
  return kept.is_checked ? "A file, checked for viruses"
                         : "A file, being checked for viruses: boards get it after that";
}

}  // namespace onereturn::gateway::views
