// Papers made by the real converters, read back by other programs.

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "functional/paper/reading.hpp"
#include "functional/paper/sample.hpp"
#include "platform/log/log.hpp"
#include "worker/paper/document_paper.hpp"

namespace onereturn::testing {
namespace {

using namespace documents;
using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;
using Form = worker::paper::Format;

std::string made(const Document& document, Form form) {
  static log::Logger log{"test"};
  static const worker::paper::Maker maker{paper::patient(), log};
  auto bytes = worker::paper::paper_of(document, form, maker);
  EXPECT_TRUE(bytes.has_value()) << (bytes ? "" : bytes.problem().key);
  return bytes ? *bytes : "";
}

std::string entry(const std::string& path, const std::string& name) {
  return said_by("unzip -p " + path + " " + name);
}

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t found = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size()))
    ++found;
  return found;
}

// The same overview in every form, made once.
struct Overview {
  Kept docx{made(overview(), Form::docx), "docx"};
  Kept pdf{made(overview(), Form::pdf), "pdf"};
  Kept odt{made(overview(), Form::odt), "odt"};

  static const Overview& get() {
    static const Overview overview;
    return overview;
  }
};

TEST(Word, has_headings_table_heads_alternatives_title_and_language) {
  const auto& path = Overview::get().docx.path();
  const auto text = entry(path, "word/document.xml");
  EXPECT_EQ(count(text, "w:pStyle w:val=\"Heading1\""), 5U);
  EXPECT_EQ(count(text, "w:pStyle w:val=\"Heading2\""), 1U);
  EXPECT_GE(count(text, "<w:tblHeader"), 3U);
  EXPECT_THAT(text, HasSubstr("descr=\"Response rate: schools 95%"));
  EXPECT_EQ(count(text, "<w:footnoteReference "), 1U);
  EXPECT_THAT(entry(path, "word/footnotes.xml"), HasSubstr("Counted on 30 April 2027."));
  EXPECT_THAT(entry(path, "docProps/core.xml"), HasSubstr("Section 11 overview report 2027"));
  EXPECT_THAT(entry(path, "word/styles.xml"), HasSubstr("w:val=\"en-GB\""));
  EXPECT_THAT(text, HasSubstr("Ŵyn-Jones"));
}

TEST(Word, says_on_each_page_whose_it_is_and_which) {
  const auto& path = Overview::get().docx.path();
  const auto around = entry(path, "'word/header*.xml'") + entry(path, "'word/footer*.xml'");
  EXPECT_THAT(around, HasSubstr("Harrowmere Safeguarding Children Board"));
  EXPECT_THAT(around, HasSubstr("HA-OV-2027-01"));
  EXPECT_THAT(around, HasSubstr("c41f 9a07 22be"));
  EXPECT_THAT(around, HasSubstr("NUMPAGES"));
}

TEST(Pdf, is_marked_for_readers_and_for_keeping) {
  const auto& path = Overview::get().pdf.path();
  const auto facts = said_by("pdfinfo " + path);
  EXPECT_THAT(facts, HasSubstr("Title:           Section 11 overview report 2027"));
  EXPECT_THAT(facts, HasSubstr("Tagged:          yes"));
  const auto meta = said_by("pdfinfo -meta " + path);
  EXPECT_THAT(meta, HasSubstr("<pdfuaid:part>1</pdfuaid:part>"));
  EXPECT_THAT(meta, HasSubstr("<pdfaid:part>2</pdfaid:part>"));
  EXPECT_THAT(meta, HasSubstr("<pdfaid:conformance>B</pdfaid:conformance>"));
  const auto inside = said_by("qpdf --qdf --object-streams=disable " + path + " - | strings");
  EXPECT_THAT(inside, HasSubstr("/Lang (en-GB)"));
  EXPECT_THAT(inside, HasSubstr("/DisplayDocTitle true"));
  EXPECT_THAT(inside, HasSubstr("/Scope /Column"));
}

TEST(Pdf, is_read_in_the_order_in_which_it_was_written) {
  const auto tree = said_by("pdfinfo -struct-text " + Overview::get().pdf.path());
  std::size_t at = 0;
  for (const auto* words : {"Section 11 overview report 2027", "Summary", "Of 109 organisations",
                            "Participation", "Figure", "Who took part", "Schools", "Voluntary",
                            "Recommendations", "Improvement plan", "Dr Anselm Reid"}) {
    const auto found = tree.find(words, at);
    ASSERT_NE(found, std::string::npos) << words << "\n" << tree.substr(0, 4000);
    at = found;
  }
  EXPECT_EQ(count(tree, "/Scope /Column"), 4U + 5U + 3U) << "heads of the three tables";
  EXPECT_EQ(count(tree, "/Scope /Row"), 4U + 18U + 2U) << "and of their rows";
  EXPECT_GE(count(tree, "H1 (block)"), 5U);
}

TEST(Pdf, has_every_letter_in_it) {
  const auto& path = Overview::get().pdf.path();
  const auto fonts = said_by("pdffonts " + path + " | tail -n +3");
  EXPECT_GE(count(fonts, "\n"), 2U);
  EXPECT_EQ(said_by("pdffonts " + path + " | tail -n +3 | awk '{print $(NF-4)}' | sort -u"),
            "yes\n");
  EXPECT_THAT(fonts, HasSubstr("OpenSans"));
  EXPECT_THAT(said_by("pdfinfo " + path), ContainsRegex("Pages: +4\n"));
  const auto text = said_by("pdftotext " + path + " -");
  EXPECT_THAT(text, HasSubstr("Llŷr Ŵyn-Jones"));
  EXPECT_THAT(text, HasSubstr("Page 1 of 4"));
  EXPECT_THAT(text, HasSubstr("Page 4 of 4"));
  EXPECT_THAT(text, HasSubstr("Counted on 30 April 2027."));
}

