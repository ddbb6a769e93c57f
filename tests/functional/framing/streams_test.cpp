// Bodies that are never held whole: taken as they arrive, given as they are sent.

#include <gtest/gtest.h>

#include "functional/framing/demo_server.hpp"
#include "functional/framing/tls_client.hpp"

namespace onereturn::framing {
namespace {

const std::string hello = "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n";

std::string post(const std::string& path, std::size_t length, const std::string& more = {}) {
  return "POST " + path +
         " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(length) + "\r\n" +
         more + "\r\n";
}

std::string get(const std::string& path) {
  return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

TEST(Streams, take_a_body_in_pieces_and_the_connection_goes_on) {
  DemoServer server;
  TlsClient client{server.port()};
  const std::size_t size = 3U * 1024 * 1024 + 17;
  client.send(post("/stream", size));
  client.send(std::string(size, 'x') + hello);
  const auto answer = client.read_answer();
  const auto slash = answer.body.find('/');
  EXPECT_EQ(answer.body.substr(0, slash), std::to_string(size));
  EXPECT_LE(std::stoul(answer.body.substr(slash + 1)), 64U * 1024);
  EXPECT_EQ(client.read_answer().body, "hello") << "nothing of the body is left over";
  EXPECT_TRUE(eventually([&] { return server.app.open_sinks() == 0; }));
}

TEST(Streams, take_a_body_that_arrives_with_its_head_and_one_that_is_empty) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send(post("/stream", 5) + "hello" + post("/stream", 0) + hello);
  EXPECT_EQ(client.read_answer().body, "5/5");
  EXPECT_EQ(client.read_answer().body, "0/0");
  EXPECT_EQ(client.read_answer().body, "hello");
}

TEST(Streams, ask_before_anything_of_a_body_is_read) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send(post("/stream-refused", 1000));
  const auto answer = client.read_answer();
  EXPECT_EQ(answer.status, 403);
  EXPECT_EQ(answer.header("Connection"), "close");
  EXPECT_TRUE(client.sees_close());
}

TEST(Streams, answer_500_without_its_words_when_asking_fails) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send(post("/stream-throws", 1000));
  const auto answer = client.read_answer();
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.body.find("secret"), std::string::npos);
}

TEST(Streams, refuse_what_is_larger_than_the_route_accepts) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send(post("/stream", 8U * 1024 * 1024 + 1));
  EXPECT_EQ(client.read_answer().status, 413);
}

TEST(Streams, say_continue_only_to_a_body_that_is_wanted) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send(post("/stream", 5, "Expect: 100-continue\r\n"));
  EXPECT_EQ(client.read_answer().status, 100);
  client.send("hello");
  EXPECT_EQ(client.read_answer().body, "5/5");
  client.send(post("/stream-refused", 5, "Expect: 100-continue\r\n"));
  EXPECT_EQ(client.read_answer().status, 403);
}

TEST(Streams, drop_what_a_client_that_went_away_had_sent) {
  DemoServer server;
  {
    TlsClient client{server.port()};
    client.send(post("/stream", 1000) + "half");
    EXPECT_TRUE(eventually([&] { return server.app.open_sinks() == 1; }));
    client.abort();
  }
  EXPECT_TRUE(eventually([&] { return server.app.open_sinks() == 0; }));
}

TEST(Streams, end_a_body_that_stops_coming) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send(post("/stream", 1000) + "half");
  EXPECT_TRUE(client.sees_close(std::chrono::seconds{3}));
  EXPECT_TRUE(eventually([&] { return server.app.open_sinks() == 0; }));
}

TEST(Streams, give_a_body_of_known_length) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send(get("/pieces?n=500") + hello);
  const auto answer = client.read_answer();
  EXPECT_EQ(answer.header("Content-Length"), "500000");
  EXPECT_EQ(answer.body, std::string(500'000, 'p'));
  EXPECT_EQ(client.read_answer().body, "hello");
}

TEST(Streams, give_a_body_of_unknown_length_in_chunks) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send(get("/chunks?n=500") + hello);
  const auto answer = client.read_answer();
  EXPECT_EQ(answer.header("Transfer-Encoding"), "chunked");
  EXPECT_EQ(answer.count("Content-Length"), 0U);
  EXPECT_EQ(answer.body, std::string(500'000, 'p'));
  EXPECT_EQ(client.read_answer().body, "hello");
}

TEST(Streams, give_no_body_to_head) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send("HEAD /chunks HTTP/1.1\r\nHost: localhost\r\n\r\n" + hello);
  EXPECT_EQ(client.read_answer(true).status, 200);
  EXPECT_EQ(client.read_answer().body, "hello");
}

TEST(Streams, break_off_so_that_half_is_never_taken_for_a_whole) {
  DemoServer server;
  TlsClient client{server.port()};
  client.send(get("/breaks"));
  EXPECT_EQ(client.read_answer().body, std::string(2000, 'p') + " (broken off)");
  EXPECT_TRUE(client.sees_close());
  EXPECT_TRUE(eventually([&] { return server.app.exchanges().size() == 1; }));
  EXPECT_FALSE(server.app.exchanges().front().written);
}

}  // namespace
}  // namespace onereturn::framing
