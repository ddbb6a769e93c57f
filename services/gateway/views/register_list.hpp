#pragma once

#include <string>
#include <vector>

#include "domain/agency_register/register_list.hpp"
#include "domain/returns/waves.hpp"
#include "gateway/views/listing.hpp"
#include "platform/html/data.hpp"

// The register as a page and as a file.
namespace onereturn::gateway::views {

// What the list is made of; kinds and waves are the board's own.
ListShape register_shape(const std::vector<agency_register::EntryType>& types,
                         const std::vector<returns::Wave>& waves,
                         const agency_register::RegisterCounts& counts);

// What the address asks for, as the register answers it.
agency_register::RegisterQuery register_query(const ListAsked& asked);

struct RegisterInput {
  const ListShape& shape;
  const ListAsked& asked;
  const agency_register::RegisterPage& page;
  const agency_register::RegisterCounts& counts;
  bool may_write = false;
  std::string refused = {};  // what was wrong with what was ticked
  std::string join = {};     // the wave in which they are to be asked; kept by the shape as well
};
html::Data register_page(const RegisterInput& input);

std::vector<std::vector<std::string>> register_rows(const agency_register::RegisterPage& page);
const std::vector<std::string>& register_headings();

}  // namespace onereturn::gateway::views
