// How a Word document is laid out on pages.

#include "platform/convert/word_layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/archive/archive.hpp"

namespace onereturn::convert {
namespace {

using ::testing::HasSubstr;

const std::string keep = "<w:keepNext/>";
const std::string picture_run = "<w:r><w:drawing>drawn</w:drawing></w:r>";

std::string of_style(const std::string& style, const std::string& more = "") {
  return "<w:pPr><w:pStyle w:val=\"" + style + "\" />" + more + "</w:pPr>";
}
std::string paragraph(const std::string& properties, const std::string& words) {
  return "<w:p>" + properties + words + "</w:p>";
}
std::string said(const std::string& words) { return "<w:r><w:t>" + words + "</w:t></w:r>"; }

const std::string caption = paragraph(of_style("TableCaption"), said("Returns"));
const std::string table = "<w:tbl><w:tr></w:tr></w:tbl>";

TEST(LeadIns, stay_with_what_they_speak_of) {
  const auto picture = paragraph(of_style("BodyText"), picture_run);
  for (const auto& next : {caption, table, picture, "<w:bookmarkEnd w:id=\"3\" />" + caption}) {
    EXPECT_EQ(lead_ins_kept(paragraph(of_style("FirstParagraph"), said("Of 14:")) + next),
              paragraph(of_style("FirstParagraph", keep), said("Of 14:")) + next);
    EXPECT_EQ(lead_ins_kept(paragraph("", said("Of 14:")) + next),
              paragraph("<w:pPr>" + keep + "</w:pPr>", said("Of 14:")) + next)
        << "one of which nothing is said";
    EXPECT_EQ(lead_ins_kept(paragraph("<w:pPr><w:jc /></w:pPr>", said("Of 14:")) + next),
              paragraph("<w:pPr>" + keep + "<w:jc /></w:pPr>", said("Of 14:")) + next);
  }
}

TEST(LeadIns, may_stand_alone_when_they_are_long_or_lead_to_nothing) {
  const auto whole = paragraph(of_style("BodyText"), said("Of 14:"));
  const auto long_one = paragraph(of_style("BodyText"), said(std::string(401, 'x')));
  for (const std::string& words : {whole, whole + whole, whole + "<w:sectPr />", long_one + table})
    EXPECT_EQ(lead_ins_kept(words), words);
  const auto in_a_cell = "<w:tc>" + whole + "</w:tc>" + paragraph("", picture_run) + caption;
  EXPECT_EQ(lead_ins_kept(in_a_cell), in_a_cell) << "nothing but its cell's end follows";
  const auto short_enough = paragraph(of_style("BodyText"), said(std::string(400, 'x')));
  EXPECT_THAT(lead_ins_kept(short_enough + table), HasSubstr(keep));
}

TEST(LeadIns, keep_a_picture_with_its_caption_alone) {
  const auto under = paragraph(of_style("ImageCaption"), said("Returns by week"));
  EXPECT_EQ(lead_ins_kept(paragraph(of_style("BodyText"), picture_run) + under),
            paragraph(of_style("BodyText", keep), picture_run) + under);
  const auto alone = paragraph(of_style("BodyText"), picture_run) + caption;
  EXPECT_EQ(lead_ins_kept(alone), alone);
}

TEST(LeadIns, of_words_that_never_end_are_left) {
  for (const std::string words : {"", "<w:p>never", "<w:p></w:p><w:bookmarkEnd"})
    EXPECT_EQ(lead_ins_kept(words), words);
}

std::string heat_cell(const std::string& properties, const std::string& style) {
  return "<w:tc>" + properties + paragraph(of_style(style), said("2 of 3")) + "</w:tc>";
}
std::string shaded(const std::string& colour) {
  return "<w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + colour + "\"/></w:tcPr>";
}
const std::string plain = "<w:tcPr />";
const std::string styles =
    "<w:style w:styleId=\"Heat1\"><w:shd w:fill=\"F1F7F9\"/></w:style>"
    "<w:style w:styleId=\"Heat5\"><w:shd w:fill=\"86B6C1\"/></w:style>";

TEST(HeatCells, have_their_colour_to_the_edges) {
  EXPECT_EQ(cells_shaded(heat_cell(plain, "Heat1") + heat_cell(plain, "TableText") +
                             heat_cell(plain, "Heat5"),
                         styles),
            heat_cell(shaded("F1F7F9"), "Heat1") + heat_cell(plain, "TableText") +
                heat_cell(shaded("86B6C1"), "Heat5"));
}

TEST(HeatCells, of_a_colour_that_nobody_named_have_none) {
  EXPECT_EQ(cells_shaded(heat_cell(plain, "Heat3"), styles), heat_cell(plain, "Heat3"));
}

std::string word_of(const std::string& name, const std::string& words) {
  std::string bytes;
  archive::ZipWriter zip([&](std::string_view piece) { bytes.append(piece); });
  zip.begin(name, words.size(), 0);
  zip.write(words);
  zip.finish();
  return bytes;
}

TEST(LaidOut, is_all_of_a_word_file) {
  const auto lead_in = [](const std::string& more) {
    return paragraph(of_style("BodyText", more), said("Of 3:"));
  };
  const auto row = [](const std::string& properties, const std::string& cells) {
    return "<w:tbl><w:tr>" + properties + cells + "</w:tr></w:tbl>";
  };
  const auto made = laid_out(
      word_of("word/document.xml", lead_in("") + row("", heat_cell(plain, "Heat1"))), styles);
  std::string found;
  archive::with_changed(made, "word/document.xml", [&](std::string words) {
    found = words;
    return words;
  });
  EXPECT_EQ(found, lead_in(keep) + row("<w:trPr><w:cantSplit/></w:trPr>",
                                       heat_cell(shaded("F1F7F9"), "Heat1")));
}

TEST(LaidOut, is_nothing_of_what_is_no_word_file) {
  EXPECT_EQ(laid_out("no zip", ""), "");
  EXPECT_EQ(laid_out(word_of("another.xml", "a"), ""), "");
}

}  // namespace
}  // namespace onereturn::convert
