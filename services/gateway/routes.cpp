#include "gateway/routes.hpp"

#include "gateway/request_context.hpp"
#include "gateway/routes_reviews.hpp"
#include "gateway/services.hpp"

namespace onereturn::gateway {

namespace {

// Nothing here is for search engines.
http::Response robots(RequestContext& /*context*/) {
  return http::Response::text("User-agent: *\nDisallow: /\n");
}

void append(std::vector<Route>& all, std::vector<Route> some) {
  all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

}  // namespace

std::vector<Route> own_routes() {
  using http::Verb;
  return {
      {Verb::get, "/robots.txt", anyone(), robots},
  };
}

const std::vector<Route>& routes() {
  static const std::vector<Route> all = [] {
    std::vector<Route> table = own_routes();
    append(table, page_routes());
    append(table, account_routes());
    append(table, joining_routes());
    append(table, evidence_routes());
    append(table, question_routes());
    append(table, unit_routes());
    append(table, review_routes());
    append(table, report_routes());
    append(table, evaluation_routes());
    append(table, sharing_routes());
    append(table, api_routes());
    return table;
  }();
  return all;
}

}  // namespace onereturn::gateway
