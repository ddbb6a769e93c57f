#include "platform/http/framing.hpp"

#include <gtest/gtest.h>

namespace onereturn::http {
namespace {

RawHead raw(std::string method, std::string target) {
  return {std::move(method), std::move(target), 11, {{"Host", "localhost"}}};
}

const FramingLimits limits{.hosts = {"localhost", "127.0.0.1", "[::1]"}};

int status_of(const RawHead& head) {
  const auto examined = examine(head, limits);
  const auto* fault = std::get_if<Fault>(&examined);
  return fault == nullptr ? 200 : fault->status;
}

TEST(Framing, splits_and_decodes_a_target) {
  const auto examined = examine(raw("GET", "/boards/caf%C3%A9/copy?box=a%2Fb&box=c"), limits);
  const auto* head = std::get_if<RequestHead>(&examined);
  ASSERT_NE(head, nullptr);
  EXPECT_EQ(head->path, "/boards/caf\xc3\xa9/copy");
  EXPECT_EQ(head->segments, (std::vector<std::string>{"boards", "caf\xc3\xa9", "copy"}));
  EXPECT_EQ(head->raw_target, "/boards/caf%C3%A9/copy?box=a%2Fb&box=c");
  EXPECT_EQ(head->query.all("box"), (std::vector<std::string>{"a/b", "c"}));
}

TEST(Framing, gives_the_root_no_segment_and_a_trailing_slash_an_empty_one) {
  EXPECT_TRUE(std::get<RequestHead>(parse_target("/")).segments.empty());
  EXPECT_EQ(std::get<RequestHead>(parse_target("/home/")).segments,
            (std::vector<std::string>{"home", ""}));
}

TEST(Framing, knows_its_own_names_with_and_without_port) {
  for (const char* host :
       {"localhost", "LOCALHOST", "localhost:8443", "127.0.0.1:1", "[::1]", "[::1]:8443"}) {
    auto head = raw("GET", "/");
    head.fields = {{"Host", host}};
    EXPECT_EQ(status_of(head), 200) << host;
  }
  for (const char* host : {"localhost.", "localhost.example", "::1", "example", "local host"}) {
    auto head = raw("GET", "/");
    head.fields = {{"Host", host}};
    EXPECT_NE(status_of(head), 200) << host;
  }
}

TEST(Framing, has_six_methods) {
  for (const char* method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"}) {
    EXPECT_EQ(status_of(raw(method, "/")), 200) << method;
  }
  for (const char* method : {"TRACE", "CONNECT", "OPTIONS", "Get", "", "GETX"}) {
    EXPECT_EQ(status_of(raw(method, "/")), 405) << method;
  }
}

TEST(Framing, reads_one_plain_length) {
  auto head = raw("POST", "/");
  head.fields.emplace_back("content-length", "262144");
  const auto examined = examine(head, limits);
  EXPECT_EQ(std::get<RequestHead>(examined).content_length, 262'144U);
  head.fields.emplace_back("Content-Length", "262144");
  EXPECT_EQ(status_of(head), 400);
}

TEST(Framing, joins_cookies_of_several_lines) {
  auto head = raw("GET", "/");
  head.fields.emplace_back("Cookie", "a=1; b=2");
  head.fields.emplace_back("cookie", "c=3");
  EXPECT_EQ(std::get<RequestHead>(examine(head, limits)).cookies.size(), 3U);
}

}  // namespace
}  // namespace onereturn::http
