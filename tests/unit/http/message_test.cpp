#include "platform/http/message.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "platform/http/answer_text.hpp"

namespace onereturn::http {
namespace {

TEST(Response, leads_only_to_paths_of_ours) {
  EXPECT_EQ(Response::see_other("/").headers.get("Location"), "/");
  EXPECT_EQ(Response::see_other("/home?a=b#c").status, 303);
  for (const char* bad : {"", "home", "//x", "/\\x", "https://x/", "/a\r\nb", "/a\nb", "/\x7f"}) {
    EXPECT_THROW(Response::see_other(bad), std::invalid_argument) << bad;
  }
}

TEST(Response, takes_no_header_that_could_split_it) {
  Response response;
  EXPECT_THROW(response.with("X-A", "a\r\nX-B: b"), std::invalid_argument);
  EXPECT_THROW(response.with("X-A: b\r\nX", "a"), std::invalid_argument);
  EXPECT_THROW(response.with("", "a"), std::invalid_argument);
  EXPECT_NO_THROW(response.with("X-A", "plain, \"quoted\""));
}

TEST(Response, is_written_as_head_and_body_in_one_text) {
  const std::string text = answer_text(Response::html("<p>"), "abc", {});
  EXPECT_TRUE(text.starts_with("HTTP/1.1 200 OK\r\nDate: "));
  EXPECT_NE(text.find("X-Request-Id: abc\r\n"), std::string::npos);
  EXPECT_NE(text.find("Content-Length: 3\r\n"), std::string::npos);
  EXPECT_TRUE(text.ends_with("\r\n\r\n<p>"));
  EXPECT_EQ(text.find("Connection:"), std::string::npos);
}

TEST(Response, has_no_body_for_head_and_none_without_content) {
  const std::string head = answer_text(Response::html("<p>"), "abc", {.head_only = true});
  EXPECT_TRUE(head.ends_with("\r\n\r\n"));
  EXPECT_NE(head.find("Content-Length: 3\r\n"), std::string::npos);
  const std::string none = answer_text(Response::no_content(), "abc", {.close_after = true});
  EXPECT_EQ(none.find("Content-Length"), std::string::npos);
  EXPECT_NE(none.find("Connection: close\r\n"), std::string::npos);
}

TEST(Response, is_not_kept_by_anybody_unless_it_says_so) {
  EXPECT_NE(answer_text(Response::html(""), "a", {}).find("Cache-Control: no-store\r\n"),
            std::string::npos);
  Response asset = Response::text("x");
  asset.with("Cache-Control", "public, max-age=1");
  EXPECT_EQ(answer_text(asset, "a", {}).find("no-store"), std::string::npos);
}

TEST(SessionCookie, is_bound_to_this_host_and_hidden_from_scripts) {
  EXPECT_EQ(session_cookie("session", "abc"),
            "__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax");
  EXPECT_TRUE(session_cookie("session", "", 0).ends_with("; Max-Age=0"));
}

TEST(Request, knows_what_kind_of_answer_is_wanted) {
  Request request;
  EXPECT_FALSE(request.wants_json());
  request.headers.add("Accept", "text/html,application/json");
  EXPECT_FALSE(request.wants_json());
  request.headers.set("accept", "application/json");
  EXPECT_TRUE(request.wants_json());
  Request api;
  api.segments = {"api", "v1", "requests"};
  EXPECT_TRUE(api.wants_json());
}

TEST(Request, reads_its_media_type_without_parameters) {
  Request request;
  EXPECT_EQ(request.content_type(), "");
  request.headers.add("content-type", "Application/JSON ; charset=utf-8");
  EXPECT_EQ(request.content_type(), "application/json");
}

TEST(Fields, of_headers_ignore_case_and_others_do_not) {
  Fields headers{Fields::Case::insensitive};
  headers.add("Content-Type", "a");
  EXPECT_EQ(headers.get("content-type"), "a");
  headers.set("CONTENT-TYPE", "b");
  EXPECT_EQ(headers.size(), 1U);
  Fields form;
  form.add("Name", "a");
  EXPECT_FALSE(form.has("name"));
}

}  // namespace
}  // namespace onereturn::http
