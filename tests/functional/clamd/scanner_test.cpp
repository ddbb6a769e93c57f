// The virus check with a real clamd: a private one, with one signature of our own.

#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "platform/clamd/clamd.hpp"
#include "support/process.hpp"

namespace onereturn::clamd {
namespace {

namespace fs = std::filesystem;
using testing::Process;
using namespace std::chrono_literals;

const std::string planted = "onereturn-planted-for-the-virus-check";

// Its folder, its settings, and the program itself.
class Clamd {
 public:
  Clamd() : folder_{testing::make_folder()} {
    fs::create_directory(folder_ / "db");
    std::ofstream{folder_ / "db" / "own.ndb"} << "OneReturn.Planted:0:*:" << hex(planted) << "\n";
    std::ofstream{folder_ / "clamd.conf"}
        << "LocalSocket " << socket() << "\nDatabaseDirectory " << (folder_ / "db").string()
        << "\nTemporaryDirectory " << folder_.string() << "\nForeground yes\nFixStaleSocket yes\n"
        << "StreamMaxLength 30M\nMaxFileSize 60M\nMaxScanSize 300M\nAlertExceedsMax yes\n";
    start();
  }
  ~Clamd() {
    process_.reset();
    fs::remove_all(folder_);
  }

  void start() {
    process_ = std::make_unique<Process>(
        std::vector<std::string>{"/usr/sbin/clamd", "--foreground",
                                 "--config-file=" + (folder_ / "clamd.conf").string()},
        std::map<std::string, std::string>{});
    if (!testing::eventually([&] { return listens(); }, 30s)) {
      throw std::runtime_error("clamd did not start: " + process_->output());
    }
  }
  void stop() { process_.reset(); }
  std::string socket() const { return (folder_ / "clamd.sock").string(); }

 private:
  static std::string hex(const std::string& text) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    for (const char c : text) {
      result += digits[static_cast<unsigned char>(c) >> 4U];
      result += digits[static_cast<unsigned char>(c) & 15U];
    }
    return result;
  }
  bool listens() const {
    try {
      return Scanner{socket()}.check([](char*, std::size_t) { return std::size_t{0}; }).clean;
    } catch (const ScannerAway&) {
      return false;
    }
  }

  fs::path folder_;
  std::unique_ptr<Process> process_;
};

Verdict verdict(const Clamd& clamd, const std::string& bytes) {
  std::size_t at = 0;
  return Scanner{clamd.socket(), 20s}.check([&](char* to, std::size_t most) {
    const auto count = std::min(most, bytes.size() - at);
    std::memcpy(to, bytes.data() + at, count);
    at += count;
    return count;
  });
}

TEST(VirusCheck, passes_what_is_clean_and_names_what_it_finds) {
  Clamd clamd;
  EXPECT_TRUE(verdict(clamd, "a policy").clean);
  EXPECT_TRUE(verdict(clamd, "").clean);
  EXPECT_TRUE(verdict(clamd, std::string(25U * 1024 * 1024, 'a')).clean);
  const auto found = verdict(clamd, std::string(100'000, 'a') + planted);
  EXPECT_FALSE(found.clean);
  EXPECT_EQ(found.found, "OneReturn.Planted.UNOFFICIAL");
}

TEST(VirusCheck, is_away_rather_than_passed_when_there_is_no_verdict) {
  Clamd clamd;
  EXPECT_THROW(verdict(clamd, std::string(40U * 1024 * 1024, 'a')), ScannerAway)
      << "it hangs up beyond its limit";
  EXPECT_TRUE(verdict(clamd, "a policy").clean) << "and goes on";
  clamd.stop();
  EXPECT_THROW(verdict(clamd, "a policy"), ScannerAway);
  clamd.start();
  EXPECT_TRUE(verdict(clamd, "a policy").clean);
}

TEST(VirusCheck, passes_on_what_reading_throws) {
  Clamd clamd;
  EXPECT_THROW(Scanner{clamd.socket()}.check(
                   [](char*, std::size_t) -> std::size_t { throw std::logic_error{"disk"}; }),
               std::logic_error);
}

}  // namespace
}  // namespace onereturn::clamd
