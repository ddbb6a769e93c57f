// Too many at once, failures inside, and stopping.

#include <future>
#include <thread>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "functional/framing/demo_server.hpp"
#include "functional/framing/tls_client.hpp"

namespace onereturn::framing {
namespace {

using namespace std::chrono_literals;

const std::string hello = "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n";
const std::string wait = "GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n";

TEST(Crowd, from_one_address_is_kept_to_its_limit) {
  http::ServerSettings settings = quick_settings();
  settings.limits.connections_per_address_max = 3;
  DemoServer server{settings};
  {
    TlsClient one{server.port()};
    TlsClient two{server.port()};
    TlsClient three{server.port()};
    ASSERT_TRUE(three.connected());
    EXPECT_FALSE(TlsClient{server.port()}.connected());
    EXPECT_EQ(server.server.counters().connections_refused_total, 1U);
  }
  ASSERT_TRUE(eventually([&] { return server.server.counters().connections_open == 0; }));
  EXPECT_TRUE(TlsClient{server.port()}.connected());
}

TEST(Crowd, in_all_is_kept_to_its_limit) {
  http::ServerSettings settings = quick_settings();
  settings.limits.connections_max = 2;
  DemoServer server{settings};
  TlsClient one{server.port()};
  TlsClient two{server.port()};
  ASSERT_TRUE(two.connected());
  EXPECT_FALSE(TlsClient{server.port()}.connected());
  one.send(hello);
  EXPECT_EQ(one.read_answer().status, 200);
}

TEST(Crowd, before_a_full_queue_is_told_when_to_come_back) {
  http::ServerSettings settings = quick_settings();
  settings.work_threads = 1;
  settings.limits.queue_max = 1;
  DemoServer server{settings};
  TlsClient working{server.port()};
  working.send(wait);
  ASSERT_TRUE(eventually([&] { return server.app.waiting() == 1; }));
  TlsClient queued{server.port()};
  queued.send(wait);
  ASSERT_TRUE(eventually([&] { return server.server.counters().queued == 1; }));

  TlsClient refused{server.port()};
  refused.send(hello);
  const Answer answer = refused.read_answer();
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.header("Retry-After"), "2");
  EXPECT_NE(answer.body.find("/problems/overloaded"), std::string::npos);
  EXPECT_EQ(server.server.counters().overloaded_total, 1U);
  // What needs no work thread is answered all the same.
  refused.send("GET /at-once HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(refused.read_answer().body, "at once");

  server.app.open();
  EXPECT_EQ(working.read_answer().body, "went on");
  EXPECT_EQ(queued.read_answer().body, "went on");
  refused.send(hello);
  EXPECT_EQ(refused.read_answer().body, "hello");
}

TEST(Crowd, of_one_name_is_kept_to_its_share_of_the_queue) {
  http::ServerSettings settings = quick_settings();
  settings.work_threads = 1;
  settings.limits.queue_max = 4;
  DemoServer server{settings};
  TlsClient working{server.port()};
  working.send(wait);
  ASSERT_TRUE(eventually([&] { return server.app.waiting() == 1; }));
  const std::string noisy = "GET /hello?name=noisy HTTP/1.1\r\nHost: localhost\r\n\r\n";
  TlsClient first{server.port()};
  first.send(noisy);
  ASSERT_TRUE(eventually([&] { return server.server.counters().queued == 1; }));
  TlsClient second{server.port()};
  second.send(noisy);
  const Answer refused = second.read_answer();
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.header("Retry-After"), "2");
  EXPECT_NE(refused.body.find("/problems/too-many-requests"), std::string::npos);
  EXPECT_EQ(server.server.counters().crowded_total, 1U);
  EXPECT_EQ(server.server.counters().overloaded_total, 0U);
  TlsClient other{server.port()};
  other.send("GET /hello?name=other HTTP/1.1\r\nHost: localhost\r\n\r\n");
  ASSERT_TRUE(eventually([&] { return server.server.counters().queued == 2; }));
  server.app.open();
  EXPECT_EQ(working.read_answer().status, 200);
  EXPECT_EQ(first.read_answer().status, 200);
  EXPECT_EQ(other.read_answer().status, 200);
}

TEST(Crowd, that_uses_up_all_file_handles_is_waited_out) {
  DemoServer server;
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int next_free = ::dup(socket);
  ::close(next_free);
  rlimit before{};
  ::getrlimit(RLIMIT_NOFILE, &before);
  const rlimit none_left{static_cast<rlim_t>(next_free), before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none_left), 0);
  const auto client = TlsClient::without_handshake(server.port(), socket);
  std::this_thread::sleep_for(250ms);
  EXPECT_EQ(server.server.counters().connections_total, 0U);
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
  ASSERT_TRUE(client->handshake());
  client->send(hello);
  EXPECT_EQ(client->read_answer().status, 200);
  EXPECT_EQ(server.server.counters().handler_exceptions_total, 0U);
}

class BrokenHandler : public testing::TestWithParam<const char*> {};

