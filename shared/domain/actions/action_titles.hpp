#pragma once

#include <string>

namespace onereturn::actions {

// The first line of what is to be done, cut at a word: lists, calendars and links show titles only.
std::string title_line(const std::string& what);

}  // namespace onereturn::actions
