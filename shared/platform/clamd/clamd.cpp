#include "platform/clamd/clamd.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace onereturn::clamd {
namespace {

constexpr std::size_t chunk_bytes = 65536;
constexpr std::size_t answer_max = 4096;

// A connected socket, closed with the object.
class Line {
 public:
  Line(const std::string& path, std::chrono::seconds patience)
      : handle_{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (handle_ < 0 || path.size() >= sizeof(address.sun_path)) {
      throw ScannerAway{"no socket for the scanner"};
    }
    std::memcpy(address.sun_path, path.data(), path.size());
    timeval limit{patience.count(), 0};
    ::setsockopt(handle_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
    ::setsockopt(handle_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit));
    if (::connect(handle_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
      ::close(handle_);
      throw ScannerAway{"the scanner does not listen"};
    }
  }
  ~Line() { ::close(handle_); }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  // False when the scanner hangs up: it may have answered before it did.
  bool send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto sent = ::send(handle_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno == EINTR) continue;
      if (sent < 0 && (errno == EPIPE || errno == ECONNRESET)) return false;
      if (sent < 0) throw ScannerAway{"the scanner takes no more"};
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  std::string answer() const {
    std::string text;
    std::array<char, 512> bytes{};
    while (text.size() < answer_max) {
      const auto count = ::recv(handle_, bytes.data(), bytes.size(), 0);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) break;
      text.append(bytes.data(), static_cast<std::size_t>(count));
    }
    return text.substr(0, text.find('\0'));
  }

 private:
  int handle_;
};

bool send_chunk(const Line& line, std::string_view bytes) {
  const std::uint32_t length = htonl(static_cast<std::uint32_t>(bytes.size()));
  return line.send({reinterpret_cast<const char*>(&length), sizeof(length)}) && line.send(bytes);
}

Verdict verdict_of(std::string_view answer) {
  static constexpr std::string_view before = "stream: ";
  static constexpr std::string_view found = " FOUND";
  if (answer == "stream: OK") return {true, {}};
  if (answer.starts_with(before) && answer.ends_with(found)) {
    answer.remove_prefix(before.size());
    answer.remove_suffix(found.size());
    return {false, std::string{answer}};
  }
  throw ScannerAway{"the scanner gave no verdict"};
}

}  // namespace

Verdict Scanner::check(const std::function<std::size_t(char* to, std::size_t most)>& read) const {
  const Line line{socket_path_, patience_};
  bool listening = line.send(std::string_view{"zINSTREAM\0", 10});
  std::string chunk(chunk_bytes, '\0');
  while (listening) {
    const auto count = read(chunk.data(), chunk.size());
    if (count == 0) break;
    listening = send_chunk(line, std::string_view{chunk}.substr(0, count));
  }
  if (listening) send_chunk(line, {});
  return verdict_of(line.answer());
}

}  // namespace onereturn::clamd
