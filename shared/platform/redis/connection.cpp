#include "platform/redis/connection.hpp"

#include <algorithm>
#include <charconv>
#include <csignal>

#include <hiredis/hiredis.h>
#include <sys/time.h>

namespace onereturn::redis {

namespace {

timeval as_timeval(std::chrono::milliseconds time) {
  return {static_cast<time_t>(time.count() / 1000),
          static_cast<suseconds_t>((time.count() % 1000) * 1000)};
}

// As written after the last colon; 0, where nobody listens, when that is no number.
int port_of(std::string_view text) {
  int port = 0;
  std::from_chars(text.data(), text.data() + text.size(), port);
  return port;
}

redisContext* open(const Address& address) {
  const timeval limit = as_timeval(address.call_max);
  if (address.place.starts_with('/')) {
    return redisConnectUnixWithTimeout(address.place.c_str(), limit);
  }
  const auto colon = address.place.rfind(':');
  const std::string host = address.place.substr(0, colon);
  const int port = colon == std::string::npos ? 6379 : port_of(address.place.substr(colon + 1));
  return redisConnectWithTimeout(host.c_str(), port, limit);
}

}  // namespace

void ReplyFree::operator()(redisReply* reply) const { freeReplyObject(reply); }

struct Connection::Context {
  explicit Context(redisContext* opened) : raw{opened} {}
  ~Context() { redisFree(raw); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  redisContext* raw;
};

Connection::Connection(Address address)
    : address_{std::move(address)}, pause_{address_.retry_first} {
  // The library writes without MSG_NOSIGNAL: a Redis that has gone would end the whole program.
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
}

Connection::~Connection() = default;

bool Connection::connect() {
  if (context_) {
    return true;
  }
  if (address_.place.empty() || std::chrono::steady_clock::now() < not_before_) {
    return false;
  }
  redisContext* opened = open(address_);
  if (opened != nullptr) {
    context_ = std::make_unique<Context>(opened);
  }
  if (opened == nullptr || opened->err != 0) {
    give_up();
    return false;
  }
  return true;
}

void Connection::give_up() {
  context_.reset();
  not_before_ = std::chrono::steady_clock::now() + pause_;
  pause_ = std::min(pause_ * 2, address_.retry_last);
}

Reply Connection::run(const std::vector<std::string>& words, std::chrono::milliseconds extra) {
  if (!connect()) {
    return {};
  }
  std::vector<const char*> texts;
  std::vector<std::size_t> lengths;
  for (const auto& word : words) {
    texts.push_back(word.data());
    lengths.push_back(word.size());
  }
  // A limit belongs to the context, so each call sets its own.
  redisSetTimeout(context_->raw, as_timeval(address_.call_max + extra));
  Reply reply{static_cast<redisReply*>(redisCommandArgv(
      context_->raw, static_cast<int>(texts.size()), texts.data(), lengths.data()))};
  if (!reply) {
    give_up();
    return {};
  }
  pause_ = address_.retry_first;
  return reply;
}

}  // namespace onereturn::redis
