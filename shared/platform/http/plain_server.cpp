#include "platform/http/plain_server.hpp"

#include <stdexcept>
#include <thread>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>

#include "platform/http/message.hpp"

namespace onereturn::http {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using tcp = asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::milliseconds accept_pause{100};

std::string text_of(const PlainAnswer& answer, bool head_only) {
  std::string text{"HTTP/1.1 "};
  text.append(std::to_string(answer.status)).append(" ").append(reason_of(answer.status));
  text.append("\r\nContent-Type: ").append(answer.content_type);
  text.append("\r\nContent-Length: ").append(std::to_string(answer.body.size()));
  text.append("\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff");
  text.append("\r\nConnection: close\r\n\r\n");
  return head_only ? text : text.append(answer.body);
}

}  // namespace

struct PlainServer::State {
  State(Settings own_settings, Pages own_pages)
      : settings{std::move(own_settings)}, pages{std::move(own_pages)} {
    try {
      const tcp::endpoint endpoint{asio::ip::make_address(settings.address), settings.port};
      acceptor.open(endpoint.protocol());
      acceptor.set_option(tcp::acceptor::reuse_address(true));
      acceptor.bind(endpoint);
      acceptor.listen();
      port = acceptor.local_endpoint().port();
    } catch (const std::exception& e) {
      throw std::runtime_error{"cannot listen on " + settings.address + ":" +
                               std::to_string(settings.port) + ": " + e.what()};
    }
    asio::co_spawn(context, accept_all(), asio::detached);
    thread = std::thread{[this] { run(); }};
  }

  ~State() {
    context.stop();
    thread.join();
  }

  // Whatever escapes ends one connection, never the thread.
  void run() {
    for (;;) {
      try {
        context.run();
        return;
      } catch (...) {
        continue;
      }
    }
  }

  asio::awaitable<void> accept_all() {
    for (;;) {
      error_code ec;
      tcp::socket socket{context};
      co_await acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, ec));
      if (ec) {
        asio::steady_timer timer{context, accept_pause};
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ec));
      } else if (open < settings.connections_max) {
        ++open;
        asio::co_spawn(context, serve(std::move(socket)),
                       [this](const std::exception_ptr&) { --open; });
      }
    }
  }

  asio::awaitable<void> serve(tcp::socket socket) {
    beast::tcp_stream stream{std::move(socket)};
    stream.expires_after(settings.time_max);
    beast::flat_buffer buffer{settings.header_bytes_max};
    beast::http::request_parser<beast::http::empty_body> parser;
    parser.header_limit(settings.header_bytes_max);
    error_code ec;
    co_await beast::http::async_read_header(stream, buffer, parser,
                                            asio::redirect_error(asio::use_awaitable, ec));
    if (ec) {
      co_return;
    }
    const auto& request = parser.get();
    const bool head_only = request.method() == beast::http::verb::head;
    const std::string target{request.target().data(), request.target().size()};
    const auto answer = head_only || request.method() == beast::http::verb::get
                            ? page(target)
                            : PlainAnswer{405, "only GET\n"};
    const std::string text = text_of(answer, head_only);
    co_await asio::async_write(stream, asio::buffer(text),
                               asio::redirect_error(asio::use_awaitable, ec));
    stream.socket().shutdown(tcp::socket::shutdown_send, ec);
    // What is still arriving is read away: closing at once could take the answer back.
    while (!ec) {
      buffer.clear();
      co_await stream.async_read_some(buffer.prepare(1024),
                                      asio::redirect_error(asio::use_awaitable, ec));
    }
  }

  PlainAnswer page(const std::string& target) const {
    const auto found = pages.find(target.substr(0, target.find('?')));
    if (found == pages.end()) {
      return {404, "not found\n"};
    }
    try {
      return found->second();
    } catch (const std::exception&) {
      return {500, "failed\n"};
    }
  }

  const Settings settings;
  const Pages pages;
  asio::io_context context{1};
  tcp::acceptor acceptor{context};
  std::uint16_t port = 0;
  std::size_t open = 0;  // of the thread alone
  std::thread thread;
};

PlainServer::PlainServer(Settings settings, Pages pages)
    : state_{std::make_unique<State>(std::move(settings), std::move(pages))} {}

PlainServer::~PlainServer() = default;

std::uint16_t PlainServer::port() const { return state_->port; }

}  // namespace onereturn::http
