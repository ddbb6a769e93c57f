// Papers of several kinds and sizes through the real converters: how long, how much memory, how
// many a minute, and what a small one pays for a large one beside it. Needs neither service nor
// database: what they add is milliseconds.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "platform/log/log.hpp"
#include "tools/bench/scenarios.hpp"
#include "worker/paper/document_paper.hpp"

namespace onereturn::bench {
namespace {

using namespace documents;
using Form = worker::paper::Format;

Document titled(const std::string& title) {
  Document document;
  document.title = title;
  document.look.name = "Harrowmere Safeguarding Children Board";
  document.record = "HA-2027-01";
  document.standing = "Signed off 4 May 2027";
  return document;
}

// As many words as a box of a return has.
std::string words(int count) {
  std::string text;
  for (int at = 0; at < count; ++at)
    text += at % 12 == 11 ? "with a lead. " : "supervision ";
  return text;
}

Table table_of(int rows, int columns, int words_each) {
  Table table;
  table.caption = "What was said";
  table.name = "table";
  for (int at = 0; at < columns; ++at)
    table.columns.push_back({"Column " + std::to_string(at + 1), 1});
  for (int row = 0; row < rows; ++row) {
    table.rows.emplace_back();
    for (int at = 0; at < columns; ++at)
      table.rows.back().push_back(cell(std::to_string(row + 1) + " " + words(words_each)));
  }
  return table;
}

Document receipt() {
  auto document = titled("Receipt");
  document.blocks = {plain("Received on 4 May 2027 at 10:12."), table_of(6, 2, 4)};
  return document;
}

Document return_of_20_boxes() {
  auto document = titled("Section 11 return");
  for (int box = 1; box <= 20; ++box) {
    document.blocks.emplace_back(Heading{2, "Question " + std::to_string(box), ""});
    document.blocks.emplace_back(plain(words(180)));
  }
  return document;
}

Document overview() {
  auto document = titled("Overview report");
  const std::string bars =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 160\" width=\"640\" "
      "height=\"160\"><rect width=\"400\" height=\"24\" fill=\"#0b4f5c\"/></svg>";
  for (int part = 1; part <= 6; ++part) {
    document.blocks.emplace_back(Heading{2, "Part " + std::to_string(part), ""});
    document.blocks.emplace_back(plain(words(120)));
    document.blocks.emplace_back(Picture{bars, "Bars of sectors", "Figure"});
    document.blocks.emplace_back(table_of(15, 4, 3));
  }
  return document;
}

Document register_of_1500() {
  auto document = titled("Register of returns");
  document.blocks = {table_of(1500, 4, 2)};
  return document;
}

// About 200 pages of the kinds that a pack holds.
Document pack() {
  auto document = titled("Chair's pack");
  for (int part = 1; part <= 65; ++part) {
    document.blocks.emplace_back(PageBreak{});
    document.blocks.emplace_back(Heading{2, "Paper " + std::to_string(part), ""});
    document.blocks.emplace_back(plain(words(700)));
    document.blocks.emplace_back(table_of(24, 4, 5));
  }
  return document;
}

struct Spent {
  double seconds = 0;
  double processor = 0;  // seconds of all programs
  double megabytes = 0;  // of the largest program, resident
  double bytes = 0;
  double pages = 0;  // of a PDF
};

double pages_in(const std::string& pdf) {
  auto path = (std::filesystem::temp_directory_path() / "bench-XXXXXX").string();
  const int file = ::mkstemp(path.data());
  if (file < 0) throw std::runtime_error("no file for what was made");
  ::close(file);
  std::ofstream{path, std::ios::binary} << pdf;
  int pages = 0;
  if (auto* said = ::popen(("qpdf --show-npages '" + path + "'").c_str(), "r")) {
    if (std::fscanf(said, "%d", &pages) != 1) pages = 0;
    ::pclose(said);
  }
  std::filesystem::remove(path);
  if (pages == 0) throw std::runtime_error("nobody could count the pages of what was made");
  return pages;
}

// What the descendants of a process took, looked at again and again: who ends in a closed room is
// waited for by nobody outside of it.
class Descendants {
 public:
  explicit Descendants(pid_t root) : root_{root} {}

