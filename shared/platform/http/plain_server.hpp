#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace onereturn::http {

// One answer of a plain server.
struct PlainAnswer {
  int status = 200;
  std::string body;
  std::string content_type = "text/plain; charset=utf-8";
};

// A very small server for whoever watches a program from inside its network: HTTP without TLS, GET
// and HEAD, a fixed table of paths, one request a connection, on one thread of its own, so that it
// answers however busy the others are. It shows nothing of people, and takes nothing from anybody.
class PlainServer {
 public:
  // Called on that thread: must not block.
  using Pages = std::map<std::string, std::function<PlainAnswer()>>;

  struct Settings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;                     // 0 asks the system for a free one
    std::size_t connections_max = 16;           // one more is closed unread
    std::uint32_t header_bytes_max = 4 * 1024;  // a longer one is closed unanswered
    std::chrono::milliseconds time_max{5000};   // for the whole of a connection
  };

  // Listens at once. Throws std::runtime_error when the address cannot be had.
  PlainServer(Settings settings, Pages pages);
  // Ends at once.
  ~PlainServer();
  PlainServer(const PlainServer&) = delete;
  PlainServer& operator=(const PlainServer&) = delete;

  std::uint16_t port() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace onereturn::http
