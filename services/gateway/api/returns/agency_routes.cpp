#include "domain/identity/clients.hpp"
#include "gateway/api/returns/agency_api.hpp"
#include "gateway/session.hpp"

namespace onereturn::gateway::api {

std::vector<Route> agency_routes() {
  using http::Verb;
  const auto everybody = agency({"contributor", "lead", "authoriser"});
  const auto reads = everybody.for_scope(identity::reads_questions);
  const auto writes = agency({"contributor", "lead"}).for_scope(identity::writes_answers);
  const auto decides = everybody.for_scope(identity::writes_answers);
  const auto keeps = agency({"contributor", "lead"}).for_scope(identity::writes_evidence);
  const auto submits = agency({"authoriser"}).for_scope(identity::submits);
  const auto follows = everybody.for_scope(identity::reads_deliveries);
  return {
      {Verb::get, "/api/v1/me", signed_in().for_scope(any_scope), get_me},
      {Verb::get, "/api/v1/requests", reads, list_requests},
      {Verb::get, "/api/v1/return", reads, get_return},
      {Verb::get, "/api/v1/questions/{requirement}", reads, get_question},
      {Verb::get, "/api/v1/answers", reads, list_answers},
      {Verb::get, "/api/v1/answers/{requirement}", reads, get_answer},
      {Verb::put, "/api/v1/answers/{requirement}", writes, put_answer, autosave_body_max},
      {Verb::put, "/api/v1/requests/{request}/answers/{requirement}", writes, put_board_answer,
       autosave_body_max},
      {Verb::get, "/api/v1/requests/{request}/extras", reads, list_extras},
      {Verb::get, "/api/v1/requests/{request}/form", reads, get_own_form},
      {Verb::put, "/api/v1/requests/{request}/boxes/{kind}/{key}", decides, put_box,
       autosave_body_max},
      {Verb::remove, "/api/v1/requests/{request}/boxes/{kind}/{key}", decides, delete_box},
      {Verb::put, "/api/v1/requests/{request}/explanations", decides, put_explanation},
      {Verb::put, "/api/v1/requests/{request}/promises/{box}", writes, put_promise},
      {Verb::remove, "/api/v1/requests/{request}/promises/{box}", writes, delete_promise},
      {Verb::get, "/api/v1/requests/{request}/copy", reads, get_copy},
      {Verb::get, "/api/v1/check", reads, get_check},
      {Verb::get, "/api/v1/commitments", reads, list_commitments},
      {Verb::post, "/api/v1/commitments", writes, post_commitment},
      {Verb::put, "/api/v1/commitments/{commitment}", writes, put_commitment},
      {Verb::remove, "/api/v1/commitments/{commitment}", writes, delete_commitment},
      {Verb::get, "/api/v1/evidence", reads, list_evidence},
      {Verb::post, "/api/v1/evidence", keeps, post_evidence},
      {Verb::put, "/api/v1/evidence/{evidence}", keeps, put_evidence},
      {Verb::post, "/api/v1/submissions", submits, post_submission, form_body_max, true},
      {Verb::get, "/api/v1/deliveries", follows, list_deliveries},
      {Verb::get, "/api/v1/deliveries/{submission}/{request}/receipt", follows, get_agency_receipt},
  };
}

}  // namespace onereturn::gateway::api
