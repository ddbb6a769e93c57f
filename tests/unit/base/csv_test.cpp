#include "base/csv.hpp"

#include <gtest/gtest.h>

namespace onereturn {
namespace {

TEST(CsvLine, quotes_every_cell_and_doubles_quotes) {
  EXPECT_EQ(csv_line({"one", "", "say \"two\", three"}),
            "\"one\",\"\",\"say \"\"two\"\", three\"\r\n");
}

TEST(CsvLine, has_no_cell_that_a_spreadsheet_would_compute) {
  for (const std::string start : {"=", "+", "-", "@", "\t", "\r", "  =", "\xC2\xA0="}) {
    EXPECT_EQ(csv_line({start + "1"}), "\"'" + start + "1\"\r\n");
  }
  EXPECT_EQ(csv_line({"harmless\n=1"}), "\"'harmless\n=1\"\r\n");
  EXPECT_EQ(csv_line({"a=1", "3-4"}), "\"a=1\",\"3-4\"\r\n");
}

}  // namespace
}  // namespace onereturn
