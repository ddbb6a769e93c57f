// A return as it was delivered, made by the real converters and read back: what is redacted says
// so, sources are footnotes, and the code leads to where it is checked.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/reporting/return_document.hpp"
#include "functional/paper/reading.hpp"
#include "platform/log/log.hpp"
#include "platform/qr/qr.hpp"
#include "worker/paper/document_paper.hpp"

namespace onereturn::testing::paper {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Form = worker::paper::Format;

constexpr const char* address = "https://onereturn.example/verify/7KQ4-M2XD-9B0T-H6WZ-C31N";

frameworks::Box text_box(const char* no, const char* label) {
  frameworks::Box box;
  box.box_no = no;
  box.label = label;
  box.content = frameworks::BoxContent::text;
  box.filled_by = frameworks::FilledBy::agency;
  return box;
}

std::shared_ptr<const frameworks::Template> form() {
  auto made = std::make_shared<frameworks::Template>();
  made->ref = {"form", 1};
  made->name = "Our form";
  frameworks::Section section;
  section.code = "1";
  section.number = "1";
  section.title = "Leading";
  for (const auto* code : {"1.1", "1.2"}) {
    frameworks::Item item;
    item.code = code;
    item.number = code;
    item.wording = std::string("Wording of ") + code;
    item.boxes = {text_box(code, "How")};
    section.items.push_back(std::move(item));
  }
  made->sections = {section};
  return made;
}

fan_out::DeliveredCopy copy() {
  fan_out::DeliveredCopy made;
  made.id = ReturnId("f1000000-0000-4000-8000-000000000001");
  made.agency = "Ysgol Gynradd Llŷn";
  made.audit = "Section 11 return 2027";
  made.board = "Harrowmere board";
  made.due_on = *parse_date("2027-03-01");
  made.form = form();
  for (const auto* no : {"1.1", "1.2"}) {
    mapping::RenderedBox box;
    box.box_no = no;
    box.state = mapping::BoxState::written;
    box.text = std::string("What we do about ") + no;
    mapping::Source source;
    source.name = "Supervision policy";
    box.sources = {source};
    made.copy.boxes.push_back(std::move(box));
    made.seals.push_back({no, std::string(32, 'd'), std::string(16, 's')});
  }
  made.copy.boxes[1].text.clear();
  made.seals[1].salt.clear();
  auto& receipt = made.receipt;
  receipt.id = made.id;
  receipt.code = "7KQ4-M2XD-9B0T-H6WZ-C31N";
  receipt.hash = std::string(64, 'a');
  receipt.version_no = receipt.stands = 1;
  receipt.agency = made.agency;
  receipt.board = made.board;
  receipt.audit = made.audit;
  receipt.received_at = *parse_instant("2027-02-21T12:00:00Z");
  receipt.acknowledged_at = receipt.received_at;
  return made;
}

reporting::PaperOfReturn printing() {
  reporting::PaperOfReturn paper;
  paper.sources_as_notes = true;
  paper.verify_url = address;
  paper.code = {qr::svg(address, "Leads to the page where this can be checked"),
                std::string("QR code that leads to ") + address, "Scan to check."};
  return paper;
}

std::string pdf_of(const documents::Document& document) {
  static log::Logger log{"test"};
  static const worker::paper::Maker maker{{}, log};
  auto bytes = worker::paper::paper_of(document, Form::pdf, maker);
  EXPECT_TRUE(bytes.has_value()) << (bytes ? "" : bytes.problem().detail);
  return bytes ? *bytes : "";
}

TEST(ReturnPaper, says_where_words_are_gone_where_others_come_from_and_how_it_is_checked) {
  const auto pdf = pdf_of(reporting::return_document(copy(), printing()));
  const auto text = text_of_pdf(pdf);
  EXPECT_THAT(text, HasSubstr("What we do about 1.1"));
  EXPECT_THAT(text, Not(HasSubstr("What we do about 1.2")));
  EXPECT_EQ(how_often(text, "Redacted:"), 1) << text;
  EXPECT_THAT(text, HasSubstr("Supervision policy"));
  EXPECT_THAT(text, HasSubstr("Llŷn"));
  EXPECT_THAT(text, HasSubstr("7KQ4-M2XD-9B0T-H6WZ-C31N"));
  const auto tags = structure_of_pdf(pdf);
  EXPECT_GE(how_often(tags, "Figure"), 1) << "the code is a picture with words";
  EXPECT_GE(how_often(tags, "TH:\n"), 1);
}

TEST(ReturnPaper, of_a_receipt_names_both_sides_and_the_check) {
  const auto made = copy();
  const auto pdf = pdf_of(reporting::receipt_document(made.receipt, printing()));
  const auto text = text_of_pdf(pdf);
  EXPECT_THAT(text, HasSubstr("Receipt"));
  EXPECT_THAT(text, HasSubstr("Harrowmere board"));
  EXPECT_THAT(text, HasSubstr("aaaaaaaa"));
  EXPECT_GE(how_often(structure_of_pdf(pdf), "Figure"), 1);
}

}  // namespace
}  // namespace onereturn::testing::paper
