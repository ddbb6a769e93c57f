#pragma once

#include <string>

namespace onereturn::file_type {

// What the bytes of a file say it is, whatever its name: "application/pdf", "text/plain",
// "application/zip" … Throws std::runtime_error when the library's tables or the file cannot be
// read.
std::string media_type_of(const std::string& path);

}  // namespace onereturn::file_type
