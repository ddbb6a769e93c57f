#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/identity/client_rules.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to programs: functions that check the role in the sealed scope themselves.
namespace onereturn::identity {

std::vector<Client> read_clients(postgres::AgencyTx& tx);
// False when that program is there already.
bool insert_client(postgres::AgencyTx& tx, const IssueClient& command,
                   const std::string& secret_hash);
bool replace_secret(postgres::AgencyTx& tx, const ClientId& client, const std::string& secret_hash,
                    int overlap_hours);
bool revoke(postgres::AgencyTx& tx, const ClientId& client);
bool insert_consent(postgres::AgencyTx& tx, const ClientId& client, const std::string& position,
                    const std::string& statement, int days);
bool end_consent(postgres::AgencyTx& tx, const ClientId& client);

// Nothing for a person. A program that nobody vouches for has an Authority without a name.
std::optional<Authority> read_authority(postgres::AgencyTx& tx);

struct BegunSession {
  std::string outcome;  // "ok", "locked", "unknown", "scope", "consent", "many"
  std::vector<std::string> granted;
};
BegunSession begin_client_session(postgres::AuthTx& tx, const std::string& client,
                                  const std::string& secret_hash, const std::string& address,
                                  const std::optional<std::vector<std::string>>& scopes,
                                  const std::string& token_hash, int seconds);

// Nothing for a session that may do all that its role may.
std::optional<std::vector<std::string>> read_scopes(postgres::SystemTx& tx,
                                                    const std::string& token_hash);

// A calendar's address, for the person whose session the first digest names.
bool begin_calendar(postgres::AuthTx& tx, const std::string& own_token_hash,
                    const std::string& token_hash);
void end_calendar(postgres::AuthTx& tx, const std::string& own_token_hash);
std::optional<Instant> read_calendar_since(postgres::AuthTx& tx, const std::string& own_token_hash);

}  // namespace onereturn::identity
