#include "platform/convert/whole_rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onereturn::convert {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string row(const std::string& cells, const std::string& properties = "") {
  return "<w:tr>" + properties + cells + "</w:tr>";
}
std::string cell(const std::string& words) {
  return "<w:tc><w:p><w:r><w:t>" + words + "</w:t></w:r></w:p></w:tc>";
}

TEST(WholeRows, stay_on_one_page) {
  EXPECT_EQ(rows_kept_whole("<w:tbl>" + row(cell("a")) + row(cell("b")) + "</w:tbl>"),
            "<w:tbl>" + row(cell("a"), "<w:trPr><w:cantSplit/></w:trPr>") +
                row(cell("b"), "<w:trPr><w:cantSplit/></w:trPr>") + "</w:tbl>");
}

TEST(WholeRows, keep_what_is_said_of_them) {
  EXPECT_EQ(rows_kept_whole(row(cell("a"), "<w:trPr><w:tblHeader/></w:trPr>")),
            row(cell("a"), "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"));
}

TEST(WholeRows, may_go_on_overleaf_when_a_cell_is_long) {
  EXPECT_THAT(rows_kept_whole(row(cell(std::string(900, 'x')))), HasSubstr("cantSplit"));
  EXPECT_THAT(rows_kept_whole(row(cell("a") + cell(std::string(901, 'x')))),
              Not(HasSubstr("cantSplit")));
  EXPECT_THAT(rows_kept_whole(row(cell(std::string(600, 'x')) + cell(std::string(600, 'x')))),
              HasSubstr("cantSplit"))
      << "cells stand beside each other";
}

TEST(WholeRows, leave_everything_else_as_it_is) {
  for (const std::string words : {"", "<w:p>no table</w:p>", "<w:tr>that never ends"}) {
    EXPECT_EQ(rows_kept_whole(words), words);
  }
}

}  // namespace
}  // namespace onereturn::convert
