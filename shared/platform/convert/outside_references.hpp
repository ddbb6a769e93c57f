#pragma once

#include <string>

namespace onereturn::convert {

// The first thing in a page of HTML that would make a reader fetch something, as "iframe" or "src";
// "" when it holds all that it needs. Links that a person may follow are none.
std::string outside_reference(const std::string& html);

}  // namespace onereturn::convert
