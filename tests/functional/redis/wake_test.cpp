// Redis that wakes, vanishes, freezes, forgets and comes back: nobody waits for it, nothing throws.

#include "platform/redis/wake.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>

#include <gtest/gtest.h>
#include <hiredis/hiredis.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

namespace onereturn::redis {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// A Redis of this test's own, on a socket in a folder of its own.
class PrivateRedis {
 public:
  PrivateRedis() {
    std::string folder = (fs::temp_directory_path() / "onereturn-redis-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) {
      throw std::runtime_error{"no folder for Redis"};
    }
    folder_ = folder;
    start();
  }
  ~PrivateRedis() {
    stop();
    fs::remove_all(folder_);
  }
  PrivateRedis(const PrivateRedis&) = delete;
  PrivateRedis& operator=(const PrivateRedis&) = delete;

  void start() {
    pid_ = ::fork();
    if (pid_ == 0) {
      ::execlp("redis-server", "redis-server", "--port", "0", "--unixsocket", socket().c_str(),
               "--dir", folder_.c_str(), "--save", "", "--appendonly", "no", "--logfile",
               (folder_ / "log").c_str(), nullptr);
      ::_exit(127);
    }
    for (int tries = 0; tries < 200 && !answers(); ++tries) {
      std::this_thread::sleep_for(25ms);
    }
  }
  void stop() {
    if (pid_ > 0) {
      ::kill(pid_, SIGCONT);
      ::kill(pid_, SIGKILL);
      ::waitpid(pid_, nullptr, 0);
      pid_ = -1;
    }
  }
  void freeze() const { ::kill(pid_, SIGSTOP); }
  void thaw() const { ::kill(pid_, SIGCONT); }
  void forget_everything() const { command("FLUSHALL"); }

  std::string socket() const { return (folder_ / "redis.sock").string(); }
  Address address() const {
    return {.place = socket(), .call_max = 200ms, .retry_first = 100ms, .retry_last = 400ms};
  }

 private:
  bool answers() const { return fs::exists(socket()) && command("PING"); }

  bool command(const char* text) const {
    redisContext* context = redisConnectUnix(socket().c_str());
    bool done = false;
    if (context != nullptr && context->err == 0) {
      void* reply = redisCommand(context, text);
      done = reply != nullptr;
      freeReplyObject(reply);
    }
    redisFree(context);
    return done;
  }

  fs::path folder_;
  pid_t pid_ = -1;
};

std::chrono::milliseconds time_of(const std::function<void()>& work) {
  const auto began = Clock::now();
  work();
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
}

using Heard = Ear::Heard;

TEST(Wake, is_heard_at_once) {
  PrivateRedis redis;
  Wake wake{redis.address()};
  Ear ear{redis.address(), "one"};
  EXPECT_EQ(ear.listen(1ms), Heard::something);  // The group is new: look for work.
  EXPECT_EQ(ear.listen(20ms), Heard::nothing);
  std::thread ringer{[&] {
    std::this_thread::sleep_for(50ms);
    EXPECT_TRUE(wake.ring("deliver"));
  }};
  Heard heard = Heard::away;
  const auto took = time_of([&] { heard = ear.listen(5000ms); });
  ringer.join();
  EXPECT_EQ(heard, Heard::something);
  EXPECT_LT(took, 2000ms);
}

TEST(Wake, is_heard_by_a_group_that_came_later) {
  PrivateRedis redis;
  Wake wake{redis.address()};
  ASSERT_TRUE(wake.ring("before"));
  Ear ear{redis.address(), "one"};
  EXPECT_EQ(ear.listen(1ms), Heard::something);
  EXPECT_EQ(ear.listen(50ms), Heard::something);
  EXPECT_EQ(ear.listen(1ms), Heard::nothing);
}

TEST(Wake, goes_to_one_ear_of_the_group) {
  PrivateRedis redis;
  Wake wake{redis.address()};
  Ear one{redis.address(), "one"};
  Ear two{redis.address(), "two"};
  (void)one.listen(1ms);
  (void)two.listen(1ms);
  ASSERT_TRUE(wake.ring("deliver"));
  const auto first = one.listen(50ms);
  const auto second = two.listen(50ms);
  EXPECT_EQ(first, Heard::something);
  EXPECT_EQ(second, Heard::nothing);
}

TEST(Wake, carries_any_bytes) {
  PrivateRedis redis;
  Wake wake{redis.address()};
  EXPECT_TRUE(wake.ring(std::string("a\0b\r\n%s%b", 9)));
}

TEST(Ear, goes_on_after_redis_forgot_everything) {
  PrivateRedis redis;
  Wake wake{redis.address()};
  Ear ear{redis.address(), "one"};
  (void)ear.listen(1ms);
  redis.forget_everything();
  EXPECT_EQ(ear.listen(20ms), Heard::something);
  EXPECT_EQ(ear.listen(20ms), Heard::nothing);
  ASSERT_TRUE(wake.ring("deliver"));
  EXPECT_EQ(ear.listen(500ms), Heard::something);

  std::thread forgetter{[&] {
    std::this_thread::sleep_for(100ms);
    redis.forget_everything();
  }};
  // Deleting the stream under a reader that waits ends the wait.
  const auto took = time_of([&] { EXPECT_NE(ear.listen(3000ms), Heard::away); });
  forgetter.join();
  EXPECT_LT(took, 3500ms);
}

TEST(Wake, gives_up_at_once_while_redis_is_away_and_comes_back_by_itself) {
  PrivateRedis redis;
  Wake wake{redis.address()};
  Ear ear{redis.address(), "one"};
  (void)ear.listen(1ms);
  redis.stop();
  EXPECT_LT(time_of([&] { EXPECT_FALSE(wake.ring("a")); }), 300ms);
  EXPECT_LT(time_of([&] { EXPECT_FALSE(wake.ring("a")); }), 20ms);
  EXPECT_LT(time_of([&] { EXPECT_EQ(ear.listen(2000ms), Heard::away); }), 300ms);
  redis.start();
  bool back = false;
  for (int tries = 0; tries < 40 && !back; ++tries) {
    std::this_thread::sleep_for(50ms);
    back = wake.ring("b");
  }
  EXPECT_TRUE(back);
  Heard heard = Heard::away;
  for (int tries = 0; tries < 40 && heard == Heard::away; ++tries) {
    std::this_thread::sleep_for(50ms);
    heard = ear.listen(20ms);
  }
  EXPECT_EQ(heard, Heard::something);
}

TEST(Wake, waits_no_longer_than_its_limit_for_a_redis_that_hangs) {
  PrivateRedis redis;
  Wake wake{redis.address()};
  ASSERT_TRUE(wake.ring("a"));
  redis.freeze();
  EXPECT_LT(time_of([&] { EXPECT_FALSE(wake.ring("b")); }), 600ms);
  EXPECT_LT(time_of([&] { EXPECT_FALSE(wake.ring("c")); }), 20ms);
  redis.thaw();
}

TEST(Wake, needs_no_redis_at_all) {
  Wake wake{Address{}};
  Ear ear{Address{}, "one"};
  EXPECT_FALSE(wake.ring("a"));
  EXPECT_EQ(ear.listen(1000ms), Heard::away);
  Wake nobody{Address{.place = "127.0.0.1:1"}};
  EXPECT_FALSE(nobody.ring("a"));
}

}  // namespace
}  // namespace onereturn::redis
