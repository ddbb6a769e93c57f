#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/documents/document.hpp"
#include "domain/fan_out/fan_out.hpp"

// One board's form on paper: filled as it was delivered, or blank; and the receipt. Pure: look,
// picture and address come from whoever prints. The board's look is left to the caller.
namespace onereturn::reporting {

// How a filled form is printed.
struct PaperOfReturn {
  bool sources_as_notes = false;  // where each box comes from, as footnotes
  std::string verify_url;         // of the receipt's code; "" before the board acknowledged
  documents::Picture code;        // a QR of the same; no svg: none is printed
  bool for_agency = false;        // sources are not explained to the agency that wrote them
};

documents::Document return_document(const fan_out::DeliveredCopy& copy, const PaperOfReturn& paper);

// For somebody to write on: who fills each box, its limit, the points of the scale.
struct BlankForm {
  std::string board;
  std::string agency;  // "" for a line to write on
  std::string title;   // of what is asked for; "" is the form's name
  std::optional<Date> due_on;
};
documents::Document blank_return(const frameworks::Template& form, const BlankForm& about);

documents::Document receipt_document(const fan_out::Receipt& receipt, const PaperOfReturn& paper);

}  // namespace onereturn::reporting
