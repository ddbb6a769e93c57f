#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gateway/app.hpp"

namespace onereturn::gateway::tests {

// An application over the real templates, with assets of its own and no database: whoever gets as
// far as the database is answered 503, which tells "let through" from every refusal.
class AppFixture {
 public:
  explicit AppFixture(std::vector<Route> table = routes());
  ~AppFixture();

  // Somebody who is signed in. The cache knows the session; the database is never asked.
  struct Person {
    std::string token;
    std::string csrf;
  };
  Person sign_in(const std::string& kind, const std::string& role);

  // The answer to a request, with these headers; admitted first, as the server does it.
  http::Response answer(http::Verb verb, const std::string& target,
                        const std::vector<std::pair<std::string, std::string>>& headers = {},
                        const std::string& body = {});

  static config::Settings settings(const std::filesystem::path& folder);

 private:
  std::filesystem::path folder_;

 public:
  App app;
};

}  // namespace onereturn::gateway::tests
