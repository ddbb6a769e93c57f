#pragma once

#include <string>

namespace onereturn::http {

// Sixteen hexadecimal digits that tell requests apart in logs and on error pages; nothing depends
// on their being hard to guess.
std::string new_request_id();

}  // namespace onereturn::http
