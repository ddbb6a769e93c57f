// What the player reads in a script, and what it sends.

#include "tools/load/script.hpp"

#include <sstream>

#include <gtest/gtest.h>

namespace onereturn::load {
namespace {

std::vector<Step> read(const std::string& text) {
  std::istringstream lines(text);
  return read_script(lines, "localhost");
}

TEST(Script, says_who_sends_what_and_when) {
  const auto steps = read(
      "5\thome\t3\t-1\t0\tGET\t/home\tCookie: a=b\x1f"
      "Accept: text/html\t\n"
      "900\tsave\t4\t17\t6\tPUT\t/answers/1\t\t{\"version\":@V@}\n");
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[0].at_us, 5);
  EXPECT_EQ(steps[0].kind, "home");
  EXPECT_EQ(steps[0].seat, 3);
  EXPECT_EQ(steps[0].text(0),
            "GET /home HTTP/1.1\r\nHost: localhost\r\nCookie: a=b\r\nAccept: text/html\r\n\r\n");
  EXPECT_EQ(steps[1].slot, 17);
  EXPECT_EQ(steps[1].version, 6);
  EXPECT_EQ(steps[1].text(12),
            "PUT /answers/1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 14\r\n\r\n"
            "{\"version\":12}");
}

TEST(Script, announces_an_empty_body_where_one_belongs) {
  const auto steps = read("5\tsign_out\t3\t-1\t0\tPOST\t/sign-out\t\t\n");
  EXPECT_NE(steps[0].text(0).find("Content-Length: 0\r\n"), std::string::npos);
}

TEST(Script, refuses_what_is_none) {
  EXPECT_THROW(read("5\thome\t3\n"), std::runtime_error);
  EXPECT_THROW(read("soon\thome\t3\t-1\t0\tGET\t/home\t\t\n"), std::runtime_error);
  EXPECT_THROW(read("9\ta\t3\t-1\t0\tGET\t/\t\t\n8\ta\t3\t-1\t0\tGET\t/\t\t\n"),
               std::runtime_error);
  EXPECT_THROW(read("9\ta\t3\t-1\t0\tPUT\t/\t\t@/nowhere\n"), std::runtime_error);
}

TEST(Script, finds_the_version_in_an_answer_of_either_form) {
  EXPECT_EQ(version_in(R"({"version":12,"saved_at":"now"})"), 12);
  EXPECT_EQ(version_in(R"({"versions":{"answer":7}})"), 7);
  EXPECT_EQ(version_in("{}"), 0);
}

}  // namespace
}  // namespace onereturn::load
