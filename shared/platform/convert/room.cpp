#include "platform/convert/room.hpp"

#include <filesystem>
#include <utility>

namespace onereturn::convert {
namespace {

constexpr const char* scratch_bytes = "536870912";

std::vector<std::string> walls(const std::string& folder) {
  return {"bwrap",
          "--unshare-all",
          "--unshare-user",
          "--disable-userns",
          "--uid",
          "1000",
          "--gid",
          "1000",
          "--cap-drop",
          "ALL",
          "--new-session",
          "--die-with-parent",
          "--hostname",
          "paper",
          "--ro-bind",
          "/usr",
          "/usr",
          "--symlink",
          "usr/lib",
          "/lib",
          "--symlink",
          "usr/lib64",
          "/lib64",
          "--symlink",
          "usr/bin",
          "/bin",
          "--ro-bind",
          "/etc/fonts",
          "/etc/fonts",
          "--ro-bind-try",
          "/etc/libreoffice",
          "/etc/libreoffice",
          "--proc",
          "/proc",
          "--dev",
          "/dev",
          "--size",
          scratch_bytes,
          "--tmpfs",
          "/tmp",
          "--bind",
          folder,
          "/w",
          "--chdir",
          "/w"};
}

std::vector<std::string> environment(const std::string& home) {
  return {"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + home, "TMPDIR=" + home,
          "SAL_DISABLE_SYNCHRONOUS_PRINTER_DETECTION=1"};
}

std::vector<std::string> limited(const Limits& limits) {
  return {"prlimit", "--as=" + std::to_string(limits.memory),
          "--cpu=" + std::to_string(limits.time.count()), "--fsize=" + std::to_string(limits.file),
          "--core=0"};
}

std::string with(std::string word, const std::string& mark, const std::string& value) {
  for (auto at = word.find(mark); at != std::string::npos; at = word.find(mark, at)) {
    word.replace(at, mark.size(), value);
    at += value.size();
  }
  return word;
}

}  // namespace

bool closed_rooms_can_be_had() {
  auto words = walls("/usr/share/fonts");
  words.emplace_back("true");
  try {
    return run_child(words, environment("/tmp"), std::chrono::seconds{10}).well();
  } catch (const std::exception&) {
    return false;  // there is no bwrap
  }
}

Ended run_in(Room room, const JobFolder& job, const Limits& limits,
             const std::vector<std::string>& words) {
  const bool closed = room == Room::closed;
  const std::string scratch = closed ? "/tmp" : job.path() + "/scratch";
  auto all = closed ? walls(job.path()) : std::vector<std::string>{};
  if (!closed) {
    std::filesystem::create_directories(scratch);
    all = {"setpriv", "--no-new-privs", "--pdeathsig", "KILL", "env", "-C", job.path()};
  }
  for (auto& word : limited(limits)) {
    all.push_back(std::move(word));
  }
  for (const auto& word : words) {
    all.push_back(with(with(word, "{job}", closed ? "/w" : job.path()), "{scratch}", scratch));
  }
  return run_child(all, environment(scratch), limits.time);
}

}  // namespace onereturn::convert
