#include "domain/identity/identity_store.hpp"

#include "domain/identity/sql.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::identity {

LookedUp look_up(postgres::AuthTx& tx, const std::string& email, const std::string& address) {
  const auto rows = tx.run(sql::sign_in_look_up, email, address);
  const auto row = rows.one();
  return {row.id_if<PersonId>("person_id"), row.text_if("password_hash").value_or(""),
          row.boolean("locked")};
}

void count_failed(postgres::AuthTx& tx, const std::string& email, const std::string& address) {
  tx.run(sql::sign_in_failed, email, address);
}

void forget_failures(postgres::AuthTx& tx, const PersonId& person) {
  tx.run(sql::sign_in_succeeded, person);
}

std::vector<Membership> memberships_of(postgres::AuthTx& tx, const PersonId& person) {
  std::vector<Membership> all;
  for (const auto row : tx.run(sql::memberships_of, person)) {
    all.push_back({row.id<MembershipId>("membership_id"), row.id<PartyId>("party_id"),
                   row.text("party_name"), row.text("party_kind"), row.id_if<UnitId>("unit_id"),
                   row.text("role"), row.text_if("position").value_or("")});
  }
  return all;
}

std::optional<Instant> insert_session(postgres::AuthTx& tx, const std::string& token_hash,
                                      const PersonId& person, const MembershipId& membership,
                                      std::chrono::seconds lifetime, const SignedInBy& by,
                                      const std::string& replaced_token_hash) {
  const auto replaced =
      replaced_token_hash.empty() ? postgres::Param() : postgres::to_bytea(replaced_token_hash);
  try {
    return tx
        .run(sql::begin_session, postgres::to_bytea(token_hash), person, membership,
             static_cast<std::int64_t>(lifetime.count()), replaced, by.device, by.two_factor)
        .one()
        .instant("expires_at");
  } catch (const postgres::StatementFailed& failed) {
    if (failed.sqlstate() == "OR005") return std::nullopt;
    throw;
  }
}

void touch_session(postgres::SystemTx& tx, const std::string& token_hash) {
  tx.run(sql::note_use, postgres::to_bytea(token_hash));
}

void end_session(postgres::AuthTx& tx, const std::string& token_hash) {
  tx.run(sql::end_session, postgres::to_bytea(token_hash));
}

std::optional<OpenSession> read_session(postgres::AuthTx& tx, const std::string& token_hash) {
  const auto rows = tx.run(sql::session_info, postgres::to_bytea(token_hash));
  if (rows.empty()) return std::nullopt;
  return OpenSession{rows[0].id<PersonId>("person_id"), rows[0].text("person_name"),
                     rows[0].id<MembershipId>("membership_id")};
}

}  // namespace onereturn::identity
