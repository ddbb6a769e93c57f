#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/html/data.hpp"
#include "platform/html/template_source.hpp"

namespace onereturn::html {

// The keys that a template would look up, with this data, in vain; each named once.
std::vector<std::string> missing_keys(const std::vector<Token>& tokens, const Data& data);

}  // namespace onereturn::html
