#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "domain/identity/clients.hpp"

namespace onereturn::identity {

// What a lead writes to let a program in.
struct IssueClient {
  ClientId client;  // made with the form, so that sending it twice makes one program
  std::string name;
  std::vector<std::string> scopes;
};

// Tidies it in place; one field error for each thing that will not do: "name", "scopes".
Problem tidy(IssueClient& command);

// The names in a scope parameter, which are divided by single blanks; nothing when it is no such
// list of names that we know. Each name once, in our order.
std::optional<std::vector<std::string>> scopes_in(std::string_view parameter);

// For how long an old secret may go on, in the words of the form: "now", "day", "week", "month".
std::optional<int> overlap_hours(std::string_view choice);

// The statement as a board reads it when a program has sent: it says so.
std::string statement_through(const Authority& authority);

}  // namespace onereturn::identity
