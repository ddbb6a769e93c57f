#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "domain/agency_register/agency_register.hpp"

namespace onereturn::agency_register {

// Section 11 itself names no interval: two years is what boards do.
inline constexpr int usual_months = 24;
inline constexpr int months_max = 120;
// A trust, its school, the school's site: no deeper.
inline constexpr int levels_max = 3;
inline constexpr std::size_t split_max = 20;

// What the organisation says, or its kind, or two years.
int months_between(std::optional<int> own, std::optional<int> of_kind);

// The same day so many months later; where that month has no such day, its last: 29 February and
// two years is 28 February.
Date next_due(Date last, int months);

// Each tidies in place and answers one field error for each thing that will not do.
// "organisation", "name", "type", "own_ref", "parent", "notes", "months", "completed".
Problem tidy(WriteEntry& entry, const std::vector<EntryType>& types, Date today);
Problem tidy(WriteType& type, const std::vector<EntryType>& types);  // "words", "months"
// "closed", "reason". The day is none before the entry's first and none to come.
Problem tidy(CloseEntry& close, const RegisterEntry& entry, Date today);
Problem tidy_reason(std::string& reason);  // "reason"
// The names of the parts that an organisation becomes, one a line: "names", "reason".
Problem tidy(std::vector<std::string>& names, std::string& reason);
// The number that was typed; nothing for "".
std::optional<int> months_typed(const std::string& text);

// A code for a kind that a board adds, made from its words and not taken yet.
std::string code_for(const std::string& words, const std::vector<EntryType>& types);

// By entry, the one above it. True when `parent` stands under `entry`, or is it.
using Parents = std::map<EntryId, EntryId>;
bool stands_under(const Parents& parents, const EntryId& parent, const EntryId& entry);
// How many levels there would be through `entry` if it stood under `parent`.
int levels_with(const Parents& parents, const EntryId& parent, const std::optional<EntryId>& entry);

Problem tidy(WriteContact& contact);  // "contact_name", "contact_position", "contact_email"
// Blanks gone, in the directory's own case; a field error "number" for what cannot be one.
Problem tidy(DirectoryNumber& number);

}  // namespace onereturn::agency_register
