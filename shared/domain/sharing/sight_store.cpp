#include "domain/sharing/sight_store.hpp"

#include "domain/sharing/sql.hpp"

namespace onereturn::sharing {
namespace {

using postgres::Row;

Grant grant_of(const Row& row) {
  Grant grant;
  grant.id = row.id<SightId>("sight_id");
  grant.board = row.id<BoardId>("tenant_id");
  grant.board_name = row.text("from_name");
  grant.council = row.id<PartyId>("to_party");
  grant.council_name = row.text("to_name");
  grant.parts = row.list("parts");
  grant.from = row.date("from_on");
  grant.until = row.date("to_on");
  grant.words = row.text("words");
  grant.granted_at = row.instant("granted_at");
  grant.ended_at = row.instant_if("ended_at");
  return grant;
}

}  // namespace

std::optional<Council> find_council(postgres::BoardTx& tx, const std::string& number) {
  const auto rows = tx.run(sql::council_of_number, number);
  if (rows.empty()) return std::nullopt;
  return Council{rows[0].id<PartyId>("party_id"), rows[0].text("name")};
}

std::vector<Grant> load_grants(postgres::BoardTx& tx) {
  std::vector<Grant> grants;
  for (const Row row : tx.run(sql::grants)) {
    grants.push_back(grant_of(row));
    grants.back().granted_by = row.text("granted_name");
    grants.back().ended_by = row.text("ended_name");
  }
  return grants;
}

void insert_grant(postgres::BoardTx& tx, const SightId& id, const Council& council,
                  const GrantSight& command) {
  tx.run(sql::insert_grant, id, council.id, council.name, tx.actor().party_name, command.parts,
         command.from, command.until, command.words, tx.actor().person_name, command.at);
}

bool end_grant(postgres::BoardTx& tx, const SightId& id, Instant at) {
  const std::optional<PartyId> any;
  return tx.run(sql::end_grants, id, any, at, tx.actor().person_name).affected() == 1;
}

void end_grants_to(postgres::BoardTx& tx, const PartyId& council, Instant at) {
  const std::optional<SightId> any;
  tx.run(sql::end_grants, any, council, at, tx.actor().person_name);
}

std::vector<Grant> load_own_grants(postgres::SessionTx& tx) {
  std::vector<Grant> grants;
  for (const Row row : tx.run(sql::own_grants)) {
    grants.push_back(grant_of(row));
  }
  return grants;
}

std::string own_number(postgres::SessionTx& tx) {
  const auto rows = tx.run(sql::own_number);
  return rows.one().text("number");
}

void enter_sight(postgres::SessionTx& tx, const std::optional<BoardId>& board, Date day) {
  tx.run(sql::enter_sight, board, day);
}

}  // namespace onereturn::sharing
