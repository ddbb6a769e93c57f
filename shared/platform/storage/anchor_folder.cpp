#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "platform/storage/anchors.hpp"

namespace onereturn::storage {
namespace {

constexpr std::size_t block = std::size_t{64} * 1024;

[[noreturn]] void fail(const char* what, int error) {
  const std::string words = std::string{what} + ": " + std::strerror(error);
  if (error == ENOSPC || error == EDQUOT || error == EFBIG) throw StorageFull{words};
  throw StorageUnavailable{words};
}

// An open file; its lock goes with it, also when the program is killed.
class Handle {
 public:
  Handle(const std::string& path, int flags)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
    if (number_ < 0 && errno != ENOENT) fail("the anchors cannot be opened", errno);
  }
  ~Handle() {
    if (number_ >= 0) ::close(number_);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }
  off_t size() const {
    const auto end = ::lseek(number_, 0, SEEK_END);
    if (end < 0) fail("the anchors cannot be read", errno);
    return end;
  }
  std::size_t read_at(off_t from, char* to, std::size_t most) const {
    for (;;) {
      const auto count = ::pread(number_, to, most, from);
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) fail("the anchors cannot be read", errno);
    }
  }
  bool lock() const {
    while (::flock(number_, LOCK_EX | LOCK_NB) != 0) {
      if (errno == EWOULDBLOCK) return false;
      if (errno != EINTR) fail("the anchors cannot be locked", errno);
    }
    return true;
  }
  void make_lasting() const {
    if (::fsync(number_) != 0) fail("the anchors cannot be made lasting", errno);
  }
  void shorten_to(off_t size) const {
    if (::ftruncate(number_, size) != 0) fail("half a line cannot be taken back", errno);
  }

 private:
  int number_;
};

// The last line that has its end, and where it ends.
struct Tail {
  std::string line;
  off_t end = 0;
};

Tail tail_of(const Handle& file) {
  std::string text;
  for (off_t from = file.size(); from > 0;) {
    const auto count = std::min<off_t>(from, static_cast<off_t>(block));
    std::string part(static_cast<std::size_t>(count), '\0');
    from -= count;
    part.resize(file.read_at(from, part.data(), part.size()));
    text.insert(0, part);
    const auto last = text.rfind('\n');
    if (last == std::string::npos) continue;
    const auto before = last == 0 ? std::string::npos : text.rfind('\n', last - 1);
    if (before == std::string::npos && from > 0) continue;
    const auto begin = before == std::string::npos ? 0 : before + 1;
    return {text.substr(begin, last - begin), from + static_cast<off_t>(last) + 1};
  }
  return {};
}

class AnchorFolder : public AnchorStore {
 public:
  explicit AnchorFolder(const std::string& folder) : folder_(folder) {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error) fail("the folder of anchors cannot be made", error.value());
  }

  bool append(const std::function<std::string(std::string_view)>& line,
              const std::function<void()>& kept) override {
    const bool is_new = !std::filesystem::exists(path());
    const Handle file(path(), O_RDWR | O_APPEND | O_CREAT);
    if (!file.is_open()) fail("the anchors cannot be opened", ENOENT);
    if (!file.lock()) return false;
    const auto tail = tail_of(file);
    // Half a line is of somebody who was killed or had no room: nobody was told that it stands.
    if (file.size() != tail.end) file.shorten_to(tail.end);
    auto text = line(tail.line);
    if (text.empty()) return true;
    text += '\n';
    write_whole(file, text, tail.end);
    file.make_lasting();
    if (is_new) Handle(folder_, O_RDONLY | O_DIRECTORY).make_lasting();
    kept();
    return true;
  }

  void read(const std::function<void(std::string_view)>& each) override {
    const Handle file(path(), O_RDONLY);
    if (!file.is_open()) return;
    std::string text;
    std::array<char, block> part{};
    off_t from = 0;
    while (const auto count = file.read_at(from, part.data(), part.size())) {
      from += static_cast<off_t>(count);
      text.append(part.data(), count);
      std::size_t begin = 0;
      for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
        each(std::string_view(text).substr(begin, end - begin));
        begin = end + 1;
      }
      text.erase(0, begin);
    }
  }

 private:
  std::string path() const { return folder_ + "/anchors.jsonl"; }

  // In one write, so that a line is whole or was cut off by the end of the disk.
  static void write_whole(const Handle& file, const std::string& text, off_t end) {
    ssize_t written = -1;
    do {
      written = ::write(file.number(), text.data(), text.size());
    } while (written < 0 && errno == EINTR);
    if (std::cmp_equal(written, text.size())) return;
    const int error = written < 0 ? errno : ENOSPC;
    file.shorten_to(end);
    fail("an anchor cannot be written", error);
  }

  std::string folder_;
};

}  // namespace

std::unique_ptr<AnchorStore> open_anchor_folder(const std::string& folder) {
  return std::make_unique<AnchorFolder>(folder);
}

}  // namespace onereturn::storage
