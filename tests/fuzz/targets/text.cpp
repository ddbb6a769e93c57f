// Words that people type, before they are kept: counted, tidied, compared with what stood there.

#include "base/text.hpp"

#include "domain/returns/word_difference.hpp"
#include "fuzz/target.hpp"
#include "platform/http/urlencoded.hpp"
#include "platform/log/log.hpp"

namespace onereturn::fuzz {
namespace {

using returns::WordRun;

void look_at_tidying(std::string_view text) {
  const auto line = tidy_line(text);
  must(tidy_line(line) == line, "a tidy line stays as it is");
  must(line.find_first_of("\r\n\t") == std::string::npos, "a tidy line is one line");
  const auto paragraph = tidy_paragraph(text);
  must(tidy_paragraph(paragraph) == paragraph, "a tidy paragraph stays as it is");
  must(line.size() <= text.size() && paragraph.size() <= text.size(), "tidying never makes longer");
}

// A comparison of texts does not mind what stands between the words.
std::string without_blanks(std::string_view text) {
  std::string words;
  for (const char c : text) {
    if (std::string_view{" \n\r\t"}.find(c) == std::string_view::npos) words += c;
  }
  return words;
}

void look_at_difference(std::string_view before, std::string_view after) {
  std::string old_text, new_text;
  const WordRun* last = nullptr;
  const auto runs = returns::word_difference(before, after);
  for (const auto& run : runs) {
    must(!run.text.empty(), "no run is empty");
    must(last == nullptr || last->kind != run.kind, "no two runs of a kind stand side by side");
    if (run.kind != WordRun::Kind::added) old_text += run.text;
    if (run.kind != WordRun::Kind::removed) new_text += run.text;
    last = &run;
  }
  must(new_text == after, "the runs put together give the later text back");
  must(without_blanks(old_text) == without_blanks(before), "and the words of the earlier one");
}

void look_at_log(std::string_view text) {
  const auto quoted = log::quoted(text);
  must(is_utf8(quoted), "a line of the log is UTF-8");
  must(quoted.size() >= 2 && quoted.front() == '"' && quoted.back() == '"', "it is quoted");
  for (const char c : quoted)
    must(static_cast<unsigned char>(c) >= 0x20, "no value starts a line of its own");
}

void one_input(std::string_view bytes) {
  const auto characters = count_characters(bytes);
  must(http::is_valid_utf8(bytes) == is_utf8(bytes), "there is one notion of UTF-8");
  must(!characters || is_utf8(bytes), "what has characters is UTF-8");
  must(!characters || bytes.find('\0') == std::string_view::npos, "and holds no NUL");
  must(!characters || *characters <= bytes.size(), "no character is less than a byte");
  look_at_tidying(bytes);
  look_at_log(bytes);
  const auto middle = bytes.find('\0');
  if (middle != std::string_view::npos)
    look_at_difference(bytes.substr(0, middle), bytes.substr(middle + 1));
}

const Known known("text", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
