#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/sharing/sharing.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to tenant.sight.
namespace onereturn::sharing {

struct Council {
  PartyId id;
  std::string name;
};

// Nothing when no council has the number, or it was asked too often.
std::optional<Council> find_council(postgres::BoardTx& tx, const std::string& number);

std::vector<Grant> load_grants(postgres::BoardTx& tx);
void insert_grant(postgres::BoardTx& tx, const SightId& id, const Council& council,
                  const GrantSight& command);
// False when it had ended.
bool end_grant(postgres::BoardTx& tx, const SightId& id, Instant at);
void end_grants_to(postgres::BoardTx& tx, const PartyId& council, Instant at);

// The council's side: what it was granted, by every board, ever.
std::vector<Grant> load_own_grants(postgres::SessionTx& tx);
std::string own_number(postgres::SessionTx& tx);
// What this transaction shows from now on: one board's rows on that day, or, without a board, the
// list of grants alone.
void enter_sight(postgres::SessionTx& tx, const std::optional<BoardId>& board, Date day);

}  // namespace onereturn::sharing
