#include "gateway/pages/actions/my_list.hpp"

#include "domain/actions/my_list_rules.hpp"
#include "domain/actions/read_my_list.hpp"
#include "domain/identity/calendar_address.hpp"
#include "gateway/pages/actions/calendar_secret.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/my_list.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using actions::Undertaking;

Result<std::vector<Undertaking>> list_of(RequestContext& context,
                                         const postgres::TokenHash& token) {
  return context.database().as_agency(
      token, [](postgres::AgencyTx& tx) { return actions::read_my_list(tx); });
}

std::vector<calendar::Day> days_of(const std::vector<Undertaking>& list, Instant now) {
  std::vector<calendar::Day> days;
  for (const auto& one : list) {
    if (const auto next = one.next_on()) {
      days.push_back({one.id + "@onereturn", *next, actions::title_of(one), now});
    }
  }
  return days;
}

}  // namespace

http::Response show_my_list(RequestContext& context) {
  const auto list = list_of(context, context.token());
  if (!list) return refuse(context, list.problem());
  const auto hash = context.session().token_hash;
  const auto since = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::calendar_since(tx, hash); });
  if (!since) return refuse(context, since.problem());
  return framed(context, "pages/my_list",
                views::my_list_page({*list, day_in_england(context.now()), *since,
                                     context.request().query.get("saved")}),
                "/list");
}

http::Response make_calendar_address(RequestContext& context) {
  const auto secret = std::string(calendar_secret_start) + crypto::new_token();
  const auto hash = context.session().token_hash;
  const auto made = context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return identity::make_calendar_address(tx, hash, crypto::token_hash(secret));
  });
  if (!made) return refuse(context, made.problem());
  return framed(context, "pages/calendar_address",
                html::Data::object()
                    .set("title", "Your calendar address")
                    .set("address", context.origin() + "/calendar/" + secret +
                                        std::string(calendar_address_end)),
                "/list");
}

http::Response end_calendar_address(RequestContext& context) {
  const auto hash = context.session().token_hash;
  const auto ended = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return identity::end_calendar_address(tx, hash); });
  if (!ended) return refuse(context, ended.problem());
  return http::Response::see_other("/list?saved=stopped");
}

// Whatever is wrong with the address, it is not found.
http::Response read_calendar(RequestContext& context) {
  const auto secret = calendar_secret_in(context.path("address"));
  if (secret.empty()) return not_found(context);
  try {
    const auto list = list_of(context, {crypto::token_hash(secret)});
    if (!list) return not_found(context);
    auto response = http::Response::text(calendar::feed("My list", days_of(*list, context.now())));
    response.headers.set("Content-Type", "text/calendar; charset=utf-8");
    return response;
  } catch (const postgres::SessionEnded&) {
    return not_found(context);
  }
}

std::vector<Route> my_list_routes() {
  using http::Verb;
  return {{Verb::get, "/list", agency(), show_my_list},
          {Verb::post, "/list/calendar", agency(), make_calendar_address},
          {Verb::post, "/list/calendar/end", agency(), end_calendar_address},
          {Verb::get, "/calendar/{address}", anyone(), read_calendar}};
}

}  // namespace onereturn::gateway::pages
