#include "platform/http/plain_server.hpp"

#include <atomic>
#include <stdexcept>

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace onereturn::http {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// One connection, byte by byte, to 127.0.0.1.
class Client {
 public:
  explicit Client(std::uint16_t port) : socket_{::socket(AF_INET, SOCK_STREAM, 0)} {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval limit{5, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      throw std::runtime_error{"nobody listens"};
    }
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  void send(const std::string& text) const {
    (void)::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
  }
  // Until the other side closes.
  std::string everything() const {
    std::string all;
    char piece[4096];
    for (ssize_t n = 0; (n = recv(socket_, piece, sizeof piece, 0)) > 0;) {
      all.append(piece, static_cast<std::size_t>(n));
    }
    return all;
  }

 private:
  int socket_;
};

class Plain : public ::testing::Test {
 protected:
  static PlainServer::Settings quick() {
    PlainServer::Settings settings;
    settings.connections_max = 3;
    settings.time_max = 300ms;
    return settings;
  }

  std::string ask(const std::string& request) const {
    const Client client{server_.port()};
    client.send(request);
    return client.everything();
  }

  std::atomic<int> calls_{0};
  PlainServer server_{quick(),
                      {{"/healthz",
                        [this] {
                          ++calls_;
                          return PlainAnswer{200, "ok\n"};
                        }},
                       {"/breaks", []() -> PlainAnswer { throw std::runtime_error{"inside"}; }}}};
};

TEST_F(Plain, answers_get_and_head_and_closes) {
  const auto get = ask("GET /healthz?x=1 HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(get, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(get, HasSubstr("Connection: close\r\n"));
  EXPECT_THAT(get, ::testing::EndsWith("\r\n\r\nok\n"));
  const auto head = ask("HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(head, HasSubstr("Content-Length: 3\r\n"));
  EXPECT_THAT(head, ::testing::EndsWith("\r\n\r\n"));
}

TEST_F(Plain, knows_its_own_paths_and_verbs_only) {
  EXPECT_THAT(ask("GET /sign-in HTTP/1.1\r\n\r\n"), StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(ask("GET /healthz/ HTTP/1.1\r\n\r\n"), StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(ask("POST /healthz HTTP/1.1\r\nContent-Length: 0\r\n\r\n"),
              StartsWith("HTTP/1.1 405"));
  EXPECT_EQ(calls_, 0);
}

TEST_F(Plain, says_nothing_of_what_failed_inside) {
  const auto answer = ask("GET /breaks HTTP/1.1\r\n\r\n");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 500"));
  EXPECT_THAT(answer, Not(HasSubstr("inside")));
  EXPECT_THAT(ask("GET /healthz HTTP/1.1\r\n\r\n"), StartsWith("HTTP/1.1 200"));
}

TEST_F(Plain, reads_one_request_and_no_more) {
  const std::string get = "GET /healthz HTTP/1.1\r\n\r\n";
  ask(get + get + get);
  EXPECT_EQ(calls_, 1);
}

TEST_F(Plain, closes_on_a_head_that_is_too_long_or_none_at_all) {
  EXPECT_EQ(ask("GET /healthz HTTP/1.1\r\nX: " + std::string(8000, 'x') + "\r\n\r\n"), "");
  EXPECT_EQ(ask("\x16\x03\x01\x02 this is no HTTP\r\n\r\n"), "");
  EXPECT_EQ(calls_, 0);
}

TEST_F(Plain, lets_nobody_hold_it_by_being_slow) {
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(ask("GET /healthz HTT"), "");
  EXPECT_LT(std::chrono::steady_clock::now() - began, 3s);
}

TEST_F(Plain, closes_one_connection_too_many_and_recovers) {
  {
    const Client one{server_.port()};
    const Client two{server_.port()};
    const Client three{server_.port()};
    std::this_thread::sleep_for(50ms);
    EXPECT_EQ(ask("GET /healthz HTTP/1.1\r\n\r\n"), "");
  }
  std::this_thread::sleep_for(100ms);
  EXPECT_THAT(ask("GET /healthz HTTP/1.1\r\n\r\n"), StartsWith("HTTP/1.1 200"));
}

TEST(PlainListener, refuses_an_address_that_it_cannot_have) {
  PlainServer::Settings settings;
  settings.address = "no address";
  EXPECT_THROW(PlainServer(settings, {}), std::runtime_error);
}

}  // namespace
}  // namespace onereturn::http
