#pragma once

#include "base/problem.hpp"
#include "domain/agency_register/contacts.hpp"

namespace onereturn::agency_register {

// Tidies in place; one field error for each thing that will not do: "role", "name", "position",
// "email", "telephone".
Problem tidy(WritePerson& person, const std::vector<ContactRole>& roles);

// Once a cycle: a return was asked for after the last time that they said "these are right".
bool needs_confirming(const std::optional<Instant>& confirmed_at,
                      const std::optional<Instant>& asked_at);

// True when both say the same, so that there is nothing to correct.
bool says_the_same(const Person& person, const WritePerson& typed);

}  // namespace onereturn::agency_register
