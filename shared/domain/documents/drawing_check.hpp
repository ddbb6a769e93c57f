#pragma once

#include <string_view>

namespace onereturn::documents {

// Whether this is SVG of the few shapes and attributes that we draw with ourselves: no script, no
// style, no address, nothing from elsewhere. Pictures are kept in the database with the rest of a
// report and are written into HTML as they stand, so whoever writes one asks here first.
bool is_plain_drawing(std::string_view svg);

}  // namespace onereturn::documents
