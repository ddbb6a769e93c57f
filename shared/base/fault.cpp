#include "base/fault.hpp"

#if ONERETURN_FAULTS

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <mutex>
#include <optional>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace onereturn::fault {
namespace {

constexpr int wrong_plan = 78;
constexpr std::chrono::milliseconds look_again{3};
constexpr std::chrono::seconds longest_pause{120};

enum class Kind { kill, pause, raise, lost_before, lost_after };

const std::map<std::string, Kind, std::less<>>& kinds() {
  static const std::map<std::string, Kind, std::less<>> all = {{"kill", Kind::kill},
                                                               {"pause", Kind::pause},
                                                               {"throw", Kind::raise},
                                                               {"lost_before", Kind::lost_before},
                                                               {"lost_after", Kind::lost_after}};
  return all;
}

// One line of the file: "<plan> <point> <kind> <which passing>".
struct Line {
  std::string text;
  std::size_t point = 0;
  Kind kind = Kind::kill;
  int nth = 1;
};

[[noreturn]] void refuse(const std::string& text) {
  std::cerr << "faults: nothing is known of \"" << text << "\"" << std::endl;
  std::_Exit(wrong_plan);
}

const std::string& file_name() {
  static const std::string name = [] {
    const char* told = std::getenv("ONERETURN_FAULTS");
    return std::string(told == nullptr ? "" : told);
  }();
  return name;
}

std::vector<Line> read_plan() {
  std::vector<Line> lines;
  std::ifstream file(file_name());
  for (std::string text; std::getline(file, text);) {
    std::istringstream words(text);
    std::string plan, point, kind;
    Line line{.text = text};
    if (text.empty()) continue;
    words >> plan >> point >> kind >> line.nth;
    const auto known = std::find(points.begin(), points.end(), point);
    const auto how = kinds().find(kind);
    if (!words || known == points.end() || how == kinds().end()) refuse(text);
    line.point = static_cast<std::size_t>(known - points.begin());
    line.kind = how->second;
    lines.push_back(line);
  }
  return lines;
}

// How often each line's point was passed while it stood there. A line happens once.
class Passings {
 public:
  std::optional<Line> happens(std::size_t point) {
    const std::lock_guard lock(mutex_);
    for (const auto& line : read_plan()) {
      if (line.point != point || ++passed_[line.text] != line.nth) continue;
      // Closed before anything happens: one that is killed has said so.
      std::ofstream(file_name() + ".happened", std::ios::app) << line.text << '\n';
      return line;
    }
    return std::nullopt;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, int> passed_;
};

// Until the test takes the line away.
void stand_still(const Line& line) {
  const auto until = std::chrono::steady_clock::now() + longest_pause;
  const auto stands = [&] {
    const auto lines = read_plan();
    return std::any_of(lines.begin(), lines.end(),
                       [&](const Line& each) { return each.text == line.text; });
  };
  while (stands() && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(look_again);
  }
}

thread_local Loss next_commit = Loss::none;

}  // namespace

void begin() {
  if (!file_name().empty()) read_plan();
}

void pass(std::size_t point) {
  if (file_name().empty()) return;
  static Passings passings;
  const auto line = passings.happens(point);
  if (!line) return;
  switch (line->kind) {
    case Kind::kill:
      std::raise(SIGKILL);
      break;
    case Kind::pause:
      stand_still(*line);
      break;
    case Kind::raise:
      throw Injected("a test threw at " + std::string(points.at(point)));
    case Kind::lost_before:
      next_commit = Loss::before_commit;
      break;
    case Kind::lost_after:
      next_commit = Loss::after_commit;
      break;
  }
}

Loss take_loss() { return std::exchange(next_commit, Loss::none); }

}  // namespace onereturn::fault

#endif
