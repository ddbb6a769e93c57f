#pragma once

#include <string>

#include "base/problem.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::identity {

// False for a contributor whom the lead has limited to other standards than this requirement's.
bool may_write_requirement(postgres::AgencyTx& tx, const std::string& requirement);

// The refusal, at the page's first field: what was typed stays on the page.
Problem not_among_your_standards();

}  // namespace onereturn::identity
