// What people type into fields, and what they download again, one by one.

#include <gtest/gtest.h>

#include "gateway/views/csv_cell.hpp"
#include "gateway/views/typed_date.hpp"

namespace onereturn::gateway::views {
namespace {

TEST(TypedDay, is_the_day_that_was_typed) {
  const auto read = read_date({"03", "6", "2027"});
  ASSERT_TRUE(read.date);
  EXPECT_EQ(to_iso(*read.date), "2027-06-03");
}

// Found by the fuzzer: the calendar's day has one byte, so that 257 became 1.
TEST(TypedDay, does_not_exist_beyond_the_end_of_the_month) {
  for (const std::string day : {"0", "-1", "32", "257", "288", "032027", "2147483647"}) {
    const auto read = read_date({day, "6", "2027"});
    EXPECT_FALSE(read.date) << day;
    EXPECT_TRUE(read.error.ends_with("June 2027 does not exist")) << read.error;
  }
}

TEST(CsvCell, says_what_was_written) {
  EXPECT_EQ(csv_cell("Training, \"new\""), "\"Training, \"\"new\"\"\"");
  EXPECT_EQ(csv_cell(""), "\"\"");
  EXPECT_EQ(csv_cell("a\nb-c = d"), "\"a\nb-c = d\"");
}

TEST(CsvCell, is_no_formula) {
  EXPECT_EQ(csv_cell("=1+1"), "\"'=1+1\"");
  EXPECT_EQ(csv_cell("  @SUM(A1)"), "\"'  @SUM(A1)\"");
}

// Found by the fuzzer: some programs cut a cell at its line ends.
TEST(CsvCell, has_no_line_that_is_a_formula) {
  EXPECT_EQ(csv_cell("a\n=1+1"), "\"a\n'=1+1\"");
  EXPECT_EQ(csv_cell("a\r\n  -2\r+3"), "\"a\r\n'  -2\r'+3\"");
}

}  // namespace
}  // namespace onereturn::gateway::views