  void look() {
    std::map<pid_t, pid_t> parents;
    for (const auto& entry : std::filesystem::directory_iterator{"/proc"}) {
      const auto name = entry.path().filename().string();
      if (name.find_first_not_of("0123456789") != name.npos) continue;
      if (const auto parent = read(std::stoi(name))) parents[std::stoi(name)] = *parent;
    }
    for (const auto& [process, parent] : parents) {
      auto at = process;
      while (at != root_ && parents.contains(at))
        at = parents[at];
      if (at == root_ && process != root_) mine_.insert(process);
    }
  }

  double megabytes() const {
    double most = 0;
    for (const auto process : mine_)
      most = std::max(most, peaks_.at(process));
    constexpr double kilobytes = 1024;
    return most / kilobytes;
  }
  double processor() const {
    double ticks = 0;
    for (const auto process : mine_)
      ticks += ticks_.at(process);
    return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
  }

 private:
  // Keeps what the process took, and answers its parent.
  std::optional<pid_t> read(pid_t process) {
    const auto folder = "/proc/" + std::to_string(process);
    std::ifstream stat{folder + "/stat"};
    std::string text;
    // Nothing when it has ended meanwhile.
    std::getline(stat, text, '\0');
    const auto name_end = text.rfind(')');
    if (name_end == text.npos) return std::nullopt;
    std::istringstream words{text.substr(name_end + 2)};
    std::string state;
    std::string skipped;
    pid_t parent = 0;
    words >> state >> parent;
    for (int at = 0; at < 9; ++at)
      words >> skipped;
    double user = 0;
    double kernel = 0;
    words >> user >> kernel;
    ticks_[process] = user + kernel;
    std::ifstream status{folder + "/status"};
    for (std::string line; std::getline(status, line);)
      if (line.starts_with("VmHWM:")) peaks_[process] = std::stod(line.substr(6));
    peaks_.try_emplace(process, 0);
    return parent;
  }

  pid_t root_;
  std::set<pid_t> mine_;
  std::map<pid_t, double> peaks_;
  std::map<pid_t, double> ticks_;
};

class Maker {
 public:
  // Throws when nothing, or nothing whole, came out.
  Spent make(const Document& document, Form form) const {
    const auto before = std::chrono::steady_clock::now();
    const auto file = worker::paper::paper_of(document, form, maker_);
    if (!file) throw std::runtime_error("no paper was made: " + file.problem().detail);
    Spent spent;
    spent.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
    spent.bytes = static_cast<double>(file->size());
    if (form == Form::pdf) spent.pages = pages_in(*file);
    return spent;
  }

  // The same in a process of its own, so that its programs' memory is known by itself.
  Spent make_alone(const Document& document, Form form) const {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    const pid_t child = ::fork();
    if (child == 0) ::_exit(answer(document, form, ends[1]) ? 0 : 1);
    ::close(ends[1]);
    Descendants taken{child};
    pollfd answered{ends[0], POLLIN, 0};
    constexpr int pause_ms = 50;
    while (::poll(&answered, 1, pause_ms) == 0)
      taken.look();
    Spent spent;
    const auto got = ::read(ends[0], &spent, sizeof(spent));
    spent.processor = taken.processor();
    spent.megabytes = taken.megabytes();
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (got != sizeof(spent) || status != 0) throw std::runtime_error("no paper was made");
    return spent;
  }

 private:
  bool answer(const Document& document, Form form, int to) const {
    try {
      const auto spent = make(document, form);
      return ::write(to, &spent, sizeof(spent)) == sizeof(spent);
    } catch (const std::exception&) {
      return false;
    }
  }

  static convert::Settings settings() {
    constexpr std::chrono::seconds patient{420};
    return {.folder = {}, .limits = {.time = patient}};
  }

  log::Logger log_{"bench"};
  worker::paper::Maker maker_{settings(), log_};
};

Round round_of(double per_second) { return {per_second, 0, 0}; }

struct Kind {
  std::string name;
  std::function<Document()> document;
  Form form;
};

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      {"return of 20 boxes, PDF", return_of_20_boxes, Form::pdf},
      {"overview, PDF", overview, Form::pdf},
      {"overview, Word", overview, Form::docx},
      {"overview, ODF", overview, Form::odt},
      {"1,500 rows, PDF", register_of_1500, Form::pdf},
      {"1,500 rows, ODS", register_of_1500, Form::ods},
      {"1,500 rows, XLSX", register_of_1500, Form::xlsx},
      {"pack of 200 pages, PDF", pack, Form::pdf},
  };
  return all;
}

