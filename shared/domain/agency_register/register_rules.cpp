#include "domain/agency_register/register_rules.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <chrono>

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

void check_paragraph(Problem& problem, const char* field, std::string& text) {
  text = tidy_paragraph(text);
  const auto length = count_characters(text);
  if (!length) {
    problem.fields.push_back({field, "Leave out the characters that cannot be printed"});
  } else if (*length > paragraph_characters_max) {
    problem.fields.push_back({field, "Use 10,000 characters or fewer"});
  }
}

bool is_known(const std::vector<EntryType>& types, const std::string& type) {
  return std::any_of(types.begin(), types.end(),
                     [&](const EntryType& known) { return known.type == type; });
}

void check_months(Problem& problem, std::string& text) {
  text = tidy_line(text);
  const auto months = months_typed(text);
  if (!text.empty() && (!months || *months < 1 || *months > months_max)) {
    problem.fields.push_back({"months", "Enter a number of months from 1 to 120, or nothing"});
  }
}

// Up to three levels: an entry seen again is a circle, which is as deep as can be.
int depth_of(const Parents& parents, EntryId entry) {
  int depth = 1;
  for (auto at = parents.find(entry); at != parents.end() && depth <= levels_max + 1;
       at = parents.find(at->second))
    ++depth;
  return depth;
}

int height_of(const Parents& parents, const EntryId& entry, int so_far = 1) {
  int height = 1;
  if (so_far > levels_max) return height;
  for (const auto& [child, above] : parents) {
    if (above == entry) height = std::max(height, 1 + height_of(parents, child, so_far + 1));
  }
  return height;
}

}  // namespace

std::string type_words(const std::vector<EntryType>& types, std::string_view type) {
  for (const auto& each : types) {
    if (each.type == type) return each.words;
  }
  return std::string(type);
}

int months_between(std::optional<int> own, std::optional<int> of_kind) {
  return own ? *own : of_kind.value_or(usual_months);
}

Date next_due(Date last, int months) {
  const auto due = last + std::chrono::months{months};
  return due.ok() ? due : due.year() / due.month() / std::chrono::last;
}

std::optional<int> months_typed(const std::string& text) {
  int months = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), months);
  const bool good = fault == std::errc{} && end == text.data() + text.size();
  return good ? std::optional(months) : std::nullopt;
}

Problem tidy(WriteEntry& entry, const std::vector<EntryType>& types, Date today) {
  auto problem = nothing_wrong();
  if (!entry.organisation.empty() && !OrganisationId::parse(entry.organisation)) {
    problem.fields.push_back({"organisation", "Look the organisation up again"});
  }
  check(problem, "name", entry.name, line_characters_max, "Enter the organisation's name");
  if (!is_known(types, entry.type)) problem.fields.push_back({"type", "Choose what it is"});
  check(problem, "own_ref", entry.own_ref, code_characters_max, nullptr);
  if (!entry.parent.empty() && !EntryId::parse(entry.parent)) {
    problem.fields.push_back({"parent", "Choose an organisation of your register, or none"});
  }
  check_months(problem, entry.months);
  if (entry.completed_on && *entry.completed_on > today) {
    problem.fields.push_back({"completed", "Enter a day that is not to come"});
  }
  check_paragraph(problem, "notes", entry.notes);
  return problem;
}

Problem tidy(WriteType& type, const std::vector<EntryType>& types) {
  auto problem = nothing_wrong();
  check(problem, "words", type.words, 100, "Enter what you call this kind");
  const bool taken = std::any_of(types.begin(), types.end(), [&](const EntryType& each) {
    return each.words == type.words && each.type != type.type;
  });
  if (taken) problem.fields.push_back({"words", "You have a kind of that name already"});
  check_months(problem, type.months);
  return problem;
}

Problem tidy(CloseEntry& close, const RegisterEntry& entry, Date today) {
  auto problem = nothing_wrong();
  if (!close.on) {
    problem.fields.push_back({"closed", "Enter the day it closed"});
  } else if (*close.on > today) {
    problem.fields.push_back({"closed", "Enter a day that is not to come"});
  } else if (*close.on < entry.from_on) {
    problem.fields.push_back({"closed", "It came into your register on " + to_words(entry.from_on) +
                                            ", which is later"});
  }
  check_paragraph(problem, "reason", close.reason);
  return problem;
}

Problem tidy_reason(std::string& reason) {
  auto problem = nothing_wrong();
  check_paragraph(problem, "reason", reason);
  return problem;
}

Problem tidy(std::vector<std::string>& names, std::string& reason) {
  auto problem = nothing_wrong();
  std::vector<std::string> kept;
  for (auto& name : names) {
    name = tidy_line(name);
    if (name.empty()) continue;
    const auto length = count_characters(name);
    if (!length || *length > line_characters_max) {
      problem.fields.push_back({"names", "Use 300 characters or fewer for a name"});
    }
    if (std::find(kept.begin(), kept.end(), name) != kept.end()) {
      problem.fields.push_back({"names", "Name each part once"});
    }
    kept.push_back(name);
  }
  names = std::move(kept);
  if (names.empty()) problem.fields.push_back({"names", "Enter the name of at least one part"});
  if (names.size() > split_max) {
    problem.fields.push_back({"names", "Enter 20 names or fewer at a time"});
  }
  check_paragraph(problem, "reason", reason);
  if (problem.fields.size() > 1 && problem.fields[0].field == problem.fields[1].field) {
    problem.fields.resize(1);
  }
  return problem;
}

std::string code_for(const std::string& words, const std::vector<EntryType>& types) {
  std::string stem;
  for (const char c : words) {
    const auto letter = static_cast<unsigned char>(c);
    if (letter < 0x80 && std::isalnum(letter) != 0) {
      stem.push_back(static_cast<char>(std::tolower(letter)));
    } else if (!stem.empty() && stem.back() != '_') {
      stem.push_back('_');
    }
    if (stem.size() >= 40) break;
  }
  while (!stem.empty() && stem.back() == '_')
    stem.pop_back();
  stem = "own_" + (stem.empty() ? "kind" : stem);
  auto code = stem;
  for (int number = 2; is_known(types, code); ++number)
    code = stem + "_" + std::to_string(number);
  return code;
}

bool stands_under(const Parents& parents, const EntryId& parent, const EntryId& entry) {
  auto at = parent;
  for (std::size_t step = 0; step <= parents.size(); ++step) {
    if (at == entry) return true;
    const auto above = parents.find(at);
    if (above == parents.end()) return false;
    at = above->second;
  }
  return true;
}

int levels_with(const Parents& parents, const EntryId& parent,
                const std::optional<EntryId>& entry) {
  return depth_of(parents, parent) + (entry ? height_of(parents, *entry) : 1);
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
