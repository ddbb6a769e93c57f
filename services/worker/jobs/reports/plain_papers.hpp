#pragma once

#include <string>

#include "base/result.hpp"
#include "domain/documents/document.hpp"
#include "domain/reports/report.hpp"

namespace onereturn::worker {

// The formats that need no other program: a web page, and tables as CSV one after the other, each
// below its title. Refuses every other format with a sentence.
Result<std::string> plain_paper(const documents::Document& document, reports::Format format);

}  // namespace onereturn::worker
