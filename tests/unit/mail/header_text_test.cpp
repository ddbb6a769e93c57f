#include <gtest/gtest.h>

#include "base/email.hpp"
#include "platform/mail/mailer.hpp"

namespace onereturn::mail {
namespace {

TEST(HeaderText, leaves_plain_words_alone) {
  EXPECT_EQ(header_text("Your link to sign in"), "Your link to sign in");
}

TEST(HeaderText, encodes_what_is_not_ascii) {
  EXPECT_EQ(header_text("Siân"), "=?UTF-8?B?U2nDom4=?=");
  EXPECT_EQ(header_text("=?x"), "=?UTF-8?B?PT94?=");
}

TEST(HeaderText, breaks_long_words_between_characters) {
  std::string name;
  for (int count = 0; count < 40; ++count)
    name += "é";
  const auto text = header_text(name);
  EXPECT_NE(text.find("?=\r\n =?UTF-8?B?"), std::string::npos);
  EXPECT_LE(text.find("\r\n"), 75U);
}

TEST(HeaderText, cannot_begin_another_header) {
  EXPECT_EQ(header_text("Hello\r\nBcc: all@x.example"), "Hello  Bcc: all@x.example");
}

TEST(Address, is_one_word_with_one_at) {
  for (const std::string good :
       {"a@b.example", "first.last+tag@sub.b-c.example", "o'neil@b.example"}) {
    EXPECT_TRUE(is_email(good)) << good;
  }
  for (const std::string wrong :
       {"", "a", "@b.example", "a@", "a@b", "a@@b.example", "a@b@c.example", "a b@c.example",
        "a@b.example\r\nRCPT TO:<c@d.example>", "<a@b.example>", "a@b.example,c@d.example",
        "a@.example", "a@b.", "a@b..example", "-a@b.example", "a\t@b.example", "\"a\"@b.example",
        "å@b.example"}) {
    EXPECT_FALSE(is_email(wrong)) << wrong;
  }
  EXPECT_FALSE(is_email(std::string(65, 'a') + "@b.example"));
  EXPECT_FALSE(is_email("a@" + std::string(260, 'b') + ".example"));
}

TEST(Sending, refuses_an_address_that_could_break_the_conversation_before_it_begins) {
  Message message;
  message.id = "1@b.example";
  message.from = "from@b.example";
  message.to = "to@b.example\r\nRCPT TO:<other@b.example>";
  EXPECT_EQ(send({}, message).outcome, Outcome::refused);
  message.to = "to@b.example";
  message.from = "from@b.example>";
  EXPECT_EQ(send({}, message).outcome, Outcome::refused);
}

TEST(Sending, waits_for_a_server_that_is_not_there) {
  Message message;
  message.id = "1@b.example";
  message.from = "from@b.example";
  message.to = "to@b.example";
  Server server;
  server.host = "127.0.0.1";
  server.port = 1;
  EXPECT_EQ(send(server, message).outcome, Outcome::try_later);
}

}  // namespace
}  // namespace onereturn::mail
