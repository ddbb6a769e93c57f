#include "platform/convert/job_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace onereturn::convert {
namespace {

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error{errno, std::generic_category(), what};
}

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

}  // namespace

JobFolder::JobFolder(const std::string& under) : path_{under + "/onereturn-paper-XXXXXX"} {
  if (::mkdtemp(path_.data()) == nullptr) fail("a folder for one job");
}

JobFolder::~JobFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
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
