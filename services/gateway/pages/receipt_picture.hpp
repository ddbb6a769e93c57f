#pragma once

#include "domain/fan_out/fan_out.hpp"
#include "gateway/request_context.hpp"
#include "platform/http/message.hpp"

namespace onereturn::gateway::pages {

// The QR code that leads to the page where the receipt can be checked, as a picture. Not found
// while the receipt has no code.
http::Response receipt_picture(RequestContext& context, const fan_out::Receipt& receipt);

}  // namespace onereturn::gateway::pages
