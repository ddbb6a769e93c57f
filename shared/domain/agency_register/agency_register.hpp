#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"

// A board's register: the organisations that it asks, and whom to write to. It says nothing about
// who uses the service: an entry points to an agency's room only after that agency has joined.
namespace onereturn::agency_register {

// A row of the public directory.
struct Organisation {
  OrganisationId organisation;
  std::string name;
  std::string kind;
};

struct Contact {
  std::string name;
  std::string position;
  std::string email;
  Date valid_from;
  std::optional<Date> valid_to;
};

// A kind of organisation that a board audits: one of those that every board has, which it may word
// in its own way, or one that it has added.
struct EntryType {
  std::string type;  // a code of ours, or one made from the words
  std::string words;
  std::optional<int> months;  // every how many months it is asked; nothing: two years
  bool section11 = false;     // named in section 11, as a rule
  bool added = false;         // this board's own
  int version = 0;            // 0: the board has said nothing of it
};
// The words of a kind; the code itself where nobody knows it.
std::string type_words(const std::vector<EntryType>& types, std::string_view type);

struct RegisterEntry {
  EntryId entry;
  std::optional<OrganisationId> organisation;
  std::string name;
  std::string type;
  std::string own_ref;
  Date from_on;
  std::optional<Date> to_on;
  bool joined = false;
  std::optional<Instant> asked_at;  // when it was last invited
  std::string type_words;
  bool section11 = true;  // a body of section 11; otherwise another partner
  std::optional<EntryId> parent;
  std::string parent_name;
  std::string notes;
  std::optional<int> months;         // its own; nothing: as its kind
  int every = 24;                    // months, whoever says so
  std::optional<Date> completed_on;  // as the board has written it
  int version = 1;
};

// An entry of the register to choose, or to go to.
struct Choice {
  EntryId entry;
  std::string name;
  bool ended = false;
};

// Something that was done to an entry.
struct RegisterChange {
  std::string what;  // "added", "renamed", "merged_into" ...
  std::string was_name;
  std::string name;
  std::optional<EntryId> other;
  std::string other_name;
  std::vector<std::pair<std::string, std::string>> was;  // what it said before, by field
  std::string reason;
  std::string by;
  Instant at;
};

// How the public directory numbers organisations: "urn", "ods", "force".
struct DirectoryNumber {
  std::string kind;
  std::string number;
};

// An entry as a form sends it.
struct WriteEntry {
  std::string organisation;  // an id of the directory, or ""
  std::string name;
  std::string type;
  std::string own_ref;
  bool section11 = true;
  std::string parent = {};  // an id of the register, or ""
  std::string notes = {};
  std::string months = {};  // digits, or "" for as its kind
  std::optional<Date> completed_on = std::nullopt;
};

struct WriteType {
  std::string type;  // "" adds one
  std::string words;
  std::string months;
  bool section11 = false;
  int version = 0;
};

struct CloseEntry {
  std::optional<Date> on;
  std::string reason;
};

struct WriteContact {
  std::string name;
  std::string position;
  std::string email;
};

}  // namespace onereturn::agency_register
