#include "platform/convert/contents_pages.hpp"

#include <charconv>

#include "platform/convert/plain_pdf.hpp"

namespace onereturn::convert {
namespace {

constexpr std::string_view asks = " PAGEREF ";

int number_in(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// "  /name [", and on the next line "    7 0 R": the object of its page.
class Names {
 public:
  void read(std::string_view line) {
    constexpr std::string_view begins = "  /";
    constexpr std::string_view ends = " [";
    if (line.starts_with(begins) && line.ends_with(ends)) {
      name_ = line.substr(begins.size(), line.size() - begins.size() - ends.size());
    } else if (!name_.empty() && line.ends_with(" 0 R")) {
      objects_.emplace(name_, first_word(without_indent(line)));
      name_ = {};
    }
  }
  const std::map<std::string_view, std::string_view>& objects() const { return objects_; }

 private:
  std::string_view name_;
  std::map<std::string_view, std::string_view> objects_;
};

}  // namespace

Pages pages_of_names(std::string_view plain) {
  constexpr std::string_view next_is_page = "%% Page ";
  constexpr std::string_view names_are_in = "  /Dests ";
  std::map<std::string_view, int> pages;  // of objects
  Names names;
  std::string_view object;
  std::string_view list;
  int page = 0;
  for (bool stream = false; !plain.empty();) {
    const auto line = take_line(plain);
    if (stream) {
      stream = line != "endstream";
    } else if (line == "stream") {
      stream = true;
    } else if (line.starts_with(next_is_page)) {
      page = number_in(line.substr(next_is_page.size()));
    } else if (begins_object(line)) {
      object = first_word(line);
      if (page > 0) pages[object] = page;
      page = 0;
    } else if (line.starts_with(names_are_in)) {
      list = first_word(line.substr(names_are_in.size()));
    } else if (!list.empty() && object == list) {
      names.read(line);
    }
  }
  Pages found;
  for (const auto& [name, at] : names.objects()) {
    if (const auto on = pages.find(at); on != pages.end()) found.emplace(name, on->second);
  }
  return found;
}

std::string with_pages(std::string_view words, const Pages& pages) {
  constexpr std::string_view shown = "<w:t>";
  std::string text;
  std::size_t done = 0;
  for (auto at = words.find(asks); at != std::string_view::npos; at = words.find(asks, at + 1)) {
    const auto name = first_word(words.substr(at + asks.size()));
    const auto found = pages.find(name);
    const auto from = words.find(shown, at);
    if (from == std::string_view::npos) break;
    if (found == pages.end()) continue;
    text.append(words.substr(done, from + shown.size() - done))
        .append(std::to_string(found->second));
    done = words.find('<', from + shown.size());
    if (done == std::string_view::npos) return std::string(words);
  }
  return text.append(words.substr(done));
}

}  // namespace onereturn::convert
