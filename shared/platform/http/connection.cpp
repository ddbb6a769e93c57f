#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/chunk_encode.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include "platform/http/answer_text.hpp"
#include "platform/http/parsed_head.hpp"
#include "platform/http/request_id.hpp"
#include "platform/http/server_state.hpp"

namespace onereturn::http {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using tcp = asio::ip::tcp;
using boost::system::error_code;
using StreamedParser = beast::http::request_parser<beast::http::buffer_body>;
using Stream = beast::ssl_stream<beast::tcp_stream>;
using Strand = asio::strand<asio::io_context::executor_type>;

constexpr std::size_t linger_bytes_max = std::size_t{1024} * 1024;
constexpr std::size_t piece_bytes = std::size_t{64} * 1024;
constexpr std::chrono::milliseconds crowd_pause{20};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(ServerShared& shared, asio::io_context& lane, tcp::socket socket, std::string address)
      : shared_{shared},
        lane_{lane},
        address_{std::move(address)},
        stream_{std::move(socket), *shared.tls},
        buffer_{shared.settings.limits.buffer_bytes_max} {}

  ~Connection() { shared_.leave(number_, address_); }

  void start(const Strand& strand) {
    number_ = shared_.enrol([weak = weak_from_this(), strand](bool force) {
      asio::post(strand, [weak, force] {
        if (const auto self = weak.lock()) {
          self->end(force);
        }
      });
    });
    asio::co_spawn(
        strand, [self = shared_from_this()] { return self->run(); },
        [self = shared_from_this()](const std::exception_ptr& failure) { self->reap(failure); });
  }

 private:
  using Clock = std::chrono::steady_clock;

  struct Turn {
    explicit Turn(std::atomic<std::size_t>& in_flight) : flying{in_flight} { ++flying; }
    ~Turn() { --flying; }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    std::atomic<std::size_t>& flying;
    Clock::time_point began = Clock::now();
    std::string request_id = new_request_id();
    bool keep_alive = false;
    Exchange exchange;
  };

  void reap(const std::exception_ptr& failure) {
    try {
      if (failure) {
        std::rethrow_exception(failure);
      }
    } catch (const std::exception& e) {
      shared_.report("connection", e.what());
    } catch (...) {
      shared_.report("connection", "something that is no std::exception");
    }
  }

  void end(bool force) {
    if (force) {
      // Closing, rather than cancelling, also ends an operation that is about to be started.
      beast::get_lowest_layer(stream_).close();
    } else if (is_quiet()) {
      // What has been read meanwhile is not taken away: then there is nothing left to cancel.
      beast::get_lowest_layer(stream_).cancel();
    }
  }

  // True when no request has come for a while, nor is one about to be read.
  bool is_quiet() {
    error_code ec;
    return idle_since_ && Clock::now() - *idle_since_ >= shared_.settings.timeouts.quiet &&
           beast::get_lowest_layer(stream_).socket().available(ec) == 0;
  }

  void limit(std::chrono::milliseconds time) {
    beast::get_lowest_layer(stream_).expires_after(time);
  }

  asio::awaitable<void> run() {
    error_code ec;
    limit(shared_.settings.timeouts.handshake);
    co_await stream_.async_handshake(asio::ssl::stream_base::server,
                                     asio::redirect_error(asio::use_awaitable, ec));
    if (ec) {
      co_return;
    }
    for (std::size_t served = 0; served < shared_.settings.limits.requests_per_connection_max;
         ++served) {
      if (!co_await wait_for_request() || !co_await serve_one()) {
        break;
      }
    }
    co_await close();
  }

  // Waits, idle, for the first byte of the next request.
  asio::awaitable<bool> wait_for_request() {
    if (buffer_.size() > 0) {
      co_return true;
    }
    error_code ec;
    idle_since_ = Clock::now();
    limit(shared_.settings.timeouts.idle);
    const std::size_t count = co_await stream_.async_read_some(
        buffer_.prepare(4096), asio::redirect_error(asio::use_awaitable, ec));
    idle_since_.reset();
    buffer_.commit(count);
    co_return !ec;
  }

