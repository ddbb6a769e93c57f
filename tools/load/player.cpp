#include "tools/load/player.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <deque>
#include <map>
#include <set>
#include <utility>

#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace onereturn::load {
namespace {

constexpr std::int64_t look_around_us = 20'000;  // ports, patience, who wants to try again
constexpr std::size_t no_step = static_cast<std::size_t>(-1);

struct Seat;

// A connection with the step that it serves, or will serve once it is ready.
struct Line {
  Line(const Terms& terms, int number, int port) : connection(terms, number, port) {}
  Connection connection;
  Seat* seat = nullptr;
  std::size_t step = no_step;
  std::int64_t since_us = 0;
};

struct Seat {
  int number = 0;
  std::map<Line*, std::unique_ptr<Line>> lines;
  std::vector<Line*> idle;
  std::deque<std::size_t> waiting;
};

}  // namespace

class Player::State {
 public:
  State(const Terms& terms, PlayerSettings settings, const std::vector<Step>& steps)
      : terms_(terms),
        settings_(std::move(settings)),
        steps_(steps),
        results_(steps.size()),
        epoll_(::epoll_create1(EPOLL_CLOEXEC)),
        timer_(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)) {
    epoll_event wanted{EPOLLIN, {}};
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, timer_, &wanted);
  }
  ~State() {
    seats_.clear();
    ::close(timer_);
    ::close(epoll_);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  std::vector<Result> play() {
    ports_ = settings_.ports();
    std::int64_t looked_us = 0;
    for (std::size_t next = 0; next < steps_.size() || open_ > 0;) {
      for (; next < steps_.size() && steps_[next].at_us <= now_us(); ++next) {
        begin(next);
      }
      if (now_us() - looked_us >= look_around_us) {
        look_around();
        looked_us = now_us();
      }
      wait_until(next < steps_.size() ? std::min(steps_[next].at_us, looked_us + look_around_us)
                                      : looked_us + look_around_us);
    }
    return std::move(results_);
  }

 private:
  using Clock = std::chrono::steady_clock;

  std::int64_t now_us() const {
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began_).count();
  }

  void wait_until(std::int64_t at_us) {
    const auto left = std::max<std::int64_t>(1, at_us - now_us());
    itimerspec time{};
    time.it_value = {left / 1'000'000, left % 1'000'000 * 1000};
    ::timerfd_settime(timer_, 0, &time, nullptr);
    std::array<epoll_event, 256> events{};
    const int count = ::epoll_wait(epoll_, events.data(), events.size(), 100);
    std::set<Line*> gone;
    gone_ = &gone;
    for (int at = 0; at < count; ++at) {
      auto* line = static_cast<Line*>(events.at(static_cast<std::size_t>(at)).data.ptr);
      if (line != nullptr && !gone.contains(line)) {
        proceed(*line);
      }
    }
    gone_ = nullptr;
  }

  void begin(std::size_t step) {
    results_[step].lag_us = now_us() - steps_[step].at_us;
    ++open_;
    place(step);
  }

  // An idle connection, a new one, or a place among those that wait for either.
  void place(std::size_t step) {
    Seat& seat = seats_[steps_[step].seat];
    seat.number = steps_[step].seat;
    while (!seat.idle.empty()) {
      Line& line = *seat.idle.back();
      seat.idle.pop_back();
      if (line.connection.proceed() == Connection::Outcome::closed) {
        drop(line);
        continue;
      }
      say(line, step);
      return;
    }
    if (seat.lines.size() >= static_cast<std::size_t>(settings_.connections_per_seat) ||
        ports_.empty()) {
      seat.waiting.push_back(step);
      return;
    }
    open_line(seat, step);
  }

  void open_line(Seat& seat, std::size_t step) {
    const int port = ports_[next_port_++ % ports_.size()];
    auto made = std::make_unique<Line>(terms_, seat.number, port);
    Line& line = *made;
    line.seat = &seat;
    line.step = step;
    line.since_us = now_us();
    seat.lines.emplace(&line, std::move(made));
    epoll_event wanted{EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, {}};
    wanted.data.ptr = &line;
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, line.connection.socket(), &wanted);
    proceed(line);
  }

  void say(Line& line, std::size_t step) {
    line.step = step;
    line.since_us = now_us();
    const Step& said = steps_[step];
    line.connection.send(said.text(version_of(said)));
    proceed(line);
  }

  int& version_of(const Step& step) {
    return versions_.try_emplace(step.slot, step.version).first->second;
  }

  void proceed(Line& line) {
    switch (line.connection.proceed()) {
      case Connection::Outcome::nothing:
        return;
      case Connection::Outcome::ready:
        say(line, line.step);
        return;
      case Connection::Outcome::answered:
        take_answer(line);
        return;
      case Connection::Outcome::closed:
        lose(line, "the connection was closed");
        return;
    }
  }

  void take_answer(Line& line) {
    const Answer& answer = line.connection.answer();
    const std::size_t step = line.step;
    Result& result = results_[step];
    result.status = answer.status;
    result.says_when_to_return = answer.says_when_to_return;
    if (const int version = version_in(answer.body); steps_[step].slot >= 0 && version > 0) {
      if (answer.status == 200) {
        version_of(steps_[step]) = version;
      }
    }
    const bool ends = answer.ends_connection;
    finish(step);
    line.step = no_step;
    Seat& seat = *line.seat;
    if (ends) {
      drop(line);
    } else {
      seat.idle.push_back(&line);
    }
    serve_waiting(seat);
  }

  void finish(std::size_t step) {
    results_[step].took_us = now_us() - steps_[step].at_us;
    --open_;
  }

  // What had not been sent is tried again in a moment; what had been has failed.
  void lose(Line& line, const char* why) {
    const std::size_t step = line.step;
    const bool was_sent = line.connection.has_sent();
    Seat& seat = *line.seat;
    drop(line);
    if (step == no_step) {
      return;
    }
    if (was_sent || ++results_[step].tries > settings_.tries_max) {
      results_[step].why = was_sent ? why : "no connection could be had";
      finish(step);
    } else {
      again_.push_back(step);
    }
    serve_waiting(seat);
  }

  void serve_waiting(Seat& seat) {
    if (seat.waiting.empty()) {
      return;
    }
    const std::size_t step = seat.waiting.front();
    seat.waiting.pop_front();
    place(step);
  }

  void drop(Line& line) {
    Seat& seat = *line.seat;
    std::erase(seat.idle, &line);
    ::epoll_ctl(epoll_, EPOLL_CTL_DEL, line.connection.socket(), nullptr);
    if (gone_ != nullptr) {
      gone_->insert(&line);
    }
    buried_.push_back(std::move(seat.lines.at(&line)));
    seat.lines.erase(&line);
  }

  void look_around() {
    buried_.clear();
    ports_ = settings_.ports();
    for (const auto step : std::exchange(again_, {})) {
      place(step);
    }
    const auto too_old = now_us() - settings_.patience_us;
    for (auto& [number, seat] : seats_) {
      std::vector<Line*> late;
      for (auto& [line, owned] : seat.lines) {
        if (line->step != no_step && line->since_us < too_old) {
          late.push_back(line);
        }
      }
      for (auto* line : late) {
        lose(*line, "no answer came in time");
      }
      if (!seat.waiting.empty() && !ports_.empty() &&
          seat.lines.size() < static_cast<std::size_t>(settings_.connections_per_seat)) {
        serve_waiting(seat);
      }
    }
  }

  const Terms& terms_;
  const PlayerSettings settings_;
  const std::vector<Step>& steps_;
  std::vector<Result> results_;
  int epoll_;
  int timer_;
  const Clock::time_point began_ = Clock::now();
  std::vector<int> ports_;
  std::size_t next_port_ = 0;
  std::size_t open_ = 0;
  std::map<int, Seat> seats_;
  std::map<int, int> versions_;
  std::vector<std::size_t> again_;
  std::vector<std::unique_ptr<Line>> buried_;  // until nobody up the stack can mean them
  std::set<Line*>* gone_ = nullptr;
};

Player::Player(const Terms& terms, PlayerSettings settings, const std::vector<Step>& steps)
    : state_(std::make_unique<State>(terms, std::move(settings), steps)) {}
Player::~Player() = default;

std::vector<Result> Player::play() { return state_->play(); }

}  // namespace onereturn::load
