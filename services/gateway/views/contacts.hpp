#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/agency_register/contacts.hpp"
#include "gateway/views/listing.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// Whom a board writes to, and what an organisation finds there of itself.
namespace onereturn::gateway::views {

using Roles = std::vector<agency_register::ContactRole>;

ListShape contacts_shape(const Roles& roles);
agency_register::PeopleAsked people_asked(const ListShape& shape, const ListAsked& asked);
html::Data contacts_page(const agency_register::PeopleFound& found, const ListShape& shape,
                         const ListAsked& asked, int bounced);
std::vector<std::vector<std::string>> contacts_rows(const agency_register::PeopleFound& found);

// One organisation's people as the board has them.
html::Data entry_contacts_page(const agency_register::People& people, bool may_write,
                               const std::string& saved);

// What each board has of the organisation itself.
html::Data own_contacts_page(const std::vector<agency_register::People>& all, bool may_write,
                             const std::string& saved);

struct ContactForm {
  std::string place;  // the address of the list that it belongs to
  std::string back;   // its words
  std::string organisation;
  Roles roles;
  agency_register::WritePerson typed = {};
  std::optional<agency_register::Person> present = std::nullopt;  // nothing: a new one
  bool of_board = false;
  std::vector<PageError> errors = {};
};
html::Data contact_form_page(const ContactForm& form);

agency_register::WritePerson written(const agency_register::Person& person);

}  // namespace onereturn::gateway::views
