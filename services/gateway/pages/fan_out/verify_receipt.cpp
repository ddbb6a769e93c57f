#include "domain/fan_out/verify_receipt.hpp"

#include "gateway/pages/fan_out/fan_out_pages.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/received.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/html/href.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

http::Response ask_for_receipt(RequestContext& context) {
  const auto code = context.request().query.get("code");
  if (!code.empty()) return http::Response::see_other("/verify/" + html::url_encoded(code));
  return framed(context, "pages/verify", views::verify_page(std::nullopt, ""));
}

http::Response verify_receipt(RequestContext& context) {
  const auto& code = context.path("code");
  const auto found = context.database().as_system(
      [&](postgres::SystemTx& tx) { return fan_out::verify_receipt(tx, code, crypto::sha256); });
  if (found) return framed(context, "pages/verify", views::verify_page(found.value(), code));
  if (found.problem().code != ProblemCode::not_found) return refuse(context, found.problem());
  return framed(context, "pages/verify", views::verify_page(std::nullopt, code), {}, 404);
}

}  // namespace onereturn::gateway::pages
