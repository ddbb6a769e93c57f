#include "platform/convert/child.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

// The system's header forgets to say that its functions are those of C.
extern "C" {
#include <sys/pidfd.h>
}

namespace onereturn::convert {
namespace {

using Moment = std::chrono::steady_clock::time_point;

constexpr std::size_t said_max = 4000;
constexpr int first_of_ours = 3;

[[noreturn]] void fail(int error, const char* what) {
  throw std::system_error{error, std::generic_category(), what};
}

class Handle {
 public:
  explicit Handle(int handle = -1) : handle_{handle} {}
  ~Handle() { close(); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  int get() const { return handle_; }
  void close() {
    if (handle_ >= 0) ::close(handle_);
    handle_ = -1;
  }

 private:
  int handle_;
};

std::vector<char*> pointers_to(const std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (const auto& word : words) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): execve changes nothing
    pointers.push_back(const_cast<char*>(word.c_str()));
  }
  pointers.push_back(nullptr);
  return pointers;
}

// What the child begins with: nothing to read, one pipe for both outputs, no other handle, no
// signal that is blocked or ignored.
class Beginning {
 public:
  explicit Beginning(int output) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawnattr_init(&attributes_);
    ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions_, output, STDERR_FILENO);
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, first_of_ours);
    sigset_t none;
    sigset_t all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setsigdefault(&attributes_, &all);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    ::posix_spawnattr_setflags(
        &attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~Beginning() {
    ::posix_spawnattr_destroy(&attributes_);
    ::posix_spawn_file_actions_destroy(&actions_);
  }
  Beginning(const Beginning&) = delete;
  Beginning& operator=(const Beginning&) = delete;

  pid_t spawn(const std::vector<std::string>& words, const std::vector<std::string>& environment) {
    const auto arguments = pointers_to(words);
    const auto settings = pointers_to(environment);
    pid_t child = 0;
    const int error = ::posix_spawnp(&child, words.front().c_str(), &actions_, &attributes_,
                                     arguments.data(), settings.data());
    if (error != 0) fail(error, words.front().c_str());
    return child;
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

// A child that has begun. When this goes, so do it and all of its group.
class Child {
 public:
  explicit Child(pid_t child) : child_{child} {}
  ~Child() {
    if (child_ > 0) end();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Kills what is left of the group, while its number cannot be anybody else's, and answers how the
  // first of it ended.
  int end() {
    ::kill(-child_, SIGKILL);
    int status = 0;
    while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
    }
    child_ = 0;
    return status;
  }

 private:
  pid_t child_;
};

int milliseconds_until(Moment deadline) {
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 60'000));
}

// Takes what stands in the pipe. False at its end.
bool read_some(int pipe, std::string& said) {
  std::array<char, 4096> bytes{};
  const auto count = ::read(pipe, bytes.data(), bytes.size());
  if (count < 0) return errno == EINTR || errno == EAGAIN;
  said.append(bytes.data(), static_cast<std::size_t>(count));
  if (said.size() > 2 * said_max) said.erase(0, said.size() - said_max);
  return count > 0;
}

// Until the child has ended. False at the deadline.
bool watch(int process, int pipe, Moment deadline, std::string& said) {
  std::array<pollfd, 2> seen{pollfd{process, POLLIN, 0}, pollfd{pipe, POLLIN, 0}};
  while (true) {
    const int wait = milliseconds_until(deadline);
    if (wait == 0) return false;
    if (::poll(seen.data(), seen.size(), wait) < 0 && errno != EINTR) fail(errno, "poll");
    if (seen[1].revents != 0 && !read_some(pipe, said)) seen[1].fd = -1;
    if (seen[0].revents != 0) {
      while (seen[1].fd >= 0 && ::poll(&seen[1], 1, 0) > 0 && read_some(pipe, said)) {
      }
      return true;
    }
  }
}

// Until nobody has the other end of the pipe, which is when the last of the killed has gone: who
// removes their folder then races with none of them. One that left the group is not waited for
// longer than this.
void wait_for_the_last(int pipe, std::string& said) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{2};
  pollfd seen{pipe, POLLIN, 0};
  for (int wait = milliseconds_until(until); wait > 0; wait = milliseconds_until(until)) {
    if (::poll(&seen, 1, wait) < 0 && errno != EINTR) fail(errno, "poll");
    if (seen.revents != 0 && !read_some(pipe, said)) return;
  }
}

}  // namespace

Ended run_child(const std::vector<std::string>& words, const std::vector<std::string>& environment,
                std::chrono::milliseconds deadline) {
  const auto until = std::chrono::steady_clock::now() + deadline;
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) fail(errno, "pipe");
  const Handle reading{ends[0]};
  Handle writing{ends[1]};
  const pid_t process = Beginning{writing.get()}.spawn(words, environment);
  writing.close();
  Child child{process};
  const Handle watched{::pidfd_open(process, 0)};
  if (watched.get() < 0) fail(errno, "pidfd_open");
  Ended ended;
  ended.timed_out = !watch(watched.get(), reading.get(), until, ended.said);
  const int status = child.end();
  wait_for_the_last(reading.get(), ended.said);
  if (ended.said.size() > said_max) ended.said.erase(0, ended.said.size() - said_max);
  if (ended.timed_out) return ended;
  if (WIFSIGNALED(status)) ended.signal = WTERMSIG(status);
  if (WIFEXITED(status)) ended.code = WEXITSTATUS(status);
  return ended;
}

}  // namespace onereturn::convert
