#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/documents/document.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "domain/reporting/return_document.hpp"

// What stands in the boxes of a printed form. Pure.
namespace onereturn::reporting {

// "How we meet this (agency)": who fills it is part of a box's heading.
std::string box_heading(const frameworks::Box& box);

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
  std::string account(const mapping::RenderedBox& box) const;

  const frameworks::Template* form_;
  const fan_out::DeliveredCopy* copy_ = nullptr;
  const PaperOfReturn* paper_ = nullptr;
  std::map<std::string, std::size_t, std::less<>> places_;
};

}  // namespace onereturn::reporting
