#pragma once

#include <string>

#include "domain/returns/other_box.hpp"
#include "domain/returns/save_answer.hpp"
#include "gateway/request_context.hpp"

// What whoever saved too late is answered: 412 with both, what was refused being with the client
// and what stands in `current`.
namespace onereturn::gateway::api {

// "\"3\"", for the ETag of version 3.
std::string tag_of(int version);

// The new version, 412, or the refusal.
http::Response answered(RequestContext& context, const Result<returns::SaveOutcome>& saved);

// The same for a box.
http::Response overtaken(RequestContext& context, const returns::OtherBox& theirs);

}  // namespace onereturn::gateway::api
