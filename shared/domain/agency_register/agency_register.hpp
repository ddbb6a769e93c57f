#pragma once

#include <array>
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
};

// What an entry may be, with the word for it.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 9> entry_types{{
    {"school", "School"},
    {"college", "College"},
    {"nursery", "Nursery or childminder"},
    {"health", "Health body"},
    {"police", "Police force"},
    {"probation", "Probation or prison"},
    {"council", "Council service"},
    {"voluntary", "Voluntary organisation"},
    {"other", "Other"},
}};
std::string type_words(std::string_view type);

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
};

struct WriteContact {
  std::string name;
  std::string position;
  std::string email;
};

}  // namespace onereturn::agency_register
