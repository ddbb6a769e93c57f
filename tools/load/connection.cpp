#include "tools/load/connection.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace onereturn::load {
namespace {

constexpr std::size_t read_at_once = std::size_t{64} * 1024;

sockaddr_in on_this_machine(int last_number, int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr =
      htonl((INADDR_LOOPBACK & 0xffffff00U) | static_cast<std::uint32_t>(last_number));
  return address;
}

int begin_to_connect(int seat, int port) {
  const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  const int on = 1;
  ::setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  ::setsockopt(handle, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
  const auto from = on_this_machine(seat, 0);
  const auto to = on_this_machine(1, port);
  ::bind(handle, reinterpret_cast<const sockaddr*>(&from), sizeof from);
  // Whether it worked is seen at the handshake.
  static_cast<void>(::connect(handle, reinterpret_cast<const sockaddr*>(&to), sizeof to));
  return handle;
}

bool wants_more(ssl_st* ssl, int result) {
  const int why = SSL_get_error(ssl, result);
  ERR_clear_error();
  return why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE;
}

// The newest session of this program, so that most handshakes are short as a browser's are.
int keep_session(SSL* ssl, SSL_SESSION* session) {
  auto* kept = static_cast<SSL_SESSION**>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl)));
  SSL_SESSION_free(std::exchange(*kept, session));
  return 1;
}

std::string_view header_of(std::string_view head, std::string_view name) {
  const auto at = std::search(head.begin(), head.end(), name.begin(), name.end(),
                              [](char a, char b) { return (a | 0x20) == (b | 0x20); });
  if (at == head.end()) {
    return {};
  }
  const auto from = static_cast<std::size_t>(at - head.begin()) + name.size();
  return head.substr(from, head.find('\r', from) - from);
}

}  // namespace

Terms::Terms(std::string host, const std::string& ca_file)
    : host_(std::move(host)), context_(SSL_CTX_new(TLS_client_method())) {
  SSL_CTX_set_verify(context_, SSL_VERIFY_PEER, nullptr);
  SSL_CTX_set_mode(context_, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                 SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_app_data(context_, new SSL_SESSION*(nullptr));
  SSL_CTX_set_session_cache_mode(context_, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
  SSL_CTX_sess_set_new_cb(context_, keep_session);
  if (SSL_CTX_load_verify_locations(context_, ca_file.c_str(), nullptr) != 1) {
    throw std::runtime_error("the certificate of the authority cannot be read");
  }
}

Terms::~Terms() {
  auto* kept = static_cast<SSL_SESSION**>(SSL_CTX_get_app_data(context_));
  SSL_SESSION_free(*kept);
  delete kept;
  SSL_CTX_free(context_);
}

Connection::Connection(const Terms& terms, int seat, int port)
    : socket_(begin_to_connect(seat, port)), ssl_(SSL_new(terms.context())) {
  SSL_set_fd(ssl_, socket_);
  SSL_set1_host(ssl_, terms.host().c_str());
  SSL_set_tlsext_host_name(ssl_, terms.host().c_str());
  auto* kept = static_cast<SSL_SESSION**>(SSL_CTX_get_app_data(terms.context()));
  if (*kept != nullptr) {
    SSL_set_session(ssl_, *kept);
  }
}

Connection::~Connection() {
  SSL_free(ssl_);
  ::close(socket_);
}

Connection::Outcome Connection::proceed() {
  switch (state_) {
    case State::shaking:
      return shake();
    case State::idle:
      return look_whether_closed();
    case State::talking:
      return talk();
    case State::closed:
      break;
  }
  return Outcome::closed;
}

Connection::Outcome Connection::shake() {
  const int result = SSL_connect(ssl_);
  if (result == 1) {
    state_ = State::idle;
    return Outcome::ready;
  }
  if (wants_more(ssl_, result)) {
    return Outcome::nothing;
  }
  state_ = State::closed;
  return Outcome::closed;
}

// Nothing is expected but new sessions and the end.
Connection::Outcome Connection::look_whether_closed() {
  bool closed = false;
  if (read_some(closed) || closed) {
    state_ = State::closed;
    return Outcome::closed;
  }
  return Outcome::nothing;
}

void Connection::send(std::string request) {
  out_ = std::move(request);
  written_ = 0;
  in_.clear();
  state_ = State::talking;
}

// Reads even while there is more to write: a server may answer before it has heard everything.
Connection::Outcome Connection::talk() {
  const bool writes = write_some();
  bool closed = false;
  while (read_some(closed)) {
    if (take_answer()) {
      answer_.ends_connection = answer_.ends_connection || written_ < out_.size();
      state_ = State::idle;
      return Outcome::answered;
    }
  }
  if (closed || !writes) {
    state_ = State::closed;
    return Outcome::closed;
  }
  return Outcome::nothing;
}

// False when the connection takes nothing more.
bool Connection::write_some() {
  while (written_ < out_.size()) {
    const auto left = out_.size() - written_;
    const int count = SSL_write(ssl_, out_.data() + written_, static_cast<int>(left));
    if (count <= 0) {
      return wants_more(ssl_, count);
    }
    written_ += static_cast<std::size_t>(count);
  }
  return true;
}

bool Connection::read_some(bool& closed) {
  static thread_local std::array<char, read_at_once> piece;
  const int count = SSL_read(ssl_, piece.data(), static_cast<int>(piece.size()));
  if (count <= 0) {
    closed = !wants_more(ssl_, count);
    return false;
  }
  in_.append(piece.data(), static_cast<std::size_t>(count));
  return true;
}

bool Connection::take_answer() {
  const auto end = in_.find("\r\n\r\n");
  if (end == std::string::npos) {
    return false;
  }
  const std::string_view head = std::string_view(in_).substr(0, end + 2);
  std::size_t length = 0;
  const auto said = header_of(head, "\nContent-Length: ");
  std::from_chars(said.data(), said.data() + said.size(), length);
  if (in_.size() < end + 4 + length) {
    return false;
  }
  answer_ = {};
  std::from_chars(head.data() + 9, head.data() + 12, answer_.status);
  answer_.says_when_to_return = !header_of(head, "\nRetry-After: ").empty();
  answer_.ends_connection = header_of(head, "\nConnection: ") == "close";
  answer_.body = in_.substr(end + 4, length);
  return true;
}

}  // namespace onereturn::load
