#pragma once

#include <string_view>

namespace onereturn::identity {

// Who may do what in an agency. A contributor writes; a lead writes and chooses; an authoriser
// reads, chooses and submits. A lead does not submit: the signature is a second person's, except
// that one person may hold both roles and take them one at a time.
bool may_read(std::string_view role);
bool may_write(std::string_view role);
bool may_choose(std::string_view role);
bool may_submit(std::string_view role);
// Lets programs and colleagues in.
bool may_lead(std::string_view role);

}  // namespace onereturn::identity
