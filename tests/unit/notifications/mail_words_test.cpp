#include "domain/notifications/mail_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onereturn::notifications {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Secrets secrets{"https://onereturn.example", "TOKEN", "482913"};

OutgoingMail mail(const std::string& kind, Fields fields) {
  OutgoingMail outgoing;
  outgoing.kind = kind;
  outgoing.fields = std::move(fields);
  return outgoing;
}

TEST(MailWords, lead_to_the_page_with_the_button) {
  const auto text = words_of(mail("sign_in", {{"name", "Siân"}}), secrets);
  ASSERT_TRUE(text);
  EXPECT_EQ(text->subject, "Your link to sign in");
  EXPECT_THAT(text->plain, HasSubstr("Hello Siân,\n"));
  EXPECT_THAT(text->plain, HasSubstr("\nhttps://onereturn.example/sign-in/link/TOKEN\n"));
  EXPECT_THAT(text->html, HasSubstr("<a href=\"https://onereturn.example/sign-in/link/TOKEN\">"));
  EXPECT_THAT(text->plain, Not(HasSubstr("482913")));
}

TEST(MailWords, hold_a_code_where_one_is_asked_and_nowhere_else) {
  const auto text = words_of(mail("signing_code", {{"name", "Ruth"}, {"copies", "5"}}), secrets);
  EXPECT_EQ(text->subject, "482913 is your code to sign");
  EXPECT_THAT(text->plain, HasSubstr("\n482913\n"));
  EXPECT_THAT(text->plain, Not(HasSubstr("TOKEN")));
}

TEST(MailWords, leave_out_what_nothing_fills) {
  const auto text = words_of(
      mail("join", {{"name", "Ola"}, {"board", "A board"}, {"organisation", "A school"}}), secrets);
  EXPECT_THAT(text->plain, Not(HasSubstr("due on")));
  EXPECT_THAT(text->plain, Not(HasSubstr("{")));
}

TEST(MailWords, say_what_a_board_asks_and_nothing_of_it) {
  const Fields fields = {{"name", "Dee"}, {"board", "The board"}, {"due", "30 April 2027"}};
  const auto asked = words_of(mail("return_asked", fields), secrets);
  EXPECT_EQ(asked->subject, "The board asks you for a return");
  EXPECT_THAT(asked->plain, HasSubstr("It is due on 30 April 2027."));
  EXPECT_THAT(asked->plain, HasSubstr("\nhttps://onereturn.example/home\n"));
  EXPECT_THAT(words_of(mail("evidence_asked", fields), secrets)->plain,
              HasSubstr("\nhttps://onereturn.example/evidence\n"));
  const auto plan = words_of(mail("plan_asked", fields), secrets);
  EXPECT_THAT(plan->plain, HasSubstr("by 30 April 2027"));
  EXPECT_THAT(plan->plain, HasSubstr("\nhttps://onereturn.example/our-plans\n"));
}

TEST(MailWords, say_that_a_second_look_waits_and_nothing_of_the_return) {
  const auto text =
      words_of(mail("second_look_waits", {{"name", "Nia"}, {"board", "The board"}}), secrets);
  ASSERT_TRUE(text);
  EXPECT_EQ(text->subject, "An evaluation waits for a second look");
  EXPECT_THAT(text->plain, HasSubstr("A colleague at The board"));
  EXPECT_THAT(text->plain, HasSubstr("\nhttps://onereturn.example/returns?state=second_look\n"));
}

TEST(MailWords, take_what_people_typed_as_words) {
  const auto text = words_of(mail("colleague", {{"name", "<b>Nia</b>"},
                                                {"by", "Dee\r\nBcc: all@x.example"},
                                                {"party", "A & B"},
                                                {"role", "lead"}}),
                             secrets);
  EXPECT_THAT(text->html, HasSubstr("&lt;b&gt;Nia&lt;/b&gt;"));
  EXPECT_THAT(text->html, HasSubstr("A &amp; B"));
  EXPECT_THAT(text->subject, HasSubstr("Dee  Bcc"));
}

TEST(MailWords, name_each_role_of_a_board_in_a_sentence) {
  for (const std::string role : {"manager", "chair", "member", "reviewer"}) {
    const auto text =
        words_of(mail("board_colleague",
                      {{"name", "Nia"}, {"by", "Dee"}, {"party", "The board"}, {"role", role}}),
                 secrets);
    EXPECT_THAT(text->plain, HasSubstr(role)) << role;
    EXPECT_THAT(text->plain, Not(HasSubstr("contributor"))) << role;
  }
}

TEST(MailWords, tell_the_present_address_which_one_would_take_its_place) {
  const auto text =
      words_of(mail("email_leave", {{"name", "N"}, {"new", "n@new.example"}}), secrets);
  EXPECT_THAT(text->plain, HasSubstr("n@new.example"));
  EXPECT_THAT(text->plain, HasSubstr("/account/email/agree/TOKEN"));
}

TEST(MailWords, are_there_for_every_kind_that_the_database_queues) {
  const Fields all = {{"name", "N"},         {"by", "B"},     {"party", "P"},
                      {"role", "lead"},      {"copies", "1"}, {"board", "X"},
                      {"organisation", "O"}, {"new", "n@x"},  {"whose", "W"}};
  for (const std::string kind :
       {"sign_in", "sign_in_by_password", "password", "colleague", "email_change", "email_taken",
        "email_changed", "signing_code", "second_factor_reset", "join", "board_colleague",
        "email_leave", "email_change_asked", "second_factor_told"}) {
    const auto text = words_of(mail(kind, all), secrets);
    ASSERT_TRUE(text) << kind;
    EXPECT_FALSE(text->subject.empty()) << kind;
    EXPECT_THAT(text->plain, Not(HasSubstr("{"))) << kind;
  }
  EXPECT_FALSE(words_of(mail("unheard_of", all), secrets));
}

TEST(MailWords, tell_of_a_review_by_its_days_alone) {
  const auto review = words_of(mail("review_given", {{"name", "Kit"},
                                                     {"board", "Harrowmere"},
                                                     {"from", "16 March 2027"},
                                                     {"until", "30 March 2027"}}),
                               secrets);
  ASSERT_TRUE(review);
  EXPECT_THAT(review->plain, HasSubstr("from 16 March 2027 until 30 March 2027"));
  EXPECT_THAT(review->plain, HasSubstr("\nhttps://onereturn.example/reviews\n"));
  EXPECT_THAT(review->plain, Not(HasSubstr("TOKEN")));
}

TEST(MailWords, lead_to_a_page_without_a_secret_where_somebody_only_looks) {
  const Fields fields = {{"name", "Rae"},
                         {"party", "The trust"},
                         {"pieces", "2 pieces of evidence"},
                         {"run", "run"},
                         {"day", "18 May 2027"}};
  for (const char* kind : {"evidence_soon", "evidence_over"}) {
    const auto text = words_of(mail(kind, fields), secrets);
    ASSERT_TRUE(text) << kind;
    EXPECT_THAT(text->subject, HasSubstr("18 May 2027"));
    EXPECT_THAT(text->plain, HasSubstr("2 pieces of evidence of The trust run out"));
    EXPECT_THAT(text->plain, HasSubstr("\nhttps://onereturn.example/evidence?show=soon\n"));
    EXPECT_THAT(text->plain, Not(HasSubstr("TOKEN")));
  }
}

}  // namespace
}  // namespace onereturn::notifications
