#include "domain/agency_register/register_rules.hpp"

#include <algorithm>
#include <cctype>

#include "base/email.hpp"
#include "base/text.hpp"

namespace onereturn::agency_register {

namespace {

constexpr std::size_t code_characters_max = 64;

Problem nothing_wrong() {
  return {ProblemCode::invalid, "validation", "Correct what is named and try again.", {}};
}

// `missing` is what to say when nothing is there; null where that is allowed.
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

bool is_known_type(const std::string& type) {
  return std::any_of(entry_types.begin(), entry_types.end(),
                     [&](const auto& known) { return known.first == type; });
}

}  // namespace

std::string type_words(std::string_view type) {
  for (const auto& [code, words] : entry_types) {
    if (code == type) return std::string(words);
  }
  return std::string(type);
}

Problem tidy(WriteEntry& entry) {
  auto problem = nothing_wrong();
  if (!entry.organisation.empty() && !OrganisationId::parse(entry.organisation)) {
    problem.fields.push_back({"organisation", "Look the organisation up again"});
  }
  check(problem, "name", entry.name, line_characters_max, "Enter the organisation's name");
  if (!is_known_type(entry.type)) problem.fields.push_back({"type", "Choose what it is"});
  check(problem, "own_ref", entry.own_ref, code_characters_max, nullptr);
  return problem;
}

Problem tidy(WriteContact& contact) {
  auto problem = nothing_wrong();
  check(problem, "contact_name", contact.name, line_characters_max, "Enter the person's name");
  check(problem, "contact_position", contact.position, line_characters_max, nullptr);
  contact.email = tidy_line(contact.email);
  if (!is_email(contact.email)) {
    problem.fields.push_back({"contact_email", "Enter an e-mail address, like name@example.org"});
  }
  return problem;
}

Problem tidy(DirectoryNumber& number) {
  auto problem = nothing_wrong();
  std::string plain;
  for (const char c : number.number) {
    if (c != ' ') plain.push_back(static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
  }
  number.number = plain;
  const bool plain_letters = std::all_of(
      plain.begin(), plain.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '-'; });
  const bool known = number.kind == "urn" || number.kind == "ods" || number.kind == "force";
  if (plain.empty() || plain.size() > code_characters_max || !plain_letters || !known) {
    problem.fields.push_back({"number", "Enter the number as the directory prints it"});
  }
  return problem;
}

}  // namespace onereturn::agency_register
