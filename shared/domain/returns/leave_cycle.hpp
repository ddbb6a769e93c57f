#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/agency_register/end_entry.hpp"
#include "domain/returns/change_request.hpp"
#include "platform/postgres/transaction.hpp"

// Organisations that leave the register in the middle of a cycle, and requests that need no answer:
// they leave the denominators. A board's manager does it; refuses as end_entry.hpp says.
namespace onereturn::returns {

// Of what they were asked and have not answered: gone from their room, or still there to be
// answered. Neither is counted any more. carry, of a merge alone: gone from there, and the one that
// goes on is asked, by the same day or tomorrow, unless it was asked for the same already.
enum class OpenRequests { withdraw, keep, carry };

// How many requests of it are open.
int count_open_requests(postgres::BoardTx& tx, const EntryId& entry);

Result<Done> close_organisation(postgres::BoardTx& tx, const EntryId& entry,
                                agency_register::CloseEntry close, OpenRequests open, Instant at);
// Answers what `stays` is asked for now.
Result<std::vector<RequestId>> merge_organisations(postgres::BoardTx& tx, const EntryId& goes,
                                                   const EntryId& stays, std::string reason,
                                                   OpenRequests open, Instant at);
Result<std::vector<EntryId>> split_organisation(postgres::BoardTx& tx, const EntryId& entry,
                                                std::vector<std::string> names, bool ends,
                                                std::string reason, OpenRequests open, Instant at);
// What was kept is counted again; what was withdrawn stays withdrawn.
Result<Done> open_organisation_again(postgres::BoardTx& tx, const EntryId& entry, Instant at);

// The request need not be answered this time, for a reason (field "reason"); or it must after all,
// with an empty reason. Twice is as good as once. Refuses as change_request.hpp says.
Result<Done> leave_request_out(postgres::BoardTx& tx, const RequestId& request, std::string reason,
                               Instant at);
Result<Done> count_request_again(postgres::BoardTx& tx, const RequestId& request, Instant at);

}  // namespace onereturn::returns
