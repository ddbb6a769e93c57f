#include "platform/http/server.hpp"

#include <algorithm>
#include <csignal>
#include <future>
#include <stdexcept>
#include <thread>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "platform/http/server_state.hpp"
#include "platform/http/tls.hpp"

namespace onereturn::http {

namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::milliseconds accept_pause{100};
constexpr std::chrono::milliseconds drain_step{20};
constexpr std::chrono::milliseconds quiet_step{100};

// One I/O thread with an io_context of its own.
struct Lane {
  asio::io_context context{1};
  asio::executor_work_guard<asio::io_context::executor_type> guard{context.get_executor()};
  std::thread thread;
};

// Clients of one IPv6 network count as one address: it costs nothing to own 2^64 of them.
std::string counted_address(const asio::ip::address& address) {
  if (address.is_v4() || address.to_v6().is_v4_mapped()) {
    return address.to_string();
  }
  auto bytes = address.to_v6().to_bytes();
  std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  return asio::ip::address_v6{bytes}.to_string() + "/64";
}

}  // namespace

struct Server::State {
  State(ServerSettings settings, Application& application)
      : shared{std::move(settings), application} {
    configure_tls(tls.native_handle(), shared.settings.certificate_file, shared.settings.key_file);
    shared.tls = &tls;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, shared.settings.io_threads); ++i) {
      lanes.push_back(std::make_unique<Lane>());
    }
  }

  void listen() {
    auto& context = lanes.front()->context;
    acceptor = std::make_unique<tcp::acceptor>(context);
    try {
      const tcp::endpoint endpoint{asio::ip::make_address(shared.settings.address),
                                   shared.settings.port};
      acceptor->open(endpoint.protocol());
      acceptor->set_option(tcp::acceptor::reuse_address(true));
      acceptor->bind(endpoint);
      acceptor->listen(tcp::acceptor::max_listen_connections);
      bound_port = acceptor->local_endpoint().port();
    } catch (const std::exception& e) {
      throw std::runtime_error{"cannot listen on " + shared.settings.address + ":" +
                               std::to_string(shared.settings.port) + ": " + e.what()};
    }
    asio::co_spawn(context, accept_all(), asio::detached);
  }

  asio::awaitable<void> accept_all() {
    std::size_t next = 0;
    while (acceptor->is_open()) {
      error_code ec;
      tcp::socket socket{lanes.front()->context};
      tcp::endpoint peer;
      co_await acceptor->async_accept(socket, peer, asio::redirect_error(asio::use_awaitable, ec));
      if (ec == asio::error::operation_aborted) {
        co_return;
      }
      if (ec) {
        // No file handle is left, or no memory: trying again at once would only spin.
        co_await pause();
        continue;
      }
      hand_over(std::move(socket), peer, *lanes[next++ % lanes.size()]);
    }
  }

  void hand_over(tcp::socket socket, const tcp::endpoint& peer, Lane& lane) {
    const std::string address = counted_address(peer.address());
    if (!shared.admit_connection(address)) {
      return;
    }
    error_code ec;
    const bool is_v6 = peer.protocol() == tcp::v6();
    const int handle = socket.release(ec);
    asio::post(lane.context, [this, &lane, handle, address, is_v6] {
      serve_connection(shared, lane.context, handle, address, is_v6);
    });
  }

  asio::awaitable<void> pause() {
    asio::steady_timer timer{lanes.front()->context, accept_pause};
    error_code ec;
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ec));
  }

  // Whatever escapes ends one connection, never the thread.
  void run(Lane& lane) {
    for (;;) {
      try {
        lane.context.run();
        return;
      } catch (const std::exception& e) {
        shared.report("io", e.what());
      } catch (...) {
        shared.report("io", "something that is no std::exception");
      }
    }
  }

  void stop_listening() {
    std::promise<void> closed;
    asio::post(lanes.front()->context, [this, &closed] {
      accept_waiting();
      error_code ec;
      acceptor->close(ec);
      closed.set_value();
    });
    closed.get_future().wait();
  }

  // The system has shaken hands with those already: closing would reset them.
  void accept_waiting() {
    error_code ec;
    acceptor->non_blocking(true, ec);
    for (std::size_t next = 0; !ec; ++next) {
      tcp::socket socket{lanes.front()->context};
      tcp::endpoint peer;
      acceptor->accept(socket, peer, ec);
      if (!ec) {
        hand_over(std::move(socket), peer, *lanes[next % lanes.size()]);
      }
    }
  }

  bool wait_until_empty(std::chrono::milliseconds time, bool force) {
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + time;
    auto asked = Clock::time_point{};
    while (shared.connections_open() > 0) {
      if (Clock::now() - asked >= quiet_step) {
        shared.end_all(force);
        asked = Clock::now();
      }
      if (asked >= until) {
        return false;
      }
      std::this_thread::sleep_for(drain_step);
    }
    return true;
  }

  void end_threads() {
    for (auto& lane : lanes) {
      lane->guard.reset();
      lane->context.stop();
    }
    for (auto& lane : lanes) {
      if (lane->thread.joinable()) {
        lane->thread.join();
      }
    }
    shared.pool.close();
  }

  ServerShared shared;
  asio::ssl::context tls{asio::ssl::context::tls_server};
  std::vector<std::unique_ptr<Lane>> lanes;
  std::unique_ptr<tcp::acceptor> acceptor;
  std::uint16_t bound_port = 0;
  bool running = false;
};

Server::Server(ServerSettings settings, Application& application)
    : state_{std::make_unique<State>(std::move(settings), application)} {}

Server::~Server() { stop(std::chrono::milliseconds{0}); }

void Server::start() {
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  state_->listen();
  state_->running = true;
  for (auto& lane : state_->lanes) {
    lane->thread = std::thread{[state = state_.get(), &lane = *lane] { state->run(lane); }};
  }
}

std::uint16_t Server::port() const { return state_->bound_port; }

bool Server::stop(std::chrono::milliseconds drain_max, std::chrono::milliseconds notice) {
  if (!state_->running) {
    return true;
  }
  state_->running = false;
  state_->shared.draining = true;
  std::this_thread::sleep_for(notice);
  state_->stop_listening();
  const bool clean = state_->wait_until_empty(drain_max, false);
  if (!clean) {
    state_->wait_until_empty(std::chrono::milliseconds{1000}, true);
  }
  state_->end_threads();
  return clean;
}

Counters Server::counters() const {
  const ServerShared& shared = state_->shared;
  return {shared.connections_open(),
          shared.connections_total,
          shared.connections_refused_total,
          shared.handler_exceptions_total,
          shared.overloaded_total,
          shared.crowded_total,
          shared.pool.queued(),
          shared.pool.busy(),
          shared.in_flight};
}

BodyWelcome Application::begin_body(const RequestHead& /*head*/) {
  throw std::logic_error{"this program takes no streamed bodies"};
}

Response Application::refused(const Fault& fault, const RequestHead* /*head*/,
                              const std::string& request_id) {
  // The texts of a Fault are ours and need no escaping.
  std::string text{R"({"type":"/problems/)"};
  text.append(fault.type).append(R"(","title":")").append(reason_of(fault.status));
  text.append(R"(","status":)").append(std::to_string(fault.status));
  text.append(R"(,"detail":")").append(fault.detail);
  text.append(R"(","instance":")").append(request_id).append(R"("})");
  Response response = Response::problem(std::move(text), fault.status);
  if (fault.retry_after_s > 0) {
    response.with("Retry-After", std::to_string(fault.retry_after_s));
  }
  if (fault.status == 405) {
    response.with("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE");
  }
  return response;
}

}  // namespace onereturn::http
