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

// The board's side of reviews by its members.
http::Response show_peer_reviews(RequestContext& context);
http::Response show_review_invitation(RequestContext& context);
http::Response invite_reviewer(RequestContext& context);
http::Response show_peer_review(RequestContext& context);
http::Response end_peer_review(RequestContext& context);

// The member's side.
http::Response show_my_reviews(RequestContext& context);
http::Response show_review_return(RequestContext& context);
http::Response note_on_return(RequestContext& context);
http::Response send_my_review(RequestContext& context);

// Plans: the board's side, then the agency's.
http::Response show_plans(RequestContext& context);
http::Response export_plans(RequestContext& context);
http::Response show_plan(RequestContext& context);
http::Response show_plan_demand(RequestContext& context);
http::Response demand_plan(RequestContext& context);
http::Response ratify_plan(RequestContext& context);
http::Response ask_for_plan_again(RequestContext& context);
http::Response withdraw_plan(RequestContext& context);
http::Response show_our_plans(RequestContext& context);
http::Response show_our_plan(RequestContext& context);
http::Response offer_our_plan(RequestContext& context);

http::Response show_training_needs(RequestContext& context);
http::Response export_training_needs(RequestContext& context);

}  // namespace onereturn::gateway::pages
