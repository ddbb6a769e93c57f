#include "gateway/pages/receipt_picture.hpp"

#include "gateway/pages/page_support.hpp"
#include "platform/qr/qr.hpp"

namespace onereturn::gateway::pages {

http::Response receipt_picture(RequestContext& context, const fan_out::Receipt& receipt) {
  if (receipt.code.empty()) return not_found(context);
  http::Response response;
  response.body = qr::svg(context.origin() + "/verify/" + receipt.code,
                          "Leads to the page where this receipt can be checked");
  response.with("Content-Type", "image/svg+xml");
  return response;
}

}  // namespace onereturn::gateway::pages
