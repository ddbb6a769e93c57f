#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/actions/my_list.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

struct MyListInput {
  const std::vector<actions::Undertaking>& list;
  Date today;
  std::optional<Instant> calendar_since;
  std::string saved;
};

html::Data my_list_page(const MyListInput& input);

// One of them, as a row of the list and as the head of its own page.
html::Data undertaking_row(const actions::Undertaking& one, Date today);

}  // namespace onereturn::gateway::views
