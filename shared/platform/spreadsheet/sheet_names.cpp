#include "platform/spreadsheet/sheet_names.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"

namespace onereturn::spreadsheet {
namespace {

constexpr std::size_t name_units_max = 31;
constexpr std::string_view forbidden = "[]:*?/\\";

std::size_t bytes_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

// Letters of other alphabets are left: two names that differ in their capitals only are rare there,
// and the library refuses them.
std::string in_small_letters(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

std::string allowed_in(const std::string& wanted) {
  std::string name;
  for (const char c : characters_of(wanted)) {
    const bool control = static_cast<unsigned char>(c) < 0x20;
    name += control || forbidden.find(c) != std::string_view::npos ? ' ' : c;
  }
  name = std::string{first_units(name, name_units_max)};
  // An apostrophe may stand within a name only.
  while (!name.empty() && (name.front() == '\'' || name.front() == ' ')) {
    name.erase(0, 1);
  }
  while (!name.empty() && (name.back() == '\'' || name.back() == ' ')) {
    name.pop_back();
  }
  // "History" belongs to Excel.
  if (name.empty() || in_small_letters(name) == "history") name = "Sheet";
  return name;
}

}  // namespace

std::string_view first_units(std::string_view text, std::size_t most) {
  std::size_t units = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto bytes = bytes_of(static_cast<unsigned char>(text[at]));
    units += bytes == 4 ? 2 : 1;
    if (units > most) return text.substr(0, at);
    at += bytes;
  }
  return text;
}

std::vector<std::string> sheet_names(const std::vector<std::string>& wanted) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (const auto& text : wanted) {
    const std::string stem = allowed_in(text);
    std::string name = stem;
    for (int number = 2; !taken.insert(in_small_letters(name)).second; ++number) {
      const std::string ending = " " + std::to_string(number);
      name = std::string{first_units(stem, name_units_max - ending.size())} + ending;
    }
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace onereturn::spreadsheet
