// Slow, silent and vanishing clients: each has its time, and then its connection is gone.

#include <thread>

#include <gtest/gtest.h>

#include "functional/framing/demo_server.hpp"
#include "functional/framing/tls_client.hpp"

namespace onereturn::framing {
namespace {

using namespace std::chrono_literals;

const std::string hello = "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n";

// Only one of the limits is short, so that no other can end what it should end.
http::ServerSettings impatient(std::chrono::milliseconds http::Timeouts::*limit) {
  http::ServerSettings settings = quick_settings();
  settings.timeouts = {};
  settings.timeouts.*limit = 600ms;
  return settings;
}

bool is_empty(DemoServer& server) {
  return eventually([&] { return server.server.counters().connections_open == 0; });
}

TEST(Patience, ends_with_a_handshake_that_never_begins) {
  DemoServer server{impatient(&http::Timeouts::handshake)};
  const auto client = TlsClient::without_handshake(server.port());
  EXPECT_TRUE(client->sees_close(3s));
  EXPECT_TRUE(is_empty(server));
}

TEST(Patience, ends_with_a_header_that_never_ends) {
  DemoServer server{impatient(&http::Timeouts::header)};
  TlsClient client{server.port()};
  client.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n");
  EXPECT_TRUE(client.sees_close(3s));
  EXPECT_TRUE(is_empty(server));
}

TEST(Patience, counts_the_whole_header_and_not_each_byte) {
  DemoServer server{impatient(&http::Timeouts::header)};
  TlsClient client{server.port()};
  client.send("GET /hello HTTP/1.1\r\nHost: localhost\r\nX-A: ");
  const auto began = std::chrono::steady_clock::now();
  while (client.send("a") && std::chrono::steady_clock::now() - began < 4s) {
    std::this_thread::sleep_for(50ms);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - began, 3s);
}

TEST(Patience, ends_with_a_body_that_never_comes) {
  DemoServer server{impatient(&http::Timeouts::body)};
  TlsClient client{server.port()};
  client.send("POST /big HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");
  EXPECT_TRUE(client.sees_close(3s));
  EXPECT_TRUE(is_empty(server));
}

TEST(Patience, gives_a_larger_body_more_time) {
  http::ServerSettings settings = quick_settings();
  settings.timeouts.body = 300ms;
  settings.timeouts.body_per_32_kib = 200ms;
  DemoServer server{settings};
  TlsClient client{server.port()};
  client.send("POST /big HTTP/1.1\r\nHost: localhost\r\nContent-Length: 262144\r\n\r\n");
  for (int part = 0; part < 8; ++part) {
    std::this_thread::sleep_for(100ms);
    ASSERT_TRUE(client.send(std::string(std::size_t{32} * 1024, 'a')));
  }
  EXPECT_EQ(client.read_answer().body, "262144");
}

TEST(Patience, ends_with_an_idle_connection) {
  DemoServer server{impatient(&http::Timeouts::idle)};
  TlsClient client{server.port()};
  client.send(hello);
  EXPECT_EQ(client.read_answer().status, 200);
  EXPECT_TRUE(client.sees_close(3s));
  EXPECT_TRUE(is_empty(server));
}

TEST(Patience, ends_with_a_client_that_does_not_read) {
  DemoServer server{impatient(&http::Timeouts::write)};
  TlsClient client{server.port()};
  client.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_TRUE(is_empty(server));
  const auto exchanges = server.app.exchanges();
  ASSERT_EQ(exchanges.size(), 1U);
  EXPECT_FALSE(exchanges.front().written);
}

TEST(Patience, waits_for_a_handler_longer_than_for_a_client) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send("GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n");
  std::this_thread::sleep_for(1200ms);
  server.app.open();
  EXPECT_EQ(client.read_answer().body, "went on");
}

TEST(Patience, ends_when_the_client_does_not_say_goodbye) {
  DemoServer server{impatient(&http::Timeouts::shutdown)};
  {
    TlsClient client{server.port()};
    client.send("GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(client.read_answer().status, 200);
    // Neither close_notify nor the end of the connection: only silence.
    EXPECT_TRUE(is_empty(server));
  }
}

TEST(Vanishing, in_the_middle_of_an_answer_is_survived) {
  DemoServer server;
  for (int round = 0; round < 5; ++round) {
    TlsClient client{server.port()};
    client.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
    std::this_thread::sleep_for(20ms);
    client.abort();
  }
  EXPECT_TRUE(is_empty(server));
  TlsClient next{server.port()};
  next.send(hello);
  EXPECT_EQ(next.read_answer().status, 200);
  EXPECT_EQ(server.server.counters().handler_exceptions_total, 0U);
}

TEST(Vanishing, in_the_middle_of_a_body_or_a_handler_is_survived) {
  DemoServer server;
  {
    TlsClient client{server.port()};
    client.send("POST /big HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc");
    client.abort();
    TlsClient waiting{server.port()};
    waiting.send("GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n");
    ASSERT_TRUE(eventually([&] { return server.app.waiting() == 1; }));
    waiting.abort();
  }
  server.app.open();
  EXPECT_TRUE(is_empty(server));
  EXPECT_EQ(server.server.counters().handler_exceptions_total, 0U);
}

TEST(Vanishing, in_the_middle_of_a_handshake_is_survived) {
  DemoServer server;
  for (int round = 0; round < 5; ++round) {
    const auto client = TlsClient::without_handshake(server.port());
    client->send_plain(std::string("\x16\x03\x01\x02", 4));
    client->abort();
  }
  EXPECT_TRUE(is_empty(server));
  EXPECT_EQ(server.server.counters().handler_exceptions_total, 0U);
}

}  // namespace
}  // namespace onereturn::framing
