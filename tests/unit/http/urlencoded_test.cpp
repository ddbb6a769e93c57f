#include "platform/http/urlencoded.hpp"

#include <gtest/gtest.h>

namespace onereturn::http {
namespace {

TEST(Urlencoded, reads_pairs_in_order_and_keeps_repeats) {
  const auto form = parse_urlencoded("a=1&b=two+words&a=3&empty=&flag");
  ASSERT_TRUE(form);
  EXPECT_EQ(form->size(), 5U);
  EXPECT_EQ(form->get("a"), "1");
  EXPECT_EQ(form->all("a"), (std::vector<std::string>{"1", "3"}));
  EXPECT_EQ(form->get("b"), "two words");
  EXPECT_TRUE(form->has("empty"));
  EXPECT_TRUE(form->has("flag"));
  EXPECT_FALSE(form->has("A"));
  EXPECT_EQ(form->get("missing", "otherwise"), "otherwise");
}

TEST(Urlencoded, makes_line_ends_plain) {
  const auto form = parse_urlencoded("t=one%0D%0Atwo%0Dthree%0Afour");
  ASSERT_TRUE(form);
  EXPECT_EQ(form->get("t"), "one\ntwo\nthree\nfour");
}

TEST(Urlencoded, decodes_once) {
  EXPECT_EQ(parse_urlencoded("a=%2541")->get("a"), "%41");
  EXPECT_EQ(percent_decode("a+b", false), "a+b");
}

TEST(Urlencoded, refuses_what_is_no_text) {
  for (const char* bad : {"a=%", "a=%4", "a=%zz", "%g1=a", "a=%00", "a=%ff", "a=%c0%af",
                          "a=%ed%a0%80", "a=%f4%90%80%80", "%00=a"}) {
    EXPECT_FALSE(parse_urlencoded(bad)) << bad;
  }
}

TEST(Urlencoded, keeps_to_its_limits) {
  const FormLimits limits{.fields_max = 2, .name_bytes_max = 3, .value_bytes_max = 4};
  EXPECT_TRUE(parse_urlencoded("abc=1234&d=5", limits));
  EXPECT_FALSE(parse_urlencoded("a=1&b=2&c=3", limits));
  EXPECT_FALSE(parse_urlencoded("abcd=1", limits));
  EXPECT_FALSE(parse_urlencoded("a=12345", limits));
}

TEST(Urlencoded, encodes_what_it_can_decode) {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) {
    all.push_back(static_cast<char>(byte));
  }
  EXPECT_EQ(percent_decode(percent_encode(all), true), all);
  EXPECT_EQ(percent_encode("/home?a=b c"), "%2Fhome%3Fa%3Db%20c");
}

TEST(Cookies, are_pairs_between_semicolons) {
  const auto cookies = parse_cookies(" a=1;b=2=3 ; c ;=d; __Host-session=x");
  EXPECT_EQ(cookies.size(), 3U);
  EXPECT_EQ(cookies.get("a"), "1");
  EXPECT_EQ(cookies.get("b"), "2=3");
  EXPECT_EQ(cookies.get("__Host-session"), "x");
}

TEST(Utf8, is_what_the_standard_says) {
  for (const char* good :
       {"", "plain", "caf\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x99\x82", "\xf4\x8f\xbf\xbf"}) {
    EXPECT_TRUE(is_valid_utf8(good)) << good;
  }
  for (const char* bad : {"\x80", "\xc3", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80",
                          "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "a\xe2\x82"}) {
    EXPECT_FALSE(is_valid_utf8(bad)) << bad;
  }
}

}  // namespace
}  // namespace onereturn::http
