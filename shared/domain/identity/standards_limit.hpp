#pragma once

#include <string>

#include "base/ids.hpp"
#include "base/problem.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::identity {

// False for a contributor whom the lead has limited to other standards than this requirement's.
bool may_write_requirement(postgres::AgencyTx& tx, const std::string& requirement);

// The same for a place of the form that a board asks in this request: a box, an item or a section.
bool may_write_box(postgres::AgencyTx& tx, const BoardId& board, const RequestId& request,
                   const std::string& place);
// The same for a form in any of its versions.
bool may_write_place(postgres::AgencyTx& tx, const std::string& form, const std::string& place);
// The same for what a query is about, as its key ends: "C1.1", "1.2", "own:1.2:an excerpt".
bool may_explain(postgres::AgencyTx& tx, const BoardId& board, const RequestId& request,
                 const std::string& subject);
// The same for an action, all of whose subjects must be theirs.
bool may_write_commitment(postgres::AgencyTx& tx, const CommitmentId& commitment);

// The refusal, at the page's first field: what was typed stays on the page.
Problem not_among_your_standards();

}  // namespace onereturn::identity
