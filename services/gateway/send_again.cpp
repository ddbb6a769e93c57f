#include "gateway/send_again.hpp"

#include "gateway/access.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::gateway {

namespace {

// What must not be repeated: the token is a new one, and a secret is typed again.
bool is_carried(const std::string& name) { return name != "csrf" && name != "password"; }

// Whose page a CSRF token was made for.
std::string owner_of(const std::string& token) {
  const auto dot = token.find('.');
  return dot == std::string::npos ? std::string{} : token.substr(dot);
}

}  // namespace

bool can_send_again(RequestContext& context) {
  http::Request& request = context.mutable_request();
  const bool form = request.verb == http::Verb::post && !request.wants_json() &&
                    request.content_type() == "application/x-www-form-urlencoded";
  if (!form || !origin_is_ours(context)) {
    return false;
  }
  // Access may have been refused before the form was read.
  if (request.form.empty()) {
    if (auto read = http::parse_urlencoded(request.body)) {
      request.form = std::move(*read);
    }
  }
  const std::string sent = owner_of(request.form.get("csrf"));
  return !sent.empty() && (!context.signed_in() || sent == owner_of(context.csrf_token()));
}

http::Response send_again_page(RequestContext& context, const Refusal& refusal) {
  auto fields = html::Data::list();
  for (const auto& [name, value] : context.request().form) {
    if (is_carried(name)) {
      fields.push(html::Data::object().set("name", name).set("value", value));
    }
  }
  auto data = html::Data::object();
  // Until somebody has signed in, the old token is kept: it says whose page this was.
  data.set("csrf", context.signed_in() ? context.csrf_token() : context.field("csrf"));
  data.set("title", refusal.title).set("action", context.request().raw_target);
  data.set("signed_out", !context.signed_in()).set("fields", std::move(fields));
  return context.page("pages/send_again", std::move(data), refusal.status);
}

}  // namespace onereturn::gateway
