#include "gateway/pages/evaluation/evaluation_pages.hpp"
#include "gateway/routes.hpp"

namespace onereturn::gateway {

// What a board makes of a return, and what comes of it for the agency.
std::vector<Route> evaluation_routes() {
  using http::Verb;
  using namespace pages;
  const auto evaluators = [] { return board({"manager", "assistant"}); };
  const auto lookers = [] { return board({"manager", "assistant", "chair"}); };
  return {
      {Verb::get, "/returns/{return}/evaluation", board(), show_evaluation},
      {Verb::post, "/returns/{return}/evaluation", evaluators(), begin_evaluation},
      {Verb::post, "/returns/{return}/evaluation/give", evaluators(), give_evaluation},
      {Verb::get, "/returns/{return}/evaluation/items/{item}", board(), show_evaluated_item},
      {Verb::post, "/returns/{return}/evaluation/items/{item}", lookers(), save_evaluated_item},
      {Verb::get, "/returns/{return}/evaluation/items/{item}/history", board(), show_grade_history},
      {Verb::get, "/returns/{return}/evaluation/both", board(), show_both_grades},
      {Verb::post, "/returns/{return}/evaluation/both", evaluators(), save_both_grades},
      {Verb::get, "/returns/{return}/evaluation/finish", board(), show_finish},
      {Verb::post, "/returns/{return}/evaluation/second-look", lookers(), second_look},
      {Verb::post, "/returns/{return}/evaluation/release", board({"manager"}), release_evaluation},
      {Verb::post, "/returns/{return}/evaluation/correct", board({"manager"}), correct_release},
      {Verb::post, "/returns/{return}/evaluation/sign-off", board({"manager", "chair"}), sign_off},
      {Verb::get, "/returns/{return}/evaluation/send-back", board(), show_send_back},
      {Verb::post, "/returns/{return}/evaluation/send-back", evaluators(), send_back},
      {Verb::get, "/evaluation/differences", board(), show_differences},
      {Verb::get, "/evaluation/settings", lookers(), show_evaluation_settings},
      {Verb::post, "/evaluation/settings", lookers(), save_evaluation_settings},
      {Verb::get, "/sent/{request}/evaluation", agency(), show_released},
      {Verb::get, "/sent/{request}/changes", agency(), show_asked_changes},
  };
}

}  // namespace onereturn::gateway
