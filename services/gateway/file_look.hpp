#pragma once

#include <string>

#include "domain/evidence/file_types.hpp"

namespace onereturn::gateway {

// What is in a file of this machine: by its first bytes, and for a zip by what is inside, counted
// while it is inflated. Throws std::runtime_error when it cannot be read.
evidence::FileLook look_into_file(const std::string& path);

}  // namespace onereturn::gateway
