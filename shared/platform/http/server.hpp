#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/framing.hpp"
#include "platform/http/message.hpp"
#include "platform/http/work_pool.hpp"

namespace onereturn::http {

// What happens to a request once its head is known.
struct Admission {
  std::size_t body_max = 0;        // a larger Content-Length is answered 413
  std::optional<Response> answer;  // answered at once, without a work thread
  bool streamed = false;           // the body goes to the sink that begin_body() gives
  Share share = {};                // in whose name it waits for a work thread
};

// What happens to a body that is to be streamed.
struct BodyWelcome {
  std::shared_ptr<BodySink> sink;
  std::optional<Response> refusal;  // instead of a sink: nothing of the body is read
};

// One exchange, for one log line and one metric.
struct Exchange {
  std::string request_id;
  std::string method;  // "" when the head could not be read
  std::string route;   // Response::route; "" when nothing answered by a route
  int status = 0;
  std::size_t bytes_in = 0;
  std::size_t bytes_out = 0;
  std::chrono::microseconds took{0};
  bool written = true;  // false when the client was gone before it had the answer
  std::vector<std::pair<std::string, std::string>> facts;  // Response::facts
};

// What the server asks of the program. All but handle() are called on I/O threads and must not
// block; every function may be called from several threads at once.
class Application {
 public:
  virtual ~Application() = default;

  // Decides by the head alone: the limit of the body, or an answer.
  virtual Admission admit(const RequestHead& head) = 0;
  // Before a streamed body is read, on a work thread: who may send one, and where it goes. What it
  // throws becomes refused() with a 500.
  virtual BodyWelcome begin_body(const RequestHead& head);
  // Answers a request, on a work thread. What it throws becomes refused() with a 500.
  virtual Response handle(Request request) = 0;
  // Words a refusal of the server's own. `head` is nothing when the head could not be read.
  virtual Response refused(const Fault& fault, const RequestHead* head,
                           const std::string& request_id);
  // Called once per exchange, after the answer was written.
  virtual void answered(const Exchange& exchange) noexcept = 0;
  // Called for an exception that should not have been: each one is a mistake of ours.
  virtual void failed(std::string_view where, std::string_view what) noexcept = 0;
};

struct Timeouts {
  std::chrono::milliseconds handshake{10'000};
  std::chrono::milliseconds header{10'000};
  std::chrono::milliseconds body{10'000};
  std::chrono::milliseconds body_per_32_kib{1'000};
  std::chrono::milliseconds write{30'000};
  std::chrono::milliseconds idle{30'000};
  std::chrono::milliseconds shutdown{3'000};
  std::chrono::milliseconds quiet{1'000};  // without a request, before stop() closes a connection
};

struct Limits {
  std::uint32_t header_bytes_max = 8 * 1024;
  std::size_t buffer_bytes_max = std::size_t{64} * 1024;
  std::size_t body_bytes_max = std::size_t{64} * 1024 * 1024;  // of any route
  std::size_t connections_max = 2000;
  std::size_t connections_per_address_max = 200;
  std::size_t requests_per_connection_max = 10'000;
  std::size_t queue_max = 256;  // requests that wait for a work thread
};

struct ServerSettings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  // 0 asks the system for a free one
  std::string certificate_file;
  std::string key_file;
  std::size_t io_threads = 2;
  std::size_t work_threads = 8;
  FramingLimits framing;
  Timeouts timeouts;
  Limits limits;
};

struct Counters {
  std::size_t connections_open = 0;
  std::size_t connections_total = 0;
  std::size_t connections_refused_total = 0;
  std::size_t handler_exceptions_total = 0;
  std::size_t overloaded_total = 0;  // turned away because the queue was full
  std::size_t crowded_total = 0;     // because too much waited in one name
  std::size_t queued = 0;
  std::size_t busy = 0;       // work threads that are at work
  std::size_t in_flight = 0;  // requests whose head has begun to arrive and whose answer is not out
};

// An HTTPS server: TLS 1.2 and 1.3, HTTP/1.1. Reads under limits on a few I/O threads, answers on
// a bounded pool of work threads.
class Server {
 public:
  // Loads the certificate. Throws std::runtime_error when it cannot be used.
  Server(ServerSettings settings, Application& application);
  // Stops at once when stop() was not called.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Binds, listens and returns. Throws std::runtime_error when the address cannot be had.
  // SIGPIPE is ignored from here on.
  void start();
  std::uint16_t port() const;

  // From now on every answer ends its connection. Goes on accepting for as long as `notice`, so
  // that whoever sends people here can hear that it should not; then stops, closes connections once
  // they are quiet, lets running requests end for at most `drain_max`, and closes what is left.
  // Returns true when nothing had to be cut off.
  bool stop(std::chrono::milliseconds drain_max, std::chrono::milliseconds notice = {});

  Counters counters() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The headers that every answer carries: policy, transport security, no sniffing, referrer.
const std::vector<std::pair<std::string, std::string>>& security_headers();

}  // namespace onereturn::http
