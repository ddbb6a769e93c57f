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

}  // namespace onereturn::gateway::views
