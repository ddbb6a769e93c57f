#include "domain/sharing/look.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/sharing/sight_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/look.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

constexpr const char* place = "/sight";

// Runs what the council sees of the board in the path, and shows it.
template <class See, class Show>
http::Response looked_at(RequestContext& context, const char* page, See&& see, Show&& show) {
  const auto board = BoardId::parse(context.path("granting"));
  if (!board) return not_found(context);
  const auto seen = context.database().as_session(
      context.token(), [&](postgres::SessionTx& tx) { return see(tx, *board); });
  if (!seen) return refuse(context, seen.problem());
  return framed(context, page, show(*seen), place);
}

// One page of a list, with what the address asks for.
template <class See, class Show>
http::Response list_of(RequestContext& context, const char* part, See&& see, Show&& show) {
  const auto board = BoardId::parse(context.path("granting"));
  if (!board) return not_found(context);
  const auto shape = views::sight_list_shape(*board, part);
  auto asked = views::list_asked(context.request().query, shape);
  return looked_at(
      context, "pages/sight_list",
      [&](postgres::SessionTx& tx, const BoardId& id) {
        return see(tx, id, views::looked_of(asked), context.now());
      },
      [&](const auto& seen) { return show(seen, asked); });
}

}  // namespace

http::Response show_own_sight(RequestContext& context) {
  const auto today = day_in_england(context.now());
  const auto own = context.database().as_session(
      context.token(), [&](postgres::SessionTx& tx) -> Result<sharing::OwnSight> {
        return sharing::read_own_sight(tx, today);
      });
  if (!own) return refuse(context, own.problem());
  return framed(context, "pages/sight_home",
                views::sight_home(*own, context.session().party_name, today), place);
}

http::Response show_sight_of_board(RequestContext& context) {
  return looked_at(
      context, "pages/sight_board",
      [&](postgres::SessionTx& tx, const BoardId& board) {
        return sharing::read_grant(tx, board, context.now());
      },
      views::sight_board);
}

http::Response show_seen_register(RequestContext& context) {
  const auto today = day_in_england(context.now());
  return list_of(context, "register", sharing::see_register,
                 [&](const sharing::RegisterSeen& seen, const views::ListAsked& asked) {
                   return views::register_seen(seen, asked, today);
                 });
}

http::Response show_seen_figures(RequestContext& context) {
  return looked_at(
      context, "pages/sight_figures",
      [&](postgres::SessionTx& tx, const BoardId& board) {
        return sharing::see_figures(tx, board, context.now());
      },
      views::figures_seen);
}

http::Response show_seen_releases(RequestContext& context) {
  return list_of(context, "evaluations", sharing::see_releases, views::releases_seen);
}

http::Response show_seen_release(RequestContext& context) {
  const auto id = ReturnId::parse(context.path("return"));
  if (!id) return not_found(context);
  return looked_at(
      context, "pages/sight_release",
      [&](postgres::SessionTx& tx, const BoardId& board) {
        return sharing::open_release(tx, board, *id, context.now());
      },
      views::release_seen);
}

http::Response show_seen_actions(RequestContext& context) {
  const auto today = day_in_england(context.now());
  return list_of(context, "actions", sharing::see_actions,
                 [&](const sharing::ActionsSeen& seen, const views::ListAsked& asked) {
                   return views::actions_seen(seen, asked, today);
                 });
}

http::Response show_seen_action(RequestContext& context) {
  const auto id = ActionId::parse(context.path("action"));
  if (!id) return not_found(context);
  const auto today = day_in_england(context.now());
  return looked_at(
      context, "pages/sight_action",
      [&](postgres::SessionTx& tx, const BoardId& board) {
        return sharing::open_action(tx, board, *id, context.now());
      },
      [&](const sharing::ActionSeen& seen) { return views::action_seen(seen, today); });
}

http::Response show_seen_returns(RequestContext& context) {
  return list_of(context, "returns", sharing::see_returns, views::returns_seen);
}

http::Response show_seen_return(RequestContext& context) {
  const auto id = ReturnId::parse(context.path("return"));
  if (!id) return not_found(context);
  return looked_at(
      context, "pages/sight_return",
      [&](postgres::SessionTx& tx, const BoardId& board) {
        return sharing::open_return(tx, board, *id, context.now());
      },
      views::return_seen);
}

}  // namespace onereturn::gateway::pages
