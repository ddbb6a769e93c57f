#include "domain/sharing/sight_rules.hpp"

#include <array>

#include "base/text.hpp"

namespace onereturn::sharing {
namespace {

constexpr std::array<SightPart, 5> all_parts{{
    {"register", "The register, and who is late",
     "Each organisation that the board asks, when it is due, whether it has sent, who is late."},
    {"figures", "Figures",
     "How many have sent and been evaluated in each exercise, and the levels by standard where ten "
     "or more organisations answered. No names."},
    {"evaluations", "Released evaluations",
     "What the board has said to an organisation, once it is released. Nothing before."},
    {"actions", "Actions",
     "What organisations undertook or were asked to do, who leads it, by when, and how it stands."},
    {"returns", "Returns themselves",
     "What organisations sent, in the board's own form, with the titles of their evidence."},
}};

constexpr std::size_t number_digits = 12;

void check_days(const GrantSight& command, Date today, std::vector<FieldError>& errors) {
  if (!command.from) {
    errors.push_back({"from", "Say from which day"});
  } else if (*command.from < today) {
    errors.push_back({"from", "Choose today or a later day"});
  }
  if (!command.until) {
    errors.push_back({"until", "Say until which day, at most two years later"});
  } else if (command.from && *command.until < *command.from) {
    errors.push_back({"until", "The last day is before the first"});
  } else if (command.from && days_between(*command.from, *command.until) > sight_days_max) {
    errors.push_back({"until", "Choose a day within two years of the first"});
  }
}

}  // namespace

std::span<const SightPart> sight_parts() { return all_parts; }

const SightPart* part_of(std::string_view code) {
  const auto found = std::ranges::find(all_parts, code, &SightPart::code);
  return found == all_parts.end() ? nullptr : &*found;
}

std::vector<std::string> whole_parts(const std::vector<std::string>& asked) {
  const auto wants = [&](std::string_view code) {
    return std::find(asked.begin(), asked.end(), code) != asked.end();
  };
  const bool names = wants("evaluations") || wants("actions") || wants("returns");
  std::vector<std::string> parts;
  for (const auto& part : all_parts) {
    if (wants(part.code) || (names && part.code == "register")) parts.emplace_back(part.code);
  }
  return parts;
}

std::string tidy_number(std::string_view typed) {
  std::string digits;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    const char upper = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    if (!((upper >= '0' && upper <= '9') || (upper >= 'A' && upper <= 'F'))) return {};
    digits += upper;
    if (digits.size() > number_digits) return {};
  }
  if (digits.size() != number_digits) return {};
  return digits.substr(0, 4) + "-" + digits.substr(4, 4) + "-" + digits.substr(8);
}

GrantState state_of(const Grant& grant, Date today) {
  if (grant.ended_at) return GrantState::ended;
  if (grant.until < today) return GrantState::over;
  return grant.from > today ? GrantState::ahead : GrantState::standing;
}

std::vector<FieldError> check_grant(GrantSight& command, Date today) {
  std::vector<FieldError> errors;
  command.number = tidy_number(command.number);
  if (command.number.empty()) {
    errors.push_back({"number",
                      "Type the council's number as it stands on its own page, such as "
                      "4F7A-91C2-03BD"});
  }
  command.parts = whole_parts(command.parts);
  if (command.parts.empty()) errors.push_back({"parts", "Tick at least one part"});
  check_days(command, today, errors);
  command.words = tidy_paragraph(command.words);
  const auto length = count_characters(command.words);
  if (!length || *length > paragraph_characters_max) {
    errors.push_back({"words", "Use 10,000 characters or fewer"});
  }
  return errors;
}

}  // namespace onereturn::sharing