  // One request and its answer. False when the connection should end.
  asio::awaitable<bool> serve_one() {
    Turn turn{shared_.in_flight};
    Parser parser;
    parser.header_limit(shared_.settings.limits.header_bytes_max);
    parser.body_limit(shared_.settings.limits.body_bytes_max);
    error_code ec;
    limit(shared_.settings.timeouts.header);
    co_await beast::http::async_read_header(stream_, buffer_, parser,
                                            asio::redirect_error(asio::use_awaitable, ec));
    if (ec) {
      if (is_protocol_error(ec)) {
        co_await refuse(turn, fault_of(ec, parser), nullptr);
      }
      co_return false;
    }
    auto examined = examine(raw_head(parser), shared_.settings.framing);
    if (const auto* fault = std::get_if<Fault>(&examined)) {
      co_await refuse(turn, *fault, nullptr);
      co_return false;
    }
    auto& head = std::get<RequestHead>(examined);
    head.remote_address = address_;
    head.request_id = turn.request_id;
    turn.exchange.method = name_of(head.verb);
    turn.keep_alive = parser.get().keep_alive();
    co_return co_await decide(turn, parser, head);
  }

  asio::awaitable<bool> decide(Turn& turn, Parser& parser, RequestHead& head) {
    Admission admission = shared_.application.admit(head);
    share_ = std::move(admission.share);
    if (admission.answer) {
      // A body that nobody wants is not read, so the connection cannot go on after it.
      turn.keep_alive = turn.keep_alive && head.content_length == 0;
      co_return co_await answer(turn, *admission.answer, head.verb == Verb::head);
    }
    if (head.content_length > admission.body_max) {
      co_await refuse(
          turn, Fault{413, "too-large", "The request is larger than this address accepts."}, &head);
      co_return false;
    }
    Request request;
    if (admission.streamed) {
      BodyWelcome welcome = co_await welcome_body(head);
      if (welcome.refusal) {
        turn.keep_alive = turn.keep_alive && head.content_length == 0;
        co_return co_await answer(turn, *welcome.refusal, false);
      }
      if (!co_await stream_body(std::move(parser), head, *welcome.sink)) {
        co_return false;
      }
      request.sink = std::move(welcome.sink);
    } else {
      if (head.content_length > 0 && !co_await read_body(parser, head)) {
        co_return false;
      }
      request.body = std::move(parser.get().body());
    }
    turn.exchange.bytes_in = head.content_length;
    const bool head_only = head.verb == Verb::head;
    static_cast<RequestHead&>(request) = std::move(head);
    const Response response = co_await work(std::move(request));
    co_return co_await answer(turn, response, head_only);
  }

  asio::awaitable<bool> say_continue(const RequestHead& head) {
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    error_code ec;
    if (head.headers.has("Expect")) {
      limit(shared_.settings.timeouts.write);
      co_await asio::async_write(stream_, asio::buffer(go_on),
                                 asio::redirect_error(asio::use_awaitable, ec));
    }
    co_return !ec;
  }

  std::chrono::milliseconds time_for(std::size_t bytes) const {
    const Timeouts& times = shared_.settings.timeouts;
    return times.body + times.body_per_32_kib * (bytes / (std::size_t{32} * 1024));
  }

  asio::awaitable<bool> read_body(Parser& parser, const RequestHead& head) {
    if (!co_await say_continue(head)) {
      co_return false;
    }
    error_code ec;
    limit(time_for(head.content_length));
    co_await beast::http::async_read(stream_, buffer_, parser,
                                     asio::redirect_error(asio::use_awaitable, ec));
    co_return !ec;
  }

  // Reads the body piece by piece. Each piece has its time, and all of them together have no more
  // than a body that is read whole.
  asio::awaitable<bool> stream_body(Parser&& header, const RequestHead& head, BodySink& sink) {
    if (!co_await say_continue(head)) {
      co_return false;
    }
    const auto until = Clock::now() + time_for(head.content_length);
    StreamedParser parser{std::move(header)};
    std::string piece(piece_bytes, '\0');
    while (!parser.is_done()) {
      auto& body = parser.get().body();
      body.data = piece.data();
      body.size = piece.size();
      error_code ec;
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
      limit(std::min(left, time_for(piece_bytes)));
      co_await beast::http::async_read(stream_, buffer_, parser,
                                       asio::redirect_error(asio::use_awaitable, ec));
      if (ec && ec != beast::http::error::need_buffer) {
        co_return false;
      }
      sink.take(std::string_view{piece}.substr(0, piece.size() - body.size));
    }
    co_return true;
  }