TEST(OpenDocument, keeps_headings_alternatives_and_heads_of_tables) {
  const auto text = entry(Overview::get().odt.path(), "content.xml");
  EXPECT_GE(count(text, "<text:h "), 6U);
  EXPECT_GE(count(text, "<table:table-header-rows>"), 3U);
  EXPECT_THAT(text, HasSubstr("Response rate: schools 95%"));
  EXPECT_EQ(count(text, "<text:note "), 1U);
  EXPECT_THAT(entry(Overview::get().odt.path(), "meta.xml"),
              HasSubstr("<dc:title>Section 11 overview report 2027</dc:title>"));
}

// A heading over two columns pushed what stood beside it one column to the left.
TEST(Headings, keep_the_columns_that_they_span) {
  Table table;
  table.caption = "Who took part";
  table.columns = {{"Sector", 3}, {"Asked", 2}, {"Answered", 2}};
  table.first_is_heading = true;
  table.rows = {{Cell{{plain("North")}, true, 3}},
                {cell("Schools"), cell("40"), cell("38")},
                {Cell{{plain("Health and police")}, true, 2}, cell("9")}};
  Document document;
  document.title = "Spans";
  document.blocks = {table};
  const Kept docx{made(document, Form::docx), "docx"};
  const auto word = entry(docx.path(), "word/document.xml");
  EXPECT_EQ(count(word, "<w:gridSpan w:val=\"3\""), 1U);
  EXPECT_EQ(count(word, "<w:gridSpan w:val=\"2\""), 1U);
  EXPECT_EQ(count(word, "w:val=\"TableHeading\""), 3U);
  const Kept odt{made(document, Form::odt), "odt"};
  const auto text = entry(odt.path(), "content.xml");
  EXPECT_EQ(count(text, "number-columns-spanned=\"3\""), 1U);
  EXPECT_EQ(count(text, "number-columns-spanned=\"2\""), 1U);
  const Kept pdf{made(document, Form::pdf), "pdf"};
  EXPECT_THAT(said_by("pdftotext -layout " + pdf.path() + " -"),
              ContainsRegex("Health and police +9"));
}

TEST(Lists, count_on_from_their_first_number) {
  Document document;
  document.title = "Lists";
  document.blocks = {List{true, {{plain("first item")}}}, plain("Between."),
                     List{true, {{plain("second item")}, {plain("third item")}}, 2}};
  const Kept pdf{made(document, Form::pdf), "pdf"};
  const auto text = said_by("pdftotext -layout " + pdf.path() + " -");
  EXPECT_THAT(text, ContainsRegex("1\\. +first item"));
  EXPECT_THAT(text, ContainsRegex("2\\. +second item"));
  EXPECT_THAT(text, ContainsRegex("3\\. +third item"));
}

TEST(Links, keep_their_address_whatever_letters_it_has) {
  Document document;
  document.title = "Links";
  document.blocks = {
      Paragraph{{{.text = "\U0001F9FF there", .href = "https://b.example/\U0001F9FF"}}, ""}};
  const Kept pdf{made(document, Form::pdf), "pdf"};
  EXPECT_THAT(said_by("pdftotext " + pdf.path() + " -"), HasSubstr("[U+1F9FF] there"));
  EXPECT_THAT(said_by("qpdf --qdf --object-streams=disable " + pdf.path() + " - | strings"),
              AllOf(HasSubstr("b.example/"), Not(HasSubstr("b.example/[U"))));
}

TEST(Tables, are_a_workbook_in_which_nothing_is_a_formula) {
  auto document = register_of(2);
  auto& table = std::get<Table>(document.blocks.back());
  table.rows[0][0] = cell("=HYPERLINK(\"https://evil.example\",\"x\")");
  const Kept xlsx{made(document, Form::xlsx), "xlsx"};
  EXPECT_THAT(entry(xlsx.path(), "xl/worksheets/sheet1.xml"), Not(HasSubstr("<f>")));
  EXPECT_THAT(entry(xlsx.path(), "xl/sharedStrings.xml"), HasSubstr("=HYPERLINK("));
  const Kept ods{made(document, Form::ods), "ods"};
  const auto text = entry(ods.path(), "content.xml");
  EXPECT_THAT(text, Not(HasSubstr("table:formula")));
  EXPECT_THAT(text, HasSubstr("=HYPERLINK("));
  EXPECT_THAT(made(document, Form::csv), HasSubstr("\"'=HYPERLINK("));
}

// Left for people to look at, where a folder is named.
TEST(Sample, is_whole_in_every_format) {
  const char* folder = std::getenv("ONERETURN_TEST_SAMPLES");
  const auto& made_once = Overview::get();
  for (const auto* kept : {&made_once.pdf, &made_once.docx, &made_once.odt}) {
    const std::filesystem::path from = kept->path();
    EXPECT_GT(std::filesystem::file_size(from), 10'000U) << from;
    if (folder == nullptr) continue;
    std::filesystem::copy_file(
        from, std::filesystem::path(folder) / ("overview" + from.extension().string()),
        std::filesystem::copy_options::overwrite_existing);
  }
}

}  // namespace
}  // namespace onereturn::testing
