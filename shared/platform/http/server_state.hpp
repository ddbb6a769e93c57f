#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "platform/http/server.hpp"
#include "platform/http/work_pool.hpp"

namespace boost::asio {
class io_context;
namespace ssl {
class context;
}
}  // namespace boost::asio

namespace onereturn::http {

// What connections share. Outlives every connection.
struct ServerShared {
  ServerShared(ServerSettings own_settings, Application& own_application)
      : settings{std::move(own_settings)},
        application{own_application},
        pool{settings.work_threads, settings.limits.queue_max} {}

  ServerSettings settings;
  Application& application;
  boost::asio::ssl::context* tls = nullptr;
  WorkPool pool;
  std::atomic<bool> draining{false};
  std::atomic<std::size_t> connections_total{0};
  std::atomic<std::size_t> connections_refused_total{0};
  std::atomic<std::size_t> handler_exceptions_total{0};
  std::atomic<std::size_t> overloaded_total{0};
  std::atomic<std::size_t> crowded_total{0};
  std::atomic<std::size_t> in_flight{0};

  // Counts a connection in, or refuses it (false) when there are too many in all or from there.
  bool admit_connection(const std::string& address);
  // Enrols a counted connection with what to do when the server wants it to end: `force` false
  // means only if it is quiet.
  std::uint64_t enrol(std::function<void(bool force)> end);
  void leave(std::uint64_t number, const std::string& address);
  void end_all(bool force);
  std::size_t connections_open() const;
  // Counts and reports an exception that nothing should have thrown.
  void report(std::string_view where, std::string_view what) noexcept;

 private:
  mutable std::mutex mutex_;
  std::size_t open_ = 0;
  std::map<std::string, std::size_t> open_by_address_;
  std::uint64_t last_number_ = 0;
  std::map<std::uint64_t, std::function<void(bool)>> enrolled_;
};

// Serves one accepted socket on that I/O thread until it ends. Takes the socket over.
void serve_connection(ServerShared& shared, boost::asio::io_context& lane, int socket,
                      std::string address, bool is_v6);

}  // namespace onereturn::http
