#include "platform/html/href.hpp"

#include <gtest/gtest.h>

namespace onereturn::html {
namespace {

TEST(SafeHref, keeps_own_paths_https_and_mail) {
  for (const auto* address : {"/", "/return/1b?box=3#acc", "#main", "?sort=due",
                              "https://example.test/a", "mailto:office@example.test"}) {
    EXPECT_EQ(safe_href(address), address);
  }
}

TEST(SafeHref, turns_everything_else_into_nothing) {
  for (const auto* address :
       {"javascript:alert(1)", "JavaScript:alert(1)", "//elsewhere.test", "/\\elsewhere.test",
        "data:text/html,x", " /x", "/a\nb", "/caf\u00e9", "", "http://example.test"}) {
    EXPECT_EQ(safe_href(address), "#") << address;
  }
}

TEST(UrlEncoded, leaves_only_plain_characters) {
  EXPECT_EQ(url_encoded("1.1 a/b&c=d?é"), "1.1%20a%2Fb%26c%3Dd%3F%C3%A9");
}

}  // namespace
}  // namespace onereturn::html
