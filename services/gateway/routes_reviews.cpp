#include "gateway/routes_reviews.hpp"

#include "gateway/pages/reviews/review_pages.hpp"

namespace onereturn::gateway {

std::vector<Route> review_routes() {
  using http::Verb;
  using namespace pages;
  const auto runs = board({"manager", "assistant"});
  const auto manages = board({"manager"});
  const auto reviewer = board({"member", "reviewer"});
  return {
      {Verb::get, "/samples", board(), show_samples},
      {Verb::post, "/samples", runs, draw_wave_sample},
      {Verb::get, "/returns/{return}/samples", board(), show_return_samples},
      {Verb::post, "/returns/{return}/samples", runs, draw_return_sample},
      {Verb::get, "/samples/{sample}", board(), show_sample},
      {Verb::get, "/samples/{sample}/population.csv", board(), export_sample},
      {Verb::post, "/samples/{sample}/{return}/{number}", runs, note_sample_result},
      {Verb::post, "/samples/{sample}/{return}/{number}/ask", runs, ask_for_sampled},

      {Verb::get, "/peer-reviews", board(), show_peer_reviews},
      {Verb::get, "/peer-reviews/invite", manages, show_review_invitation},
      {Verb::post, "/peer-reviews/invite", manages, invite_reviewer},
      {Verb::get, "/peer-reviews/{review}", board(), show_peer_review},
      {Verb::post, "/peer-reviews/{review}/end", manages, end_peer_review},
      {Verb::get, "/reviews", reviewer, show_my_reviews},
      {Verb::get, "/reviews/{review}/{return}", reviewer, show_review_return},
      {Verb::post, "/reviews/{review}/{return}/note", reviewer, note_on_return},
      {Verb::post, "/reviews/{review}/{return}/send", reviewer, send_my_review},

      {Verb::get, "/plans", board(), show_plans},
      {Verb::get, "/plans.csv", board(), export_plans},
      {Verb::get, "/plans/{plan}", board(), show_plan},
      {Verb::post, "/plans/{plan}/ratify", runs, ratify_plan},
      {Verb::post, "/plans/{plan}/again", runs, ask_for_plan_again},
      {Verb::post, "/plans/{plan}/withdraw", runs, withdraw_plan},
      {Verb::get, "/returns/{return}/plan", runs, show_plan_demand},
      {Verb::post, "/returns/{return}/plan", runs, demand_plan},
      {Verb::get, "/our-plans", agency(), show_our_plans},
      {Verb::get, "/our-plans/{plan}", agency(), show_our_plan},
      {Verb::post, "/our-plans/{plan}", agency({"lead", "authoriser"}), offer_our_plan},

      {Verb::get, "/training-needs", board(), show_training_needs},
      {Verb::get, "/training-needs.csv", board(), export_training_needs},
  };
}

}  // namespace onereturn::gateway
