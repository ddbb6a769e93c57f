// A chair's pack of more than 200 pages through the real converters: what its contents say of pages
// is true, and everything in it stands in its order.

#include <cstdlib>
#include <fstream>
#include <map>
#include <regex>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/documents/pictures.hpp"
#include "domain/reporting/chairs_pack.hpp"
#include "functional/paper/reading.hpp"
#include "functional/paper/sample.hpp"
#include "platform/log/log.hpp"
#include "worker/paper/document_paper.hpp"

namespace onereturn::testing::paper {
namespace {

using namespace documents;
using Form = worker::paper::Format;

constexpr int papers_count = 26;
constexpr int rows_of_paper = 260;

std::string named(const char* what, int paper) {
  return what + std::string(" of paper ") + std::to_string(paper) + " end";
}

Table register_of_paper(int paper) {
  Table table;
  table.caption = named("Register", paper);
  table.columns = {{"Organisation", 4}, {"Due", 2}, {"Standing", 2}};
  table.first_is_heading = true;
  for (int row = 1; row <= rows_of_paper; ++row) {
    table.rows.push_back({cell("Row " + std::to_string(paper) + "-" + std::to_string(row) + "."),
                          cell("31 March 2027"), cell("Evaluated")});
  }
  return table;
}

reporting::PackPaper paper_of(int number) {
  reporting::PackPaper paper;
  paper.kind = number % 3 == 0 ? "exceptions" : number % 3 == 1 ? "evaluation" : "return";
  paper.title = "Paper of organisation " + std::to_string(number);
  paper.standing = "Finished on 4 May 2027";
  paper.record = "Report " + std::to_string(100 + number) + ", version 1";
  auto bars = action_ageing({{"Not due yet", number}, {"Late", 2}}, "open actions");
  paper.blocks = {
      Heading{2, named("Summary", number), "summary"},
      Paragraph{{{"Of 12 organisations 9 answered.", false, false, "", named("Note", number)}}, ""},
      bars.picture,
      bars.data,
      Heading{3, named("Details", number), "summary"},
      register_of_paper(number),
      Heading{2, named("Sign-off", number), "sign-off"},
      SignOffs{{{"Independent chair", named("Chair", number), "4 May 2027"}}}};
  return paper;
}

const Document& pack() {
  static const Document made = [] {
    std::vector<reporting::PackPaper> papers;
    for (int number = 1; number <= papers_count; ++number)
      papers.push_back(paper_of(number));
    papers = reporting::in_meeting_order(std::move(papers));
    reporting::Meeting meeting;
    meeting.board = "Harrowmere Safeguarding Children Board";
    meeting.title = "Section 11 sub-group";
    meeting.chair = "Dr Anselm Reid";
    auto document = reporting::pack_front(meeting, papers);
    document.record = "Report 131, version 1";
    int number = 0;
    for (auto& paper : papers) {
      for (auto& block : reporting::paper_in_pack(std::move(paper), ++number))
        document.blocks.push_back(std::move(block));
    }
    return document;
  }();
  return made;
}

const std::string& made(Form form) {
  static std::map<Form, std::string> kept;
  auto& bytes = kept[form];
  if (!bytes.empty()) return bytes;
  static log::Logger log{"test"};
  convert::Settings settings;
  settings.limits.time = std::chrono::minutes(9);
  const worker::paper::Maker maker{settings, log};
  auto result = worker::paper::paper_of(pack(), form, maker);
  EXPECT_TRUE(result) << (result ? "" : result.problem().key);
  if (result) bytes = *result;
  // Left for people to look at, where a folder is named.
  const char* folder = std::getenv("ONERETURN_TEST_SAMPLES");
  if (folder != nullptr && form == Form::pdf)
    std::ofstream(folder + std::string("/pack.pdf"), std::ios::binary) << bytes;
  return bytes;
}

const std::string& text() {
  static const std::string read = text_of_pdf(made(Form::pdf));
  return read;
}

const std::vector<std::string>& pages() {
  static const std::vector<std::string> read = [] {
    std::vector<std::string> each;
    std::size_t from = 0;
    for (auto at = text().find('\f'); at != std::string::npos; at = text().find('\f', from)) {
      each.push_back(text().substr(from, at - from));
      from = at + 1;
    }
    return each;
  }();
  return read;
}

struct Line {
  std::string words;
  int page = 0;
};

// The lines of contents, in their order: a number, a title, and at the right a page.
std::vector<Line> contents() {
  static const std::regex line{R"((\d+\. Paper of organisation \d+)[ .]+(\d+)[ ]*\n)"};
  std::vector<Line> lines;
  for (const auto& page : pages()) {
    for (std::sregex_iterator found{page.begin(), page.end(), line}, end; found != end; ++found)
      lines.push_back({(*found)[1], std::stoi((*found)[2])});
  }
  return lines;
}

// Where a heading stands alone on its line; 0 for nowhere.
int page_with(const std::string& words) {
  for (std::size_t at = 0; at < pages().size(); ++at) {
    const auto& page = pages()[at];
    const auto found = page.find(words);
    if (found == std::string::npos) continue;
    const auto end = page.find('\n', found);
    if (page.substr(found, end - found) == words) return static_cast<int>(at) + 1;
  }
  return 0;
}

TEST(PackPdf, contents_name_the_page_on_which_each_paper_really_begins) {
  ASSERT_GE(pages().size(), 200U);
  const auto lines = contents();
  ASSERT_EQ(lines.size(), static_cast<std::size_t>(papers_count));
  for (std::size_t at = 0; at < lines.size(); ++at) {
    EXPECT_TRUE(lines[at].words.starts_with(std::to_string(at + 1) + ". ")) << lines[at].words;
    EXPECT_EQ(lines[at].page, page_with(lines[at].words)) << lines[at].words;
    EXPECT_GT(lines[at].page, at == 0 ? 1 : lines[at - 1].page) << "each on a page of its own";
  }
}

TEST(PackPdf, each_page_says_which_of_how_many_it_is) {
  const auto all = std::to_string(pages().size());
  for (std::size_t at = 0; at < pages().size(); ++at) {
    EXPECT_NE(pages()[at].find("Page " + std::to_string(at + 1) + " of " + all), std::string::npos)
        << at + 1;
    EXPECT_NE(pages()[at].find("Report 131, version 1"), std::string::npos) << at + 1;
  }
}

TEST(PackPdf, holds_everything_once_and_in_order) {
  std::size_t at = 0;
  for (const auto& line : contents()) {
    const auto number = std::stoi(line.words.substr(line.words.rfind(' ')));
    at = text().find("\n" + line.words + "\n", at);
    ASSERT_NE(at, std::string::npos) << line.words << " stands too early";
    at = text().find("Report " + std::to_string(100 + number) + ", version 1", at);
    ASSERT_NE(at, std::string::npos) << "record and standing below the heading";
    for (const auto& words :
         {named("Summary", number), named("Details", number), named("Register", number),
          "Row " + std::to_string(number) + "-" + std::to_string(rows_of_paper) + ".",
          named("Sign-off", number), named("Chair", number)}) {
      EXPECT_EQ(how_often(text(), words), 1) << words;
      const auto found = text().find(words, at);
      ASSERT_NE(found, std::string::npos) << words << " stands too early";
      at = found;
    }
    EXPECT_EQ(how_often(text(), named("Note", number)), 1) << "a footnote";
  }
  EXPECT_EQ(how_often(text(), "Row "), papers_count * rows_of_paper);
}

TEST(PackPdf, has_an_outline_of_every_heading_below_its_paper) {
  const auto told = read_with({"qpdf", "--json", "--json-key=outlines", "{file}"}, made(Form::pdf));
  EXPECT_EQ(how_often(told, "\"title\": \"Summary of paper "), papers_count);
  EXPECT_EQ(how_often(told, "\"title\": \"Details of paper "), papers_count);
  EXPECT_NE(told.find("\"title\": \"What the meeting is asked to do\""), std::string::npos);
  EXPECT_EQ(how_often(told, ". Paper of organisation "), papers_count);
  // The reader of tags takes minutes for so many pages: they are counted where they stand.
  const auto plain = plain_pdf(made(Form::pdf));
  EXPECT_EQ(how_often(plain, "/S /Figure\n"), papers_count);
  EXPECT_GE(how_often(plain, "/S /H2\n"), papers_count * 2);
  EXPECT_GE(how_often(plain, "/S /H3\n"), papers_count);
  EXPECT_GE(how_often(plain, "/Scope /Row"), papers_count * rows_of_paper);
}

TEST(PackWord, links_its_contents_to_headings_that_are_there) {
  const auto words = inside_zip(made(Form::docx), "word/document.xml");
  for (int number = 1; number <= papers_count; ++number) {
    const auto anchor = reporting::anchor_of_paper(number);
    EXPECT_EQ(how_often(words, "PAGEREF " + anchor + " "), 1);
    EXPECT_EQ(how_often(words, "w:anchor=\"" + anchor + "\""), 1);
    EXPECT_EQ(how_often(words, "w:name=\"" + anchor + "\""), 1);
  }
}

TEST(PackWord, says_in_its_contents_the_pages_of_the_pdf_until_somebody_updates_them) {
  const auto words = inside_zip(made(Form::docx), "word/document.xml");
  const auto lines = contents();
  ASSERT_EQ(lines.size(), static_cast<std::size_t>(papers_count));
  for (int number = 1; number <= papers_count; ++number) {
    const auto at = words.find("PAGEREF " + reporting::anchor_of_paper(number) + " ");
    ASSERT_NE(at, std::string::npos);
    const auto shown = words.find("<w:t>", at) + 5;
    EXPECT_EQ(words.substr(shown, words.find('<', shown) - shown),
              std::to_string(lines[static_cast<std::size_t>(number - 1)].page))
        << number;
  }
}

}  // namespace
}  // namespace onereturn::testing::paper
