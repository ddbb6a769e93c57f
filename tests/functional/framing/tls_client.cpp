#include "functional/framing/tls_client.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <csignal>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace onereturn::framing {
namespace {

bool same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

Answer parse_head(std::string_view head) {
  Answer answer;
  std::size_t at = 0;
  while (at < head.size()) {
    const auto end = std::min(head.find("\r\n", at), head.size());
    const auto line = head.substr(at, end - at);
    at = end + 2;
    if (answer.status == 0) {
      answer.status = std::atoi(std::string{line.substr(9, 3)}.c_str());
      continue;
    }
    const auto colon = line.find(": ");
    if (colon != std::string_view::npos) {
      answer.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    }
  }
  return answer;
}

}  // namespace

std::string Answer::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (same(key, name)) {
      return value;
    }
  }
  return {};
}

std::size_t Answer::count(std::string_view name) const {
  return static_cast<std::size_t>(std::count_if(
      headers.begin(), headers.end(), [&](const auto& field) { return same(field.first, name); }));
}

TlsClient::TlsClient(std::uint16_t port, const TlsOptions& options) {
  connect(port, -1);
  handshake(options);
}

std::unique_ptr<TlsClient> TlsClient::without_handshake(std::uint16_t port, int socket) {
  std::unique_ptr<TlsClient> client{new TlsClient};
  client->connect(port, socket);
  return client;
}

TlsClient::~TlsClient() {
  SSL_free(ssl_);
  SSL_CTX_free(context_);
  if (socket_ >= 0) {
    ::close(socket_);
  }
}

void TlsClient::connect(std::uint16_t port, int socket) {
  std::signal(SIGPIPE, SIG_IGN);
  socket_ = socket >= 0 ? socket : ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  limit_reads(Milliseconds{5000});
  closed_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0;
}

bool TlsClient::handshake(const TlsOptions& options) {
  context_ = SSL_CTX_new(TLS_client_method());
  // Old versions are switched off by the library's security level, not by the server, unless
  // the client lowers its own.
  SSL_CTX_set_security_level(context_, 0);
  SSL_CTX_set_min_proto_version(context_, options.version_min);
  SSL_CTX_set_max_proto_version(context_, options.version_max);
  if (!options.tls12_ciphers.empty()) {
    SSL_CTX_set_cipher_list(context_, options.tls12_ciphers.c_str());
  }
  ssl_ = SSL_new(context_);
  SSL_set_tlsext_host_name(ssl_, "localhost");
  SSL_set_fd(ssl_, socket_);
  if (options.resume != nullptr) {
    SSL_set_session(ssl_, options.resume);
  }
  shaken_ = !closed_ && SSL_connect(ssl_) == 1;
  return shaken_;
}

void TlsClient::limit_reads(Milliseconds limit) const {
  const timeval time{static_cast<time_t>(limit.count() / 1000),
                     static_cast<suseconds_t>((limit.count() % 1000) * 1000)};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
}

bool TlsClient::send(std::string_view bytes) {
  return shaken_ && SSL_write(ssl_, bytes.data(), static_cast<int>(bytes.size())) > 0;
}

bool TlsClient::send_plain(std::string_view bytes) {
  return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) > 0;
}

bool TlsClient::read_more(std::chrono::steady_clock::time_point until) {
  const auto left =
      std::chrono::duration_cast<Milliseconds>(until - std::chrono::steady_clock::now());
  if (left.count() <= 0 || closed_) {
    return false;
  }
  limit_reads(left);
  std::array<char, 16384> part{};
  const int count = shaken_ ? SSL_read(ssl_, part.data(), static_cast<int>(part.size()))
                            : static_cast<int>(::recv(socket_, part.data(), part.size(), 0));
  if (count > 0) {
    buffer_.append(part.data(), static_cast<std::size_t>(count));
    return true;
  }
  const bool timed_out = std::chrono::steady_clock::now() >= until - Milliseconds{5};
  closed_ = !timed_out;
  return false;
}

Answer TlsClient::read_answer(bool head_only, Milliseconds limit) {
  const auto until = std::chrono::steady_clock::now() + limit;
  std::size_t end = buffer_.find("\r\n\r\n");
  while (end == std::string::npos) {
    if (!read_more(until)) {
      return {};
    }
    end = buffer_.find("\r\n\r\n");
  }
  Answer answer = parse_head(std::string_view{buffer_}.substr(0, end));
  buffer_.erase(0, end + 4);
  const bool no_body = head_only || answer.status == 100 || answer.status == 204;
  if (!no_body && answer.header("Transfer-Encoding") == "chunked") {
    answer.body = read_chunks(until);
    return answer;
  }
  const std::size_t length =
      no_body ? 0 : static_cast<std::size_t>(std::atoll(answer.header("Content-Length").c_str()));
  while (buffer_.size() < length && read_more(until)) {
  }
  answer.body = buffer_.substr(0, length);
  buffer_.erase(0, std::min(length, buffer_.size()));
  return answer;
}

std::string TlsClient::read_chunks(std::chrono::steady_clock::time_point until) {
  std::string body;
  for (;;) {
    std::size_t line = buffer_.find("\r\n");
    while (line == std::string::npos && read_more(until)) {
      line = buffer_.find("\r\n");
    }
    if (line == std::string::npos) {
      return body + " (broken off)";
    }
    const auto size = static_cast<std::size_t>(std::strtoull(buffer_.c_str(), nullptr, 16));
    while (buffer_.size() < line + 2 + size + 2) {
      if (!read_more(until)) {
        return body + " (broken off)";
      }
    }
    body += buffer_.substr(line + 2, size);
    buffer_.erase(0, line + 2 + size + 2);
    if (size == 0) {
      return body;
    }
  }
}

bool TlsClient::sees_close(Milliseconds limit) {
  const auto until = std::chrono::steady_clock::now() + limit;
  while (!closed_ && read_more(until)) {
    buffer_.clear();
  }
  return closed_;
}

void TlsClient::abort() {
  const linger at_once{1, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  ::close(socket_);
  socket_ = -1;
  closed_ = true;
}

}  // namespace onereturn::framing
