// The secret address of a calendar, and the feed that stands behind it: a line for the address,
// then the titles of entries.

#include "platform/calendar/calendar.hpp"

#include <algorithm>

#include "fuzz/target.hpp"
#include "gateway/pages/actions/calendar_secret.hpp"

namespace onereturn::fuzz {
namespace {

namespace pages = gateway::pages;

// Lines of a feed with their folds taken back.
std::vector<std::string> lines_of(const std::string& feed) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < feed.size();) {
    const auto end = feed.find("\r\n", at);
    must(end != std::string::npos, "each line ends with CR LF");
    const auto line = feed.substr(at, end - at);
    must(line.find_first_of("\r\n") == std::string::npos, "no line ends in another way");
    must(line.size() <= 75, "no line is longer than 75 bytes");
    if (line.starts_with(' ') || line.starts_with('\t')) {
      must(!lines.empty(), "the first line is no fold");
      lines.back() += line.substr(1);
    } else {
      lines.push_back(line);
    }
    at = end + 2;
  }
  return lines;
}

void look_at_feed(std::string_view titles) {
  std::vector<calendar::Day> days;
  while (!titles.empty() && days.size() < 20) {
    const auto end = titles.find('\n');
    const auto number = days.size();
    days.push_back({"uid" + std::to_string(number) + "@onereturn",
                    Date{std::chrono::year{2027}, std::chrono::March, std::chrono::day{3}},
                    std::string(titles.substr(0, end)), Instant{}});
    titles.remove_prefix(end == std::string_view::npos ? titles.size() : end + 1);
  }
  std::size_t entries = 0;
  for (const auto& line : lines_of(calendar::feed("My list", days))) {
    if (line == "BEGIN:VEVENT") ++entries;
    const auto name = line.substr(0, line.find_first_of(":;"));
    constexpr std::string_view known[] = {"BEGIN", "END",     "VERSION", "PRODID",  "X-WR-CALNAME",
                                          "UID",   "DTSTAMP", "DTSTART", "SUMMARY", "TRANSP"};
    must(std::find(std::begin(known), std::end(known), name) != std::end(known),
         "a title makes no property of its own: " + name);
  }
  must(entries == days.size(), "a title makes no entry of its own");
}

// Titles are text without NUL by the time that they get here.
void one_input(std::string_view bytes) {
  const auto line = bytes.find('\n');
  const auto secret = pages::calendar_secret_in(bytes.substr(0, line));
  must(secret.empty() || (secret.size() == pages::calendar_secret_length &&
                          secret.starts_with(pages::calendar_secret_start)),
       "a secret has its length and its beginning");
  must(pages::calendar_secret_in(std::string(secret) + ".ics") == secret,
       "an address that is written again gives the same secret");
  if (line == std::string_view::npos) return;
  const auto titles = bytes.substr(line + 1);
  if (is_utf8(titles) && titles.find('\0') == std::string_view::npos) look_at_feed(titles);
}

const Known known("calendar", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
