#include "domain/identity/roles.hpp"

namespace onereturn::identity {

bool may_write(std::string_view role) { return role == "contributor" || role == "lead"; }

bool may_choose(std::string_view role) { return role == "lead" || role == "authoriser"; }

bool may_submit(std::string_view role) { return role == "authoriser"; }

bool may_lead(std::string_view role) { return role == "lead"; }

bool may_read(std::string_view role) { return may_write(role) || may_submit(role); }

}  // namespace onereturn::identity
