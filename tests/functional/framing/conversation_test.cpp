// Several requests on one connection, and what every answer carries.

#include <gtest/gtest.h>

#include "functional/framing/demo_server.hpp"
#include "functional/framing/tls_client.hpp"

namespace onereturn::framing {
namespace {

const std::string hello = "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n";

TEST(Conversation, answers_pipelined_requests_in_order) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send(
      "GET /echo/one HTTP/1.1\r\nHost: localhost\r\n\r\n"
      "POST /big HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc"
      "GET /echo/three HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(client.read_answer().body, "one");
  EXPECT_EQ(client.read_answer().body, "3");
  EXPECT_EQ(client.read_answer().body, "three");
}

TEST(Conversation, takes_a_request_that_arrives_byte_by_byte) {
  DemoServer server;
  TlsClient client{server.port()};
  for (const char c : std::string{"POST /big HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
                                  "\r\nhello"}) {
    ASSERT_TRUE(client.send({&c, 1}));
  }
  EXPECT_EQ(client.read_answer().body, "5");
}

TEST(Conversation, never_reads_a_body_as_the_next_request) {
  DemoServer server;
  TlsClient client{server.port()};
  const std::string inner = "GET /echo/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";
  client.send("POST /big HTTP/1.1\r\nHost: localhost\r\nContent-Length: " +
              std::to_string(inner.size()) + "\r\n\r\n" + inner + hello);
  EXPECT_EQ(client.read_answer().body, std::to_string(inner.size()));
  EXPECT_EQ(client.read_answer().body, "hello");
}

TEST(Conversation, drops_what_follows_a_refused_request) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send(
      "POST /big HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
      "0\r\n\r\n" +
      hello);
  EXPECT_EQ(client.read_answer().status, 411);
  EXPECT_EQ(client.read_answer().status, 0);
  EXPECT_TRUE(client.sees_close());
}

TEST(Conversation, sends_no_body_to_head) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send("HEAD /hello HTTP/1.1\r\nHost: localhost\r\n\r\n" + hello);
  const Answer head = client.read_answer(true);
  EXPECT_EQ(head.header("Content-Length"), "5");
  EXPECT_EQ(client.read_answer().body, "hello");
}

TEST(Conversation, closes_when_asked_to) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send("GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("Connection"), "close");
  EXPECT_TRUE(client.sees_close());
}

TEST(Conversation, asks_for_the_body_only_when_it_will_be_read) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send(
      "POST /big HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
      "Expect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.read_answer().status, 100);
  client.send("hello");
  EXPECT_EQ(client.read_answer().body, "5");

  TlsClient greedy{server.port()};
  greedy.send(
      "POST /small HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n"
      "Expect: 100-continue\r\n\r\n");
  EXPECT_EQ(greedy.read_answer().status, 413);
}

TEST(Conversation, lets_a_client_that_still_sends_read_why_it_was_refused) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send("POST /small HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000\r\n\r\n");
  client.send(std::string(200'000, 'a'));
  EXPECT_EQ(client.read_answer().status, 413);
}

TEST(Conversation, gives_each_request_an_id_of_its_own) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send("GET /hello HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: mine\r\n\r\n" + hello);
  const std::string first = client.read_answer().header("X-Request-Id");
  const std::string second = client.read_answer().header("X-Request-Id");
  EXPECT_EQ(first.size(), 16U);
  EXPECT_NE(first, second);
}

class EveryAnswer : public testing::TestWithParam<const char*> {};

TEST_P(EveryAnswer, carries_the_security_headers_once) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send(std::string{GetParam()} + "\r\nHost: localhost\r\n\r\n");
  const Answer answer = client.read_answer();
  ASSERT_NE(answer.status, 0);
  for (const auto& [name, value] : http::security_headers()) {
    EXPECT_EQ(answer.count(name), 1U) << name;
    EXPECT_EQ(answer.header(name), value);
  }
  EXPECT_EQ(answer.header("Cache-Control"), "no-store");
  EXPECT_EQ(answer.count("Date"), 1U);
  EXPECT_EQ(answer.count("Server"), 0U);
  const std::string policy = answer.header("Content-Security-Policy");
  EXPECT_NE(policy.find("default-src 'none'"), std::string::npos);
  EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos);
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(OfEveryKind, EveryAnswer,
                         testing::Values("GET /hello HTTP/1.1", "GET /at-once HTTP/1.1",
                                         "GET /throw HTTP/1.1", "GET /redirect?to=/ HTTP/1.1",
                                         "TRACE / HTTP/1.1", "GET /../ HTTP/1.1",
                                         "GET /hello HTTP/1.0"));

class HostileRedirect : public testing::TestWithParam<const char*> {};

TEST_P(HostileRedirect, never_reaches_the_header) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send("GET /redirect?to=" + std::string{GetParam()} +
              " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.count("Set-Cookie"), 0U);
  EXPECT_EQ(answer.count("Location"), 0U);
}

INSTANTIATE_TEST_SUITE_P(Cases, HostileRedirect,
                         testing::Values("/%0d%0aSet-Cookie:%20a=b", "/%0aSet-Cookie:%20a=b",
                                         "/%0dX", "//elsewhere.example/", "/%5Celsewhere.example",
                                         "https://elsewhere.example/", "javascript:alert(1)", "",
                                         "/%C3%A9"));

TEST(Redirect, leads_to_a_path_of_ours) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send("GET /redirect?to=/home%3Fa%3Db HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.header("Location"), "/home?a=b");
}

}  // namespace
}  // namespace onereturn::framing
