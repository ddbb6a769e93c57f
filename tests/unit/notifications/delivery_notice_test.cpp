#include "domain/notifications/delivery_notice.hpp"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/notifications/return_path.hpp"

namespace onereturn::notifications {
namespace {

using ::testing::HasSubstr;

const std::string token = "0123456789abcdef0123456789abcdef";
const std::string back = "no-reply+back-" + token + "@onereturn.example";

std::string notice(const std::string& action, const std::string& status,
                   const std::string& to = back) {
  return "Return-Path: <>\r\nFrom: MAILER-DAEMON@mail.example\r\nTo: <" + to +
         ">\r\nSubject: Undelivered\r\nContent-Type: multipart/report;\r\n"
         "\treport-type=delivery-status; boundary=\"=_part\"\r\n\r\nPreamble\r\n--=_part\r\n"
         "Content-Type: text/plain\r\n\r\nI am sorry.\r\n--=_part\r\n"
         "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example\r\n\r\n"
         "Final-Recipient: rfc822; lead@agency.example\r\nAction: " +
         action + "\r\nStatus: " + status +
         "\r\nDiagnostic-Code: smtp; 550 no such user\r\n\r\n--=_part\r\n"
         "Content-Type: message/rfc822-headers\r\n\r\nSubject: What we sent\r\n\r\n--=_part--\r\n";
}

std::string why_not(const std::string& text, const std::string& recipient = {}) {
  const auto read = read_delivery_notice(text, recipient);
  return read ? "" : read.problem().detail;
}

TEST(DeliveryNotice, tells_which_mail_came_back_and_why) {
  const auto read = read_delivery_notice(notice("failed", "5.1.1"), "");
  ASSERT_TRUE(read) << read.problem().detail;
  EXPECT_EQ(read->token, token);
  EXPECT_EQ(read->status, "5.1.1");
  EXPECT_TRUE(read->failed);
}

TEST(DeliveryNotice, of_a_delay_is_no_failure) {
  for (const auto* action : {"delayed", "relayed", "delivered", "expanded"}) {
    const auto read = read_delivery_notice(notice(action, "4.4.1"), "");
    ASSERT_TRUE(read) << action;
    EXPECT_FALSE(read->failed) << action;
  }
}

TEST(DeliveryNotice, is_for_the_recipient_that_the_server_names_where_it_does) {
  const auto elsewhere = notice("failed", "5.1.1", "postmaster@onereturn.example");
  EXPECT_THAT(why_not(elsewhere), HasSubstr("not for an address"));
  EXPECT_EQ(why_not(elsewhere, back), "");
  EXPECT_THAT(why_not(notice("failed", "5.1.1"), "postmaster@onereturn.example"),
              HasSubstr("not for an address"));
}

TEST(DeliveryNotice, is_told_from_everything_else) {
  EXPECT_THAT(why_not(""), HasSubstr("no message"));
  EXPECT_THAT(why_not("Hello there"), HasSubstr("no message"));
  EXPECT_THAT(why_not("Subject: Out of office\n\nI am away."), HasSubstr("no delivery status"));
  EXPECT_THAT(why_not(std::string(notice_bytes_max + 1, 'x')), HasSubstr("longer"));
  EXPECT_THAT(why_not(notice("exploded", "5.1.1")), HasSubstr("no recipient"));
  EXPECT_THAT(why_not(notice("failed", "9.1.1")), HasSubstr("no recipient"));
  EXPECT_THAT(why_not(notice("failed", "5.1")), HasSubstr("no recipient"));
  EXPECT_THAT(why_not(notice("failed", "5.1.1; drop table")), HasSubstr("no recipient"));
  auto cut = notice("failed", "5.1.1");
  cut.resize(cut.find("Reporting-MTA"));
  EXPECT_NE(why_not(cut), "");
}

TEST(DeliveryNotice, survives_any_change_to_it) {
  std::mt19937 random(3464);
  const auto good = notice("failed", "5.1.1");
  for (int tried = 0; tried < 5'000; ++tried) {
    auto text = good;
    for (int change = 0; change < 4; ++change) {
      const auto at = random() % text.size();
      switch (random() % 3) {
        case 0:
          text[at] = static_cast<char>(random() % 256);
          break;
        case 1:
          text.erase(at, random() % 40);
          break;
        default:
          text.insert(at, good.substr(random() % good.size(), random() % 60));
      }
      if (text.empty()) text = "x";
    }
    const auto read = read_delivery_notice(text, "");
    if (read) {
      ASSERT_EQ(read->token.size(), token.size());
      ASSERT_LE(read->status.size(), 9U);
    }
  }
}

TEST(ReturnPath, carries_the_token_there_and_back) {
  const auto made = new_return_token(std::string(16, '\x5a'));
  EXPECT_EQ(made.size(), 32U);
  EXPECT_EQ(token_in(return_address("no-reply@onereturn.example", made)), made);
  for (const auto* address : {"", "no-reply@onereturn.example", "no-reply+back-@onereturn.example",
                              "no-reply+back-0123456789ABCDEF0123456789abcdef@onereturn.example",
                              "no-reply+back-0123456789abcdef0123456789abcde@onereturn.example",
                              "no-reply+back-0123456789abcdef0123456789abcdef0@onereturn.example",
                              "no-reply+back-0123456789abcdef0123456789abcdef"})
    EXPECT_EQ(token_in(address), std::nullopt) << address;
}

}  // namespace
}  // namespace onereturn::notifications
