#pragma once

#include <array>
#include <string>

#include "domain/reports/report.hpp"
#include "platform/html/data.hpp"

// What pages say of files that the worker makes.
namespace onereturn::gateway::views {

struct FormatWords {
  reports::Format format;
  const char* words;
  const char* what_for;
};

// In the order in which pages show them; tables last.
const std::array<FormatWords, 7>& paper_formats();

// "12 KB", "1.4 MB".
std::string size_words(int bytes);

// bits/status; nothing for a file that nobody asked for. `older` is said of one that is no longer
// as new as what it was made of.
html::Data file_status(const reports::PaperFile* file, const char* older, Instant now);

// A sentence below: why it failed or waits again, or what to do about one that never came.
html::Data file_reason(const reports::PaperFile* file, Instant now);

// On the button; "" where there is nothing to ask for.
std::string ask_words(const reports::PaperFile* file, Instant now);

}  // namespace onereturn::gateway::views
