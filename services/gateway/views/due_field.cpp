#include "gateway/views/due_field.hpp"

namespace onereturn::gateway::views {

html::Data due_field(const std::string& id, const std::string& legend, const TypedDate& typed,
                     const std::vector<PageError>& errors) {
  return html::Data::object()
      .set("id", id)
      .set("legend", legend)
      .set("day", typed.day)
      .set("month", typed.month)
      .set("year", typed.year)
      .set("error", error_of(errors, id));
}

}  // namespace onereturn::gateway::views
