#pragma once

#include "domain/returns/save_answer.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::returns {

// Saves one common answer by one function in one round trip: it enters with the session, checks
// the version, writes texts, parts, history and trail, and commits. Refuses with not_found for a
// requirement, part or unit that is not there.
Result<SaveOutcome> call_save_answer(postgres::Database& database,
                                     const postgres::TokenHash& session, const SaveAnswer& command);

}  // namespace onereturn::returns
