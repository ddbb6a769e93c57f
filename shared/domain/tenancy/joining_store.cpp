#include "domain/tenancy/joining_store.hpp"

#include "domain/tenancy/sql.hpp"

namespace onereturn::tenancy {

std::optional<JoinInvitation> find_join(postgres::AuthTx& tx, const std::string& token_hash) {
  const auto rows = tx.run(sql::read_join, postgres::to_bytea(token_hash));
  if (rows.empty()) return std::nullopt;
  const auto row = rows.one();
  return JoinInvitation{row.text("board_name"), row.text("name"), row.text("email"),
                        row.boolean("has_account")};
}

std::optional<OpenedRoom> insert_room(postgres::AuthTx& tx, const OpenRoom& command) {
  const auto own = command.own_token_hash.empty() ? postgres::Param()
                                                  : postgres::to_bytea(command.own_token_hash);
  const auto rows = tx.run(sql::open_room, postgres::to_bytea(command.token_hash), own,
                           command.person_name, command.position, command.room_name, command.signs);
  if (rows.empty()) return std::nullopt;
  const auto row = rows.one();
  return OpenedRoom{row.id<PartyId>("party_id"), row.id<PersonId>("person_id"),
                    row.id<MembershipId>("membership_id")};
}

void ensure_root_unit(postgres::AgencyTx& tx) { tx.run(sql::ensure_root_unit); }

std::optional<JoinedBoard> use_join(postgres::AgencyTx& tx, const std::string& token_hash,
                                    const std::optional<UnitId>& unit) {
  const auto rows = tx.run(sql::accept_join, postgres::to_bytea(token_hash), unit);
  if (rows.empty()) return std::nullopt;
  const auto row = rows.one();
  return JoinedBoard{row.id<BoardId>("board_id"), row.text("board_name")};
}

std::vector<std::string> read_joined_boards(postgres::AgencyTx& tx) {
  std::vector<std::string> names;
  for (const auto row : tx.run(sql::joined_boards))
    names.push_back(row.text("name"));
  return names;
}

}  // namespace onereturn::tenancy
