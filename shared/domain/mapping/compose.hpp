#pragma once

#include <map>
#include <string>

#include "domain/mapping/item_ask.hpp"
#include "domain/mapping/mapping.hpp"

// The words of a board's copy.
namespace onereturn::mapping {

// Which box is written now, and what belongs into it besides the answers.
struct Place {
  const frameworks::Box* box = nullptr;
  std::string reference;                // how others refer to it: "6.1"
  bool takes_residuals = false;         // the first box for words of its item
  const DirectBox* direct = nullptr;    // written straight into it
  bool not_applicable_allowed = false;  // by the agency
};

// Composes the boxes of one copy in the template's own order: from each requirement that is asked,
// by the box's declared content, under its short name when there are several; then the local parts,
// then the answers to the board's own questions, then what was written straight into the box, then
// the evidence that this board may open. The same words stand once, in the first box that they
// fill; later ones say "See 6.1", unless the template asks for repetition. Nothing is cut off.
// One composer serves one copy; borrows everything.
class Composer {
 public:
  Composer(const frameworks::Template& form, const BoardIdentity& board, const BoardSide& side);

  // Fills text, paragraphs, state and the sources of words of one box.
  void compose(RenderedBox& box, const Ask& ask, const Place& place);

 private:
  void add_requirement(RenderedBox& box, const AskedRequirement& asked, const Place& place,
                       bool several);
  void add_local(RenderedBox& box, const AskedRequirement& asked, const Place& place, bool several);
  void add_residual(RenderedBox& box, const AskedResidual& asked);
  void add_direct(RenderedBox& box, const DirectBox& direct);
  void add_evidence(RenderedBox& box, const Ask& ask);
  void add(RenderedBox& box, Paragraph paragraph, const Place& place, bool may_refer);
  bool replaced_by_hand(const RenderedBox& box) const;

  const frameworks::Template& form_;
  const BoardIdentity& board_;
  const BoardSide& side_;
  std::map<std::string, std::string> first_place_;  // by source and words
};

// The paragraphs as one text: heading and words on lines of their own, a blank line between.
std::string text_of(const std::vector<Paragraph>& paragraphs);

}  // namespace onereturn::mapping
