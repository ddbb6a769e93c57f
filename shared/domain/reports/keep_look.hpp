#pragma once

#include "base/result.hpp"
#include "domain/reports/report.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::reports {

inline constexpr std::size_t logo_bytes_max = 500'000;

BoardLook read_look(postgres::BoardTx& tx);

// Keeps how the board's papers look, if nobody changed it since (`version`). The page has looked
// into the logo already: it is a PNG or JPEG picture. Refuses with forbidden, conflict
// `changed-meanwhile`, and invalid by field: `name`, `colour` (too pale to be read as text),
// `logo`.
Result<Done> keep_look(postgres::BoardTx& tx, const BoardLook& look, Instant at);

}  // namespace onereturn::reports
