#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/identity/account.hpp"
#include "domain/identity/links.hpp"
#include "domain/identity/second_factor.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to links, second factors and accounts: functions for the login that signs in.
// Those that answer bool say false for what counts no more, or too often.
namespace onereturn::identity {

bool insert_link(postgres::AuthTx& tx, LinkPurpose purpose, const std::string& email,
                 const std::string& address, const std::string& next_path);
std::optional<OpenLink> find_link(postgres::AuthTx& tx, LinkPurpose purpose,
                                  const std::string& token_hash);
std::optional<OpenLink> spend_link(postgres::AuthTx& tx, LinkPurpose purpose,
                                   const std::string& token_hash);
void insert_half_way(postgres::AuthTx& tx, const std::string& token_hash, const PersonId& person,
                     const std::string& next_path);

SecondFactor read_second_factor(postgres::AuthTx& tx, const PersonId& person);
StoredSecret insert_second_factor(postgres::AuthTx& tx, const PersonId& person,
                                  const StoredSecret& secret);
bool confirm_second_factor(postgres::AuthTx& tx, const PersonId& person, std::int64_t step,
                           const std::vector<std::string>& recovery_hashes);
bool take_step(postgres::AuthTx& tx, const PersonId& person, std::int64_t step);
bool spend_recovery_code(postgres::AuthTx& tx, const PersonId& person, const std::string& hash);
bool count_try(postgres::AuthTx& tx, const PersonId& person);

std::optional<Account> find_account(postgres::AuthTx& tx, const std::string& token_hash);
std::vector<OpenSessionRow> find_sessions(postgres::AuthTx& tx, const std::string& token_hash);
int end_sessions_elsewhere(postgres::AuthTx& tx, const std::string& token_hash,
                           const std::optional<SessionId>& session);
// Nothing when asked too often.
std::optional<AskedAt> insert_email_change(postgres::AuthTx& tx, const std::string& token_hash,
                                           const std::string& email, bool proved);
bool spend_email_leave(postgres::AuthTx& tx, const std::string& link_hash);
bool spend_email_change(postgres::AuthTx& tx, const std::string& link_hash);
void set_password(postgres::AuthTx& tx, const PersonId& person, const std::string& password_hash);
bool insert_signing_code(postgres::AuthTx& tx, const std::string& token_hash,
                         const std::string& digest, int copies);
bool check_signing_code(postgres::AuthTx& tx, const std::string& token_hash,
                        const std::string& digest, const std::string& code_hash);

}  // namespace onereturn::identity
