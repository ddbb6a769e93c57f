#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "platform/http/server.hpp"

namespace onereturn::framing {

// A certificate for localhost with its key, made for one run of the tests.
struct Certificate {
  std::filesystem::path certificate_file;
  std::filesystem::path key_file;
};
const Certificate& test_certificate();

// Two handfuls of routes that do what the tests need, and nothing else.
//   GET  /hello         "hello"           POST /small (64 bytes), /big (256 KiB): the length
//   GET  /throw         a std::exception  GET  /throw-number   something else
//   GET  /wait          waits for open()  GET  /large          8 MiB
//   POST /stream (8 MiB, streamed): "bytes/largest piece"   POST /stream-refused: 403 beforehand
//   GET  /pieces?n=     that many, with a length; /chunks?n= without; /breaks fails after two
//   GET  /hello?name=   waits in that name, of which one may wait
//   GET  /redirect?to=  see_other(to)     GET  /echo/{x}       the segment, decoded
class DemoApp : public http::Application {
 public:
  http::Admission admit(const http::RequestHead& head) override;
  http::BodyWelcome begin_body(const http::RequestHead& head) override;
  http::Response handle(http::Request request) override;
  void answered(const http::Exchange& exchange) noexcept override;
  void failed(std::string_view where, std::string_view what) noexcept override;

  // Lets everybody at /wait go on; waiting() says how many there are.
  void open();
  int waiting() const { return waiting_; }
  std::vector<http::Exchange> exchanges() const;
  // Sinks that were given out and are still held by somebody.
  int open_sinks() const { return *sinks_; }

 private:
  mutable std::mutex mutex_;
  std::condition_variable opened_;
  bool open_ = false;
  std::atomic<int> waiting_{0};
  std::vector<http::Exchange> exchanges_;
  std::shared_ptr<std::atomic<int>> sinks_ = std::make_shared<std::atomic<int>>(0);
};

// Settings with short times, for localhost.
http::ServerSettings quick_settings();

// A running server with its application.
class DemoServer {
 public:
  explicit DemoServer(const http::ServerSettings& settings = quick_settings());
  ~DemoServer() { app.open(); }

  std::uint16_t port() const { return server.port(); }

  DemoApp app;
  http::Server server;
};

// True as soon as the condition holds, false after five seconds without.
bool eventually(const std::function<bool()>& condition);

}  // namespace onereturn::framing
