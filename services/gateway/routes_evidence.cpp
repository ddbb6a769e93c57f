#include "gateway/api/evidence/evidence_api.hpp"
#include "gateway/pages/evidence/evidence_pages.hpp"
#include "gateway/routes.hpp"

namespace onereturn::gateway {

std::vector<Route> evidence_routes() {
  using http::Verb;
  using namespace pages;
  const auto reads = agency();
  const auto writes = agency({"contributor", "lead"});
  const auto chooses = agency({"lead", "authoriser"});
  const auto with_file = [](Verb verb, std::string_view pattern, Access access, Handler handler) {
    return Route{verb, pattern, std::move(access), handler, upload_body_max, false, false, true};
  };
  std::vector<Route> all{
      {Verb::get, "/evidence", reads, show_evidence},
      {Verb::get, "/evidence/add", writes, show_add_evidence},
      with_file(Verb::post, "/evidence/add", writes, add_evidence_piece),
      {Verb::get, "/evidence/boards", reads, show_who_gets_what},
      {Verb::get, "/evidence/portfolio.zip", reads, download_portfolio},
      {Verb::get, "/evidence/asked", reads, show_all_asks},
      {Verb::get, "/evidence/asked/{ask}", reads, show_ask},
      with_file(Verb::post, "/evidence/asked/{ask}", chooses, answer_ask),
      {Verb::get, "/evidence/{evidence}", reads, show_piece},
      {Verb::post, "/evidence/{evidence}", writes, save_piece},
      {Verb::post, "/evidence/{evidence}/boards", writes, save_piece_boards},
      with_file(Verb::post, "/evidence/{evidence}/file", writes, add_piece_version),
      {Verb::post, "/evidence/{evidence}/withdraw", writes, withdraw_piece},
      {Verb::get, "/evidence/{evidence}/file", reads, download_piece},
      {Verb::get, "/evidence/{evidence}/versions/{version}", reads, download_version},
      {Verb::get, "/returns/{return}/evidence", board(), show_delivered_evidence},
      {Verb::get, "/returns/{return}/evidence/{number}", board(), download_delivered},
      {Verb::post, "/returns/{return}/evidence/{number}/ask", board({"manager", "assistant"}),
       ask_for_piece},
      {Verb::get, "/evidence-asked", board(), show_asked_pieces},
      {Verb::get, "/evidence-asked/{ask}", board(), show_asked_piece},
      {Verb::post, "/evidence-asked/{ask}", board({"manager", "assistant"}), decide_on_piece},
      {Verb::get, "/returns/{return}/asked/{ask}", board(), download_answered},
  };
  for (auto& route : api::evidence_file_routes()) {
    all.push_back(std::move(route));
  }
  return all;
}

}  // namespace onereturn::gateway