  asio::awaitable<BodyWelcome> welcome_body(const RequestHead& head) {
    auto carried = std::make_shared<RequestHead>(head);
    std::function<BodyWelcome()> ask = [this, carried] {
      return guarded(
          *carried, [&] { return shared_.application.begin_body(*carried); },
          [](Response refusal) {
            return BodyWelcome{nullptr, std::move(refusal)};
          });
    };
    auto outcome = co_await on_pool(std::move(ask));
    if (const auto* taken = std::get_if<Taken>(&outcome)) {
      co_return BodyWelcome{nullptr, too_busy(*carried, *taken)};
    }
    co_return std::move(std::get<BodyWelcome>(outcome));
  }

  // What is handed over has a name: g++ 12 destroys temporaries in a co_await twice.
  // One hop to a work thread and back: what `work` answers, or why it was not taken.
  // `work` does not throw.
  template <class Answer>
  asio::awaitable<std::variant<Taken, Answer>> on_pool(std::function<Answer()> work) {
    using Outcome = std::variant<Taken, Answer>;
    // Nothing is read or written meanwhile; the database's own limits bound the time.
    beast::get_lowest_layer(stream_).expires_never();
    auto initiate = [this, work = std::move(work)](auto handler) {
      auto resume = std::make_shared<decltype(handler)>(std::move(handler));
      const auto executor = asio::get_associated_executor(*resume);
      // Keeps the I/O thread running while the only thing awaited is a work thread.
      auto lane = asio::make_work_guard(lane_);
      const auto deliver = [executor, resume](Outcome answer) {
        asio::post(executor, [resume, answer = std::move(answer)]() mutable {
          (*resume)(std::move(answer));
        });
      };
      const auto taken = shared_.pool.try_submit(
          [work, deliver, lane = std::move(lane)] { deliver(work()); }, share_);
      if (taken != Taken::yes) {
        deliver(taken);
      }
    };
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(Outcome)>(
        std::move(initiate), asio::use_awaitable);
  }

  asio::awaitable<Response> work(Request request) {
    auto carried = std::make_shared<Request>(std::move(request));
    std::function<Response()> handle = [this, carried] { return handled(*carried); };
    auto outcome = co_await on_pool(std::move(handle));
    if (const auto* taken = std::get_if<Taken>(&outcome)) {
      co_return too_busy(*carried, *taken);
    }
    co_return std::move(std::get<Response>(outcome));
  }

  Response too_busy(const RequestHead& head, Taken why) {
    Fault fault{503, "overloaded", "The service is busy. Try again in a moment.", 2};
    if (why == Taken::too_much_of_theirs) {
      fault = {429, "too-many-requests",
               "Too many requests of yours are waiting already. Try again in a moment.", 2};
    }
    ++(fault.status == 429 ? shared_.crowded_total : shared_.overloaded_total);
    return shared_.application.refused(fault, &head, head.request_id);
  }

  // What the application answers; a refusal, and never an exception, when it throws.
  template <class Work, class Otherwise>
  auto guarded(const RequestHead& head, const Work& work, const Otherwise& otherwise)
      -> decltype(work()) {
    try {
      return work();
    } catch (const std::exception& e) {
      shared_.report("handler", e.what());
    } catch (...) {
      shared_.report("handler", "something that is no std::exception");
    }
    return otherwise(shared_.application.refused(
        Fault{500, "internal-error", "Something went wrong on our side."}, &head, head.request_id));
  }

  Response handled(Request& request) {
    const RequestHead head = static_cast<const RequestHead&>(request);
    return guarded(
        head, [&] { return shared_.application.handle(std::move(request)); },
        [](Response refusal) { return refusal; });
  }

  asio::awaitable<void> refuse(Turn& turn, Fault fault, const RequestHead* head) {
    turn.keep_alive = false;
    const Response response = shared_.application.refused(fault, head, turn.request_id);
    co_await answer(turn, response, head != nullptr && head->verb == Verb::head);
  }

