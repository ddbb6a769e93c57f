#pragma once

#include "base/problem.hpp"
#include "domain/agency_register/agency_register.hpp"

namespace onereturn::agency_register {

// Each tidies in place and answers one field error for each thing that will not do.
Problem tidy(WriteEntry& entry);      // "organisation", "name", "type", "own_ref"
Problem tidy(WriteContact& contact);  // "contact_name", "contact_position", "contact_email"
// Blanks gone, in the directory's own case; a field error "number" for what cannot be one.
Problem tidy(DirectoryNumber& number);

}  // namespace onereturn::agency_register
