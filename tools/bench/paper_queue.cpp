// Papers as people get them: asked for on a page, waiting in their lane, made by the workers.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tools/bench/https_client.hpp"
#include "tools/bench/scenarios.hpp"
#include "tools/bench/straight.hpp"

namespace onereturn::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto patience = std::chrono::minutes(15);
constexpr auto pause = std::chrono::milliseconds(5);
// The large papers of one board, and of another behind it.
const std::vector<std::string> large_formats = {"pdf", "docx", "odt"};

double seconds_since(Clock::time_point before) {
  return std::chrono::duration<double>(Clock::now() - before).count();
}

std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const auto from = text.find(before);
  if (from == std::string::npos) throw std::runtime_error("no " + before + " on a page");
  const auto begin = from + before.size();
  return text.substr(begin, text.find(after, begin) - begin);
}

// A person with a browser: reads the page that has a form and sends what it says.
class Person {
 public:
  Person(const Arguments& arguments, std::string token)
      : client_{arguments.host, arguments.port, arguments.ca_file},
        origin_{"https://" + arguments.host + ":" + std::to_string(arguments.port)},
        token_{std::move(token)} {}

  std::string read(const std::string& path) {
    const auto page = client_.page(path, token_);
    if (page.status != 200) refuse(path, page);
    return page.body;
  }

  void send(const std::string& page, const std::string& path, const std::string& fields) {
    const auto csrf = between(read(page), "name=\"csrf\" value=\"", "\"");
    const auto answer = client_.send_form(path, token_, origin_, fields + "&csrf=" + csrf);
    if (answer.status != 303) refuse(path, answer);
  }

 private:
  [[noreturn]] static void refuse(const std::string& path, const HttpsAnswer& answer) {
    throw std::runtime_error(path + " answered " + std::to_string(answer.status) + ": " +
                             answer.body.substr(0, 400));
  }

  HttpsClient client_;
  std::string origin_;
  std::string token_;
};

// The blank forms of one agency after the other, each asked for once in a run.
class Forms {
 public:
  explicit Forms(const Arguments& arguments)
      : arguments_{arguments}, database_{arguments.database} {
    database_.prepare("state",
                      "select state, reason from tenant.return_paper where request_id = $1");
    requests_ = database_.execute(
        "select a.agency, md5('bench request ' || a.board || ' ' || a.agency)::uuid"
        " from bench.asks a where a.agency <= 52500 and not exists (select from"
        " tenant.return_paper p where p.tenant_id = bench.agency(a.agency))"
        " order by a.agency % 350, a.agency limit 500");
  }

  // The request whose form was asked for.
  std::string ask() {
    const auto& one = requests_.at(next_++);
    Person lead{arguments_, token_of("lead", std::stoi(one[0]))};
    const auto page = "/sent/" + one[1] + "/papers";
    lead.send(page, page, "kind=blank&format=pdf");
    return one[1];
  }

  void wait_for(const std::string& request) {
    const auto before = Clock::now();
    while (!is_ready(request)) {
      if (Clock::now() - before > patience) throw std::runtime_error("a form never came");
      std::this_thread::sleep_for(pause);
    }
  }

  // From asking, as a person does it, until it can be taken.
  double seconds_of_one() {
    const auto before = Clock::now();
    wait_for(ask());
    return seconds_since(before);
  }

  double seconds_of(int count) {
    std::vector<std::string> asked;
    const auto before = Clock::now();
    for (int at = 0; at < count; ++at)
      asked.push_back(ask());
    for (const auto& one : asked)
      wait_for(one);
    return seconds_since(before);
  }

 private:
  bool is_ready(const std::string& request) {
    const auto row = database_.run("state", {request}).at(0);
    if (row[0] == "failed") throw std::runtime_error("a form failed: " + row[1]);
    return row[0] == "ready";
  }

  const Arguments& arguments_;
  Straight database_;
  Straight::Rows requests_;
  std::size_t next_ = 0;
};

// The overview of a wave of 1,500 organisations, its register beside it.
class Overview {
 public:
  explicit Overview(const Arguments& arguments)
      : database_{arguments.database}, manager_{arguments, manager_token()} {
    const auto row = database_.execute("select gen_random_uuid(), md5('bench wave 2027')::uuid")[0];
    report_ = row[0];
    manager_.send("/reports/new?kind=overview&exercise=" + row[1], "/reports",
                  "id=" + report_ + "&kind=overview&exercise=" + row[1]);
  }

  void ask(const std::vector<std::string>& formats) {
    for (const auto& format : formats) {
      manager_.send("/reports/" + report_ + "/versions/1/files", "/reports/" + report_ + "/files",
                    "version=1&format=" + format);
    }
  }

