#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onereturn::convert {

// Which characters the fonts of the room have. A PDF for keeping may show none that no font has,
// and an empty box says nothing to anybody.
class Letters {
 public:
  // Out of what `fc-list --format '%{charset}\n'` writes: a line for each font, of ranges in
  // hexadecimal ("20-7e a0"). What cannot be read is left out.
  explicit Letters(std::string_view charsets);

  bool empty() const { return ranges_.empty(); }
  // True too for what is never drawn: marks of direction, joiners, variation selectors.
  bool has(char32_t character) const;
  // The same text (UTF-8), in which each character that no font has is written by its number:
  // "[U+1F9FF]".
  std::string spelled(std::string_view text) const;
  // A page of HTML, whose texts and attributes have no bare "<" or ">": what is read is spelled as
  // above, tags and the addresses in them stay.
  std::string spelled_page(std::string_view html) const;

 private:
  struct Range {
    char32_t first, last;
  };
  std::vector<Range> ranges_;  // sorted, none touches another
};

}  // namespace onereturn::convert
