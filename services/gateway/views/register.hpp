#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/agency_register/keep_register.hpp"
#include "domain/returns/asking.hpp"
#include "gateway/views/listing.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// A board's register: the list, one entry, and adding to it.
namespace onereturn::gateway::views {

// What the list of the register is made of.
ListShape register_shape();
html::Data register_page(const std::vector<agency_register::RegisterEntry>& entries,
                         const std::vector<returns::AskedRequest>& requests, ListAsked asked,
                         bool may_write);

struct EntryInput {
  const agency_register::EntryWithContacts& found;
  bool may_write = false;
  agency_register::WriteContact typed;
  std::string saved;
  std::vector<PageError> errors = {};
  html::Data asked = html::Data::list();  // rows of asked_rows
};
html::Data entry_page(const EntryInput& input);

struct AddInput {
  agency_register::DirectoryNumber number;  // what was looked up, if anything
  bool looked_up = false;
  std::optional<agency_register::Organisation> found;
  agency_register::WriteEntry entry;
  agency_register::WriteContact contact;
  std::vector<PageError> errors = {};
};
html::Data add_entry_page(const AddInput& input);

}  // namespace onereturn::gateway::views
