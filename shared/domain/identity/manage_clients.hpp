#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/identity/client_rules.hpp"
#include "platform/postgres/transaction.hpp"

// What a lead and an authoriser do about the programs of their agency. All refuse with forbidden
// for other roles, with not_found for a program that is not theirs or was ended.
namespace onereturn::identity {

// Every program, those that may still act first. For leads and authorisers.
Result<std::vector<Client>> list_clients(postgres::AgencyTx& tx);

// Lets a program in. `secret_hash` is SHA-256 of a fresh secret, 32 bytes. For leads. Refuses with
// invalid (fields "name", "scopes"), conflict `program-there` when this form was sent before, and
// conflict `programs-full` at twenty open ones.
Result<Done> issue_client(postgres::AgencyTx& tx, IssueClient command,
                          const std::string& secret_hash);

// A new secret; the old one goes on for that many hours. For leads.
Result<Done> rotate_client(postgres::AgencyTx& tx, const ClientId& client,
                           const std::string& secret_hash, int overlap_hours);

// Its secrets, tokens and consent end now. For leads.
Result<Done> revoke_client(postgres::AgencyTx& tx, const ClientId& client);

// The authoriser who acts lets the program send in their name for 1 to 366 days. Refuses with
// invalid, field "position", "statement" or "days".
struct AgreeToSubmit {
  ClientId client;
  std::string position;
  std::string statement;
  int days = 0;
};
Result<Done> agree_to_submit(postgres::AgencyTx& tx, AgreeToSubmit command);

// It sends in nobody's name from now on. For leads and authorisers.
Result<Done> withdraw_consent(postgres::AgencyTx& tx, const ClientId& client);

}  // namespace onereturn::identity