  bool is_on_its_way() {
    const auto row = database_.execute(
        "select count(*) filter (where state = 'failed'), count(*) filter (where state <> 'ready'),"
        " coalesce(min(reason), '') from tenant.report_file where report_id = '" +
        report_ + "'")[0];
    if (row[0] != "0") throw std::runtime_error("a large paper failed: " + row[2]);
    return row[1] != "0";
  }

  double kilobytes(const std::string& format) {
    constexpr double kilobyte = 1024;
    return std::stod(database_.execute("select size_bytes from tenant.report_file where report_id"
                                       " = '" +
                                       report_ + "' and format = '" + format + "'")[0][0]) /
           kilobyte;
  }

 private:
  Straight database_;
  Person manager_;
  std::string report_;
};

// Another worker process, told what this one was, until it goes.
class SecondWorker {
 public:
  explicit SecondWorker(const Arguments& arguments) {
    if (arguments.worker.empty()) throw std::runtime_error("--worker names no program");
    const auto figures = arguments.folder + "/second-worker.metrics";
    std::filesystem::remove(figures);
    pid_ = ::fork();
    if (pid_ == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGTERM);
      ::setenv("ONERETURN_METRICS_PORT_FILE", figures.c_str(), 1);
      const auto log = arguments.folder + "/logs/second-worker.log";
      const int file = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
      ::dup2(file, STDOUT_FILENO);
      ::dup2(file, STDERR_FILENO);
      ::execl(arguments.worker.c_str(), "worker", nullptr);
      ::_exit(1);
    }
    while (!std::filesystem::exists(figures)) {
      if (::waitpid(pid_, nullptr, WNOHANG) != 0) throw std::runtime_error("no second worker");
      std::this_thread::sleep_for(pause);
    }
  }
  ~SecondWorker() {
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
  }
  SecondWorker(const SecondWorker&) = delete;
  SecondWorker& operator=(const SecondWorker&) = delete;

 private:
  pid_t pid_ = 0;
};

Round round_of(double per_second) { return {per_second, 0, 0}; }

}  // namespace

Comparison paper_from_two_workers(const Arguments& arguments) {
  constexpr int each = 12;
  Comparison comparison{"paper from two workers", {"two", {}}, {"one", {}}, 0};
  comparison.limit_is_the_database = false;
  Forms forms{arguments};
  (void)forms.seconds_of(2);
  for (int round = 0; round < std::min(arguments.rounds, 3); ++round) {
    comparison.limit.rounds.push_back(round_of(each / forms.seconds_of(each)));
    const SecondWorker second{arguments};
    comparison.service.rounds.push_back(round_of(each / forms.seconds_of(each)));
  }
  constexpr double minute = 60;
  comparison.ratio = comparison.service.per_second() / comparison.limit.per_second();
  comparison.facts = {{"blank forms a minute, one", minute * comparison.limit.per_second()},
                      {"blank forms a minute, two", minute * comparison.service.per_second()}};
  return comparison;
}

Comparison paper_behind_large_ones(const Arguments& arguments) {
  Comparison comparison{"paper behind large ones", {"behind", {}}, {"alone", {}}, 0};
  comparison.limit_is_the_database = false;
  Forms forms{arguments};
  (void)forms.seconds_of(2);
  std::vector<double> alone;
  std::vector<double> behind;
  constexpr std::size_t as_many = 6;
  while (alone.size() < as_many)
    alone.push_back(forms.seconds_of_one());
  Overview first{arguments};
  Overview second{arguments};
  const auto before = Clock::now();
  first.ask(large_formats);
  second.ask(large_formats);
  while (first.is_on_its_way() || second.is_on_its_way()) {
    if (behind.size() < 200)
      behind.push_back(forms.seconds_of_one());
    else
      std::this_thread::sleep_for(pause);
  }
  const double all_large = seconds_since(before);
  for (const auto seconds : alone)
    comparison.limit.rounds.push_back(round_of(1 / seconds));
  for (const auto seconds : behind)
    comparison.service.rounds.push_back(round_of(1 / seconds));
  const double worst = *std::ranges::max_element(behind);
  comparison.ratio = worst * comparison.limit.per_second();
  comparison.facts = {{"seconds alone", 1 / comparison.limit.per_second()},
                      {"seconds behind", 1 / comparison.service.per_second()},
                      {"seconds behind, worst", worst},
                      {"small papers meanwhile", static_cast<double>(behind.size())},
                      {"seconds of all large ones", all_large},
                      {"KiB of a large PDF", first.kilobytes("pdf")}};
  return comparison;
}

}  // namespace onereturn::bench
