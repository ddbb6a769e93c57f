#include "domain/reports/return_paper.hpp"

#include <gtest/gtest.h>

namespace onereturn::reports {
namespace {

PaperSubject delivered() {
  PaperSubject subject;
  subject.version = subject.stands = 2;
  subject.boxes = 200;
  return subject;
}

TEST(ReturnPaper, can_be_had_of_what_there_is) {
  const auto had = [](const PaperSubject& subject, ReturnPaperKind kind, bool sources,
                      Format format) {
    return can_be_had(subject, {kind, sources, format});
  };
  PaperSubject asked;
  EXPECT_TRUE(had(asked, ReturnPaperKind::blank, false, Format::pdf));
  EXPECT_FALSE(had(asked, ReturnPaperKind::filled, false, Format::pdf));
  EXPECT_FALSE(had(asked, ReturnPaperKind::receipt, false, Format::pdf));
  auto here = delivered();
  EXPECT_TRUE(had(here, ReturnPaperKind::filled, true, Format::odt));
  EXPECT_TRUE(had(here, ReturnPaperKind::filled, false, Format::csv));
  EXPECT_FALSE(had(here, ReturnPaperKind::receipt, false, Format::pdf));
  here.acknowledged = true;
  EXPECT_TRUE(had(here, ReturnPaperKind::receipt, false, Format::pdf));
  EXPECT_FALSE(had(here, ReturnPaperKind::receipt, true, Format::pdf));
  EXPECT_FALSE(had(here, ReturnPaperKind::receipt, false, Format::xlsx));
  EXPECT_FALSE(had(here, ReturnPaperKind::blank, false, Format::ods));
}

TEST(ReturnPaper, waits_with_the_long_ones_above_two_hundred_boxes) {
  auto subject = delivered();
  const ReturnPaper filled{ReturnPaperKind::filled, false, Format::pdf};
  EXPECT_FALSE(takes_long(subject, filled));
  subject.boxes = 201;
  EXPECT_TRUE(takes_long(subject, filled));
  EXPECT_FALSE(takes_long(subject, {ReturnPaperKind::receipt, false, Format::pdf}));
  EXPECT_FALSE(takes_long(subject, {ReturnPaperKind::blank, false, Format::pdf}));
}

TEST(ReturnPaper, is_made_of_what_stands_on_it_in_the_look_of_its_board) {
  auto subject = delivered();
  subject.standing = "accepted of 2";
  subject.due_on = *parse_date("2027-05-28");
  subject.names = "c0ffee";
  EXPECT_EQ(made_of(subject, ReturnPaperKind::filled),
            "accepted of 2, due 2027-05-28, look 0, names c0ffee");
  subject.look = 3;
  EXPECT_EQ(made_of(subject, ReturnPaperKind::receipt), "accepted of 2, look 3, names c0ffee");
  EXPECT_EQ(made_of(subject, ReturnPaperKind::blank), "due 2027-05-28, look 3, names c0ffee");
}

TEST(ReturnPaper, stands_in_the_trail_by_format_kind_and_version) {
  EXPECT_EQ(in_trail({ReturnPaperKind::filled, true, Format::pdf}, 2),
            "pdf of the filled form with sources, version 2");
  EXPECT_EQ(in_trail({ReturnPaperKind::receipt, false, Format::odt}, 1),
            "odt of the receipt, version 1");
  EXPECT_EQ(in_trail({ReturnPaperKind::blank, false, Format::docx}, 0), "docx of the blank form");
}

TEST(ReturnPaper, reads_back_the_kinds_that_it_writes) {
  for (const auto kind :
       {ReturnPaperKind::filled, ReturnPaperKind::blank, ReturnPaperKind::receipt}) {
    EXPECT_EQ(return_paper_kind_of(to_string(kind)), kind);
  }
  EXPECT_FALSE(return_paper_kind_of("folded"));
}

}  // namespace
}  // namespace onereturn::reports
