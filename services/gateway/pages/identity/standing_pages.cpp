#include "gateway/pages/identity/identity_pages.hpp"
#include "gateway/pages/page_support.hpp"

namespace onereturn::gateway::pages {
namespace {

http::Response standing(RequestContext& context, const char* template_name, const char* title) {
  return framed(context, template_name, html::Data::object().set("title", title));
}

}  // namespace

http::Response show_signed_out(RequestContext& context) {
  return standing(context, "pages/signed_out", "You are signed out");
}

http::Response show_help(RequestContext& context) {
  return standing(context, "pages/help", "Help");
}

http::Response show_accessibility(RequestContext& context) {
  return standing(context, "pages/accessibility", "Accessibility");
}

http::Response show_privacy(RequestContext& context) {
  return standing(context, "pages/privacy", "Privacy");
}

}  // namespace onereturn::gateway::pages
