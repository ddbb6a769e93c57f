#pragma once

#include <string>

#include "base/ids.hpp"
#include "base/result.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::evidence {

// One box of one board's own form. Whoever asks has looked that the request is open and has it.
struct FormPlace {
  UnitId unit;
  RequestId request;
  BoardId board;
  std::string box_no;
};

// Cites evidence that is there already in that box. No problem when it is cited there.
// Refuses with not_found for evidence or a request of somebody else, with forbidden for a role that
// does not write.
Result<Done> cite_in_form(postgres::AgencyTx& tx, const EvidenceId& evidence,
                          const FormPlace& place);

}  // namespace onereturn::evidence
