#pragma once

#include <string>

#include "platform/convert/converter.hpp"

namespace onereturn::convert {

// The Word file after whose styles, head, foot and page pandoc makes a document.
std::string reference_docx(const Look& look);

}  // namespace onereturn::convert
