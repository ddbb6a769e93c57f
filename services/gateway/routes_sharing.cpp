#include "gateway/pages/sharing/sight_pages.hpp"
#include "gateway/routes.hpp"

namespace onereturn::gateway {

// A council's own routes read, all of them.
std::vector<Route> sharing_routes() {
  using http::Verb;
  using namespace pages;
  const auto manages = board({"manager"});
  return {
      {Verb::get, "/board/sight", board(), show_sights},
      {Verb::get, "/board/sight/new", manages, show_grant_form},
      {Verb::post, "/board/sight", manages, grant_sight},
      {Verb::post, "/board/sight/{sight}/end", manages, end_sight},

      {Verb::get, "/sight", council(), show_own_sight},
      {Verb::get, "/sight/{board}", council(), show_sight_of_board},
      {Verb::get, "/sight/{board}/register", council(), show_seen_register},
      {Verb::get, "/sight/{board}/figures", council(), show_seen_figures},
      {Verb::get, "/sight/{board}/evaluations", council(), show_seen_releases},
      {Verb::get, "/sight/{board}/evaluations/{return}", council(), show_seen_release},
      {Verb::get, "/sight/{board}/actions", council(), show_seen_actions},
      {Verb::get, "/sight/{board}/actions/{action}", council(), show_seen_action},
      {Verb::get, "/sight/{board}/returns", council(), show_seen_returns},
      {Verb::get, "/sight/{board}/returns/{return}", council(), show_seen_return},
  };
}

}  // namespace onereturn::gateway
