// How wide the columns of a table are on paper.

#include "domain/documents/column_widths.hpp"

#include <numeric>

#include <gtest/gtest.h>

namespace onereturn::documents {
namespace {

using Widths = std::vector<int>;

Table of(std::vector<Column> columns, std::vector<std::string> cells = {}) {
  Table table;
  table.columns = std::move(columns);
  table.rows.emplace_back();
  for (const auto& words : cells)
    table.rows.back().push_back(cell(words));
  return table;
}

TEST(ColumnWidths, are_the_shares_where_there_is_room) {
  EXPECT_EQ(column_widths(of({{"What", 3}, {"Who", 1}})), (Widths{75, 25}));
  EXPECT_EQ(column_widths(of({{"One", 0}, {"Two", 0}})), (Widths{50, 50})) << "no share is one";
  EXPECT_EQ(column_widths(of({{"Alone", 7}})), Widths{100});
}

TEST(ColumnWidths, hold_the_longest_word_of_heading_and_cells) {
  const auto heading = column_widths(of({{"What is to be done", 20}, {"Organisation", 1}}));
  EXPECT_EQ(heading, (Widths{83, 16})) << "12 letters and the edges, of 84";
  const auto inside =
      column_widths(of({{"What", 20}, {"Lead", 1}}, {"Do it", "Head of Neighbourhoods"}));
  EXPECT_EQ(inside[1], 19);
  const auto accents = column_widths(of({{"What", 20}, {"Ŵŵŵŵŵŵŵŵŵŵŵŵ", 1}}));
  EXPECT_EQ(accents, heading) << "letters, not bytes";
  const auto parts = column_widths(of({{"What", 20}, {"Multi-agency", 1}}));
  EXPECT_EQ(parts[1], 9) << "a hyphen lets a word go on below";
}

TEST(ColumnWidths, let_long_numbers_break) {
  const auto widths = column_widths(of({{"What", 9}, {"Code", 1}}, {"", std::string(60, '7')}));
  EXPECT_EQ(widths[1], 19);
}

TEST(ColumnWidths, look_past_cells_that_span) {
  auto table = of({{"A", 10}, {"B", 1}});
  table.rows[0] = {cell("Neighbourhoods")};
  table.rows[0][0].columns = 2;
  EXPECT_EQ(column_widths(table), column_widths(of({{"A", 10}, {"B", 1}})));
}

TEST(ColumnWidths, of_many_are_as_wide_as_the_page_at_most) {
  for (std::size_t count = 1; count < 40; ++count) {
    const auto widths = column_widths(of(std::vector<Column>(count, {"Safeguarding", 1})));
    ASSERT_EQ(widths.size(), count);
    const int whole = std::accumulate(widths.begin(), widths.end(), 0);
    EXPECT_LE(whole, 100);
    EXPECT_GT(whole, 100 - static_cast<int>(count) - 1);
    EXPECT_GT(widths.front(), 0);
  }
  EXPECT_TRUE(column_widths({}).empty());
}

TEST(ColumnWidths, are_shared_by_the_root_of_what_stands_in_each) {
  auto table = of({{"What is asked", 4}, {"What you do", 5}, {"Grade", 2}, {"Empty", 9}},
                  {std::string(100, 'a'), std::string(800, 'b'), "Good", ""});
  table.rows.push_back({cell("across"), cell(std::string(100, 'd')), cell(""), cell("")});
  table.rows.back().front().columns = 4;
  table.rows.push_back({cell(""), cell(std::string(100, 'c')), cell(""), cell("")});
  share_by_words(table);
  Widths shares;
  for (const auto& column : table.columns)
    shares.push_back(column.width);
  EXPECT_EQ(shares, (Widths{24, 71, 5, 1}));
}

TEST(ColumnWidths, stay_as_named_where_nothing_stands) {
  auto table = of({{"What", 3}, {"Who", 1}}, {"", ""});
  share_by_words(table);
  EXPECT_EQ(column_widths(table), (Widths{75, 25}));
  Table none;
  share_by_words(none);
  EXPECT_TRUE(none.columns.empty());
}

}  // namespace
}  // namespace onereturn::documents
