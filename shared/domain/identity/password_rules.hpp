#pragma once

#include <string>
#include <string_view>

namespace onereturn::identity {

// Why this cannot be a password, as a sentence for the person; "" when it can. Length is what
// counts: 15 characters, or 8 beside a second factor, and at most 200. Refused are passwords that
// everybody tries first, one character over and over, and the person's own name or address.
std::string fault_of_password(std::string_view password, bool with_second_factor,
                              std::string_view name, std::string_view email);

}  // namespace onereturn::identity
