#pragma once

#include <string>

#include "base/result.hpp"
#include "domain/documents/document.hpp"
#include "worker/paper/maker.hpp"

// A document as the bytes of a file.
namespace onereturn::worker::paper {

// PDF tagged and for keeping, Word and ODF to go on writing in; of its tables alone a workbook, or
// CSV: one table after the other, each below its title where there are several. The problem says
// in a sentence for people why nothing was made; too_large is not worth another try. Throws
// std::system_error and SpreadsheetFailed for the world's failures.
Result<std::string> paper_of(const documents::Document& document, Format format,
                             const Maker& maker);

// Why nothing was made, in a sentence for people.
Problem problem_of(convert::Cause cause);

// To read and to keep by itself.
std::string page_of(const documents::Document& document);

}  // namespace onereturn::worker::paper
