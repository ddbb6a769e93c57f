#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/documents/document.hpp"
#include "platform/json/value.hpp"

// The blocks of a document as they are kept: a list of objects with the member "is".
namespace onereturn::reports {

json::Value blocks_value(const std::vector<documents::Block>& blocks);
// Without the words of boxes: see documents::BoxWords.
std::string write_blocks(const std::vector<documents::Block>& blocks);
// What was written by write_blocks. A text that does not read is a mistake of ours.
std::vector<documents::Block> read_blocks(std::string_view text);

}  // namespace onereturn::reports
