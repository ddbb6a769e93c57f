// The figures of an exercise as a report carries them, made by the real converters: each picture
// with its alternative and its table, in colour, in grey and for a screen reader.

#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/reporting/figures_paper.hpp"
#include "functional/paper/reading.hpp"
#include "platform/log/log.hpp"
#include "worker/paper/document_paper.hpp"

namespace onereturn::testing::paper {
namespace {

using Form = worker::paper::Format;
using reporting::Figures;
using reporting::Judged;

std::shared_ptr<const frameworks::Template> form() {
  auto form = std::make_shared<frameworks::Template>();
  form->scale.emplace();
  int level = 0;
  for (const char* code : {"Inadequate", "Requires improvement", "Good", "Outstanding"}) {
    auto& point = form->scale->points.emplace_back();
    point.code = point.label = code;
    point.levels.low = point.levels.high = ++level;
  }
  for (const char* title : {"Leadership and accountability", "Safer recruitment",
                            "Training and supervision", "Listening to children"}) {
    auto& section = form->sections.emplace_back();
    section.code = std::to_string(form->sections.size());
    section.number = section.code;
    section.title = title;
  }
  return form;
}

// Thirty organisations with five items in each of four sections.
Figures figures() {
  Figures all;
  all.form = form();
  all.wave.emplace();
  all.wave->title = "Section 11 return 2027";
  all.before = all.wave;
  all.before->title = "Section 11 return 2026";
  all.now = reporting::Curve{};
  all.now->title = all.wave->title;
  all.now->asked = 40;
  all.now->in_by_week = {0, 4, 9, 15, 22, 30};
  int seed = 7;
  const auto next = [&seed](int of) { return (seed = (seed * 75 + 74) % 65537) % of; };
  for (int organisation = 1; organisation <= 30; ++organisation) {
    for (const auto& section : all.form->sections) {
      for (int item = 0; item < 5; ++item) {
        Judged one;
        one.return_id = std::to_string(organisation);
        one.organisation = organisation == 4   ? "Ysgol Gyfun Gŵyr"
                           : organisation == 5 ? "مدرسة النور"
                                               : "Organisation number " + one.return_id;
        one.section = section.code;
        one.by_board = one.released = true;
        one.own = all.form->scale->points[static_cast<std::size_t>(1 + next(3))].code;
        one.grade = all.form->scale->points[static_cast<std::size_t>(next(4))].code;
        all.judged.push_back(std::move(one));
      }
    }
  }
  for (int item = 1; item <= 12; ++item) {
    reporting::ItemTravel moved;
    moved.number = "1." + std::to_string(item);
    moved.wording = "Somebody leads on keeping children safe and reports to the governing body";
    moved.better = item;
    moved.same = 10;
    moved.worse = 12 - item;
    moved.apart[reporting::Apart::not_asked_then] = 3;
    all.travel.push_back(std::move(moved));
  }
  all.ageing = {2, 14, 6, 3, 1};
  all.savings = {{2027, 30, 1800, 1412, 4100, 2960, 61}, {2026, 22, 1320, 930, 3010, 2001, 48}};
  return all;
}

const documents::Document& report() {
  static const documents::Document made = [] {
    documents::Document document;
    document.title = "Overview report: Section 11 return 2027";
    document.look.name = "Harrowmere Safeguarding Children Board";
    document.standing = "Draft 1";
    document.record = "Report 12, version 1";
    document.blocks = reporting::figures_facts(figures(), *parse_date("2027-03-31"));
    return document;
  }();
  return made;
}

std::string made(Form form) {
  static log::Logger log{"test"};
  convert::Settings settings;
  settings.limits.time = std::chrono::minutes(5);
  static const worker::paper::Maker maker{settings, log};
  auto bytes = worker::paper::paper_of(report(), form, maker);
  EXPECT_TRUE(bytes) << (bytes ? "" : bytes.problem().key);
  return bytes ? *bytes : "";
}

// Left for people to look at, where a folder is named.
void leave(const std::string& bytes, const std::string& name) {
  const char* folder = std::getenv("ONERETURN_TEST_SAMPLES");
  if (folder != nullptr) std::ofstream(folder + ("/" + name), std::ios::binary) << bytes;
}

TEST(FiguresOnPaper, stand_in_the_pdf_with_alternatives_and_tables) {
  const auto pdf = made(Form::pdf);
  leave(pdf, "figures.pdf");
  const auto tags = structure_of_pdf(pdf);
  std::size_t at = 0;
  int pictures = 0;
  for (const auto& block : report().blocks) {
    const auto* picture = std::get_if<documents::Picture>(&block);
    const auto* table = std::get_if<documents::Table>(&block);
    if (picture != nullptr) {
      at = tags.find("Figure", at);
      ASSERT_NE(at, std::string::npos) << picture->caption;
      ++pictures;
    } else if (table != nullptr) {
      at = tags.find("Table (block)", at);
      ASSERT_NE(at, std::string::npos) << table->caption;
    }
    ++at;
  }
  EXPECT_EQ(pictures, 4);
  EXPECT_EQ(how_often(tags, "Figure"), pictures) << "and no other";
  const auto plain = plain_pdf(pdf);
  EXPECT_EQ(how_often(plain, "/Alt <feff"), pictures);
  EXPECT_NE(text_of_pdf(pdf).find("1412 of 1800 (78%)"), std::string::npos);
}

TEST(FiguresOnPaper, are_in_word_and_odf_with_shades_that_words_say_as_well) {
  const auto word = made(Form::docx);
  leave(word, "figures.docx");
  const auto words = inside_zip(word, "word/document.xml");
  EXPECT_EQ(how_often(words, "<pic:pic"), 4);
  EXPECT_EQ(how_often(words, "descr=\"\""), 0);
  EXPECT_GE(how_often(words, "w:val=\"Heat5\""), 5);
  EXPECT_GE(how_often(words, "w:val=\"Heat1\"") + how_often(words, "w:val=\"Heat2\""), 2);
  const auto odt = made(Form::odt);
  leave(odt, "figures.odt");
  EXPECT_EQ(how_often(inside_zip(odt, "content.xml"), "<draw:image"), 4);
}

}  // namespace
}  // namespace onereturn::testing::paper
