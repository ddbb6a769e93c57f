#pragma once

#include "gateway/request_context.hpp"
#include "platform/http/message.hpp"

// How a board looks closer: random samples of evidence, reviews by members, plans, training needs.
namespace onereturn::gateway::pages {

http::Response show_samples(RequestContext& context);
http::Response draw_wave_sample(RequestContext& context);
http::Response show_return_samples(RequestContext& context);
http::Response draw_return_sample(RequestContext& context);
http::Response show_sample(RequestContext& context);
http::Response export_sample(RequestContext& context);
http::Response note_sample_result(RequestContext& context);
http::Response ask_for_sampled(RequestContext& context);

}  // namespace onereturn::gateway::pages
