#include "domain/agency_register/contacts_rules.hpp"

#include <algorithm>

#include "base/email.hpp"
#include "base/text.hpp"

namespace onereturn::agency_register {

namespace {

constexpr std::size_t telephone_characters_max = 40;

void check(Problem& problem, const char* field, std::string& text, std::size_t characters_max,
           const char* missing) {
  text = tidy_line(text);
  const auto length = count_characters(text);
  if (!length) {
    problem.fields.push_back({field, "Leave out the characters that cannot be printed"});
  } else if (*length == 0 && missing != nullptr) {
    problem.fields.push_back({field, missing});
  } else if (*length > characters_max) {
    problem.fields.push_back(
        {field, "Use " + std::to_string(characters_max) + " characters or fewer"});
  }
}

}  // namespace

Problem tidy(WritePerson& person, const std::vector<ContactRole>& roles) {
  Problem problem{ProblemCode::invalid, "validation", "Correct what is named and try again.", {}};
  const bool known = std::any_of(roles.begin(), roles.end(),
                                 [&](const auto& role) { return role.code == person.role; });
  if (!known) problem.fields.push_back({"role", "Choose what the person is there"});
  check(problem, "name", person.name, line_characters_max, "Enter the person's name");
  check(problem, "position", person.position, line_characters_max, nullptr);
  person.email = tidy_line(person.email);
  if (!is_email(person.email)) {
    problem.fields.push_back({"email", "Enter an e-mail address, like name@example.org"});
  }
  check(problem, "telephone", person.telephone, telephone_characters_max, nullptr);
  return problem;
}

bool needs_confirming(const std::optional<Instant>& confirmed_at,
                      const std::optional<Instant>& asked_at) {
  if (!asked_at) return false;
  return !confirmed_at || *confirmed_at < *asked_at;
}

bool says_the_same(const Person& person, const WritePerson& typed) {
  return person.role == typed.role && person.name == typed.name &&
         person.position == typed.position && person.email == typed.email &&
         person.telephone == typed.telephone;
}

}  // namespace onereturn::agency_register
