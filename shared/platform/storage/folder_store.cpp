#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fault.hpp"
#include "base/hex.hpp"
#include "platform/crypto/running_digest.hpp"
#include "platform/storage/storage.hpp"

namespace onereturn::storage {
namespace {

namespace fs = std::filesystem;

constexpr auto abandoned_after = std::chrono::hours{24};

[[noreturn]] void fail(const char* what, int error) {
  const std::string words = std::string{what} + ": " + std::strerror(error);
  if (error == ENOSPC || error == EDQUOT) throw StorageFull{words};
  throw StorageUnavailable{words};
}

// An open file of this program, closed with it.
class File {
 public:
  File(const std::string& path, int flags)
      : handle_{::open(path.c_str(), flags | O_CLOEXEC, 0600)} {
    if (handle_ < 0 && errno != ENOENT) fail("a file cannot be opened", errno);
  }
  ~File() { close(); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  bool is_open() const { return handle_ >= 0; }
  int handle() const { return handle_; }
  void close() {
    if (handle_ >= 0) ::close(std::exchange(handle_, -1));
  }
  void make_lasting() const {
    if (::fsync(handle_) != 0) fail("a file cannot be made lasting", errno);
  }

 private:
  int handle_;
};

// The bytes that to_hex() wrote so; "" for anything else.
std::string unhex(std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string bytes;
  for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
    const auto high = digits.find(text[at]);
    const auto low = digits.find(text[at + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return {};
    bytes += static_cast<char>(high << 4U | low);
  }
  return text.size() % 2 == 0 ? bytes : std::string{};
}

class IncomingFile : public Incoming {
 public:
  explicit IncomingFile(std::string path)
      : path_{std::move(path)}, file_{path_, O_WRONLY | O_CREAT | O_EXCL} {
    if (!file_.is_open()) fail("an upload cannot begin", ENOENT);
  }
  ~IncomingFile() override { ::unlink(path_.c_str()); }
  IncomingFile(const IncomingFile&) = delete;
  IncomingFile& operator=(const IncomingFile&) = delete;

  void write(std::string_view bytes) override {
    digest_.add(bytes);
    size_ += bytes.size();
    while (!bytes.empty()) {
      const auto written = ::write(file_.handle(), bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail("an upload cannot be written", errno);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  std::uint64_t size() const override { return size_; }
  Content finish() override {
    file_.make_lasting();
    file_.close();
    return {digest_.finish(), size_};
  }
  std::string path() const override { return path_; }

 private:
  std::string path_;
  File file_;
  crypto::RunningDigest digest_;
  std::uint64_t size_ = 0;
};

class ReadingFile : public Reading {
 public:
  explicit ReadingFile(const std::string& path) : path_{path}, file_{path, O_RDONLY} {
    struct stat facts {};
    if (file_.is_open() && ::fstat(file_.handle(), &facts) == 0) {
      size_ = static_cast<std::uint64_t>(facts.st_size);
    }
  }
  bool is_open() const { return file_.is_open(); }
  std::size_t read(char* to, std::size_t most) override {
    for (;;) {
      const auto count = ::read(file_.handle(), to, most);
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) fail("a file cannot be read", errno);
    }
  }
  std::uint64_t size() const override { return size_; }
  std::string path() const override { return path_; }

 private:
  std::string path_;
  File file_;
  std::uint64_t size_ = 0;
};

class FolderStore : public Store {
 public:
  explicit FolderStore(const std::string& folder) : folder_{folder} {
    make(folder_);
    make(folder_ / "incoming");
    FolderStore::remove_abandoned(abandoned_after);
  }

  std::unique_ptr<Incoming> begin() override {
    return std::make_unique<IncomingFile>(folder_ / "incoming" / random_uuid());
  }

  Standing keep(Incoming& incoming, const PartyId& tenant, const Content& content) override {
    const auto there = standing(tenant, content.sha256);
    if (there != Standing::absent) return there;
    const auto place = path("custody", tenant, content.sha256);
    make(place.parent_path());
    // Two uploads of one content may meet here: both names hold the same bytes.
    if (::rename(incoming.path().c_str(), place.c_str()) != 0) fail("a file cannot be kept", errno);
    FAULT("evidence.renamed");
    make_lasting(place.parent_path());
    return Standing::in_custody;
  }

  Standing standing(const PartyId& tenant, const std::string& sha256) override {
    if (exists(path("released", tenant, sha256))) return Standing::released;
    return exists(path("custody", tenant, sha256)) ? Standing::in_custody : Standing::absent;
  }

  std::unique_ptr<Reading> open(const PartyId& tenant, const std::string& sha256) override {
    return read(path("released", tenant, sha256));
  }

  std::unique_ptr<Reading> open_for_check(const PartyId& tenant,
                                          const std::string& sha256) override {
    auto released = open(tenant, sha256);
    return released ? std::move(released) : read(path("custody", tenant, sha256));
  }

  void release(const PartyId& tenant, const std::string& sha256) override {
    const auto to = path("released", tenant, sha256);
    make(to.parent_path());
    if (::rename(path("custody", tenant, sha256).c_str(), to.c_str()) != 0 && errno != ENOENT) {
      fail("a file cannot be released", errno);
    }
    make_lasting(to.parent_path());
  }

  void share(const PartyId& from, const PartyId& to, const std::string& sha256) override {
    for (const char* room : {"released", "custody"}) {
      const auto here = path(room, from, sha256);
      if (!exists(here)) continue;
      const auto there = path(room, to, sha256);
      make(there.parent_path());
      // Two names of one file: what becomes of one is nothing to the other.
      if (::link(here.c_str(), there.c_str()) != 0 && errno != EEXIST) {
        fail("a file cannot be shared", errno);
      }
      make_lasting(there.parent_path());
      return;
    }
  }

  void remove(const PartyId& tenant, const std::string& sha256) override {
    for (const char* room : {"custody", "released"}) {
      if (::unlink(path(room, tenant, sha256).c_str()) != 0 && errno != ENOENT) {
        fail("a file cannot be removed", errno);
      }
    }
  }

  std::vector<InCustody> in_custody_since(std::chrono::hours longer_than) override {
    std::vector<InCustody> found;
    std::error_code error;
    for (fs::recursive_directory_iterator at{folder_ / "custody", error}, end; !error && at != end;
         at.increment(error)) {
      // <tenant>/<two digits>/<digest>
      if (at.depth() != 2 || !is_older(*at, longer_than)) continue;
      const auto tenant = at->path().parent_path().parent_path().filename().string();
      const auto sha256 = unhex(at->path().filename().string());
      // One that was released meanwhile is no longer there, which is no fault.
      std::error_code gone;
      const auto size = at->file_size(gone);
      if (gone || sha256.size() != 32 || !is_uuid(tenant)) continue;
      found.push_back({PartyId{tenant}, {sha256, size}});
    }
    if (error && error != std::errc::no_such_file_or_directory) {
      fail("custody cannot be read", error.value());
    }
    return found;
  }

  void remove_abandoned(std::chrono::hours longer_than) override {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator{folder_ / "incoming", error}) {
      if (is_older(entry, longer_than)) fs::remove(entry.path(), error);
    }
  }

 private:
  static bool is_older(const fs::directory_entry& entry, std::chrono::hours than) {
    std::error_code error;
    const auto written = entry.last_write_time(error);
    return !error && fs::file_time_type::clock::now() - written > than;
  }

  // <room>/<tenant>/<two digits>/<digest>: no name that a person gave ever reaches the disk.
  fs::path path(const char* room, const PartyId& tenant, const std::string& sha256) const {
    if (!is_uuid(tenant.text()) || sha256.size() != 32) {
      throw StorageUnavailable{"no tenant or no digest was named"};
    }
    const auto name = to_hex(sha256);
    return folder_ / room / tenant.text() / name.substr(0, 2) / name;
  }

  static std::unique_ptr<Reading> read(const fs::path& path) {
    auto file = std::make_unique<ReadingFile>(path.string());
    return file->is_open() ? std::move(file) : nullptr;
  }

  static bool exists(const fs::path& path) { return ::access(path.c_str(), F_OK) == 0; }

  static void make(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) fail("a folder cannot be made", error.value());
  }

  static void make_lasting(const fs::path& folder) {
    const File file{folder.string(), O_RDONLY | O_DIRECTORY};
    if (file.is_open()) file.make_lasting();
  }

  fs::path folder_;
};

}  // namespace

std::unique_ptr<Store> open_folder(const std::string& folder) {
  return std::make_unique<FolderStore>(folder);
}

}  // namespace onereturn::storage
