#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/agency_register/keep_register.hpp"
#include "domain/returns/asking.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// A board's register: the list, one entry, and adding to it.
namespace onereturn::gateway::views {

struct EntryInput {
  const agency_register::EntryWithContacts& found;
  bool may_write = false;
  agency_register::WriteContact typed;
  std::string saved;
  std::vector<PageError> errors = {};
  html::Data asked = html::Data::list();  // rows of asked_rows
  std::optional<Date> last_done = std::nullopt;
};
html::Data entry_page(const EntryInput& input);

struct AddInput {
  agency_register::DirectoryNumber number;  // what was looked up, if anything
  bool looked_up = false;
  std::optional<agency_register::Organisation> found;
  std::vector<agency_register::EntryType> types;
  agency_register::WriteEntry entry;
  agency_register::WriteContact contact;
  std::vector<PageError> errors = {};
};
html::Data add_entry_page(const AddInput& input);

}  // namespace onereturn::gateway::views
