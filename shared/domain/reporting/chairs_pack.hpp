#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "domain/documents/document.hpp"

// The chair's pack: papers one after the other in one document. Pure.
namespace onereturn::reporting {

// One paper, as it stands in the agenda.
struct PackPaper {
  std::string kind;  // "overview", "highlights", "exceptions", "plan", "evaluation", "return"
  std::string title;
  std::string purpose;                   // "To agree", "To note": ours, by kind, where it is empty
  std::string standing;                  // "Draft 2", "Signed off on 4 May 2027"
  std::string record;                    // its number in the board's records
  std::string check;                     // of its content, where it has one
  std::vector<documents::Block> blocks;  // what it says, sign-off included

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

// Where paper 1, 2, … begins.
std::string anchor_of_paper(int number);

// The first pages: contents with numbers, standing and record of each paper and the page on which
// it begins, what the meeting is asked to do, and a line for the chair.
documents::Document pack_front(const Meeting& meeting, const std::vector<PackPaper>& papers);

// A paper as it stands in the pack: on a page of its own, below a heading with its number, its
// standing and record; its own headings one level further down, four at most, and their anchors
// those of no other paper.
std::vector<documents::Block> paper_in_pack(PackPaper paper, int number);

}  // namespace onereturn::reporting
