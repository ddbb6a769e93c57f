#include "domain/identity/client_rules.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace onereturn::identity {

namespace {

constexpr std::size_t name_characters_max = 80;

std::vector<std::string> in_our_order(const std::vector<std::string>& some) {
  std::vector<std::string> sorted;
  for (const auto scope : all_scopes) {
    if (std::find(some.begin(), some.end(), scope) != some.end()) sorted.emplace_back(scope);
  }
  return sorted;
}

bool is_known(const std::string& scope) {
  return std::find(all_scopes.begin(), all_scopes.end(), scope) != all_scopes.end();
}

}  // namespace

bool Client::may(std::string_view scope) const {
  return std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
}

Problem tidy(IssueClient& command) {
  Problem problem{ProblemCode::invalid, "validation", "The program cannot be let in yet.", {}};
  command.name = tidy_line(command.name);
  const auto length = count_characters(command.name);
  if (!length) {
    problem.fields.push_back({"name", "Leave out the characters that cannot be printed"});
  } else if (*length == 0) {
    problem.fields.push_back({"name", "Enter a name that your colleagues will know it by"});
  } else if (*length > name_characters_max) {
    problem.fields.push_back({"name", "Use 80 characters or fewer for the name"});
  }
  if (!std::all_of(command.scopes.begin(), command.scopes.end(), is_known)) {
    problem.fields.push_back({"scopes", "Choose from what is listed"});
  }
  command.scopes = in_our_order(command.scopes);
  if (command.scopes.empty() && problem.fields.size() < 2) {
    problem.fields.push_back({"scopes", "Choose what the program may do"});
  }
  return problem;
}

std::optional<std::vector<std::string>> scopes_in(std::string_view parameter) {
  std::vector<std::string> names;
  for (bool more = true; more;) {
    const auto blank = parameter.find(' ');
    more = blank != std::string_view::npos;
    names.emplace_back(parameter.substr(0, blank));
    if (!is_known(names.back())) return std::nullopt;
    if (more) parameter.remove_prefix(blank + 1);
  }
  return in_our_order(names);
}

std::optional<int> overlap_hours(std::string_view choice) {
  if (choice == "now") return 0;
  if (choice == "day") return 24;
  if (choice == "week") return 7 * 24;
  if (choice == "month") return 30 * 24;
  return std::nullopt;
}

std::string statement_through(const Authority& authority) {
  return authority.statement + "\nSent by the program " + authority.program +
         " with my agreement of " + to_words(day_in_england(authority.given_at)) + ".";
}

}  // namespace onereturn::identity
