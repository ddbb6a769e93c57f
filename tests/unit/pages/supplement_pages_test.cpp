// A newer version of a return, as the board and the agency read it, with every key demanded.

#include <stdexcept>

#include <gtest/gtest.h>

#include "domain/returns/board_view.hpp"
#include "gateway/views/own_form.hpp"
#include "gateway/views/received.hpp"
#include "gateway/views/sending.hpp"
#include "gateway/views/supplement.hpp"
#include "support/rendered_page.hpp"
#include "unit/pages/sample.hpp"

namespace onereturn::gateway {
namespace {

using testing::has;
using testing::rendered_page;

using fan_out::Standing;
using html::Data;

const Instant friday = *parse_instant("2027-03-12T09:35:00Z");

// The school's own form, whose points have colours and symbols.
fan_out::DeliveredCopy version(int number) {
  static const auto school = sample::school();
  const auto& board = school.boards.front();
  fan_out::DeliveredCopy copy;
  copy.id = ReturnId("00000000-0000-4000-8000-000000000900");
  copy.agency = "Sallow Point Primary School";
  copy.audit = board.audit_name;
  copy.due_on = board.due_on;
  copy.board = board.board.name;
  copy.form = board.form;
  copy.copy = returns::preview_copy(school, board);
  copy.receipt.id = copy.id;
  copy.receipt.version_no = number;
  copy.receipt.stands = 1;
  copy.receipt.received_at = friday;
  return copy;
}

mapping::RenderedBox& rated(fan_out::DeliveredCopy& copy) {
  for (auto& box : copy.copy.boxes) {
    if (box.content == frameworks::BoxContent::rating) return box;
  }
  throw std::logic_error("the form has no points");
}

void give(mapping::RenderedBox& box, const frameworks::ScalePoint& point) {
  box.point = point.code;
  box.point_label = point.label;
  box.state = mapping::BoxState::set;
}

fan_out::Supplement offered() {
  fan_out::Supplement all;
  all.stands = version(1);
  all.offered = version(3);
  const auto& points = all.stands.form->scale->points;
  give(rated(all.stands), points.front());
  give(rated(*all.offered), points.back());
  all.difference.boxes = {{rated(all.stands), rated(*all.offered)}};
  all.difference.actions = {{"", "Look at the record"}};
  all.versions = {
      {3, Standing::offered, friday, {}, "", "", false},
      {2, Standing::declined, friday, friday, "Ines Calloway", "Say first since when.", false},
      {1, Standing::accepted, friday, {}, "", "", true}};
  return all;
}

std::string page_of(const fan_out::Supplement& supplement, bool decides = true,
                    const views::TypedOfferDecision& typed = {}) {
  return rendered_page("pages/supplement",
                       views::supplement_page(supplement, decides, typed).set("saved_note", false));
}

TEST(SupplementPage, shows_both_points_with_their_own_colours_and_says_which_is_which) {
  const auto supplement = offered();
  const auto& points = supplement.stands.form->scale->points;
  const auto page = page_of(supplement);
  EXPECT_TRUE(has(page, "color=\"" + points.front().colour + "\""));
  EXPECT_TRUE(has(page, "color=\"" + points.back().colour + "\""));
  EXPECT_TRUE(has(page, "Before: "));
  EXPECT_FALSE(has(page, "<del>")) << "a colour of its own beside the light's";
}

TEST(SupplementPage, gives_back_what_was_written_when_somebody_decided_meanwhile) {
  auto decided = offered();
  decided.offered.reset();
  const auto page = page_of(decided, true, {"Say since when.", "A colleague accepted it.", {}});
  EXPECT_TRUE(has(page, "A colleague accepted it."));
  EXPECT_TRUE(has(page, "<p class=\"said\">Say since when.</p>"));
  EXPECT_FALSE(has(page_of(offered(), true, {"Typed", "", {}}), "What you wrote"));
}

TEST(SupplementPage, says_in_words_what_was_not_given_and_what_does_not_apply) {
  auto supplement = offered();
  auto& change = supplement.difference.boxes[0];
  change.before.point.clear();
  change.before.point_label.clear();
  change.before.state = mapping::BoxState::unanswered;
  EXPECT_TRUE(has(page_of(supplement), "Not given"));
  change.before.content = frameworks::BoxContent::text;
  change.after = change.before;
  change.after.state = mapping::BoxState::not_applicable;
  const auto page = page_of(supplement);
  EXPECT_TRUE(has(page, "Applies"));
  EXPECT_TRUE(has(page, "Not applicable"));
}

TEST(SupplementPage, counts_boxes_actions_and_evidence_in_one_sentence) {
  auto supplement = offered();
  EXPECT_TRUE(has(page_of(supplement), "1 box says something else, and 1 action differs."));
  supplement.difference.actions.clear();
  supplement.difference.evidence = {{"", "One"}, {"Two", ""}};
  EXPECT_TRUE(
      has(page_of(supplement), "1 box says something else, and 2 pieces of evidence differ."));
  supplement.difference.evidence.clear();
  EXPECT_TRUE(has(page_of(supplement), "1 box says something else."));
}

TEST(SupplementPage, says_what_accepting_and_declining_do_and_who_decides) {
  const auto page = page_of(offered());
  EXPECT_TRUE(has(page, "Until you decide, you work with version 1."));
  EXPECT_TRUE(has(page, "Accept version 3"));
  const auto read_only = page_of(offered(), false);
  EXPECT_FALSE(has(read_only, "<form"));
  EXPECT_TRUE(has(read_only, "Your board’s manager accepts or declines it."));
}

TEST(SupplementPage, ties_the_fault_to_the_field_and_keeps_what_was_typed) {
  const auto page = page_of(offered(), true, {"   ", "", {{"words", "Say why."}}});
  EXPECT_TRUE(has(page, "aria-describedby=\"words-hint words-error\""));
  EXPECT_TRUE(has(page, "govuk-textarea--error"));
}

TEST(SupplementPage, once_decided_is_the_list_of_versions_with_words_and_nothing_to_press) {
  auto supplement = offered();
  supplement.offered.reset();
  supplement.difference = {};
  supplement.versions[0].standing = Standing::declined;
  const auto page = page_of(supplement);
  EXPECT_TRUE(has(page, "Every version of this return"));
  EXPECT_TRUE(has(page, "None waits for you. You work with version 1"));
  EXPECT_TRUE(has(page, "Say first since when."));
  EXPECT_FALSE(has(page, "<form"));
  EXPECT_FALSE(has(page, "<aside"));
}

TEST(ReturnPage, says_that_a_newer_version_waits_and_where_it_is_decided) {
  auto copy = version(1);
  copy.receipt.offered = 3;
  const auto input = views::delivered_sheet(copy);
  const auto page = rendered_page("pages/board_return", views::return_page(copy, input, ""));
  EXPECT_TRUE(has(page, "Version 3 is offered. You work with version 1 until you have decided."));
  EXPECT_TRUE(has(page, "See what differs"));
  copy.receipt.version_no = 3;
  const auto newer = rendered_page("pages/board_return", views::return_page(copy, input, ""));
  EXPECT_FALSE(has(newer, "See what differs"));
  EXPECT_TRUE(has(newer, ">What differs</a>"));
}

// What an agency reads beside its copy.
std::string tracker(Standing standing) {
  static const auto school = sample::school();
  const auto& board = school.boards.front();
  returns::Delivery delivery;
  delivery.request = board.request;
  delivery.board = board.board;
  delivery.audit_name = board.audit_name;
  delivery.due_on = board.due_on;
  delivery.version_no = 3;
  delivery.submitted_at = friday;
  delivery.delivered_at = friday;
  delivery.state =
      standing == Standing::accepted ? returns::CopyState::received : returns::CopyState::delivered;
  delivery.received_at = friday;
  fan_out::HeldCopy held;
  held.request = board.request;
  held.newest = 3;
  held.newest_standing = standing;
  held.newest_at = friday;
  held.decided_at = friday;
  held.decided_by = "Ines Calloway";
  held.decision_words = "Say first since when.";
  held.age = standing == Standing::declined  ? fan_out::CopyAge::declined
             : standing == Standing::offered ? fan_out::CopyAge::offered
                                             : fan_out::CopyAge::current;
  return rendered_page("pages/sent", views::sent_page({delivery}, &school, "", {}, {held}, true));
}

TEST(Tracker, does_not_promise_a_receipt_for_what_is_only_offered) {
  const auto page = tracker(Standing::offered);
  EXPECT_TRUE(has(page, "Offered to the board"));
  EXPECT_TRUE(has(page, "It accepts or declines it."));
  EXPECT_TRUE(has(page, "Version 3 of 12 March 2027"));
  EXPECT_FALSE(has(page, "It will send a receipt."));
}

TEST(Tracker, says_that_a_version_was_not_accepted_and_why) {
  const auto page = tracker(Standing::declined);
  EXPECT_TRUE(has(page, "Not accepted"));
  EXPECT_TRUE(
      has(page, "Ines Calloway declined version 3 on 12 March 2027: Say first since when."));
  EXPECT_FALSE(has(page, "Waiting for the board"));
}

TEST(Tracker, says_that_a_version_was_received_once_it_is_accepted) {
  const auto page = tracker(Standing::accepted);
  EXPECT_TRUE(has(page, "Received"));
  EXPECT_FALSE(has(page, "Not accepted"));
  EXPECT_FALSE(has(page, "Offered to the board"));
}

TEST(OwnForm, is_not_late_once_it_was_sent) {
  auto school = sample::school();
  auto& board = school.boards.front();
  board.due_on = *parse_date("2027-02-26");
  school.today = *parse_date("2027-03-16");
  EXPECT_TRUE(has(views::own_form_page(school, board).find("lede")->text(), "18 days late"));
  board.sent = returns::SentCopy{SubmissionId::random(), *parse_instant("2027-02-25T16:00:00Z")};
  EXPECT_EQ(views::own_form_page(school, board).find("lede")->text(),
            "Sent on 25 February 2027. It was due on 26 February 2027.");
}

}  // namespace
}  // namespace onereturn::gateway
