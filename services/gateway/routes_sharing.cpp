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
      {Verb::get, "/sight/{granting}", council(), show_sight_of_board},
      {Verb::get, "/sight/{granting}/register", council(), show_seen_register},
      {Verb::get, "/sight/{granting}/figures", council(), show_seen_figures},
      {Verb::get, "/sight/{granting}/evaluations", council(), show_seen_releases},
      {Verb::get, "/sight/{granting}/evaluations/{return}", council(), show_seen_release},
      {Verb::get, "/sight/{granting}/actions", council(), show_seen_actions},
      {Verb::get, "/sight/{granting}/actions/{action}", council(), show_seen_action},
      {Verb::get, "/sight/{granting}/returns", council(), show_seen_returns},
      {Verb::get, "/sight/{granting}/returns/{return}", council(), show_seen_return},
  };
}

}  // namespace onereturn::gateway
