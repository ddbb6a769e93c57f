#pragma once

#include "domain/mapping/mapping.hpp"

namespace onereturn::mapping {

// What one copy holds, counted.
struct CopyCounts {
  int items = 0;        // printed items of the template
  int boxes = 0;        // boxes for the agency's words
  int written = 0;      // of those, with words in them
  int rated_boxes = 0;  // that the agency rates: set + chosen + unanswered + no_point + na
  int ratings = 0;      // of those, holding a point
  int grades = 0;       // board-filled boxes with anything in them: 0, ever
  int set = 0;
  int chosen = 0;
  int unanswered = 0;  // still to be chosen, too
  int no_point = 0;
  int na = 0;
  int residual = 0;  // answers to the board's own questions that are present
  int local = 0;     // answers and parts for this board alone that are present
  int unmapped = 0;  // texts written straight into a box that are present
  int actions = 0;

  bool operator==(const CopyCounts&) const = default;
};

CopyCounts counts_of(const RenderedCopy& copy, const frameworks::Template& form);

}  // namespace onereturn::mapping
