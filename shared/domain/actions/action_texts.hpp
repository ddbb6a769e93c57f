#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "domain/actions/follow_action.hpp"

namespace onereturn::actions {

// One field error when the text is too long, or is no text.
void check_paragraph(Problem& problem, const char* field, const std::string& text);

// The words tidied; the problem names each field that will not do.
Problem tidy(ActionWords& words);

// An entry whose text is longer than one may be, as several, in order; whole characters only.
std::vector<HistoryEntry> in_parts(const HistoryEntry& entry);

}  // namespace onereturn::actions
