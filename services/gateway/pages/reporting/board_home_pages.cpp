#include "gateway/pages/reporting/board_home_pages.hpp"

#include "domain/notifications/chase_week.hpp"
#include "domain/notifications/holidays_format.hpp"
#include "domain/reporting/board_home.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/request_context.hpp"
#include "gateway/views/board_home.hpp"
#include "gateway/views/set_up.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

http::Response show_board_home(RequestContext& context) {
  const auto asked = context.request().query.get("wave");
  const auto wave = AuditId::parse(asked);
  if (!asked.empty() && !wave) return not_found(context);
  notifications::Week week;
  const auto home = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    auto read = reporting::read_board_home(tx, wave, context.now());
    if (read) {
      week = notifications::read_week_that_goes(tx, notifications::holidays_of_england(),
                                                context.now());
    }
    return read;
  });
  if (!home) return refuse(context, home.problem());
  const bool manager = context.session().role == "manager";
  return framed(context, "pages/board_home",
                views::board_home_page(*home, week, day_in_england(context.now()), manager),
                "/board");
}

http::Response show_set_up(RequestContext& context) {
  return framed(context, "pages/set_up", views::set_up_page(context.session().role), "/set-up");
}

}  // namespace

std::vector<Route> board_home_routes() {
  return {{http::Verb::get, "/board", board(), show_board_home},
          {http::Verb::get, "/set-up", board(), show_set_up}};
}

}  // namespace onereturn::gateway::pages
