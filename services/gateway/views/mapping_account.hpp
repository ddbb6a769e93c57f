#pragma once

#include <optional>
#include <string>

#include "domain/frameworks/mapping_matrix.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// pages/mapping_account: which items of one form ask one requirement, what else they ask, what is
// left over, why it was mapped so, who decided, and what is doubted. Nothing when there is no such
// form or requirement.
std::optional<html::Data> mapping_account_page(const frameworks::FormsSideBySide& all,
                                               const std::string& form,
                                               const std::string& requirement);

}  // namespace onereturn::gateway::views
