#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "platform/clamd/clamd.hpp"
#include "support/process.hpp"

namespace onereturn::testing {

// What the private clamd finds.
inline const std::string planted = "onereturn-planted-for-the-virus-check";

// A private clamd with its folder and its settings.
class Clamd {
 public:
  Clamd() : folder_{make_folder()} {
    std::filesystem::create_directory(folder_ / "db");
    std::ofstream{folder_ / "db" / "own.ndb"} << "OneReturn.Planted:0:*:" << hex(planted) << "\n";
    std::ofstream{folder_ / "clamd.conf"}
        << "LocalSocket " << socket() << "\nDatabaseDirectory " << (folder_ / "db").string()
        << "\nTemporaryDirectory " << folder_.string() << "\nForeground yes\nFixStaleSocket yes\n"
        << "StreamMaxLength 30M\nMaxFileSize 60M\nMaxScanSize 300M\nAlertExceedsMax yes\n";
    start();
  }
  ~Clamd() {
    process_.reset();
    std::filesystem::remove_all(folder_);
  }

  void start() {
    process_ = std::make_unique<Process>(
        std::vector<std::string>{"/usr/sbin/clamd", "--foreground",
                                 "--config-file=" + (folder_ / "clamd.conf").string()},
        std::map<std::string, std::string>{});
    if (!eventually([&] { return listens(); }, std::chrono::seconds{30})) {
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
      return clamd::Scanner{socket()}
          .check([](char*, std::size_t) { return std::size_t{0}; })
          .clean;
    } catch (const clamd::ScannerAway&) {
      return false;
    }
  }

  std::filesystem::path folder_;
  std::unique_ptr<Process> process_;
};

}  // namespace onereturn::testing
