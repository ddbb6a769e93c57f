#include "gateway/pages/reviews/review_pages.hpp"
#include "gateway/routes.hpp"

namespace onereturn::gateway {

std::vector<Route> review_routes() {
  using http::Verb;
  using namespace pages;
  const auto runs = board({"manager", "assistant"});
  return {
      {Verb::get, "/samples", board(), show_samples},
      {Verb::post, "/samples", runs, draw_wave_sample},
      {Verb::get, "/returns/{return}/samples", board(), show_return_samples},
      {Verb::post, "/returns/{return}/samples", runs, draw_return_sample},
      {Verb::get, "/samples/{sample}", board(), show_sample},
      {Verb::get, "/samples/{sample}/population.csv", board(), export_sample},
      {Verb::post, "/samples/{sample}/{return}/{number}", runs, note_sample_result},
      {Verb::post, "/samples/{sample}/{return}/{number}/ask", runs, ask_for_sampled},
  };
}

}  // namespace onereturn::gateway
