#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <openssl/ssl.h>

// A client that sends exactly the bytes it is given: what ordinary clients would never send.
namespace onereturn::framing {

struct Answer {
  int status = 0;  // 0: no answer came
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;

  // The first value of that header (in any case), "" when absent.
  std::string header(std::string_view name) const;
  std::size_t count(std::string_view name) const;
};

struct TlsOptions {
  int version_min = TLS1_2_VERSION;
  int version_max = TLS1_3_VERSION;
  std::string tls12_ciphers = {};
  SSL_SESSION* resume = nullptr;
};

class TlsClient {
 public:
  using Milliseconds = std::chrono::milliseconds;

  // Connects to the port of this machine and shakes hands; connected() says whether it worked.
  explicit TlsClient(std::uint16_t port, const TlsOptions& options = {});
  // Only the connection, for a port or a socket that was made before.
  static std::unique_ptr<TlsClient> without_handshake(std::uint16_t port, int socket = -1);
  ~TlsClient();
  TlsClient(const TlsClient&) = delete;
  TlsClient& operator=(const TlsClient&) = delete;

  bool handshake(const TlsOptions& options = {});
  bool connected() const { return shaken_; }

  // False when the server has closed.
  bool send(std::string_view bytes);
  // Without TLS, as it is.
  bool send_plain(std::string_view bytes);
  // One answer by its Content-Length, or by its chunks: then " (broken off)" follows what came of a
  // body that did not come to its end. `head_only` for HEAD. Status 0 when none came in time.
  Answer read_answer(bool head_only = false, Milliseconds limit = Milliseconds{5000});
  // True when the server closes within the time; what it sends before is dropped.
  bool sees_close(Milliseconds limit = Milliseconds{5000});
  // Ends with a reset rather than a goodbye.
  void abort();

  SSL* ssl() { return ssl_; }

 private:
  TlsClient() = default;

  void connect(std::uint16_t port, int socket);
  void limit_reads(Milliseconds limit) const;
  std::string read_chunks(std::chrono::steady_clock::time_point until);
  // Reads something more into the buffer; false at the end or when the time is over.
  bool read_more(std::chrono::steady_clock::time_point until);

  int socket_ = -1;
  SSL_CTX* context_ = nullptr;
  SSL* ssl_ = nullptr;
  bool shaken_ = false;
  bool closed_ = false;
  std::string buffer_;
};

}  // namespace onereturn::framing
