#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/redis/wake.hpp"

struct redisReply;

namespace onereturn::redis {

struct ReplyFree {
  void operator()(redisReply* reply) const;
};
using Reply = std::unique_ptr<redisReply, ReplyFree>;

// One connection with a limit on every call, and a breaker: after a failure it stays away until
// its pause is over. For one thread at a time.
class Connection {
 public:
  explicit Connection(Address address);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Runs a command; words may hold any bytes. Nothing when Redis is away or did not answer within
  // call_max + extra. An error reply of Redis is a reply.
  Reply run(const std::vector<std::string>& words, std::chrono::milliseconds extra = {});

  // True from a failure until a call has worked again; false when no place is set.
  bool away() const { return !context_ && !address_.place.empty(); }

 private:
  struct Context;

  bool connect();
  void give_up();

  Address address_;
  std::unique_ptr<Context> context_;
  std::chrono::milliseconds pause_;
  std::chrono::steady_clock::time_point not_before_{};
};

}  // namespace onereturn::redis
