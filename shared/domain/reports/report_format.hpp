#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/reporting/draft.hpp"
#include "domain/reports/report.hpp"

// The words that were drafted, as they are kept, and the canonical text of a version, of which its
// check value is the SHA-256 (docs/formats/report.md).
namespace onereturn::reports {

std::string write_sections(const std::vector<reporting::Section>& sections);
// What was written by write_sections. A text that does not read is a mistake of ours.
std::vector<reporting::Section> read_sections(std::string_view text);

// The same content gives the same text, wherever and whenever it is written.
std::string canonical_text(const Report& report, const ReportVersion& version);

}  // namespace onereturn::reports
