// What breaks documents elsewhere, all in one and made once in every format, and read back.

#include <algorithm>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "functional/paper/reading.hpp"
#include "functional/paper/sample.hpp"
#include "platform/log/log.hpp"
#include "worker/paper/document_paper.hpp"

namespace onereturn::testing::paper {
namespace {

using namespace documents;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using Form = worker::paper::Format;

constexpr int rows = 1500;
constexpr const char* welsh = "Llŷr Ŵyn-Jones, Ysgol Gyfun Gŵyr";
constexpr const char* hebrew = "מרים כהן";
constexpr const char* arabic = "مؤسسة النور";
constexpr const char* chinese = "王小明";
constexpr const char* redacted = "[Removed by the agency on 3 March 2027: it named a child]";
constexpr const char* closed = "Fenwick Lane Youth Trust (closed on 31 January 2027)";
// An amulet that no font of ours has, and a character for private use.
constexpr const char* unknown = "Amulet \U0001F9FF and \U0010FFFD.";

std::string made(const Document& document, Form form) {
  static log::Logger log{"test"};
  static const worker::paper::Maker maker{patient(), log};
  auto bytes = worker::paper::paper_of(document, form, maker);
  EXPECT_TRUE(bytes.has_value()) << (bytes ? "" : bytes.problem().key);
  return bytes ? *bytes : "";
}

// "word-1 word-2 ...", ten thousand characters.
std::string long_text() {
  constexpr std::size_t most = 10'000;
  std::string text;
  for (int number = 1;; ++number) {
    const auto word = "word-" + std::to_string(number) + " ";
    if (text.size() + word.size() + 8 > most) break;
    text += word;
  }
  return text + "lastword";
}

Table register_with_all_of_it() {
  auto table = std::get<Table>(register_of(rows).blocks.back());
  const auto put = [&](std::size_t row, const char* name) { table.rows[row][0] = cell(name); };
  put(0, welsh);
  put(1, hebrew);
  put(2, arabic);
  put(3, chinese);
  put(4, closed);
  put(5, unknown);
  table.rows[6][3] = cell(redacted);
  table.rows[7][3] = cell(long_text());
  return table;
}

Document edges() {
  Document document = register_of(0);
  document.look.name = "Bwrdd Diogelu Gŵyr \U0001F9FF";
  document.record = "HA-REG-2027-01";
  document.blocks = {Heading{2, "Names", "names"},
                     Paragraph{{{.text = "Mae Llŷr wedi ateb."}}, "cy"},
                     Paragraph{{{.text = arabic}}, "ar"}, Heading{3, "Register", "register"},
                     register_with_all_of_it()};
  return document;
}

Document nothing() {
  Document document;
  document.title = "Nothing yet";
  document.look.name = "Harrowmere Safeguarding Children Board";
  Table table;
  table.caption = "Returns";
  table.name = "register";
  table.columns = {{"Organisation", 2}, {"Standing", 1}};
  document.blocks = {Heading{2, "Register", "register"}, table};
  return document;
}

const std::string& file_of(const Document& (*which)(), Form form) {
  static std::map<std::pair<const Document& (*)(), Form>, std::string> files;
  auto& file = files[{which, form}];
  if (file.empty()) file = made(which(), form);
  return file;
}

const Document& all_edges() {
  static const auto document = edges();
  return document;
}
const Document& no_data() {
  static const auto document = nothing();
  return document;
}

TEST(EdgesInPdf, lose_no_row_and_no_word_over_the_pages) {
  const auto text =
      read_with({"pdftotext", "-layout", "{file}", "-"}, file_of(all_edges, Form::pdf));
  for (int row = 9; row <= rows; ++row) {
    ASSERT_EQ(how_often(text, "Organisation " + std::to_string(row) + " "), 1) << row;
  }
  EXPECT_EQ(how_often(text, "word-"), how_often(long_text(), "word-"));
  EXPECT_EQ(how_often(text, "lastword"), 1);
  const auto pages = std::stoi(
      read_with({"sh", "-c", "pdfinfo \"$1\" | sed -n \"s/^Pages: *//p\"", "sh", "{file}"},
                file_of(all_edges, Form::pdf)));
  EXPECT_GE(pages, 30);
  EXPECT_GE(how_often(text, "Arrived"), pages - 1) << "the table's head is on each page";
  EXPECT_EQ(how_often(text, "Page " + std::to_string(pages) + " of " + std::to_string(pages)), 1);
}

// The words in the order of reading, with lines of a cell put together.
std::string words_of_pdf() {
  auto text = read_with({"pdftotext", "{file}", "-"}, file_of(all_edges, Form::pdf));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

TEST(EdgesInPdf, keep_names_as_they_are_written) {
  const auto text = words_of_pdf();
  // Readers of PDFs put words of two directions together as they find them: each is there.
  for (const auto* words :
       {welsh, chinese, "closed on 31 January 2027", "it named a child", "מרים", "כהן", "النور"}) {
    EXPECT_EQ(how_often(text, words) > 0, true) << words;
  }
}

TEST(EdgesInPdf, name_what_no_font_has_instead_of_an_empty_box) {
  const auto text = words_of_pdf();
  EXPECT_EQ(how_often(text, "Amulet [U+1F9FF] and [U+10FFFD]."), 1);
  EXPECT_GE(how_often(text, "Bwrdd Diogelu Gŵyr [U+1F9FF]"), 1) << "in the head too";
  EXPECT_EQ(how_often(text, "\U0001F9FF"), 0);
}

TEST(EdgesInPdf, are_what_the_pdf_claims) {
  const auto& file = file_of(all_edges, Form::pdf);
  EXPECT_EQ(wrong_in_pdf(file), "");
  EXPECT_THAT(levels_of_headings(file), ::testing::ElementsAre(1, 1, 2));
  const auto fonts = read_with({"pdffonts", "{file}"}, file);
  EXPECT_EQ(how_often(fonts, "\n") - 2, how_often(fonts, "+")) << fonts;
  EXPECT_THAT(read_with({"pdfinfo", "{file}"}, file), HasSubstr("Encrypted:       no"));
}

class EdgesInOffice : public ::testing::TestWithParam<Form> {};

TEST_P(EdgesInOffice, keep_every_row_and_every_character) {
  const auto& file = file_of(all_edges, GetParam());
  EXPECT_EQ(wrong_in_office_file(file), "");
  const bool word = GetParam() == Form::docx;
  const auto text = inside_zip(file, word ? "word/document.xml" : "content.xml");
  EXPECT_EQ(how_often(text, "Organisation 1500<"), 1);
  EXPECT_EQ(how_often(text, ">Organisation "), rows - 6) << "six have names of their own";
  EXPECT_EQ(how_often(text, ">Organisation<"), 1) << "the column's head";
  EXPECT_EQ(how_often(text, "lastword"), 1);
  for (const auto* words : {"Ŵyn-Jones", hebrew, arabic, chinese, "closed on 31 January 2027",
                            "it named a child", "\U0001F9FF", "\U0010FFFD"}) {
    EXPECT_GE(how_often(text, words), 1) << words;
  }
  EXPECT_EQ(how_often(text, "[U+"), 0) << "whoever writes on in it may have the letter";
}

INSTANTIATE_TEST_SUITE_P(Both, EdgesInOffice, ::testing::Values(Form::docx, Form::odt));

TEST(EdgesInTables, keep_every_row_and_every_character) {
  const std::map<Form, std::string> parts = {
      {Form::xlsx, "xl/sharedStrings.xml"}, {Form::ods, "content.xml"}, {Form::csv, ""}};
  for (const auto& [form, part] : parts) {
    const auto& file = file_of(all_edges, form);
    const auto text = part.empty() ? file : inside_zip(file, part);
    for (const auto& words :
         std::vector<std::string>{welsh, hebrew, arabic, chinese, closed, unknown, redacted,
                                  "Organisation 1500", long_text()}) {
      EXPECT_EQ(how_often(text, words), 1) << words;
    }
    if (!part.empty()) {
      EXPECT_EQ(wrong_in_office_file(file), "");
    }
  }
  EXPECT_EQ(how_often(file_of(all_edges, Form::csv), "\r\n"), rows + 1);
}

// Whoever pasted out of something broken has what XML forbids in a text, a title or a name.
TEST(NoCharacters, are_left_out_and_every_file_opens) {
  const std::string none = "\xEF\xBF\xBF\xEF\xBF\xBE";
  Document document;
  document.title = "Broken" + none + " title";
  document.blocks.emplace_back(Heading{2, "A heading" + none, ""});
  Table table;
  table.caption = "Caption" + none;
  table.columns = {{"Col" + none + "umn"}};
  table.rows = {{cell("val" + none + "ue")}};
  document.blocks.emplace_back(table);
  for (const auto form : {Form::docx, Form::odt, Form::xlsx, Form::ods})
    EXPECT_EQ(wrong_in_office_file(made(document, form)), "") << static_cast<int>(form);
  EXPECT_THAT(inside_zip(made(document, Form::xlsx), "xl/sharedStrings.xml"),
              AllOf(HasSubstr("Column"), HasSubstr("value")));
  EXPECT_THAT(text_of_pdf(made(document, Form::pdf)),
              AllOf(HasSubstr("Broken title"), HasSubstr("value"), Not(HasSubstr("[U+FFF"))));
}

TEST(NoData, is_a_good_document_too) {
  const auto& pdf = file_of(no_data, Form::pdf);
  EXPECT_EQ(wrong_in_pdf(pdf), "");
  EXPECT_THAT(text_of_pdf(pdf), HasSubstr("Nothing yet"));
  EXPECT_THAT(text_of_pdf(pdf), HasSubstr("Organisation"));
  for (const auto form : {Form::docx, Form::odt, Form::xlsx, Form::ods}) {
    EXPECT_EQ(wrong_in_office_file(file_of(no_data, form)), "");
  }
  EXPECT_EQ(file_of(no_data, Form::csv), "\"Organisation\",\"Standing\"\r\n");
}

TEST(NoBlocks, is_a_page_with_a_title_and_a_workbook_that_opens) {
  Document document;
  document.title = "Only a title";
  EXPECT_THAT(text_of_pdf(made(document, Form::pdf)), HasSubstr("Only a title"));
  EXPECT_EQ(wrong_in_office_file(made(document, Form::xlsx)), "");
  EXPECT_EQ(made(document, Form::csv), "\"No tables\"\r\n");
}

}  // namespace
}  // namespace onereturn::testing::paper
