#pragma once

#include <cstddef>
#include <string>

struct ssl_ctx_st;
struct ssl_st;

namespace onereturn::load {

// What every connection needs: trust in one authority, sessions that are resumed. Throws
// std::runtime_error when the authority's file cannot be used.
class Terms {
 public:
  Terms(std::string host, const std::string& ca_file);
  ~Terms();
  Terms(const Terms&) = delete;
  Terms& operator=(const Terms&) = delete;

  const std::string& host() const { return host_; }
  ssl_ctx_st* context() const { return context_; }

 private:
  std::string host_;
  ssl_ctx_st* context_;
};

struct Answer {
  int status = 0;
  bool says_when_to_return = false;
  bool ends_connection = false;
  std::string body;
};

// One TLS connection that never waits. Whoever owns it calls proceed() when its socket has
// something to say.
class Connection {
 public:
  enum class Outcome { nothing, ready, answered, closed };

  // Begins to connect from 127.0.0.SEAT to that port of this machine.
  Connection(const Terms& terms, int seat, int port);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  int socket() const { return socket_; }
  // True once a byte of the request may have reached the server.
  bool has_sent() const { return written_ > 0; }

  // Goes as far as it can without waiting.
  Outcome proceed();
  // Sends a request on an idle connection; proceed() says what comes of it.
  void send(std::string request);
  const Answer& answer() const { return answer_; }

 private:
  enum class State { shaking, idle, talking, closed };

  Outcome shake();
  Outcome talk();
  Outcome look_whether_closed();
  bool write_some();
  bool read_some(bool& closed);
  bool take_answer();

  int socket_ = -1;
  ssl_st* ssl_ = nullptr;
  State state_ = State::shaking;
  std::string out_;
  std::size_t written_ = 0;
  std::string in_;
  Answer answer_;
};

}  // namespace onereturn::load
