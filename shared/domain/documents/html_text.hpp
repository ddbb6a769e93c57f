#pragma once

#include <string>
#include <string_view>

namespace onereturn::documents {

// As it stands in HTML and in an attribute; a line's end is a break. Control characters and those
// that no XML may have are left out.
std::string html_text(std::string_view text);
std::string html_attribute(std::string_view text);

// Lower-case letters, digits and hyphens; "" when nothing is left.
std::string html_id(std::string_view text);

}  // namespace onereturn::documents
