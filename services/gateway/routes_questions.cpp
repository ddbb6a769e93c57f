#include "gateway/pages/fan_out/supplement_pages.hpp"
#include "gateway/pages/questions/questions_pages.hpp"
#include "gateway/routes.hpp"

namespace onereturn::gateway {

std::vector<Route> question_routes() {
  using http::Verb;
  using namespace pages;
  return {
      {Verb::get, "/asked", agency(), show_asked_boards},
      {Verb::get, "/asked/new", agency(), show_ask_board},
      {Verb::post, "/asked", agency(), ask_board},
      {Verb::get, "/asked/{thread}", agency(), show_asked_thread},
      {Verb::post, "/asked/{thread}", agency(), write_to_board},

      {Verb::get, "/questions", board(), show_questions},
      {Verb::get, "/questions.csv", board(), export_questions},
      {Verb::get, "/threads/new", board({"manager", "assistant"}), show_ask_agency},
      {Verb::post, "/threads", board({"manager", "assistant"}), ask_agency},
      {Verb::get, "/threads/{thread}", board(), show_thread},
      {Verb::post, "/threads/{thread}", board({"manager", "assistant"}), write_to_agency},
      {Verb::post, "/threads/{thread}/assign", board({"manager", "assistant"}), assign_thread},

      {Verb::get, "/guidance", board(), show_guidance_list},
      {Verb::get, "/guidance.csv", board(), export_guidance},
      {Verb::get, "/guidance/new", board({"manager", "assistant"}), show_publish_guidance},
      {Verb::post, "/guidance", board({"manager", "assistant"}), publish_guidance},
      {Verb::get, "/guidance/{guidance}", board(), show_guidance},
      {Verb::post, "/guidance/{guidance}", board({"manager", "assistant"}), change_guidance},
      {Verb::post, "/guidance/{guidance}/withdraw", board({"manager", "assistant"}),
       withdraw_guidance},

      {Verb::get, "/support", board(), show_support},
      {Verb::get, "/support.csv", board(), export_support},
      {Verb::get, "/support/new", board({"manager", "assistant"}), show_log_support},
      {Verb::post, "/support", board({"manager", "assistant"}), log_support},
      {Verb::post, "/support/{support}/strike", board({"manager", "assistant"}), strike_support},
      {Verb::get, "/support/who", board(), show_who_needs_help},
      {Verb::get, "/support/who.csv", board(), export_who_needs_help},

      {Verb::get, "/returns/{return}/supplement", board(), show_supplement},
      {Verb::post, "/returns/{return}/supplement", board({"manager", "assistant"}),
       decide_supplement},
  };
}

}  // namespace onereturn::gateway
