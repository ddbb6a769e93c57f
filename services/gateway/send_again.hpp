#pragma once

#include "gateway/problems.hpp"
#include "gateway/request_context.hpp"

namespace onereturn::gateway {

// True for a form of ours that was refused because its session is over or its page too old, and
// that can simply be sent again. Never for a form that another site sent, and never for one that
// was filled in under another role than the present one.
bool can_send_again(RequestContext& context);

// The page that holds everything the person wrote, to be sent again once they are signed in: a
// session that ends in the middle of a page loses nothing. Passwords are left out.
http::Response send_again_page(RequestContext& context, const Refusal& refusal);

// The refusal of something that went wrong on our side. A form that can be sent again comes back
// with everything that was typed, to be looked at and sent once more.
http::Response refuse_and_keep(RequestContext& context, const Refusal& refusal);

}  // namespace onereturn::gateway