void tell(Comparison& comparison, const std::string& name, const Spent& spent) {
  constexpr double kilobyte = 1024;
  std::cerr << name << ": " << spent.seconds << " s, of the processor " << spent.processor << " s, "
            << spent.megabytes << " MiB\n";
  comparison.facts.emplace_back(name + ": seconds", spent.seconds);
  comparison.facts.emplace_back(name + ": seconds of the processor", spent.processor);
  comparison.facts.emplace_back(name + ": MiB of the largest program", spent.megabytes);
  comparison.facts.emplace_back(name + ": KiB", spent.bytes / kilobyte);
  if (spent.pages > 0) comparison.facts.emplace_back(name + ": pages", spent.pages);
}

}  // namespace

Comparison paper_kinds(const Arguments& arguments) {
  const Maker maker;
  Comparison comparison{"paper kinds", {"pack of 200", {}}, {"receipt", {}}, 0};
  comparison.limit_is_the_database = false;
  (void)maker.make(receipt(), Form::pdf);
  for (int round = 0; round < std::min(arguments.rounds, 2); ++round) {
    const auto small = maker.make_alone(receipt(), Form::pdf);
    comparison.limit.rounds.push_back(round_of(1 / small.seconds));
    if (round == 0) tell(comparison, "receipt, PDF", small);
    for (const auto& kind : kinds()) {
      const bool is_pack = kind.name.starts_with("pack");
      if (round > 0 && !is_pack) continue;
      const auto spent = maker.make_alone(kind.document(), kind.form);
      if (round == 0) tell(comparison, kind.name, spent);
      if (is_pack) comparison.service.rounds.push_back(round_of(1 / spent.seconds));
    }
  }
  comparison.ratio = comparison.limit.per_second() / comparison.service.per_second();
  return comparison;
}

Comparison paper_two_lanes(const Arguments& arguments) {
  const Maker maker;
  constexpr int each = 3;
  Comparison comparison{"paper in two lanes", {"two at once", {}}, {"one by one", {}}, 0};
  comparison.limit_is_the_database = false;
  (void)maker.make(receipt(), Form::pdf);
  const auto some = [&] {
    for (int at = 0; at < each; ++at)
      (void)maker.make(receipt(), Form::pdf);
  };
  const auto timed = [](const std::function<void()>& work) {
    const auto before = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
  };
  for (int round = 0; round < std::min(arguments.rounds, 3); ++round) {
    comparison.limit.rounds.push_back(round_of(each / timed(some)));
    comparison.service.rounds.push_back(round_of(2 * each / timed([&] {
                                                   auto other =
                                                       std::async(std::launch::async, some);
                                                   some();
                                                   other.get();
                                                 })));
  }
  constexpr double minute = 60;
  comparison.ratio = comparison.service.per_second() / comparison.limit.per_second();
  comparison.facts = {{"receipts a minute, one lane", minute * comparison.limit.per_second()},
                      {"receipts a minute, two lanes", minute * comparison.service.per_second()}};
  return comparison;
}

Comparison paper_beside_pack(const Arguments& arguments) {
  const Maker maker;
  Comparison comparison{"paper beside pack", {"beside a pack", {}}, {"alone", {}}, 0};
  comparison.limit_is_the_database = false;
  (void)maker.make(receipt(), Form::pdf);
  double worst = 0;
  for (int round = 0; round < std::min(arguments.rounds, 2); ++round) {
    comparison.limit.rounds.push_back(round_of(1 / maker.make(receipt(), Form::pdf).seconds));
    auto large = std::async(std::launch::async, [&] { return maker.make(pack(), Form::pdf); });
    // Until it is done: each of these would be another's receipt.
    while (large.wait_for(std::chrono::seconds{0}) != std::future_status::ready) {
      const auto spent = maker.make(receipt(), Form::pdf);
      worst = std::max(worst, spent.seconds);
      comparison.service.rounds.push_back(round_of(1 / spent.seconds));
    }
    (void)large.get();
  }
  comparison.ratio = comparison.limit.per_second() / comparison.service.per_second();
  comparison.facts = {{"seconds alone", 1 / comparison.limit.per_second()},
                      {"seconds beside a pack", 1 / comparison.service.per_second()},
                      {"seconds beside a pack, worst", worst}};
  return comparison;
}

}  // namespace onereturn::bench
