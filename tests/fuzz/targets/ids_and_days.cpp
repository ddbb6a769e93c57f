// Ids, days and points in time as texts, and a day as three fields of a form: a day in ISO form, or
// the three fields, one a line.

#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "fuzz/target.hpp"
#include "gateway/views/typed_date.hpp"

namespace onereturn::fuzz {
namespace {

namespace views = gateway::views;

std::vector<std::string> three_lines(std::string_view bytes) {
  std::vector<std::string> lines;
  while (lines.size() < 2 && bytes.find('\n') != std::string_view::npos) {
    lines.emplace_back(bytes.substr(0, bytes.find('\n')));
    bytes.remove_prefix(lines.back().size() + 1);
  }
  lines.emplace_back(bytes);
  lines.resize(3);
  return lines;
}

void look_at_typed(const std::vector<std::string>& lines) {
  const views::TypedDate typed{lines[0], lines[1], lines[2]};
  const auto read = views::read_date(typed);
  must(!(read.date && !read.error.empty()), "a day is not both taken and refused");
  must(typed.empty() == (!read.date && read.error.empty()), "what was typed gets an answer");
  if (!read.date) return;
  must(read.date->ok(), "the day exists");
  const auto again = views::typed_date(read.date);
  const auto same = [](const std::string& number, const std::string& sent) {
    return number == sent.substr(std::min(sent.find_first_not_of('0'), sent.size()));
  };
  must(same(again.day, typed.day) && same(again.month, typed.month) && same(again.year, typed.year),
       "the day that is kept is the one that was typed");
  must(parse_date(to_iso(*read.date)) == read.date, "the day goes there and back");
}

void one_input(std::string_view bytes) {
  if (const auto id = UnitId::parse(bytes)) {
    must(id->text() == bytes && bytes.size() == 36, "an id is what was sent, whole");
    for (const char c : bytes)
      must((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-', "an id is lower case");
  }
  if (const auto date = parse_date(bytes)) must(to_iso(*date) == bytes, "a day has one text");
  if (const auto at = parse_instant(bytes)) {
    must(parse_instant(to_iso(*at)) == at, "a point in time goes there and back");
    must(!to_words_with_time(*at).empty() && day_in_england(*at).ok(), "it has a day in England");
  }
  look_at_typed(three_lines(bytes));
}

const Known known("ids_and_days", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
