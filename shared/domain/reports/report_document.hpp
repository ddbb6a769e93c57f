#pragma once

#include <vector>

#include "domain/documents/document.hpp"
#include "domain/reports/report.hpp"

namespace onereturn::reports {

// What a version says: its sections as they stand, then its facts. Headings of sections are of
// level 2; what people typed as a heading is below them.
std::vector<documents::Block> body_of(const ReportVersion& version);

// The whole document: with record, standing, check value and the lines of whoever signed, or
// empty ones to sign on where nobody has.
documents::Document document_of(const Report& report, const ReportVersion& version,
                                const BoardLook& look);

}  // namespace onereturn::reports
