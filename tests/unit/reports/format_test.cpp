// What is kept of a report reads back as it was, and its canonical text says everything of it.

#include <gmock/gmock.h>

#include "base/ensure.hpp"
#include "domain/reports/block_format.hpp"
#include "domain/reports/report_document.hpp"
#include "domain/reports/report_format.hpp"

namespace onereturn::reports {
namespace {

using documents::Block;

documents::Paragraph paragraph() {
  documents::Paragraph one;
  one.language = "cy";
  one.spans = {{"plain", false, false, "", ""},
               {"<b>\"quoted\"</b> \n 中", true, true, "https://a.example/?a=1&b=2", "a note"}};
  return one;
}

std::vector<Block> one_of_each() {
  documents::Table table;
  table.caption = "A table";
  table.name = "a-table";
  table.first_is_heading = true;
  table.columns = {{"What", 3}, {"When", 1}};
  documents::Cell wide;
  wide.paragraphs = {paragraph(), paragraph()};
  wide.heading = true;
  wide.columns = 2;
  auto dark = documents::cell("3 of 4");
  dark.shade = 4;
  table.rows = {{wide}, {documents::cell("a"), documents::cell("")}, {dark, dark}};
  return {documents::Heading{3, "Heading", "anchor"},
          paragraph(),
          documents::List{true, {{paragraph()}, {paragraph(), paragraph()}}},
          documents::List{false, {}},
          documents::List{true, {{paragraph()}}, 12},
          table,
          documents::Picture{"<svg/>", "What it shows", "Figure 1"},
          documents::PageBreak{},
          documents::SignOffs{{{"Chair", "Jo Marsh", "4 May 2027"}, {"Manager", "", ""}}},
          documents::Contents{{{"1. Overview", "paper1", "To agree."}, {"2. Plan", "paper2", ""}}}};
}

TEST(BlocksThatAreKept, read_back_as_they_were) {
  EXPECT_EQ(read_blocks(write_blocks(one_of_each())), one_of_each());
  EXPECT_EQ(read_blocks("[]"), std::vector<Block>{});
  EXPECT_EQ(write_blocks(read_blocks(write_blocks(one_of_each()))), write_blocks(one_of_each()));
}

std::vector<Block> with_words(const std::string& words, const std::string& seal) {
  documents::Table table;
  auto cell = documents::cell("2 Good");
  cell.kept_in = documents::BoxWords{"a-return", 3, "1.1", seal, 1};
  cell.paragraphs.push_back(documents::plain(words));
  table.rows = {{cell}};
  return {table};
}

TEST(BlocksThatAreKept, have_no_words_of_boxes_but_their_seal) {
  const auto kept = write_blocks(with_words("Of a child", "ab12"));
  EXPECT_EQ(kept.find("Of a child"), std::string::npos);
  EXPECT_NE(kept.find("ab12"), std::string::npos);
  const auto back = read_blocks(kept);
  const auto& cell = std::get<documents::Table>(back.front()).rows[0][0];
  EXPECT_EQ(cell.paragraphs, documents::cell("2 Good").paragraphs) << "what is its own stays";
  EXPECT_EQ(cell.kept_in, (documents::BoxWords{"a-return", 3, "1.1", "ab12", 1}));
  EXPECT_EQ(write_blocks(back), kept);
  EXPECT_EQ(write_blocks(with_words("Redacted", "ab12")), kept);
  EXPECT_NE(write_blocks(with_words("Of a child", "cd34")), kept);
  EXPECT_THROW((void)read_blocks(R"([{"is":"table","caption":"","name":"","columns":[],"rows":)"
                                 R"([[{"paragraphs":[],"kept_in":{}}]]}])"),
               BrokenInvariant);
}

TEST(BlocksThatAreKept, of_another_kind_are_a_mistake_of_ours) {
  for (const char* text : {"", "{}", "[{}]", R"([{"is":"film"}])", R"([{"is":"paragraph"}])",
                           R"([{"is":"table","caption":"","name":"","columns":[],"rows":[1]}])"}) {
    EXPECT_THROW((void)read_blocks(text), BrokenInvariant) << text;
  }
}

TEST(SectionsThatAreKept, read_back_as_they_were) {
  const std::vector<reporting::Section> sections = {{"summary", "Summary", "Words\n\n- \"one\"\n"},
                                                    {"findings", "ⵉ", ""}};
  EXPECT_EQ(read_sections(write_sections(sections)), sections);
  EXPECT_THROW((void)read_sections("[{\"key\": 1}]"), BrokenInvariant);
}

struct Whole {
  Report report;
  ReportVersion version;
};

Whole whole() {
  Whole all;
  all.report.number = 7;
  all.report.title = "Overview";
  all.version.number = 2;
  all.version.subtitle = "Spring";
  EditedSection section;
  section.key = "summary";
  section.heading = "Summary";
  section.words = "## Typed heading\n\nWords";
  section.drafted = "Other words";
  all.version.sections = {section};
  all.version.facts = one_of_each();
  return all;
}

TEST(CanonicalText, changes_with_everything_that_the_report_says_and_with_nothing_else) {
  const auto first = whole();
  const auto text = canonical_text(first.report, first.version);
  const auto differs = [&](auto&& change) {
    auto other = whole();
    change(other);
    return canonical_text(other.report, other.version) != text;
  };
  EXPECT_FALSE(differs([](Whole&) {}));
  EXPECT_FALSE(differs([](Whole& all) { all.version.saves = 9; }));
  EXPECT_FALSE(differs([](Whole& all) { all.version.sections[0].drafted = "x"; }));
  EXPECT_TRUE(differs([](Whole& all) { all.report.title = "x"; }));
  EXPECT_TRUE(differs([](Whole& all) { all.version.number = 3; }));
  EXPECT_TRUE(differs([](Whole& all) { all.version.subtitle = "x"; }));
  EXPECT_TRUE(differs([](Whole& all) { all.version.sections[0].words += "."; }));
  EXPECT_TRUE(differs([](Whole& all) { all.version.sections[0].heading = "x"; }));
  EXPECT_TRUE(differs([](Whole& all) { all.version.facts.pop_back(); }));
}

TEST(DocumentOfAReport, puts_typed_headings_below_the_sections_and_signs_at_the_end) {
  auto all = whole();
  BoardLook look;
  look.name = "Westmarch";
  look.colour = "#702082";
  auto document = document_of(all.report, all.version, look);
  EXPECT_EQ(document.title, "Overview");
  EXPECT_EQ(document.look.name, "Westmarch");
  EXPECT_EQ(document.standing, "Draft 2");
  EXPECT_EQ(document.record, "Report 7, version 2");
  EXPECT_EQ(document.blocks.front(), Block(documents::Heading{2, "Summary", "summary"}));
  EXPECT_EQ(std::get<documents::Heading>(document.blocks[1]).level, 3);
  const auto& empty_line = std::get<documents::SignOffs>(document.blocks.back());
  ASSERT_EQ(empty_line.lines.size(), 1U);
  EXPECT_EQ(empty_line.lines.front().name, "") << "a line to sign on";
  all.version.signatures = {{1, "Chair", "Jo Marsh", *parse_date("2027-05-04"), ""}};
  document = document_of(all.report, all.version, look);
  EXPECT_EQ(std::get<documents::SignOffs>(document.blocks.back()).lines.front().date, "4 May 2027");
  all.report.subject.kind = Kind::pack;
  document = document_of(all.report, all.version, look);
  EXPECT_EQ(document.blocks.back(), all.version.facts.back()) << "a pack is signed by nobody";
}

}  // namespace
}  // namespace onereturn::reports