  // Writes the answer and reports the exchange. False when the connection should end.
  asio::awaitable<bool> answer(Turn& turn, const Response& response, bool head_only) {
    turn.keep_alive = turn.keep_alive && !shared_.draining;
    const std::string text =
        answer_text(response, turn.request_id, AnswerShape{head_only, !turn.keep_alive});
    error_code ec;
    limit(shared_.settings.timeouts.write);
    std::size_t written = co_await asio::async_write(stream_, asio::buffer(text),
                                                     asio::redirect_error(asio::use_awaitable, ec));
    bool whole = !ec;
    if (whole && response.source && !head_only) {
      whole = co_await send_pieces(response.source, written);
    }
    Exchange& exchange = turn.exchange;
    exchange.request_id = turn.request_id;
    exchange.route = response.route;
    exchange.status = response.status;
    exchange.facts = response.facts;
    exchange.bytes_out = written;
    exchange.written = whole;
    exchange.took =
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - turn.began);
    shared_.application.answered(exchange);
    gone_ = !whole;
    co_return whole&& turn.keep_alive;
  }

  // False when the client went away or the source failed: then the connection breaks, and nobody
  // takes half for a whole.
  asio::awaitable<bool> send_pieces(std::shared_ptr<BodySource> source, std::size_t& written) {
    const bool chunked = !source->length().has_value();
    for (;;) {
      const auto piece = co_await next_piece(source);
      if (!piece) {
        co_return false;
      }
      error_code ec;
      limit(shared_.settings.timeouts.write);
      if (!chunked) {
        written += co_await asio::async_write(stream_, asio::buffer(*piece),
                                              asio::redirect_error(asio::use_awaitable, ec));
      } else if (piece->empty()) {
        written += co_await asio::async_write(stream_, beast::http::make_chunk_last(),
                                              asio::redirect_error(asio::use_awaitable, ec));
      } else {
        written +=
            co_await asio::async_write(stream_, beast::http::make_chunk(asio::buffer(*piece)),
                                       asio::redirect_error(asio::use_awaitable, ec));
      }
      if (ec || piece->empty()) {
        co_return !ec;
      }
    }
  }

  using Piece = std::optional<std::string>;

  Piece piece_of(BodySource& source) {
    try {
      return source.next(piece_bytes);
    } catch (const std::exception& e) {
      shared_.report("source", e.what());
      return std::nullopt;
    }
  }

  asio::awaitable<Piece> next_piece(std::shared_ptr<BodySource> source) {
    const auto until = Clock::now() + shared_.settings.timeouts.write;
    while (Clock::now() < until) {
      std::function<Piece()> take = [this, source] { return piece_of(*source); };
      auto outcome = co_await on_pool(std::move(take));
      if (auto* piece = std::get_if<Piece>(&outcome)) {
        co_return std::move(*piece);
      }
      // The pool is full: what is half sent waits for its turn.
      asio::steady_timer timer{lane_, crowd_pause};
      error_code ec;
      co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ec));
    }
    co_return Piece{};
  }

  // Says goodbye, then reads a little of what is still arriving: closing at once would reset the
  // connection and could take the answer away from a client that is still sending.
  asio::awaitable<void> close() {
    auto& plain = beast::get_lowest_layer(stream_);
    if (gone_) {
      plain.close();
      co_return;
    }
    error_code ec;
    limit(shared_.settings.timeouts.shutdown);
    co_await stream_.async_shutdown(asio::redirect_error(asio::use_awaitable, ec));
    plain.socket().shutdown(tcp::socket::shutdown_send, ec);
    std::size_t read = 0;
    ec = {};
    while (!ec && read < linger_bytes_max) {
      buffer_.clear();
      read += co_await plain.async_read_some(buffer_.prepare(std::size_t{16} * 1024),
                                             asio::redirect_error(asio::use_awaitable, ec));
    }
    plain.close();
  }

  ServerShared& shared_;
  asio::io_context& lane_;
  std::string address_;
  Stream stream_;
  beast::flat_buffer buffer_;
  std::uint64_t number_ = 0;
  std::optional<Clock::time_point> idle_since_;
  Share share_;  // of the request that is being answered
  bool gone_ = false;
};

}  // namespace

void serve_connection(ServerShared& shared, asio::io_context& lane, int socket, std::string address,
                      bool is_v6) {
  const auto strand = asio::make_strand(lane.get_executor());
  tcp::socket taken{strand};
  error_code ec;
  taken.assign(is_v6 ? tcp::v6() : tcp::v4(), socket, ec);
  taken.set_option(tcp::no_delay{true}, ec);
  // The strand must be the one that the stream runs on.
  auto connection =
      std::make_shared<Connection>(shared, lane, std::move(taken), std::move(address));
  connection->start(strand);
}

}  // namespace onereturn::http
