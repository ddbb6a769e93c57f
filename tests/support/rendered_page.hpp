#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "platform/html/renderer.hpp"

namespace onereturn::testing {

// A page as the service renders it, within the layout and with every key demanded.
inline std::string rendered_page(const char* name, html::Data page) {
  static const html::Renderer strict(
      std::filesystem::path(ONERETURN_SOURCE_DIR) / "services/gateway/templates",
      html::Strictness::every_key);
  page.set("csrf", "token").set("signed_in", false).set("person", "").set("role_name", false);
  page.set("printed_on", "")
      .set("party", false)
      .set("home", "/")
      .set("css", "/a.css")
      .set("js", "/a.js");
  page.set("favicon", "/a.svg").set("nav", false);
  if (page.find("title_error") == nullptr) page.set("title_error", false);
  return strict.render_in("layouts/page", name, std::move(page));
}

inline bool has(const std::string& page, const std::string& words) {
  return page.find(words) != std::string::npos;
}

}  // namespace onereturn::testing
