#include "platform/redis/wake.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>
#include <vector>

#include <hiredis/hiredis.h>

#include "platform/redis/connection.hpp"

namespace onereturn::redis {

namespace {

// Old messages are worth nothing: the queue is in the database.
constexpr const char* stream_length_max = "10000";

std::string_view text_of(const redisReply& reply) { return {reply.str, reply.len}; }

// XREADGROUP answers [[stream, [[id, fields], …]]]: the ids.
std::vector<std::string> ids_in(const redisReply& reply) {
  std::vector<std::string> ids;
  if (reply.type != REDIS_REPLY_ARRAY || reply.elements == 0) {
    return ids;
  }
  const redisReply& stream = *reply.element[0];
  if (stream.type != REDIS_REPLY_ARRAY || stream.elements < 2) {
    return ids;
  }
  const redisReply& entries = *stream.element[1];
  for (std::size_t i = 0; i < entries.elements; ++i) {
    const redisReply& entry = *entries.element[i];
    if (entry.type == REDIS_REPLY_ARRAY && entry.elements > 0) {
      ids.emplace_back(text_of(*entry.element[0]));
    }
  }
  return ids;
}

}  // namespace

struct Wake::State {
  State(Address own_address, std::string own_stream)
      : call_max{own_address.call_max},
        connection{std::move(own_address)},
        stream{std::move(own_stream)} {}

  bool ring(std::string_view word) {
    const std::unique_lock lock{mutex, call_max};
    if (!lock) {
      return false;
    }
    const Reply reply = connection.run(
        {"XADD", stream, "MAXLEN", "~", stream_length_max, "*", "word", std::string{word}});
    away = connection.away();
    return reply && reply->type != REDIS_REPLY_ERROR;
  }

  std::chrono::milliseconds call_max;
  std::timed_mutex mutex;
  Connection connection;
  std::string stream;
  std::atomic<bool> away{false};
  std::atomic<std::uint64_t> rung{0};
  std::atomic<std::uint64_t> failed{0};
};

Wake::Wake(Address address, std::string stream)
    : state_{std::make_unique<State>(std::move(address), std::move(stream))} {}

Wake::~Wake() = default;

bool Wake::ring(std::string_view word) noexcept {
  bool there = false;
  try {
    there = state_->ring(word);
  } catch (...) {
    there = false;
  }
  ++(there ? state_->rung : state_->failed);
  return there;
}

WakeFigures Wake::figures() const { return {state_->away, state_->rung, state_->failed}; }

struct Ear::State {
  State(Address address, std::string own_consumer, std::string own_stream, std::string own_group)
      : connection{std::move(address)},
        consumer{std::move(own_consumer)},
        stream{std::move(own_stream)},
        group{std::move(own_group)} {}

  // From the beginning: at "$" the messages that came before the group would be skipped.
  // Another worker may have been quicker: BUSYGROUP is as good.
  bool make_group() {
    const Reply reply = connection.run({"XGROUP", "CREATE", stream, group, "0", "MKSTREAM"});
    return reply && (reply->type != REDIS_REPLY_ERROR || text_of(*reply).starts_with("BUSYGROUP"));
  }

  // A taken message is done with: the sweep looks after what is lost on the way.
  void acknowledge(const std::vector<std::string>& ids) {
    std::vector<std::string> words{"XACK", stream, group};
    words.insert(words.end(), ids.begin(), ids.end());
    (void)connection.run(words);
  }

  Connection connection;
  std::string consumer;
  std::string stream;
  std::string group;
};

Ear::Ear(Address address, std::string consumer, std::string stream, std::string group)
    : state_{std::make_unique<State>(std::move(address), std::move(consumer), std::move(stream),
                                     std::move(group))} {}

Ear::~Ear() = default;

Ear::Heard Ear::listen(std::chrono::milliseconds wait_max, int count_max) noexcept {
  try {
    State& state = *state_;
    const Reply reply = state.connection.run(
        {"XREADGROUP", "GROUP", state.group, state.consumer, "COUNT", std::to_string(count_max),
         "BLOCK", std::to_string(std::max<std::int64_t>(1, wait_max.count())), "STREAMS",
         state.stream, ">"},
        wait_max);
    if (!reply) {
      return Heard::away;
    }
    if (reply->type == REDIS_REPLY_ERROR) {
      // NOGROUP and UNBLOCKED: Redis was emptied under us. What was in it is gone, so say that
      // something may be waiting.
      const auto text = text_of(*reply);
      const bool emptied = text.starts_with("NOGROUP") || text.starts_with("UNBLOCKED");
      return emptied && state.make_group() ? Heard::something : Heard::away;
    }
    const auto ids = ids_in(*reply);
    if (ids.empty()) {
      return Heard::nothing;
    }
    state.acknowledge(ids);
    return Heard::something;
  } catch (...) {
    return Heard::away;
  }
}

}  // namespace onereturn::redis
