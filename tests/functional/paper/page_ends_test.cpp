// Wherever a page ends, nothing is lost and headings stand above what they head. Rows that stay
// whole and lines that stay with what follows them once made LibreOffice leave a table's rows out.

#include <gtest/gtest.h>

#include "functional/paper/reading.hpp"
#include "functional/paper/sample.hpp"
#include "platform/log/log.hpp"
#include "worker/paper/document_paper.hpp"

namespace onereturn::testing::paper {
namespace {

using namespace documents;

constexpr int rows = 9;

std::string mark(int section, int row) {
  return "row-" + std::to_string(section) + "-" + std::to_string(row) + "-end";
}
std::string part(int section) { return "Part " + std::to_string(section) + " of all"; }

// A page of its own: lines to fill it, then what belongs together.
void add_section(Document& document, int section, int lines, int height) {
  auto& blocks = document.blocks;
  blocks.emplace_back(PageBreak{});
  for (int line = 0; line < lines; ++line)
    blocks.emplace_back(plain("A line of its own."));
  blocks.emplace_back(Heading{2, part(section), ""});
  blocks.emplace_back(plain("What it shows, as it stood on 12 March 2027."));
  const auto tall = std::to_string(height);
  if (height > 0)
    blocks.emplace_back(Picture{"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 " +
                                    tall + "\" width=\"400\" height=\"" + tall +
                                    "\"><rect width=\"90\" height=\"20\" fill=\"#0b4f5c\"/></svg>",
                                "A bar", "Below the bar"});
  Table table;
  table.name = "part-" + std::to_string(section);
  table.caption = "Grades given";
  table.first_is_heading = true;
  table.columns = {{"Standard", 2}, {"Given", 1}};
  for (int row = 1; row <= rows; ++row)
    table.rows.push_back({cell(mark(section, row)), cell("5 of 6")});
  blocks.emplace_back(std::move(table));
}

const std::string& text_of_all_sections() {
  static const std::string text = [] {
    log::Logger log{"test"};
    const worker::paper::Maker maker{patient(), log};
    Document document;
    document.title = "Where pages end";
    int section = 0;
    for (const int height : {0, 420, 640, 680, 720, 760, 800, 830})
      for (int lines = 0; lines < 28; lines += height == 0 ? 1 : 4)
        add_section(document, ++section, lines, height);
    const auto pdf = worker::paper::paper_of(document, worker::paper::Format::pdf, maker);
    return pdf ? text_of_pdf(*pdf) : "";
  }();
  return text;
}

constexpr int sections = 28 + 7 * 7;

TEST(PageEnds, lose_no_row) {
  for (int section = 1; section <= sections; ++section)
    for (int row = 1; row <= rows; ++row)
      EXPECT_EQ(how_often(text_of_all_sections(), mark(section, row)), 1) << mark(section, row);
}

TEST(PageEnds, part_no_heading_from_what_it_heads) {
  const auto& text = text_of_all_sections();
  for (int section = 1; section <= sections; ++section) {
    const auto heading = text.find(part(section) + "\n");
    ASSERT_NE(heading, text.npos) << part(section);
    const auto ends = text.find('\f', heading);
    const auto next =
        std::min(text.find("Below the bar", heading), text.find(mark(section, 1), heading));
    EXPECT_LT(next, ends) << part(section) << " stands at the end of a page";
  }
}

}  // namespace
}  // namespace onereturn::testing::paper
