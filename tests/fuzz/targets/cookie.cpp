// The header that holds the cookies.

#include <algorithm>

#include "fuzz/target.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::fuzz {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

void one_input(std::string_view bytes) {
  const auto cookies = http::parse_cookies(bytes);
  std::string again;
  for (const auto& [name, value] : cookies) {
    must(!name.empty() && name.find_first_of("=;") == std::string::npos, "a cookie has one name");
    must(!is_blank(name.front()), "no blank stands before a name");
    must(value.find(';') == std::string::npos, "a value ends at the semicolon");
    must(value.empty() || !is_blank(value.back()), "no blank stands behind a value");
    again += (again.empty() ? "" : "; ") + name + "=" + value;
  }
  const auto reread = http::parse_cookies(again);
  must(std::equal(cookies.begin(), cookies.end(), reread.begin(), reread.end()),
       "cookies that are written again are read as the same");
}

const Known known("cookie", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
