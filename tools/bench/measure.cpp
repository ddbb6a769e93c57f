#include "tools/bench/measure.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>
#include <thread>

#include <unistd.h>

namespace onereturn::bench {
namespace {

struct Stat {
  int parent = 0;
  double cpu_us = 0;
};

// /proc/PID/stat: after the name in brackets come state, parent, ..., user and system ticks.
Stat stat_of(const std::string& folder) {
  std::ifstream file(folder + "/stat");
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const auto name_end = text.rfind(')');
  if (name_end == std::string::npos) {
    return {};
  }
  std::istringstream fields(text.substr(name_end + 2));
  std::vector<std::string> values;
  for (std::string value; fields >> value;) {
    values.push_back(value);
  }
  constexpr std::size_t parent_at = 1;
  constexpr std::size_t user_at = 11;
  constexpr std::size_t system_at = 12;
  if (values.size() <= system_at) {
    return {};
  }
  const double ticks = std::stod(values[user_at]) + std::stod(values[system_at]);
  return {std::stoi(values[parent_at]), ticks * 1e6 / static_cast<double>(sysconf(_SC_CLK_TCK))};
}

double median_of(const std::vector<Round>& rounds, double Round::*figure) {
  std::vector<double> values;
  for (const auto& round : rounds) {
    values.push_back(round.*figure);
  }
  return median(std::move(values));
}

}  // namespace

double median(std::vector<double> values) {
  if (values.empty()) {
    return 0;
  }
  std::sort(values.begin(), values.end());
  const auto middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double Figures::per_second() const { return median_of(rounds, &Round::per_second); }
double Figures::service_us() const { return median_of(rounds, &Round::service_us); }
double Figures::database_us() const { return median_of(rounds, &Round::database_us); }

double Figures::spread() const {
  const auto by_rate = [](const Round& a, const Round& b) { return a.per_second < b.per_second; };
  const auto [low, high] = std::minmax_element(rounds.begin(), rounds.end(), by_rate);
  return low == rounds.end() || low->per_second <= 0 ? 0 : high->per_second / low->per_second;
}

CpuTimes cpu_times(const Watched& watched) {
  CpuTimes times;
  for (const int pid : watched.service) {
    times.service += stat_of("/proc/" + std::to_string(pid)).cpu_us;
  }
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const auto name = entry.path().filename().string();
    if (name.find_first_not_of("0123456789") != std::string::npos) {
      continue;
    }
    const auto stat = stat_of(entry.path().string());
    if (stat.parent == watched.postmaster) {
      times.database += stat.cpu_us;
    }
  }
  return times;
}

Round timed_round(const Watched& watched, int threads, std::chrono::milliseconds warm_up,
                  std::chrono::milliseconds length,
                  const std::function<void(int thread, std::int64_t count)>& operation) {
  std::atomic<bool> counting = false;
  std::atomic<bool> over = false;
  std::atomic<std::int64_t> done = 0;
  std::exception_ptr failure;
  std::mutex failure_mutex;
  std::vector<std::thread> crew;
  for (int thread = 0; thread < threads; ++thread) {
    crew.emplace_back([&, thread] {
      try {
        for (std::int64_t count = 0; !over; ++count) {
          operation(thread, count);
          done += counting ? 1 : 0;
        }
      } catch (...) {
        const std::lock_guard lock(failure_mutex);
        failure = std::current_exception();
        over = true;
      }
    });
  }
  std::this_thread::sleep_for(warm_up);
  const auto cpu_before = cpu_times(watched);
  const auto before = std::chrono::steady_clock::now();
  counting = true;
  std::this_thread::sleep_for(length);
  const auto operations = static_cast<double>(done.load());
  const auto seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
  const auto cpu_after = cpu_times(watched);
  over = true;
  for (auto& thread : crew) {
    thread.join();
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
  const double divisor = std::max(operations, 1.0);
  return {operations / seconds, (cpu_after.service - cpu_before.service) / divisor,
          (cpu_after.database - cpu_before.database) / divisor};
}

}  // namespace onereturn::bench
