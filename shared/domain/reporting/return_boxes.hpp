#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/documents/document.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "domain/reporting/return_document.hpp"

// What stands in the boxes of a printed form. Pure.
namespace onereturn::reporting {

// "How we meet this (agency)": who fills it is part of a box's heading.
std::string box_heading(const frameworks::Box& box);

// The words of its box in a cell that was kept without them, and what stands there once they are
// redacted. ENSURE that the cell names a box. What was its own stays, unless the box has lost its
// point as well.
void put_words(documents::Cell& cell, std::string_view text);
void put_redacted(documents::Cell& cell, bool keeps_point);

// Boxes of one form: as they were delivered, or blank.
class PrintedBoxes {
 public:
  // Blank.
  explicit PrintedBoxes(const frameworks::Template& form) : form_(&form) {}
  // As delivered. `copy` and `paper` are borrowed.
  PrintedBoxes(const fan_out::DeliveredCopy& copy, const PaperOfReturn& paper);

  bool blank() const { return copy_ == nullptr; }
  const frameworks::Template& form() const { return *form_; }
  documents::Cell cell(const frameworks::Box& box) const;
  // Of a detail; a line to write on where it is blank.
  documents::Cell detail(const std::string& box_no) const;
  std::vector<const mapping::RenderedAction*> actions(const std::string& section) const;

 private:
  documents::Cell delivered(const frameworks::Box& box, const mapping::RenderedBox& found) const;
  documents::Cell to_write_in(const frameworks::Box& box) const;
  bool is_redacted(std::size_t at) const;
  // Whose words these are, so many of the paragraphs not among them.
  void name_box(documents::Cell& cell, std::size_t at, std::size_t words) const;
  std::string account(const mapping::RenderedBox& box) const;

  const frameworks::Template* form_;
  const fan_out::DeliveredCopy* copy_ = nullptr;
  const PaperOfReturn* paper_ = nullptr;
  std::map<std::string, std::size_t, std::less<>> places_;
};

}  // namespace onereturn::reporting
