#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/mapping/mapping.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::returns {

// What one person wrote for one requirement, on top of `base_version` (0: nothing was there).
struct SaveAnswer {
  UnitId unit;  // see unit_to_answer
  std::string requirement;
  int base_version = 0;
  std::optional<int> level;
  bool not_applicable = false;
  std::string not_applicable_reason;
  mapping::Texts texts;
  std::map<std::string, mapping::Texts> part_texts;
  std::map<std::string, frameworks::LevelRange> parts;
  bool confirm = true;        // false: keep it as a draft
  std::string request_ref;    // of the request that causes it, for the trail
  std::optional<Instant> at;  // business time; nothing: the database's clock
};

// The other person's version, when somebody saved in between. Nothing of either is lost.
struct OtherVersion {
  mapping::Answer answer;
  int version = 0;
  std::string by;
  Instant at;
};

struct SaveOutcome {
  int version = 0;
  Instant saved_at;
  std::optional<OtherVersion> conflict;  // set: nothing was saved; `version` is theirs

  bool saved() const { return !conflict.has_value(); }
};

// The unit that a session answers for: its own, or the one asked for, or the whole agency (whose
// unit goes by the agency's own id). Refuses with not_found another unit than the session's own.
Result<UnitId> unit_to_answer(const PartyId& agency, const std::optional<UnitId>& own,
                              const std::optional<UnitId>& asked);

// Saves one common answer, confirmed or as a draft, in one round trip. Refuses with invalid (one
// field error each: level, reason, describes, knows, improve, parts), with not_found for a
// requirement or part that does not exist, with forbidden for a role that does not write.
Result<SaveOutcome> save_answer(postgres::Database& database, const postgres::TokenHash& session,
                                const SaveAnswer& command);

// The same for one board: the whole answer of a requirement that is about that board (with its
// level), or the words beside a common answer. Refuses with not_found for a board that asks
// nothing of this unit.
struct SaveBoardAnswer {
  RequestId request;
  std::string requirement;
  int base_version = 0;
  std::optional<int> level;
  bool not_applicable = false;
  std::string not_applicable_reason;
  mapping::Texts texts;
  bool confirm = true;        // as above
  std::optional<Instant> at;  // as above
};
Result<SaveOutcome> save_board_answer(postgres::AgencyTx& tx, const SaveBoardAnswer& command);

}  // namespace onereturn::returns
