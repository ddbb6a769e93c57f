#include "gateway/app.hpp"

#include <algorithm>
#include <typeinfo>

#include "base/ensure.hpp"
#include "gateway/access.hpp"
#include "gateway/problems.hpp"
#include "gateway/request_context.hpp"
#include "gateway/send_again.hpp"
#include "gateway/upload.hpp"
#include "platform/http/urlencoded.hpp"
#include "platform/postgres/cause.hpp"
#include "platform/watching/watch.hpp"

namespace onereturn::gateway {

namespace {

constexpr int tries_again_s = 60;
constexpr int ready_again_s = 2;

// What a database or a library says may quote what a person wrote, always after a quotation mark
// or on a later line.
std::string without_content(std::string_view what) {
  return std::string{what.substr(0, std::min<std::size_t>(what.find_first_of("\"'\n"), 160))};
}

std::string allowed(const std::vector<http::Verb>& verbs) {
  std::string list;
  for (const auto verb : verbs) {
    list.append(list.empty() ? "" : ", ").append(http::name_of(verb));
    if (verb == http::Verb::get) {
      list.append(", HEAD");
    }
  }
  return list;
}

// Whoever is turned away for a while is told for how long, whichever page says so.
void say_when_to_return(http::Response& response, int seconds = 0) {
  const bool for_a_while = response.status == 429 || response.status == 503;
  if (for_a_while && !response.headers.has("Retry-After")) {
    const int otherwise = response.status == 429 ? tries_again_s : ready_again_s;
    response.with("Retry-After", std::to_string(seconds > 0 ? seconds : otherwise));
  }
}

// Without a work thread, however busy the others are: these tell whoever routes and restarts.
http::Response standing_answer(const http::RequestHead& head, const http::PlainAnswer& answer) {
  auto response = http::Response::text(answer.body, answer.status);
  response.route = head.path;
  return response;
}

bool wants_json(const http::RequestHead& head) {
  http::Request request;
  static_cast<http::RequestHead&>(request) = head;
  return request.wants_json();
}

http::Response refusal_without_session(Services& services, const http::RequestHead& head,
                                       const Refusal& refusal) {
  http::Request request;
  static_cast<http::RequestHead&>(request) = head;
  RequestContext context{std::move(request), services};
  return refuse(context, refusal);
}

}  // namespace

App::App(config::Settings settings, std::vector<Route> table)
    : services_{std::move(settings)},
      exchanges_{services_.metrics, table},
      router_{std::move(table)},
      ready_made_{[this](const Refusal& refusal, bool repeat, const std::string& target,
                         const std::string& reference) {
        http::RequestHead head;
        head.verb = repeat ? http::Verb::get : http::Verb::post;
        head.raw_target = target;
        head.request_id = reference;
        return refusal_without_session(services_, head, refusal).body;
      }} {}

http::Admission App::admit(const http::RequestHead& head) {
  if (auto asset = services_.assets.answer(head)) {
    return {0, std::move(asset)};
  }
  if (head.path == "/healthz" && !http::is_unsafe(head.verb)) {
    return {0, standing_answer(head, watching::alive())};
  }
  if (head.path == "/readyz" && !http::is_unsafe(head.verb)) {
    return {0, standing_answer(head, watching::readiness(ready()))};
  }
  const auto match = router_.find(head.verb, head.segments);
  if (match.route != nullptr) {
    // Reading takes no body: one that came with it would be read and then forgotten.
    const auto body_max = http::is_unsafe(head.verb) ? match.route->body_max : 0;
    return {body_max, std::nullopt, match.route->takes_file, share_of(head, services_)};
  }
  if (match.other_verbs.empty()) {
    return {0, refusal_without_session(services_, head, refusal_of_type("not-found"))};
  }
  auto answer = refusal_without_session(services_, head, refusal_of_type("method-not-allowed"));
  answer.with("Allow", allowed(match.other_verbs));
  return {0, std::move(answer)};
}

http::Response App::handle(http::Request request) {
  auto match = router_.find(request.verb, request.segments);
  ENSURE(match.route != nullptr, "a request was admitted without a route");
  RequestContext context{std::move(request), services_};
  context.set_parameters(std::move(match.parameters));
  const Route& route = *match.route;
  auto response = guarded(context, [&] {
    identify(context);
    const auto refusal = check_access(context, route);
    return refusal ? refused_access(context, *refusal) : route.handler(context);
  });
  response.route = match.route->pattern;
  say_when_to_return(response);
  if (context.signed_in()) {
    const Session& session = context.session();
    response.facts = {
        {"person", session.person.text()}, {"party", session.party.text()}, {"role", session.role}};
  }
  return response;
}

http::BodyWelcome App::begin_body(const http::RequestHead& head) {
  const auto match = router_.find(head.verb, head.segments);
  ENSURE(match.route != nullptr, "a body was admitted without a route");
  http::Request request;
  static_cast<http::RequestHead&>(request) = head;
  RequestContext context{std::move(request), services_};
  http::BodyWelcome welcome;
  auto answer = guarded(context, [&] {
    identify(context);
    if (const auto refusal = check_before_body(context, *match.route)) {
      return refused_access(context, *refusal);
    }
    welcome.sink = begin_upload(context);
    return http::Response{};
  });
  if (!welcome.sink) {
    answer.route = match.route->pattern;
    welcome.refusal = std::move(answer);
  }
  return welcome;
}

http::Response App::guarded(RequestContext& context, const std::function<http::Response()>& work) {
  const postgres::Cause cause(context.request().request_id, context.now());
  try {
    return work();
  } catch (const postgres::SessionEnded&) {
    // It ended while it was remembered here: signed out elsewhere, disabled, or over.
    if (context.signed_in()) {
      services_.sessions.forget(context.session().token_hash);
      context.set_session(std::nullopt);
    }
    return sign_in_first(context);
  } catch (const postgres::StoreUnavailable& e) {
    count_failure("unavailable");
    services_.log.warning("store_unavailable", {{"request_id", context.request().request_id},
                                                {"reason", without_content(e.what())}});
    return refuse_and_keep(context, refusal_of_type("store-unavailable"));
  } catch (const postgres::OutcomeUnknown& e) {
    count_failure("outcome_unknown");
    services_.log.error("outcome_unknown", {{"request_id", context.request().request_id},
                                            {"reason", without_content(e.what())}});
    return refuse_and_keep(context, refusal_of_type("outcome-unknown"));
  } catch (const storage::StorageFull& e) {
    count_failure("storage_full");
    services_.log.error("storage_full", {{"request_id", context.request().request_id},
                                         {"reason", without_content(e.what())}});
    return refuse_and_keep(context, refusal_of_type("storage-full"));
  } catch (const storage::StorageUnavailable& e) {
    count_failure("storage_unavailable");
    services_.log.error("storage_unavailable", {{"request_id", context.request().request_id},
                                                {"reason", without_content(e.what())}});
    return refuse_and_keep(context, refusal_of_type("store-unavailable"));
  } catch (const crypto::HasherBusy&) {
    count_failure("hasher_busy");
    return refuse_and_keep(context, refusal_of_type("overloaded"));
  } catch (const BrokenInvariant& e) {
    return unexpected(context, "broken_invariant", e.what());
  } catch (const postgres::ConstraintViolated& e) {
    return unexpected(context, "constraint", e.constraint());
  } catch (const postgres::StatementFailed& e) {
    return unexpected(context, "statement", e.sqlstate() + " " + without_content(e.what()));
  } catch (const std::exception& e) {
    return unexpected(context, typeid(e).name(), without_content(e.what()));
  }
}

void App::count_failure(const char* kind) {
  services_.metrics.count("onereturn_store_failures_total", {{"kind", kind}});
}

http::Response App::refused_access(RequestContext& context, const Refusal& refusal) {
  if (refusal.status == 401) {
    return sign_in_first(context);
  }
  const bool may_repeat = refusal.type == "csrf" && context.signed_in();
  if (may_repeat && can_send_again(context)) {
    return send_again_page(context, refusal);
  }
  return refuse(context, refusal);
}

http::Response App::sign_in_first(RequestContext& context) {
  const http::Request& request = context.request();
  const auto refusal = refusal_of_type("sign-in-required");
  if (can_send_again(context)) {
    return send_again_page(context, refusal);
  }
  if (request.wants_json() || http::is_unsafe(request.verb)) {
    return refuse(context, refusal);
  }
  return http::Response::see_other("/sign-in?next=" + http::percent_encode(request.raw_target));
}

http::Response App::unexpected(RequestContext& context, std::string_view kind,
                               std::string_view what) {
  services_.metrics.count("onereturn_handler_exceptions_total", {{"where", "handler"}});
  services_.log.error("handler_exception", {{"request_id", context.request().request_id},
                                            {"kind", std::string{kind}},
                                            {"what", std::string{what}}});
  return refuse_and_keep(context, refusal_of_type("internal-error"));
}

http::Response App::refused(const http::Fault& fault, const http::RequestHead* head,
                            const std::string& request_id) {
  services_.metrics.count("onereturn_http_refusals_total", {{"type", std::string{fault.type}}});
  Refusal refusal = refusal_of_type(fault.type);
  refusal.status = fault.status;
  refusal.detail = fault.detail;
  if (fault.retry_after_s > 0) {
    refusal.retry_after_s = fault.retry_after_s;
  }
  try {
    const bool crowded = fault.status == 503 || fault.status == 429;
    if (head != nullptr && crowded && !wants_json(*head)) {
      auto page = ready_made_.page(refusal, *head);
      say_when_to_return(page, refusal.retry_after_s);
      return page;
    }
    if (head != nullptr) {
      return refusal_without_session(services_, *head, refusal);
    }
  } catch (const std::exception& e) {
    failed("error page", e.what());
  }
  auto response = problem_json(refusal, request_id);
  if (fault.status == 405) {
    response.with("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE");
  }
  return response;
}

void App::answered(const http::Exchange& exchange) noexcept {
  try {
    exchanges_.add(exchange);
    log::Facts facts{{"request_id", exchange.request_id},
                     {"method", exchange.method},
                     {"route", exchange.route.empty() ? "none" : exchange.route},
                     {"status", std::int64_t{exchange.status}},
                     {"ms", std::chrono::duration<double, std::milli>(exchange.took).count()},
                     {"bytes_in", static_cast<std::int64_t>(exchange.bytes_in)},
                     {"bytes_out", static_cast<std::int64_t>(exchange.bytes_out)},
                     {"written", exchange.written}};
    for (const auto& [name, value] : exchange.facts) {
      facts.emplace_back(name, value);
    }
    services_.log.info("request", facts);
  } catch (...) {
    return;
  }
}

void App::failed(std::string_view where, std::string_view what) noexcept {
  try {
    services_.metrics.count("onereturn_handler_exceptions_total", {{"where", std::string{where}}});
    services_.log.error("exception",
                        {{"where", std::string{where}}, {"what", without_content(what)}});
  } catch (...) {
    return;
  }
}

http::ServerSettings server_settings(const config::Settings& settings) {
  http::ServerSettings server;
  server.address = settings.listen_address;
  server.port = settings.listen_port;
  server.certificate_file = settings.tls_certificate;
  server.key_file = settings.tls_key;
  server.io_threads = settings.io_threads;
  server.work_threads = settings.work_threads;
  server.framing.hosts = settings.hosts;
  server.limits.connections_max = settings.connections_max;
  server.limits.connections_per_address_max = settings.connections_per_address_max;
  server.limits.queue_max = settings.queue_max;
  return server;
}

}  // namespace onereturn::gateway
