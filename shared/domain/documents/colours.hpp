#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onereturn::documents {

// The contrast of two colours "#rrggbb" as WCAG 2 counts it, 1 to 21. Nothing where one is none.
std::optional<double> contrast(std::string_view one, std::string_view other);

// Whether headings in that colour can be read on white (4.5 to 1).
bool is_readable_on_white(std::string_view colour);

// The nearest darker shade of it that can be read on white; ours where it is no colour.
std::string readable(std::string_view colour);

}  // namespace onereturn::documents
