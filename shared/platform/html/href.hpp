#pragma once

#include <string>
#include <string_view>

namespace onereturn::html {

// An address that may stand in an href: a path of this site, a fragment or query, https, or mailto.
// Anything else (javascript:, data:, //host, control characters) becomes "#".
std::string safe_href(std::string_view address);

// Percent-encodes a text for use as one path segment or query value.
std::string url_encoded(std::string_view text);

}  // namespace onereturn::html
