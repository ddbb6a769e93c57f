// Documents made by real programs, read back with others.

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <thread>

#include <gtest/gtest.h>

#include "functional/paper/reading.hpp"

namespace onereturn::testing::paper {
namespace {

using convert::Format;

constexpr const char* bars =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 60\" width=\"200\" height=\"60\">"
    "<rect width=\"150\" height=\"20\" fill=\"#7a1f5c\"/></svg>";

std::string report() {
  return page(
      "<div custom-style=\"Subtitle\"><p>Cycle 2026 to 2027</p></div>"
      "<div custom-style=\"Contents\"><p><a href=\"#actions\">Actions</a>"
      "<span data-page-of=\"actions\"></span></p></div>"
      "<h2>Summary</h2><p>Prif swyddog: <span lang=\"cy\">Ll\u0177r \u0174yn-Jones</span>. Lead: "
      "<span lang=\"ar\" dir=\"rtl\">\u0645\u062d\u0645\u062f</span>.</p>" +
      picture(bars, "Response rate: schools 95 per cent") +
      "<div class=\"page-break\"></div><h2 id=\"actions\">Actions</h2>"
      "<table><caption>Agreed actions</caption><thead><tr><th>Standard</th><th>Seen</th></tr>"
      "</thead><tbody><tr><td scope=\"row\">1.1 "
      "Leadership</td><td>Minutes</td></tr></tbody></table>");
}

const std::string& report_pdf() {
  static const std::string made = converter().convert(Format::pdf, report(), look());
  return made;
}

TEST(PaperPdf, has_the_tags_that_a_screen_reader_walks) {
  const auto tags = structure_of_pdf(report_pdf());
  EXPECT_EQ(how_often(tags, "H1 (block)"), 1) << tags;
  EXPECT_EQ(how_often(tags, "H2 (block)"), 2);
  EXPECT_EQ(how_often(tags, "TH:\n"), 3);
  EXPECT_EQ(how_often(tags, "Figure"), 1);
  EXPECT_EQ(how_often(tags, "/Scope /Column"), 2);
  EXPECT_EQ(how_often(tags, "/Scope /Row"), 1) << "the first cell of a row stands for its row";
  // In the order in which it is read.
  EXPECT_LT(tags.find("A report"), tags.find("Summary"));
  EXPECT_LT(tags.find("Summary"), tags.find("1.1 Leadership"));
}

TEST(PaperPdf, says_what_it_is) {
  const auto plain = plain_pdf(report_pdf());
  EXPECT_EQ(how_often(plain, "<pdfuaid:part>1</pdfuaid:part>"), 1);
  EXPECT_EQ(how_often(plain, "<pdfaid:part>2</pdfaid:part>"), 1);
  EXPECT_EQ(how_often(plain, "<pdfaid:conformance>B</pdfaid:conformance>"), 1);
  EXPECT_GE(how_often(plain, "/Lang (en-GB)"), 1);
  EXPECT_GE(how_often(plain, "/DisplayDocTitle true"), 1);
  // "Response", as PDF writes it.
  EXPECT_GE(how_often(plain, "/Alt <feff0052006500730070006f006e00730065"), 1);
  const auto facts = read_with({"pdfinfo", "{file}"}, report_pdf());
  EXPECT_NE(facts.find("A report"), std::string::npos);
  EXPECT_NE(facts.find("(A4)"), std::string::npos);
  EXPECT_EQ(how_often(facts, "JavaScript:      no"), 1);
}

TEST(PaperPdf, carries_every_letter_with_it) {
  const auto fonts = read_with({"pdffonts", "{file}"}, report_pdf());
  EXPECT_GE(how_often(fonts, "OpenSans"), 2) << fonts;
  EXPECT_EQ(how_often(fonts, " no  no "), 0);
  EXPECT_EQ(how_often(fonts, "\n") - 2, how_often(fonts, "+")) << "a font is not embedded";
}

TEST(PaperPdf, has_head_foot_and_numbers_of_pages) {
  const auto text = text_of_pdf(report_pdf());
  EXPECT_EQ(how_often(text, "OR-2027-004512"), 2);
  EXPECT_EQ(how_often(text, "Check value 7F3A-22C9"), 2);
  EXPECT_EQ(how_often(text, "Page 1 of 2"), 1);
  EXPECT_EQ(how_often(text, "Page 2 of 2"), 1);
  EXPECT_EQ(how_often(text, "Northvale & District"), 1);
  EXPECT_NE(text.find("Ll\u0177r \u0174yn-Jones"), std::string::npos);
  // The line of contents knows its page.
  const auto line = text.substr(text.find("Actions"), text.find('\n', text.find("Actions")));
  EXPECT_NE(line.find("2\n"), std::string::npos) << text;
}

TEST(PaperPdf, is_what_it_claims) { EXPECT_EQ(wrong_in_pdf(report_pdf()), ""); }

TEST(PaperWord, keeps_structure_language_and_colour) {
  const auto made = converter().convert(Format::docx, report(), look());
  const auto words = inside_zip(made, "word/document.xml");
  EXPECT_EQ(how_often(words, "w:val=\"Heading2\""), 2);
  EXPECT_EQ(how_often(words, "<w:tblHeader"), 1);
  EXPECT_GE(how_often(words, "descr=\"Response rate: schools 95 per cent\""), 1);
  EXPECT_EQ(how_often(words, "data:image"), 0) << "the picture's address is in the document";
  EXPECT_EQ(how_often(words, "w:val=\"Languagecy\""), 1);
  EXPECT_GE(how_often(words, "<w:rtl"), 1);
  const auto place = words.find(" PAGEREF actions ");
  ASSERT_NE(place, std::string::npos);
  EXPECT_EQ(words.find("<w:t>2</w:t>", place), words.find("<w:t>", place)) << "known already";
  const auto styles = inside_zip(made, "word/styles.xml");
  EXPECT_GE(how_often(styles, "7a1f5c"), 5);
  EXPECT_GE(how_often(styles, "w:val=\"en-GB\""), 1);
  EXPECT_EQ(how_often(inside_zip(made, "docProps/core.xml"), "<dc:title>A report</dc:title>"), 1);
}

TEST(PaperOdf, keeps_headings_pictures_and_tables) {
  const auto made = converter().convert(Format::odt, report(), look());
  const auto content = inside_zip(made, "content.xml");
  EXPECT_GE(how_often(content, "<text:h "), 3);
  EXPECT_EQ(how_often(content, "<table:table-header-rows>"), 1);
  EXPECT_EQ(how_often(content, "Response rate: schools 95 per cent"), 1);
  EXPECT_EQ(how_often(content, "text:ref-name=\"actions\">2</text:bookmark-ref>"), 1);
  EXPECT_EQ(how_often(inside_zip(made, "meta.xml"), "<dc:title>A report</dc:title>"), 1);
}

TEST(PaperEdges, take_hostile_words_of_the_look) {
  auto hostile = look();
  hostile.name = "<w:p/>&\"@RECORD@";
  hostile.colour = "red;}";
  hostile.logo = "MZ not a picture";
  hostile.logo_width = hostile.logo_height = 10;
  const auto text = text_of_pdf(converter().convert(Format::pdf, report(), hostile));
  EXPECT_NE(text.find("<w:p/>&\"@RECORD@"), std::string::npos) << text;
}

TEST(PaperEdges, come_in_other_sizes) {
  auto wide = look();
  wide.page = convert::Page::a3_across;
  const auto facts =
      read_with({"pdfinfo", "{file}"}, converter().convert(Format::pdf, page("<p>Map</p>"), wide));
  EXPECT_NE(facts.find("1190.5"), std::string::npos) << facts;
}

TEST(PaperTogether, three_at_once_are_all_right) {
  std::vector<std::string> made(3);
  {
    std::vector<std::jthread> threads;
    for (std::size_t at = 0; at < made.size(); ++at) {
      threads.emplace_back([&made, at] {
        try {
          made[at] = converter().convert(Format::pdf,
                                         page("<p>number-" + std::to_string(at) + "</p>"), look());
        } catch (const std::exception& failed) {
          ADD_FAILURE() << failed.what();
        }
      });
    }
  }
  for (std::size_t at = 0; at < made.size(); ++at) {
    EXPECT_EQ(how_often(text_of_pdf(made[at]), "number-" + std::to_string(at)), 1);
  }
  const auto whole = converter().merge(made);
  EXPECT_EQ(how_often(read_with({"pdfinfo", "{file}"}, whole), "Pages:           3"), 1);
}

}  // namespace
}  // namespace onereturn::testing::paper
