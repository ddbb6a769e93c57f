// What the worker does for a paper without the converters.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/reports/report.hpp"
#include "platform/log/log.hpp"
#include "worker/paper/document_paper.hpp"
#include "worker/paper/picture_size.hpp"

namespace onereturn::worker::paper {
namespace {

using ::testing::HasSubstr;

std::string number(unsigned value, int bytes) {
  std::string text;
  for (int at = bytes - 1; at >= 0; --at)
    text += static_cast<char>(value >> (8U * static_cast<unsigned>(at)) & 0xFFU);
  return text;
}

std::string png(unsigned width, unsigned height) {
  return std::string("\x89PNG\r\n\x1a\n") + number(13, 4) + "IHDR" + number(width, 4) +
         number(height, 4) + number(0x08060000, 4);
}

// One part of a JPEG: its marker, and its length with the two bytes of that.
std::string part(unsigned marker, const std::string& bytes) {
  return "\xFF" + number(marker, 1) + number(static_cast<unsigned>(bytes.size()) + 2, 2) + bytes;
}

std::string jpeg(unsigned frame, unsigned width, unsigned height) {
  return "\xFF\xD8" + part(0xE0, std::string("JFIF\0\1\1\0\0\1\0\1\0\0", 14)) +
         part(0xC4, std::string(20, '\7')) +
         part(frame, number(8, 1) + number(height, 2) + number(width, 2) + number(3, 1) +
                         std::string(9, '\1')) +
         part(0xDA, "data data data");
}

TEST(PictureSize, is_read_from_a_pngs_head) {
  EXPECT_EQ(picture_size(png(640, 160), true), std::pair(640, 160));
  EXPECT_EQ(picture_size(png(640, 160).substr(0, 23), true), std::pair(0, 0));
  EXPECT_EQ(picture_size("", true), std::pair(0, 0));
}

TEST(PictureSize, is_read_from_a_jpegs_first_frame) {
  EXPECT_EQ(picture_size(jpeg(0xC0, 300, 200), false), std::pair(300, 200));
  EXPECT_EQ(picture_size(jpeg(0xC2, 300, 200), false), std::pair(300, 200)) << "progressive";
}

TEST(PictureSize, is_nothing_for_what_ends_early_or_is_none) {
  const auto whole = jpeg(0xC0, 300, 200);
  for (std::size_t size = 0; size < 54; ++size)
    EXPECT_EQ(picture_size(whole.substr(0, size), false), std::pair(0, 0)) << size;
  EXPECT_EQ(picture_size("MZ this is no picture at all", false), std::pair(0, 0));
  EXPECT_EQ(picture_size(std::string(4000, '\0'), false), std::pair(0, 0));
  EXPECT_EQ(picture_size(std::string(4000, '\xFF'), false), std::pair(0, 0));
}

TEST(Problems, say_to_people_what_is_wrong_and_who_can_help) {
  using convert::Cause;
  EXPECT_THAT(problem_of(Cause::no_room).detail, HasSubstr("Whoever runs the service"));
  EXPECT_EQ(problem_of(Cause::no_room).code, ProblemCode::closed);
  EXPECT_THAT(problem_of(Cause::refused).detail, HasSubstr("not in it"));
  EXPECT_THAT(problem_of(Cause::timed_out).detail, HasSubstr("longer than it may"));
  EXPECT_THAT(problem_of(Cause::out_of_memory).detail, HasSubstr("more memory than it may"));
  for (const auto cause : {Cause::broke, Cause::nothing_usable})
    EXPECT_THAT(problem_of(cause).detail, HasSubstr("no whole file"));
}

documents::Table table_of(const std::string& name, const std::string& caption) {
  documents::Table table;
  table.name = name;
  table.caption = caption;
  table.columns = {{"Who", 1}, {"What", 1}};
  table.rows = {{documents::cell("=1+1"), documents::cell("a, \"b\"")}};
  return table;
}

std::string csv_of(const documents::Document& document) {
  static log::Logger log{"test"};
  static const Maker maker{{}, log};
  return *paper_of(document, Format::csv, maker);
}

TEST(TablesAsCsv, stand_alone_when_there_is_one) {
  documents::Document document;
  document.blocks = {table_of("one", "The first")};
  EXPECT_EQ(csv_of(document), "\"Who\",\"What\"\r\n\"'=1+1\",\"a, \"\"b\"\"\"\r\n");
}

TEST(TablesAsCsv, stand_below_their_titles_when_there_are_several) {
  documents::Document document;
  document.blocks = {table_of("one", "The first"), documents::plain("between"),
                     table_of("two", "=The second")};
  const std::string rows = "\"Who\",\"What\"\r\n\"'=1+1\",\"a, \"\"b\"\"\"\r\n";
  EXPECT_EQ(csv_of(document), "\"The first\"\r\n" + rows + "\r\n\"'=The second\"\r\n" + rows);
}

TEST(TablesAsCsv, say_so_when_there_are_none) { EXPECT_EQ(csv_of({}), "\"No tables\"\r\n"); }

TEST(Lease, is_longer_than_all_programs_together_and_ends_before_anybody_asks_anew) {
  for (const int seconds : {5, 120, 340}) {
    config::PaperSettings told;
    told.time = std::chrono::seconds{seconds};
    EXPECT_GT(lease_of(told), 5 * told.time);
    EXPECT_LT(lease_of(told), reports::given_up_after);
  }
}

}  // namespace
}  // namespace onereturn::worker::paper
