#pragma once

#include "gateway/request_context.hpp"
#include "gateway/routes.hpp"

// The agency's side of /api/v1, one function per endpoint; schemas/api/openapi.yaml says what each
// takes and answers.
namespace onereturn::gateway::api {

std::vector<Route> agency_routes();

// read_work.cpp
http::Response get_me(RequestContext& context);
http::Response list_requests(RequestContext& context);
http::Response get_return(RequestContext& context);
http::Response get_question(RequestContext& context);
http::Response list_extras(RequestContext& context);
http::Response get_own_form(RequestContext& context);
// answers.cpp
http::Response list_answers(RequestContext& context);
http::Response get_answer(RequestContext& context);
http::Response put_answer(RequestContext& context);
http::Response put_board_answer(RequestContext& context);
// boxes.cpp
http::Response put_box(RequestContext& context);
http::Response delete_box(RequestContext& context);
http::Response put_explanation(RequestContext& context);
http::Response put_promise(RequestContext& context);
http::Response delete_promise(RequestContext& context);
// commitments.cpp
http::Response list_commitments(RequestContext& context);
http::Response post_commitment(RequestContext& context);
http::Response put_commitment(RequestContext& context);
http::Response delete_commitment(RequestContext& context);
// evidence.cpp
http::Response list_evidence(RequestContext& context);
http::Response post_evidence(RequestContext& context);
http::Response put_evidence(RequestContext& context);
// copies.cpp
http::Response get_copy(RequestContext& context);
http::Response get_check(RequestContext& context);
// submissions.cpp
http::Response post_submission(RequestContext& context);
http::Response list_deliveries(RequestContext& context);
http::Response get_agency_receipt(RequestContext& context);

}  // namespace onereturn::gateway::api
