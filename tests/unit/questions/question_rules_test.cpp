#include "domain/questions/question_rules.hpp"

#include <gmock/gmock.h>

namespace onereturn::questions {
namespace {

using ::testing::HasSubstr;

const Instant morning = *parse_instant("2027-03-16T10:00:00Z");
const Instant later = *parse_instant("2027-03-20T10:00:00Z");

struct TurnCase {
  const char* name;
  Side side;
  MessageKind kind;
  Waits after;
};

class Turn : public ::testing::TestWithParam<TurnCase> {};

TEST_P(Turn, is_the_others_once_somebody_has_written) {
  EXPECT_EQ(waits_after(GetParam().side, GetParam().kind), GetParam().after);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Turn,
    ::testing::Values(
        TurnCase{"an_agency_asks", Side::agency, MessageKind::question, Waits::board},
        TurnCase{"an_agency_answers", Side::agency, MessageKind::answer, Waits::board},
        TurnCase{"a_board_answers", Side::board, MessageKind::answer, Waits::answered},
        TurnCase{"a_board_asks_back", Side::board, MessageKind::more, Waits::agency},
        TurnCase{"a_board_asks", Side::board, MessageKind::question, Waits::agency},
        TurnCase{"an_agency_closes", Side::agency, MessageKind::closed, Waits::closed},
        TurnCase{"a_board_closes", Side::board, MessageKind::closed, Waits::closed}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(WaitingSince, keeps_its_beginning_while_the_same_side_waits) {
  Thread thread;
  thread.waits_for = Waits::board;
  thread.waiting_since = morning;
  EXPECT_EQ(waiting_since(thread, Waits::board, later), morning);
  EXPECT_EQ(waiting_since(thread, Waits::agency, later), later);
  EXPECT_EQ(waiting_since(thread, Waits::answered, later), std::nullopt);
  EXPECT_EQ(waiting_since(thread, Waits::closed, later), std::nullopt);
}

TEST(WaitingSince, begins_anew_after_an_answer) {
  Thread thread;
  thread.waits_for = Waits::answered;
  EXPECT_EQ(waiting_since(thread, Waits::board, later), later);
}

TEST(QuestionWords, come_back_as_they_were_put) {
  for (const auto waits : {Waits::agency, Waits::board, Waits::answered, Waits::closed})
    EXPECT_EQ(waits_of(to_string(waits)), waits);
  for (const auto kind :
       {MessageKind::question, MessageKind::answer, MessageKind::more, MessageKind::closed})
    EXPECT_EQ(kind_of(to_string(kind)), kind);
  for (const auto side : {Side::agency, Side::board})
    EXPECT_EQ(side_of(to_string(side)), side);
}

TEST(QuestionWords, are_answers_only_where_the_board_asked) {
  EXPECT_EQ(kind_for_agency(Waits::agency), MessageKind::answer);
  EXPECT_EQ(kind_for_agency(Waits::answered), MessageKind::question);
  EXPECT_EQ(kind_for_agency(Waits::closed), MessageKind::question);
}

TEST(TidyWords, take_ten_thousand_characters_and_not_one_more) {
  std::string whole;
  for (int at = 0; at < 10000; ++at)
    whole += "ä";
  EXPECT_TRUE(tidy_words(whole, "missing"));
  const auto refused = tidy_words(whole + "b", "missing");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().fields.front().field, "words");
  EXPECT_THAT(refused.problem().fields.front().message, HasSubstr("10001"));
}

TEST(TidyWords, are_not_only_blanks_unless_nothing_need_be_said) {
  const auto refused = tidy_words(" \n\t ", "Write your question.");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().fields.front().message, "Write your question.");
  EXPECT_TRUE(tidy_words(" \n ", nullptr));
}

TEST(TidyWords, are_text) { EXPECT_FALSE(tidy_words(std::string("a\0b", 3), "missing")); }

TEST(MayAnswer, is_for_those_who_do_the_boards_daily_work) {
  for (const auto* role : {"manager", "assistant"})
    EXPECT_TRUE(may_answer(role)) << role;
  for (const auto* role : {"chair", "member", "reviewer", "lead", "contributor", ""})
    EXPECT_FALSE(may_answer(role)) << role;
}

frameworks::Template small_form() {
  frameworks::Item numbered;
  numbered.code = "1.1";
  numbered.number = "1.1";
  numbered.wording = "Staff know whom to tell";
  frameworks::Item bare;
  bare.code = "x";
  bare.wording = "Anything else";
  frameworks::Section section;
  section.items = {numbered, bare};
  frameworks::Template form;
  form.sections = {section};
  return form;
}

TEST(PlaceWords, are_the_items_number_and_wording) {
  EXPECT_EQ(place_words(small_form(), "1.1"), "1.1 Staff know whom to tell");
  EXPECT_EQ(place_words(small_form(), "x"), "Anything else");
  EXPECT_EQ(place_words(small_form(), ""), "The whole return");
  EXPECT_EQ(place_words(small_form(), "9.9"), "The whole return");
}

struct NameCase {
  const char* name;
  const char* text;
  const char* who;
  bool found;
};

class Names : public ::testing::TestWithParam<NameCase> {};

TEST_P(Names, are_found_as_whole_words_whatever_their_capitals) {
  EXPECT_EQ(names(GetParam().text, GetParam().who), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Names,
    ::testing::Values(
        NameCase{"as_it_is", "Must Pinehurst School answer?", "Pinehurst School", true},
        NameCase{"in_small", "must pinehurst school answer?", "Pinehurst School", true},
        NameCase{"at_the_end", "It was Pinehurst School", "Pinehurst School", true},
        NameCase{"within_brackets", "One (Pinehurst School) asked", "Pinehurst School", true},
        NameCase{"part_of_a_word", "The Pinehurst Schools", "Pinehurst School", false},
        NameCase{"behind_a_part", "NorthPinehurst School, and Pinehurst School", "Pinehurst School",
                 true},
        NameCase{"not_at_all", "Must a school answer?", "Pinehurst School", false},
        NameCase{"nobody", "Must a school answer?", "", false}),
    [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace onereturn::questions
