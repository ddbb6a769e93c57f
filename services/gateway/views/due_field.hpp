#pragma once

#include <string>
#include <vector>

#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// A day with its legend and what is wrong with it: bits/due_fields.
html::Data due_field(const std::string& id, const std::string& legend, const TypedDate& typed,
                     const std::vector<PageError>& errors);

}  // namespace onereturn::gateway::views
