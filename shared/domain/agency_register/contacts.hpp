#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"

// People whom a board writes to, by what they are in an organisation. A row is never changed: a
// correction ends it and adds another. Whoever is a contact of two organisations stands there
// twice, and nothing connects the two.
namespace onereturn::agency_register {

using ContactId = Id<struct ContactTag>;

// A row of the catalogue. `rung` is where a reminder reaches them: "person", "lead",
// "board_member", or nothing.
struct ContactRole {
  std::string code;
  std::string words;
  std::string rung;
};

struct Person {
  ContactId contact;
  EntryId entry;
  std::string role;
  std::string role_words;
  std::string name;
  std::string position;
  std::string email;
  std::string telephone;
  Date valid_from;
  std::optional<Date> valid_to;
  std::string added_from;  // "board" or "agency"
  std::string ended_from;  // the same; "" while it holds
  std::string ended_because;
  std::optional<Instant> bounced_at;
  std::string bounce_reason;  // for the board alone
  bool left = false;          // for the agency's lead: a colleague here once, and no more
};

struct Confirmation {
  std::string by;
  Instant at;
};

// Everybody of one organisation whom a board knows.
struct People {
  EntryId entry;
  std::string entry_name;
  std::string board_name;                 // for the agency's own page
  std::vector<Person> persons;            // those who hold first, in the order of their roles
  std::optional<Confirmation> confirmed;  // the last one
  std::optional<Instant> asked_at;        // the newest return asked for
  bool needs_confirming = false;          // not confirmed since that
};

// As a form sends it.
struct WritePerson {
  std::string role;
  std::string name;
  std::string position;
  std::string email;
  std::string telephone;
};

// A list of a board's contacts that hold.
struct PeopleAsked {
  std::string text;                // in name, organisation or address
  std::vector<std::string> roles;  // any of them; empty: all
  bool bounced_only = false;
  bool by_organisation = true;
  bool descending = false;
  int limit = 50;
  int offset = 0;
};
struct PersonOfEntry {
  Person person;
  std::string entry_name;
};
struct PeopleFound {
  int total = 0;
  std::vector<PersonOfEntry> persons;
};

}  // namespace onereturn::agency_register