TEST_P(BrokenHandler, answers_500_without_what_went_wrong) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send("GET " + std::string{GetParam()} + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.body.find("secret"), std::string::npos);
  EXPECT_EQ(answer.body.find("select"), std::string::npos);
  EXPECT_EQ(server.server.counters().handler_exceptions_total, 1U);
  // One request was lost, not the connection, and not the server.
  client.send(hello);
  EXPECT_EQ(client.read_answer().status, 200);
}

INSTANTIATE_TEST_SUITE_P(Cases, BrokenHandler, testing::Values("/throw", "/throw-number"));

TEST(Stopping, lets_a_running_request_end_and_closes_the_idle) {
  http::ServerSettings settings = quick_settings();
  settings.timeouts.idle = 30s;
  DemoServer server{settings};
  TlsClient idle{server.port()};
  idle.send(hello);
  ASSERT_EQ(idle.read_answer().status, 200);
  TlsClient busy{server.port()};
  busy.send(wait);
  ASSERT_TRUE(eventually([&] { return server.app.waiting() == 1; }));

  auto stopped = std::async(std::launch::async, [&] { return server.server.stop(5s); });
  EXPECT_TRUE(idle.sees_close(2s));
  EXPECT_FALSE(TlsClient{server.port()}.connected());
  server.app.open();
  const Answer answer = busy.read_answer();
  EXPECT_EQ(answer.body, "went on");
  EXPECT_EQ(answer.header("Connection"), "close");
  EXPECT_TRUE(stopped.get());
}

TEST(Stopping, answers_whoever_comes_while_it_gives_notice_and_ends_their_connections) {
  DemoServer server;
  TlsClient known{server.port()};
  known.send(hello);
  ASSERT_EQ(known.read_answer().status, 200);
  auto stopped = std::async(std::launch::async, [&] { return server.server.stop(5s, 700ms); });
  std::this_thread::sleep_for(200ms);
  known.send(hello);
  const Answer answer = known.read_answer();
  EXPECT_EQ(answer.body, "hello");
  EXPECT_EQ(answer.header("Connection"), "close");
  EXPECT_TRUE(known.sees_close());
  TlsClient late{server.port()};
  ASSERT_TRUE(late.connected());
  late.send(hello);
  EXPECT_EQ(late.read_answer().header("Connection"), "close");
  EXPECT_TRUE(stopped.get());
}

TEST(Stopping, answers_the_request_that_follows_a_promise_to_keep_the_connection) {
  http::ServerSettings settings = quick_settings();
  settings.timeouts.quiet = 600ms;
  DemoServer server{settings};
  TlsClient promised{server.port()};
  promised.send(hello);
  ASSERT_EQ(promised.read_answer().header("Connection"), "");
  TlsClient fresh{server.port()};
  ASSERT_TRUE(fresh.connected());
  auto stopped = std::async(std::launch::async, [&] { return server.server.stop(5s); });
  std::this_thread::sleep_for(150ms);
  promised.send(hello);
  EXPECT_EQ(promised.read_answer().header("Connection"), "close");
  fresh.send(hello);
  EXPECT_EQ(fresh.read_answer().header("Connection"), "close");
  EXPECT_TRUE(stopped.get());
}

TEST(Stopping, says_goodbye_to_the_quiet) {
  http::ServerSettings settings = quick_settings();
  settings.timeouts.idle = 30s;
  DemoServer server{settings};
  TlsClient idle{server.port()};
  idle.send(hello);
  ASSERT_EQ(idle.read_answer().status, 200);
  auto stopped = std::async(std::launch::async, [&] { return server.server.stop(5s); });
  EXPECT_TRUE(idle.sees_close(2s));
  EXPECT_NE(SSL_get_shutdown(idle.ssl()) & SSL_RECEIVED_SHUTDOWN, 0);
  EXPECT_TRUE(stopped.get());
}

TEST(Stopping, does_not_wait_for_ever) {
  DemoServer server;
  TlsClient busy{server.port()};
  busy.send(wait);
  ASSERT_TRUE(eventually([&] { return server.app.waiting() == 1; }));
  const auto began = std::chrono::steady_clock::now();
  auto stopped = std::async(std::launch::async, [&] { return server.server.stop(300ms); });
  EXPECT_TRUE(busy.sees_close(4s));
  server.app.open();
  EXPECT_FALSE(stopped.get());
  EXPECT_LT(std::chrono::steady_clock::now() - began, 4s);
}

TEST(Stopping, leaves_no_connection_unserved_when_many_come_and_go) {
  DemoServer server;
  std::vector<std::future<int>> clients;
  for (int i = 0; i < 16; ++i) {
    clients.push_back(std::async(std::launch::async, [&] {
      int answered = 0;
      for (int round = 0; round < 10; ++round) {
        TlsClient client{server.port()};
        client.send(hello);
        answered += client.read_answer().status == 200 ? 1 : 0;
      }
      return answered;
    }));
  }
  int answered = 0;
  for (auto& client : clients) {
    answered += client.get();
  }
  EXPECT_EQ(answered, 160);
  EXPECT_EQ(server.server.counters().handler_exceptions_total, 0U);
}

}  // namespace
}  // namespace onereturn::framing
