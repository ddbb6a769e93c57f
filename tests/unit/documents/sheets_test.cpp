#include "domain/documents/sheets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/documents/colours.hpp"

namespace onereturn::documents {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;

Table named(std::string name) {
  Table table;
  table.name = std::move(name);
  table.caption = "Caption";
  table.columns = {{"A", 1}, {"B", 2}};
  table.rows = {{cell("=1+1"), cell("two \"words\"")}};
  return table;
}

TEST(Sheets, AreTheTablesInTheirOrder) {
  Document document;
  document.blocks = {named("one"), plain("between"), named("two")};
  const auto sheets = sheets_of(document);
  ASSERT_EQ(sheets.size(), 2U);
  EXPECT_EQ(sheets[0].name, "one");
  EXPECT_EQ(sheets[1].name, "two");
  EXPECT_EQ(sheets[0].title, "Caption");
  EXPECT_EQ(sheets[0].columns, named("").columns);
  EXPECT_THAT(sheets[0].rows, ElementsAre(ElementsAre("=1+1", "two \"words\"")));
}

TEST(Sheets, HaveNamesThatEverySpreadsheetTakes) {
  Document document;
  document.blocks = {named("a/b:c*d[e]?"),
                     named("ABCDE"),
                     named("abcde"),
                     named("abcde"),
                     named(std::string(40, 'x')),
                     named(std::string(40, 'x')),
                     named("[]")};
  std::vector<std::string> names;
  for (const auto& sheet : sheets_of(document))
    names.push_back(sheet.name);
  EXPECT_THAT(names, ElementsAre("abcde", "ABCDE 2", "abcde 3", "abcde 4", std::string(31, 'x'),
                                 std::string(29, 'x') + " 2", "Table"));
}

TEST(Sheets, NamesAreCutBetweenCharacters) {
  Document document;
  document.blocks = {named("a" + std::string("ééééééééééééééééééééé"))};
  EXPECT_EQ(sheets_of(document)[0].name, "a" + std::string("ééééééééééééééé"));
}

TEST(Sheets, ARowHasACellForEachColumn) {
  Table table = named("t");
  table.rows = {{Cell{{plain("one"), plain("two")}, false, 2}}, {cell("short")}};
  Document document;
  document.blocks = {table};
  EXPECT_THAT(sheets_of(document)[0].rows,
              ElementsAre(ElementsAre("one\ntwo", ""), ElementsAre("short", "")));
}

TEST(Sheets, AsCsvHaveNoFormula) {
  Document document;
  document.blocks = {named("t")};
  EXPECT_EQ(csv_of(sheets_of(document)[0]), "\"A\",\"B\"\r\n\"'=1+1\",\"two \"\"words\"\"\"\r\n");
}

TEST(Sheets, OfFifteenHundredRowsAreWhole) {
  Table table = named("t");
  table.rows.assign(1500, {cell(std::string(10'000, 'a')), cell("b")});
  Document document;
  document.blocks = {table};
  const auto sheets = sheets_of(document);
  EXPECT_EQ(sheets[0].rows.size(), 1500U);
  EXPECT_EQ(sheets[0].rows.back()[0].size(), 10'000U);
}

TEST(Colours, AreHeldAgainstWhiteAsWcagCounts) {
  EXPECT_THAT(contrast("#000000", "#ffffff").value(), DoubleNear(21, 0.001));
  EXPECT_THAT(contrast("#777777", "#FFFFFF").value(), DoubleNear(4.478, 0.001));
  EXPECT_EQ(contrast("#12345", "#ffffff"), std::nullopt);
  EXPECT_EQ(contrast("#-12345", "#ffffff"), std::nullopt);
  EXPECT_EQ(contrast("red", "#ffffff"), std::nullopt);
  EXPECT_TRUE(is_readable_on_white("#0b4f5c"));
  EXPECT_FALSE(is_readable_on_white("#777777"));
  EXPECT_FALSE(is_readable_on_white("nothing"));
}

TEST(Colours, ThatCannotBeReadAreTakenDarker) {
  EXPECT_EQ(readable("#0b4f5c"), "#0b4f5c");
  EXPECT_EQ(readable("\"><script>"), "#0b4f5c");
  for (const auto* light : {"#ffff00", "#ffffff", "#777777", "#ff8800", "#00ffee"}) {
    const auto made = readable(light);
    EXPECT_TRUE(is_readable_on_white(made)) << light << " " << made;
    EXPECT_NE(made, "#000000") << light;
  }
}

}  // namespace
}  // namespace onereturn::documents
