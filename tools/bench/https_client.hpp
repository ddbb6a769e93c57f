#pragma once

#include <memory>
#include <string>

namespace onereturn::bench {

struct HttpsAnswer {
  int status = 0;
  std::string body;
};

// One kept-alive TLS connection to the gateway on this machine, used by one thread. As lean as a
// client can be, because it shares the two cores with what it measures. Throws std::runtime_error.
class HttpsClient {
 public:
  HttpsClient(std::string host, int port, const std::string& ca_file);
  ~HttpsClient();
  HttpsClient(HttpsClient&&) noexcept;
  HttpsClient& operator=(HttpsClient&&) = delete;

  // `extra` holds whole header lines, each ended by CR LF.
  HttpsAnswer send(const std::string& method, const std::string& target, const std::string& token,
                   const std::string& body = {}, const std::string& extra = {});
  // A page, as a browser with this session's cookie asks for it.
  HttpsAnswer page(const std::string& target, const std::string& token);
  // What such a page's form sends. `origin` is ours.
  HttpsAnswer send_form(const std::string& target, const std::string& token,
                        const std::string& origin, const std::string& fields);
  // A file in two pieces, so that many can differ by their end alone.
  HttpsAnswer put_file(const std::string& target, const std::string& token,
                       const std::string& beginning, const std::string& end);

 private:
  std::string head(const std::string& method, const std::string& target) const;

  class Connection;
  std::string host_;
  int port_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace onereturn::bench
