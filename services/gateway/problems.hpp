#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "platform/http/message.hpp"

namespace onereturn::gateway {

class RequestContext;

// A refusal as it is answered: the status, the type of the table in docs/api (its last path part)
// and what the person reads.
struct Refusal {
  int status = 400;
  std::string type;    // "validation", "not-found", "store-unavailable" …
  std::string title;   // "There is a problem with what you entered"
  std::string detail;  // one sentence
  std::vector<FieldError> errors = {};
  int retry_after_s = 0;  // sent as Retry-After when above zero
};

// invalid 422 validation · unauthenticated 401 sign-in-required · forbidden 403 not-permitted ·
// not_found 404 not-found · conflict 409 conflict · closed 409 closed · too_large 413 too-large ·
// too_many 429 too-many-requests. Keys that are types themselves keep their own status and type:
// key-in-use 409, key-reused 422, key-missing 400, stale-version 412, precondition-required 428,
// csrf 403, malformed-json 400.
Refusal refusal_of(const Problem& problem);

// A refusal by its type alone, with our standard title and sentence. Throws std::out_of_range for
// a type that is not in the table.
Refusal refusal_of_type(std::string_view type);

// application/problem+json: type, title, status, detail, instance (the request id), errors[].
http::Response problem_json(const Refusal& refusal, std::string_view request_id);

// Answers a refusal in the form that the client wants: problem+json, or the error page.
http::Response refuse(RequestContext& context, const Refusal& refusal);
http::Response refuse(RequestContext& context, const Problem& problem);

}  // namespace onereturn::gateway
