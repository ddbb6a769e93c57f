#include "platform/postgres/standing.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "platform/postgres/database.hpp"

namespace onereturn::postgres {

namespace {

// A server that is there answers at once; one that is not must not hold the thread for minutes.
std::string quickly(const std::string& connection) {
  return connection + " connect_timeout=2 tcp_user_timeout=2000";
}

}  // namespace

struct Standing::State {
  using Clock = std::chrono::steady_clock;

  explicit State(Settings own_settings)
      : settings{std::move(own_settings)},
        database{{.connection = quickly(settings.connection),
                  .connections_max = 1,
                  .statement_timeout = settings.answer_max,
                  .lent = settings.lent}} {}

  void ask_until_stopped() {
    std::unique_lock lock{mutex};
    while (!stopping) {
      asked = Clock::now();
      lock.unlock();
      const bool answer = database.reachable();
      lock.lock();
      answered = answer;
      asked.reset();
      changed.notify_all();
      changed.wait_for(lock, settings.every, [&] { return stopping; });
    }
    ended = true;
    changed.notify_all();
  }

  const Settings settings;
  Database database;
  std::mutex mutex;
  std::condition_variable changed;
  std::optional<Clock::time_point> asked;  // a question that has no answer yet
  bool answered = false;
  bool stopping = false;
  bool ended = false;
};

Standing::Standing(Settings settings) : state_{std::make_shared<State>(std::move(settings))} {
  std::thread{[state = state_] { state->ask_until_stopped(); }}.detach();
}

Standing::~Standing() {
  std::unique_lock lock{state_->mutex};
  state_->stopping = true;
  state_->changed.notify_all();
  state_->changed.wait_for(lock, state_->settings.answer_max, [&] { return state_->ended; });
}

bool Standing::reachable() const {
  const std::lock_guard lock{state_->mutex};
  const bool hangs =
      state_->asked && State::Clock::now() - *state_->asked > state_->settings.answer_max;
  return state_->answered && !hangs;
}

}  // namespace onereturn::postgres
