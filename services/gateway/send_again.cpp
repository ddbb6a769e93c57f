#include "gateway/send_again.hpp"

#include <algorithm>
#include <array>

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

// By how a field's name ends: actions and boxes carry a name of their own in front.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> known_labels{{
    {"describes", "How do you meet this?"},
    {"knows", "How do you know?"},
    {"improve", "What needs to improve?"},
    {"na_reason", "Why does it not apply?"},
    {"reason", "Your reason"},
    {"by_whom", "By whom?"},
    {"evidence_title", "Evidence: what is it?"},
    {"evidence_where", "Evidence: where is it kept?"},
    {"_what", "Action: what will you do?"},
    {"_how", "Action: how?"},
    {"_lead", "Action: who leads?"},
    {"_change", "Action: what will be different?"},
}};

std::string label_of(const std::string& name) {
  for (const auto& [known, label] : known_labels) {
    if (name.ends_with(known)) return std::string{label};
  }
  return "What you had typed";
}

// Words, rather than what a page sends along by itself.
bool is_typed(const std::string& name, const std::string& value) {
  if (std::any_of(known_labels.begin(), known_labels.end(),
                  [&](const auto& known) { return name.ends_with(known.first); })) {
    return !value.empty();
  }
  return value.find(' ') != std::string::npos;
}

html::Data kept_fields(const http::Fields& form, bool visible) {
  auto fields = html::Data::list();
  int number = 0;
  for (const auto& [name, value] : form) {
    if (!is_carried(name)) continue;
    const bool typed = visible && is_typed(name, value);
    fields.push(html::Data::object()
                    .set("name", name)
                    .set("value", value)
                    .set("id", "kept-" + std::to_string(++number))
                    .set("typed", typed)
                    .set("label", typed ? label_of(name) : ""));
  }
  return fields;
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
  auto data = html::Data::object();
  // Until somebody has signed in, the old token is kept: it says whose page this was.
  data.set("csrf", context.signed_in() ? context.csrf_token() : context.field("csrf"));
  data.set("title", refusal.title).set("action", context.request().raw_target);
  data.set("signed_out", !context.signed_in())
      .set("fields", kept_fields(context.request().form, false));
  data.set("fault", false);
  return context.page("pages/send_again", std::move(data), refusal.status);
}

http::Response refuse_and_keep(RequestContext& context, const Refusal& refusal) {
  // A secret is typed again, so signing in begins anew.
  if (!can_send_again(context) || context.request().form.has("password")) {
    return refuse(context, refusal);
  }
  auto data = html::Data::object();
  data.set("csrf", context.field("csrf")).set("title", refusal.title);
  data.set("action", context.request().raw_target).set("signed_out", false);
  data.set("fault", html::Data::object()
                        .set("heading", refusal.title)
                        .set("detail", refusal.detail)
                        .set("reference", context.request().request_id));
  data.set("fields", kept_fields(context.request().form, true));
  auto response = context.page("pages/send_again", std::move(data), refusal.status);
  if (refusal.retry_after_s > 0) {
    response.with("Retry-After", std::to_string(refusal.retry_after_s));
  }
  return response;
}

}  // namespace onereturn::gateway
