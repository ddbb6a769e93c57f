#include "domain/fan_out/supplement_rules.hpp"

#include <gmock/gmock.h>

namespace onereturn::fan_out {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

mapping::RenderedBox box(const char* number, const char* text, const char* point = "") {
  mapping::RenderedBox made;
  made.box_no = number;
  made.text = text;
  made.point = point;
  made.state = mapping::BoxState::written;
  return made;
}

DeliveredCopy copy_of(std::vector<mapping::RenderedBox> boxes) {
  DeliveredCopy copy;
  copy.copy.boxes = std::move(boxes);
  return copy;
}

mapping::RenderedAction action(const char* what, const char* how) {
  mapping::RenderedAction made;
  made.what = what;
  made.how = how;
  return made;
}

TEST(DifferenceBetween, finds_boxes_that_say_something_else_and_no_others) {
  const auto found =
      difference_between(copy_of({box("1", "same"), box("2", "old"), box("3", "x", "1")}),
                         copy_of({box("1", "same"), box("2", "new"), box("3", "x", "2")}));
  ASSERT_THAT(found.boxes, SizeIs(2));
  EXPECT_EQ(found.boxes[0].after.text, "new");
  EXPECT_EQ(found.boxes[1].before.point, "1");
  EXPECT_FALSE(found.none());
}

TEST(DifferenceBetween, the_same_copy_twice_is_none) {
  const auto copy = copy_of({box("1", "same")});
  EXPECT_TRUE(difference_between(copy, copy).none());
}

TEST(DifferenceBetween, a_box_that_was_not_there_was_empty) {
  const auto found = difference_between(copy_of({}), copy_of({box("1", "new", "2")}));
  ASSERT_THAT(found.boxes, SizeIs(1));
  EXPECT_EQ(found.boxes[0].before.text, "");
  EXPECT_EQ(found.boxes[0].before.point, "");
}

TEST(DifferenceBetween, tells_actions_that_are_new_gone_or_changed) {
  auto before = copy_of({});
  before.copy.actions = {action("Train", "A day"), action("Write", ""), action("Stay", "")};
  auto after = copy_of({});
  after.copy.actions = {action("Train", "Two days"), action("Meet", ""), action("Stay", "")};
  const auto found = difference_between(before, after);
  ASSERT_THAT(found.actions, SizeIs(3));
  EXPECT_EQ(found.actions[0].before, "Train\nA day");
  EXPECT_EQ(found.actions[0].after, "Train\nTwo days");
  EXPECT_EQ(found.actions[1].after, "");
  EXPECT_EQ(found.actions[2].before, "");
}

Contents with(const char* text) { return {{"1", {text, "", "text"}}}; }

TEST(AgeOf, compares_with_what_stands_and_with_what_was_sent_last) {
  EXPECT_EQ(age_of(with("a"), with("a"), with("b"), Standing::offered), CopyAge::current);
  EXPECT_EQ(age_of(with("b"), with("a"), with("a"), Standing::accepted), CopyAge::older);
  EXPECT_EQ(age_of(with("b"), with("a"), with("b"), Standing::offered), CopyAge::offered);
  EXPECT_EQ(age_of(with("b"), with("a"), with("b"), Standing::declined), CopyAge::declined);
  EXPECT_EQ(age_of(with("c"), with("a"), with("b"), Standing::declined), CopyAge::older);
  EXPECT_EQ(age_of(with("c"), with("a"), with("b"), Standing::offered), CopyAge::older);
}

TEST(ChangedBoxes, counts_what_only_one_of_them_has) {
  const Contents one = {{"1", {"a", "", "text"}}, {"2", {"b", "1", "set"}}};
  const Contents other = {{"1", {"a", "", "text"}}, {"2", {"b", "2", "set"}}, {"3", {}}};
  EXPECT_EQ(changed_boxes(one, other), 2);
  EXPECT_EQ(changed_boxes(other, one), 2);
  EXPECT_EQ(changed_boxes(one, one), 0);
}

TEST(Standings, come_back_as_they_were_put) {
  for (const auto standing :
       {Standing::accepted, Standing::offered, Standing::declined, Standing::replaced})
    EXPECT_EQ(standing_of(to_string(standing)), standing);
}

}  // namespace
}  // namespace onereturn::fan_out
