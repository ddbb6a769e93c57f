#pragma once

#include <optional>
#include <string>

#include "domain/tenancy/joining.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to invitations and rooms.
namespace onereturn::tenancy {

std::optional<JoinInvitation> find_join(postgres::AuthTx& tx, const std::string& token_hash);
std::optional<OpenedRoom> insert_room(postgres::AuthTx& tx, const OpenRoom& command);

// The whole agency is a unit of its own, with the agency's id.
void ensure_root_unit(postgres::AgencyTx& tx);

struct JoinedBoard {
  BoardId board;
  std::string name;
};
std::optional<JoinedBoard> use_join(postgres::AgencyTx& tx, const std::string& token_hash,
                                    const std::optional<UnitId>& unit);

std::vector<std::string> read_joined_boards(postgres::AgencyTx& tx);

}  // namespace onereturn::tenancy
