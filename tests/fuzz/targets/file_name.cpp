// Names of files: as they come in, and as they go out again in a header and in a zip.

#include <algorithm>

#include "domain/evidence/child_words.hpp"
#include "domain/evidence/file_types.hpp"
#include "fuzz/target.hpp"

namespace onereturn::fuzz {
namespace {

void look_at_download(const std::string& title) {
  const auto name = evidence::download_name(title, "pdf");
  must(is_utf8(name), "a name is text");
  must(name.size() <= 125 && name.ends_with(".pdf") && name.size() > 4, "a name keeps its limit");
  must(name.find_first_of("/\\:*?\"<>|%;") == std::string::npos, "nothing in it has a meaning");
  must(!name.starts_with('.') && !name.starts_with(' '), "a name hides nothing");
  must(
      std::none_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }),
      "a name holds no control characters");
  must(evidence::download_name(name, "pdf") == name, "a name stays as it is");
}

void one_input(std::string_view bytes) {
  const auto name = evidence::tidy_file_name(bytes);
  must(is_utf8(name) && name.size() <= 1200, "a name that came in is text, and short");
  must(name.find_first_of("/\\\r\n\t") == std::string::npos, "it is one line and no path");
  must(evidence::tidy_file_name(name) == name, "a tidy name stays as it is");
  if (!is_utf8(bytes)) return;
  look_at_download(std::string(bytes));
  const Date today{std::chrono::year{2027}, std::chrono::March, std::chrono::day{3}};
  const auto found = evidence::looks_like_a_child(bytes, today);
  must(found.size() <= 8, "each kind is named once");
  must(evidence::looks_like_a_child(bytes, today) == found, "the same words are judged alike");
}

const Known known("file_name", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
