#pragma once

#include <optional>

#include "base/result.hpp"
#include "domain/reports/return_paper_store.hpp"

// Returns on paper, for the people of the board that received and of the agency that answers: asked
// for here, made by the worker, taken along when they are ready.
namespace onereturn::reports {

// What can be had of a version, of the one that stands where none is named, and how it stands.
// Refuses with not_found.
Result<PapersOfReturn> papers_of_return(postgres::BoardTx& tx, const ReturnId& id,
                                        const std::optional<int>& version);
Result<PapersOfReturn> papers_of_return(postgres::AgencyTx& tx, const RequestId& request,
                                        const std::optional<int>& version);

// Asks the worker. Asking again for what is on its way, or ready and as new as the version, changes
// nothing; what was asked for half an hour ago and never came is asked for anew. Answers whether a
// worker has something to do. Refuses with not_found what cannot be had, and at the board, for
// tables, with forbidden whoever may not take lists along.
Result<bool> ask_for_return_paper(postgres::BoardTx& tx, const ReturnId& id,
                                  const std::optional<int>& version, const ReturnPaper& paper,
                                  Instant at);
Result<bool> ask_for_return_paper(postgres::AgencyTx& tx, const RequestId& request,
                                  const std::optional<int>& version, const ReturnPaper& paper,
                                  Instant at);

// A ready file, whole, and noted in the trail; at the board as an opening of the return, and tables
// as an export. Refuses with not_found, also while it is not ready and once words were erased since
// it was made, and with forbidden as above.
Result<ReadyReturnPaper> take_return_paper(postgres::BoardTx& tx, const ReturnId& id,
                                           const FileId& file, Instant at);
Result<ReadyReturnPaper> take_return_paper(postgres::AgencyTx& tx, const RequestId& request,
                                           const FileId& file);

}  // namespace onereturn::reports
