#include "platform/calendar/calendar.hpp"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onereturn::calendar {
namespace {

// The lines of a feed with the folded ones put together again, read as RFC 5545 says.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    EXPECT_TRUE(!line.empty() && line.back() == '\r') << line;
    EXPECT_LE(line.size(), 76U) << line;
    line.pop_back();
    if (!line.empty() && (line[0] == ' ' || line[0] == '\t')) {
      lines.back() += line.substr(1);
    } else {
      lines.push_back(line);
    }
  }
  return lines;
}

TEST(Feed, holds_all_day_entries_that_make_nobody_look_busy) {
  const auto lines =
      lines_of(feed("My list", {{"a@onereturn", *parse_date("2027-03-31"), "Train every crew",
                                 *parse_instant("2027-03-03T09:00:00Z")}}));
  EXPECT_THAT(lines,
              ::testing::ElementsAre("BEGIN:VCALENDAR", "VERSION:2.0",
                                     "PRODID:-//OneReturn//My list//EN", "X-WR-CALNAME:My list",
                                     "BEGIN:VEVENT", "UID:a@onereturn", "DTSTAMP:20270303T090000Z",
                                     "DTSTART;VALUE=DATE:20270331", "SUMMARY:Train every crew",
                                     "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR"));
}

TEST(Feed, escapes_and_folds_what_people_wrote) {
  const std::string title =
      "Review; agree, publish\nand \\ train: BEGIN:VEVENT " + std::string(60, 'x') + " é";
  const auto lines = lines_of(feed("My list", {{"a@onereturn", *parse_date("2027-03-31"), title,
                                                *parse_instant("2027-03-03T09:00:00Z")}}));
  EXPECT_THAT(lines, ::testing::Contains("SUMMARY:Review\\; agree\\, publish\\nand \\\\ train: "
                                         "BEGIN:VEVENT " +
                                         std::string(60, 'x') + " é"));
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "BEGIN:VEVENT"), 1);
}

// Found by the fuzzer: the library folds a line in the middle of its own line end.
TEST(Feed, folds_titles_of_every_length) {
  for (std::size_t length = 0; length < 400; ++length) {
    const std::string title(length, 'x');
    const auto lines = lines_of(feed("My list", {{"a@onereturn", *parse_date("2027-03-31"), title,
                                                  *parse_instant("2027-03-03T09:00:00Z")}}));
    EXPECT_THAT(lines, ::testing::Contains("SUMMARY:" + title)) << length;
    EXPECT_THAT(lines, ::testing::SizeIs(12)) << length;
  }
}

TEST(Feed, folds_between_characters) {
  for (std::size_t length = 20; length < 60; ++length) {
    std::string title;
    for (std::size_t at = 0; at < length; ++at)
      title += "\u20ac";
    const auto text = feed("My list", {{"a@onereturn", *parse_date("2027-03-31"), title,
                                        *parse_instant("2027-03-03T09:00:00Z")}});
    EXPECT_THAT(lines_of(text), ::testing::Contains("SUMMARY:" + title)) << length;
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at + 1))
      EXPECT_NE(static_cast<unsigned char>(text[at + 3]) & 0xC0U, 0x80U) << length;
  }
}

TEST(Feed, may_be_empty) { EXPECT_THAT(lines_of(feed("My list", {})), ::testing::SizeIs(5)); }

}  // namespace
}  // namespace onereturn::calendar
