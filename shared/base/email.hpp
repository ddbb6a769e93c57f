#pragma once

#include <string>
#include <string_view>

namespace onereturn {

// True for what may stand as an address of mail in a message and in an SMTP command: one @ with
// something on both sides, at most 254 characters, and nothing that could end the address or the
// line: no blanks, control characters, quotation marks, brackets, commas, colons or semicolons.
bool is_email(std::string_view text);

}  // namespace onereturn
