#include "platform/metrics/process_figures.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <sys/resource.h>
#include <unistd.h>

namespace onereturn::metrics {

namespace {

// The fields of /proc/self/stat after the name in brackets, which may hold blanks itself.
std::vector<double> stat_fields() {
  std::ifstream file{"/proc/self/stat"};
  std::string line;
  std::getline(file, line);
  const auto end_of_name = line.rfind(')');
  std::vector<double> fields;
  if (end_of_name == std::string::npos) {
    return fields;
  }
  std::istringstream rest{line.substr(end_of_name + 1)};
  for (std::string word; rest >> word;) {
    fields.push_back(std::strtod(word.c_str(), nullptr));
  }
  return fields;
}

double boot_time() {
  std::ifstream file{"/proc/stat"};
  for (std::string word; file >> word;) {
    if (word == "btime") {
      double seconds = 0;
      file >> seconds;
      return seconds;
    }
  }
  return 0;
}

double open_files() {
  std::error_code none;
  double count = 0;
  for (std::filesystem::directory_iterator at{"/proc/self/fd", none}, end; !none && at != end;
       at.increment(none)) {
    ++count;
  }
  return count;
}

// Places in the list above, from the manual page proc(5) less the three that come before.
enum StatField : std::size_t { user_ticks = 11, system_ticks = 12, threads = 17, started = 19 };

}  // namespace

const Figures& figures_of_a_process() {
  static const Figures all{
      {"onereturn_build_info",
       Kind::gauge,
       {"program", "build"},
       "Always 1; says which program this is and how it was built."},
      {"process_start_time_seconds", Kind::gauge, {}, "When the process began, since 1970."},
      {"process_cpu_seconds_total", Kind::counter, {}, "Time on a processor, user and system."},
      {"process_resident_memory_bytes", Kind::gauge, {}, "Memory that is in use and not swapped."},
      {"process_open_fds", Kind::gauge, {}, "Files and sockets that are open."},
      {"process_max_fds", Kind::gauge, {}, "Files and sockets that may be open."},
      {"process_threads", Kind::gauge, {}, "Threads of the process."},
  };
  return all;
}

void read_process(Metrics& metrics) {
  const auto fields = stat_fields();
  const auto ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
  if (fields.size() > StatField::started && ticks > 0) {
    metrics.counter("process_cpu_seconds_total")
        .raise_to((fields[StatField::user_ticks] + fields[StatField::system_ticks]) / ticks);
    metrics.gauge("process_threads").set(fields[StatField::threads]);
    metrics.gauge("process_start_time_seconds")
        .set(boot_time() + fields[StatField::started] / ticks);
  }
  double pages = 0;
  std::ifstream{"/proc/self/statm"} >> pages >> pages;
  metrics.gauge("process_resident_memory_bytes")
      .set(pages * static_cast<double>(sysconf(_SC_PAGESIZE)));
  metrics.gauge("process_open_fds").set(open_files());
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
    metrics.gauge("process_max_fds").set(static_cast<double>(limit.rlim_cur));
  }
}

}  // namespace onereturn::metrics
