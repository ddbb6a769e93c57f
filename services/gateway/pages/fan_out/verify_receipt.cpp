#include "domain/fan_out/verify_receipt.hpp"

#include "domain/fan_out/receipt_code.hpp"
#include "gateway/pages/fan_out/fan_out_pages.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/received.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/html/href.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

http::Response no_such_receipt(RequestContext& context, const std::string& code) {
  return framed(context, "pages/verify", views::verify_page(std::nullopt, code), {}, 404);
}

}  // namespace

http::Response ask_for_receipt(RequestContext& context) {
  const auto code = context.request().query.get("code");
  // As it is printed; what is no code at all need not fit into an address either.
  if (const auto printed = fan_out::read_receipt_code(code))
    return http::Response::see_other("/verify/" + html::url_encoded(*printed));
  if (!code.empty()) return no_such_receipt(context, code);
  return framed(context, "pages/verify", views::verify_page(std::nullopt, ""));
}

http::Response verify_receipt(RequestContext& context) {
  const auto& code = context.path("code");
  const auto found = context.database().as_system(
      [&](postgres::SystemTx& tx) { return fan_out::verify_receipt(tx, code, crypto::sha256); });
  if (found) return framed(context, "pages/verify", views::verify_page(found.value(), code));
  if (found.problem().code != ProblemCode::not_found) return refuse(context, found.problem());
  return no_such_receipt(context, code);
}

}  // namespace onereturn::gateway::pages
