#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/frameworks/frameworks.hpp"
#include "domain/mapping/mapping.hpp"
#include "platform/html/data.hpp"

// What an organisation wrote, in the order of the form, for those who read it and change nothing.
namespace onereturn::gateway::views {

// Sections with their items, each with what was written there; `more` may add to an item, by its
// code. What the board fills in itself is left out.
html::Data sections_as_written(
    const frameworks::Template& form, const std::vector<mapping::RenderedBox>& boxes,
    const std::function<void(html::Data& item, const std::string& code)>& more = {});

}  // namespace onereturn::gateway::views
