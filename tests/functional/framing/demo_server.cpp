#include "functional/framing/demo_server.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <thread>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdlib.h>

namespace onereturn::framing {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

Certificate make_certificate() {
  std::string folder = (fs::temp_directory_path() / "onereturn-framing-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) {
    throw std::runtime_error{"no folder for the certificate"};
  }
  Certificate made{fs::path{folder} / "server.pem", fs::path{folder} / "server.key"};
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* certificate = X509_new();
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 24L * 3600);
  X509_set_pubkey(certificate, key);
  X509_NAME* name = X509_get_subject_name(certificate);
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
  X509_set_issuer_name(certificate, name);
  X509_sign(certificate, key, EVP_sha256());
  std::FILE* file = std::fopen(made.certificate_file.c_str(), "w");
  PEM_write_X509(file, certificate);
  std::fclose(file);
  file = std::fopen(made.key_file.c_str(), "w");
  PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
  std::fclose(file);
  X509_free(certificate);
  EVP_PKEY_free(key);
  return made;
}

// Counts a body as it arrives.
class CountingSink : public http::BodySink {
 public:
  explicit CountingSink(std::shared_ptr<std::atomic<int>> open) : open_{std::move(open)} {
    ++*open_;
  }
  ~CountingSink() override { --*open_; }
  void take(std::string_view bytes) noexcept override {
    all += bytes.size();
    largest = std::max(largest, bytes.size());
  }

  std::size_t all = 0;
  std::size_t largest = 0;

 private:
  std::shared_ptr<std::atomic<int>> open_;
};

// So many pieces of a thousand bytes; fails before piece `breaks_at`.
class Pieces : public http::BodySource {
 public:
  Pieces(std::size_t count, bool known, std::size_t breaks_at)
      : count_{count}, known_{known}, breaks_at_{breaks_at} {}

  std::string next(std::size_t /*most*/) override {
    if (at_ == breaks_at_) {
      throw std::runtime_error{"the source broke"};
    }
    return at_++ < count_ ? std::string(1000, 'p') : std::string{};
  }
  std::optional<std::uint64_t> length() const override {
    return known_ ? std::optional<std::uint64_t>{count_ * 1000} : std::nullopt;
  }

 private:
  std::size_t count_;
  bool known_;
  std::size_t breaks_at_;
  std::size_t at_ = 0;
};

http::Response in_pieces(const http::Request& request) {
  http::Response response;
  const auto count = static_cast<std::size_t>(std::atoll(request.query.get("n", "5").c_str()));
  const bool breaks = request.path == "/breaks";
  response.source =
      std::make_shared<Pieces>(count, request.path == "/pieces", breaks ? 2 : count + 9);
  return response;
}

}  // namespace

const Certificate& test_certificate() {
  static const Certificate made = make_certificate();
  return made;
}

http::Admission DemoApp::admit(const http::RequestHead& head) {
  if (head.path.starts_with("/stream")) {
    return {std::size_t{8} * 1024 * 1024, std::nullopt, true};
  }
  if (head.verb == http::Verb::post) {
    return {head.path == "/small" ? std::size_t{64} : std::size_t{256} * 1024, std::nullopt};
  }
  if (head.path == "/at-once") {
    return {0, http::Response::text("at once")};
  }
  if (head.query.has("name")) {
    return {0, std::nullopt, false, {head.query.get("name"), 1}};
  }
  return {0, std::nullopt};
}

http::BodyWelcome DemoApp::begin_body(const http::RequestHead& head) {
  if (head.path == "/stream-refused") {
    return {nullptr, http::Response::text("not you", 403)};
  }
  if (head.path == "/stream-throws") {
    throw std::runtime_error{"the secret inside"};
  }
  return {std::make_shared<CountingSink>(sinks_), std::nullopt};
}

http::Response DemoApp::handle(http::Request request) {
  if (const auto* counted = dynamic_cast<CountingSink*>(request.sink.get())) {
    return http::Response::text(std::to_string(counted->all) + "/" +
                                std::to_string(counted->largest));
  }
  if (request.path == "/pieces" || request.path == "/chunks" || request.path == "/breaks") {
    return in_pieces(request);
  }
  if (request.path == "/throw") {
    throw std::runtime_error{"the secret inside: select * from answer"};
  }
  if (request.path == "/throw-number") {
    throw 42;
  }
  if (request.path == "/wait") {
    std::unique_lock lock{mutex_};
    ++waiting_;
    opened_.wait(lock, [this] { return open_; });
    --waiting_;
    return http::Response::text("went on");
  }
  if (request.path == "/large") {
    return http::Response::text(std::string(std::size_t{8} * 1024 * 1024, 'x'));
  }
  if (request.path == "/redirect") {
    return http::Response::see_other(request.query.get("to"));
  }
  if (request.verb == http::Verb::post) {
    return http::Response::text(std::to_string(request.body.size()));
  }
  if (request.segments.size() == 2 && request.segments[0] == "echo") {
    return http::Response::text(request.segments[1]);
  }
  return http::Response::text("hello");
}

void DemoApp::answered(const http::Exchange& exchange) noexcept {
  const std::lock_guard lock{mutex_};
  exchanges_.push_back(exchange);
}

void DemoApp::failed(std::string_view /*where*/, std::string_view /*what*/) noexcept {}

void DemoApp::open() {
  {
    const std::lock_guard lock{mutex_};
    open_ = true;
  }
  opened_.notify_all();
}

std::vector<http::Exchange> DemoApp::exchanges() const {
  const std::lock_guard lock{mutex_};
  return exchanges_;
}

http::ServerSettings quick_settings() {
  http::ServerSettings settings;
  settings.certificate_file = test_certificate().certificate_file.string();
  settings.key_file = test_certificate().key_file.string();
  settings.framing.hosts = {"localhost"};
  settings.work_threads = 2;
  settings.timeouts = {.handshake = 800ms,
                       .header = 800ms,
                       .body = 800ms,
                       .body_per_32_kib = 50ms,
                       .write = 800ms,
                       .idle = 800ms,
                       .shutdown = 300ms,
                       .quiet = 100ms};
  return settings;
}

DemoServer::DemoServer(const http::ServerSettings& settings) : server{settings, app} {
  server.start();
}

bool eventually(const std::function<bool()>& condition) {
  const auto until = std::chrono::steady_clock::now() + 5s;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > until) {
      return false;
    }
    std::this_thread::sleep_for(5ms);
  }
  return true;
}

}  // namespace onereturn::framing
