#include "tools/bench/https_client.hpp"

#include <array>
#include <charconv>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace onereturn::bench {
namespace {

constexpr std::size_t read_at_once = std::size_t{64} * 1024;

int connect_to(int port) {
  const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int on = 1;
  ::setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (::connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(handle);
    throw std::runtime_error("the gateway does not listen on this port");
  }
  return handle;
}

std::size_t content_length(const std::string& head) {
  for (const char* name : {"Content-Length: ", "content-length: "}) {
    const auto at = head.find(name);
    if (at != std::string::npos) {
      std::size_t length = 0;
      const char* from = head.data() + at + 16;
      std::from_chars(from, head.data() + head.size(), length);
      return length;
    }
  }
  return 0;
}

SSL_CTX* trusting(const std::string& ca_file) {
  SSL_CTX* context = SSL_CTX_new(TLS_client_method());
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
  SSL_CTX_load_verify_locations(context, ca_file.c_str(), nullptr);
  return context;
}

}  // namespace

class HttpsClient::Connection {
 public:
  Connection(const std::string& host, int port, const std::string& ca_file)
      : context_(trusting(ca_file)), ssl_(SSL_new(context_)), handle_(connect_to(port)) {
    SSL_set1_host(ssl_, host.c_str());
    SSL_set_tlsext_host_name(ssl_, host.c_str());
    SSL_set_fd(ssl_, handle_);
    if (SSL_connect(ssl_) != 1) {
      throw std::runtime_error("the TLS handshake with the gateway failed");
    }
  }
  ~Connection() {
    SSL_free(ssl_);
    SSL_CTX_free(context_);
    ::close(handle_);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void write(const std::string& text) {
    if (SSL_write(ssl_, text.data(), static_cast<int>(text.size())) <= 0) {
      throw std::runtime_error("the gateway closed the connection while we wrote");
    }
  }

  HttpsAnswer read() {
    auto end = buffer_.find("\r\n\r\n");
    while (end == std::string::npos) {
      fill();
      end = buffer_.find("\r\n\r\n");
    }
    const std::string head = buffer_.substr(0, end + 2);
    const auto length = content_length(head);
    while (buffer_.size() < end + 4 + length) {
      fill();
    }
    HttpsAnswer answer;
    std::from_chars(head.data() + 9, head.data() + 12, answer.status);
    answer.body = buffer_.substr(end + 4, length);
    buffer_.erase(0, end + 4 + length);
    return answer;
  }

 private:
  void fill() {
    std::array<char, read_at_once> chunk{};
    const int count = SSL_read(ssl_, chunk.data(), static_cast<int>(chunk.size()));
    if (count <= 0) {
      throw std::runtime_error("the gateway closed the connection while we read");
    }
    buffer_.append(chunk.data(), static_cast<std::size_t>(count));
  }

  SSL_CTX* context_;
  SSL* ssl_;
  int handle_;
  std::string buffer_;
};

HttpsClient::HttpsClient(std::string host, int port, const std::string& ca_file)
    : host_(std::move(host)),
      port_(port),
      connection_(std::make_unique<Connection>(host_, port, ca_file)) {}
HttpsClient::~HttpsClient() = default;
HttpsClient::HttpsClient(HttpsClient&&) noexcept = default;

std::string HttpsClient::head(const std::string& method, const std::string& target) const {
  return method + " " + target + " HTTP/1.1\r\nHost: " + host_ + ":" + std::to_string(port_) +
         "\r\n";
}

HttpsAnswer HttpsClient::send(const std::string& method, const std::string& target,
                              const std::string& token, const std::string& body,
                              const std::string& extra) {
  std::string text = head(method, target) + "Authorization: Bearer " + token + "\r\n" + extra;
  if (!body.empty() || method == "POST" || method == "PUT") {
    text +=
        "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
  }
  connection_->write(text + "\r\n" + body);
  return connection_->read();
}

HttpsAnswer HttpsClient::page(const std::string& target, const std::string& token) {
  connection_->write(head("GET", target) + "Accept: text/html\r\nCookie: __Host-session=" + token +
                     "\r\n\r\n");
  return connection_->read();
}

HttpsAnswer HttpsClient::send_form(const std::string& target, const std::string& token,
                                   const std::string& origin, const std::string& fields) {
  connection_->write(head("POST", target) + "Accept: text/html\r\nCookie: __Host-session=" + token +
                     "\r\nOrigin: " + origin +
                     "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                     std::to_string(fields.size()) + "\r\n\r\n" + fields);
  return connection_->read();
}

HttpsAnswer HttpsClient::put_file(const std::string& target, const std::string& token,
                                  const std::string& beginning, const std::string& end) {
  connection_->write(head("PUT", target) + "Authorization: Bearer " + token +
                     "\r\nContent-Length: " + std::to_string(beginning.size() + end.size()) +
                     "\r\n\r\n");
  connection_->write(beginning);
  connection_->write(end);
  return connection_->read();
}

}  // namespace onereturn::bench
