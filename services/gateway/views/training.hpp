#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/reviews/training_needs.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// pages/training_needs: standard by standard, who is below the minimum, of how many.
html::Data training_page(const std::vector<reviews::StandardNeed>& standards,
                         const std::vector<std::pair<std::string, std::string>>& waves,
                         const std::string& wave, bool may_export);

// The same as a table for spreadsheets.
std::vector<std::string> training_headings();
std::vector<std::vector<std::string>> training_rows(
    const std::vector<reviews::StandardNeed>& standards);

}  // namespace onereturn::gateway::views
