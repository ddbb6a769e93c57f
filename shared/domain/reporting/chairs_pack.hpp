#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/documents/document.hpp"

namespace onereturn::reporting {

// One paper of a chair's pack, as it stands in the agenda. `pages` is known once it is made: 0
// before that.
struct PackPaper {
  std::string kind;  // "overview", "highlights", "exceptions", "plan", "evaluation", "return"
  std::string title;
  std::string purpose;   // "To agree", "To note": ours, by kind, where it is empty
  std::string standing;  // "Draft 2", "Signed off 4 May 2027"
  std::string ref;       // of the report or the return, for whoever makes it
  int pages = 0;
  bool operator==(const PackPaper&) const = default;
};

struct Meeting {
  std::string board;
  std::string title;  // "Section 11 sub-group"
  std::optional<Date> on;
  std::string where;
  std::string prepared_by;
  std::string chair;  // who signs for it; "" for a line without a name
};

// The papers in the order of a meeting: overview, highlights, exceptions, plan, the organisations'
// reports by name, then returns by name. Equal ones stay as they came.
std::vector<PackPaper> in_meeting_order(std::vector<PackPaper> papers);

// The first pages: contents with numbers, and what the meeting is asked to do. `front_pages`: how
// many pages these are themselves, which is known after they were made once; the contents say on
// which page each paper begins as far as all before it are known.
documents::Document pack_front(const Meeting& meeting, const std::vector<PackPaper>& papers,
                               int front_pages = 0);

}  // namespace onereturn::reporting
