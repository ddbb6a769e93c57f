#include "domain/identity/client_store.hpp"

#include "domain/identity/sql.hpp"

namespace onereturn::identity {

namespace {

std::optional<Consent> consent_of(const postgres::Row& row) {
  if (row.is_null("consent_name")) return std::nullopt;
  return Consent{row.text("consent_name"), row.text("consent_position"),
                 row.instant("consent_given_at"), row.instant("consent_ends_at"),
                 row.boolean("consent_is_mine")};
}

}  // namespace

std::vector<Client> read_clients(postgres::AgencyTx& tx) {
  std::vector<Client> all;
  for (const auto row : tx.run(sql::clients)) {
    all.push_back({row.id<ClientId>("client_id"), row.text("name"), row.list("scopes"),
                   row.text("issued_by"), row.instant("issued_at"), row.instant_if("revoked_at"),
                   row.instant_if("last_token_at"), row.instant_if("old_secret_ends_at"),
                   consent_of(row)});
  }
  return all;
}

bool insert_client(postgres::AgencyTx& tx, const IssueClient& command,
                   const std::string& secret_hash) {
  for (const auto& client : read_clients(tx)) {
    if (client.client == command.client) return false;
  }
  tx.run(sql::issue_client, command.client, command.name, command.scopes,
         postgres::to_bytea(secret_hash));
  return true;
}

bool replace_secret(postgres::AgencyTx& tx, const ClientId& client, const std::string& secret_hash,
                    int overlap_hours) {
  return tx.run(sql::rotate_client, client, postgres::to_bytea(secret_hash), overlap_hours)
      .one()
      .boolean("done");
}

bool revoke(postgres::AgencyTx& tx, const ClientId& client) {
  return tx.run(sql::revoke_client, client).one().boolean("done");
}

bool insert_consent(postgres::AgencyTx& tx, const ClientId& client, const std::string& position,
                    const std::string& statement, int days) {
  return tx.run(sql::agree_to_submit, client, position, statement, days).one().boolean("done");
}

bool end_consent(postgres::AgencyTx& tx, const ClientId& client) {
  return tx.run(sql::withdraw_consent, client).one().boolean("done");
}

std::optional<Authority> read_authority(postgres::AgencyTx& tx) {
  const auto rows = tx.run(sql::authority_to_submit);
  if (rows.empty()) return std::nullopt;
  const auto row = rows.one();
  return Authority{row.text("program"), row.text_if("name").value_or(""),
                   row.text_if("position").value_or(""), row.text_if("statement").value_or(""),
                   row.instant_if("given_at").value_or(Instant{})};
}

BegunSession begin_client_session(postgres::AuthTx& tx, const std::string& client,
                                  const std::string& secret_hash, const std::string& address,
                                  const std::optional<std::vector<std::string>>& scopes,
                                  const std::string& token_hash, int seconds) {
  const auto wanted = scopes ? postgres::to_param(*scopes) : postgres::Param();
  const auto rows = tx.run(sql::begin_client_session, client, postgres::to_bytea(secret_hash),
                           address, wanted, postgres::to_bytea(token_hash), seconds);
  const auto row = rows.one();
  return {row.text("outcome"),
          row.is_null("granted") ? std::vector<std::string>() : row.list("granted")};
}

std::optional<std::vector<std::string>> read_scopes(postgres::SystemTx& tx,
                                                    const std::string& token_hash) {
  const auto rows = tx.run(sql::session_scopes, postgres::to_bytea(token_hash));
  const auto row = rows.one();
  if (row.is_null("scopes")) return std::nullopt;
  return row.list("scopes");
}

bool begin_calendar(postgres::AuthTx& tx, const std::string& own_token_hash,
                    const std::string& token_hash) {
  const auto rows = tx.run(sql::begin_calendar, postgres::to_bytea(own_token_hash),
                           postgres::to_bytea(token_hash));
  return rows.one().boolean("done");
}

void end_calendar(postgres::AuthTx& tx, const std::string& own_token_hash) {
  tx.run(sql::end_calendar, postgres::to_bytea(own_token_hash));
}

std::optional<Instant> read_calendar_since(postgres::AuthTx& tx,
                                           const std::string& own_token_hash) {
  const auto rows = tx.run(sql::calendar_since, postgres::to_bytea(own_token_hash));
  return rows.one().instant_if("since");
}

}  // namespace onereturn::identity
