#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/documents/document.hpp"

// The plain rich text that people type into a report:
//
//   ## A heading            (### one below it)
//   Words with **strong** and *emphasis*. A blank line begins a paragraph.
//   - a list                1. a numbered one, which counts on from the number of its first
//   [words](https://...)    https and mailto only
//   \*                      that very character
//
// Whatever is typed is text: no input makes markup, script or an address of another kind.
namespace onereturn::documents {

// Headings, paragraphs and lists. What cannot be read as a mark stands as it was typed.
std::vector<Block> read_marked(std::string_view text);

// The text that reads as these blocks. Other kinds of blocks than those above are left out.
std::string write_marked(const std::vector<Block>& blocks);

// Any text so that it reads as those very characters, whatever marks it has in it.
std::string without_marks(std::string_view text);

// The words alone, paragraphs and items on lines of their own.
std::string plain_words(const std::vector<Block>& blocks);

}  // namespace onereturn::documents
