#include "platform/convert/job_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace onereturn::convert {
namespace {

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error{errno, std::generic_category(), what};
}

constexpr const char* beginning = "onereturn-paper-";

class File {
 public:
  File(const std::string& path, int flags)
      : handle_{::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600)} {}
  ~File() {
    if (handle_ >= 0) ::close(handle_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  int get() const { return handle_; }

 private:
  int handle_;
};

// A folder that its program holds for as long as it lives: the lock goes with the process, however
// that ends.
int hold(const std::string& path, int wait) {
  const int handle = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
  if (handle < 0) return -1;
  if (::flock(handle, LOCK_EX | wait) == 0) return handle;
  ::close(handle);
  return -1;
}

bool stands_at(int handle, const std::string& path) {
  struct stat held {};
  struct stat there {};
  return ::fstat(handle, &held) == 0 && ::lstat(path.c_str(), &there) == 0 &&
         held.st_ino == there.st_ino && held.st_dev == there.st_dev;
}

}  // namespace

JobFolder::JobFolder(const std::string& under) {
  // Who cleans up may take a folder in the moment before it is held.
  while (lock_ < 0) {
    path_ = under + "/" + beginning + "XXXXXX";
    if (::mkdtemp(path_.data()) == nullptr) fail("a folder for one job");
    lock_ = hold(path_, 0);
    if (lock_ < 0 && errno != ENOENT) fail("a folder for one job");
    if (lock_ >= 0 && !stands_at(lock_, path_)) {
      ::close(lock_);
      lock_ = -1;
    }
  }
}

JobFolder::~JobFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
  ::close(lock_);
}

int remove_orphans(const std::string& under) {
  std::error_code ignored;
  int removed = 0;
  for (const auto& entry : std::filesystem::directory_iterator{under, ignored}) {
    if (!entry.path().filename().string().starts_with(beginning)) continue;
    const int lock = hold(entry.path(), LOCK_NB);
    if (lock < 0) continue;
    if (std::filesystem::remove_all(entry.path(), ignored) > 0) ++removed;
    ::close(lock);
  }
  return removed;
}

void JobFolder::write(const std::string& name, std::string_view bytes) const {
  const File file{path_ + "/" + name, O_WRONLY | O_CREAT | O_TRUNC};
  if (file.get() < 0) fail(name);
  while (!bytes.empty()) {
    const auto count = ::write(file.get(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(name);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::string JobFolder::read(const std::string& name, std::size_t most) const {
  const File file{path_ + "/" + name, O_RDONLY};
  struct stat found {};
  if (file.get() < 0 || ::fstat(file.get(), &found) != 0 || !S_ISREG(found.st_mode) ||
      static_cast<std::size_t>(found.st_size) > most) {
    return {};
  }
  std::string bytes(static_cast<std::size_t>(found.st_size), '\0');
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto count = ::read(file.get(), bytes.data() + at, bytes.size() - at);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return {};
    at += static_cast<std::size_t>(count);
  }
  return bytes;
}

}  // namespace onereturn::convert
