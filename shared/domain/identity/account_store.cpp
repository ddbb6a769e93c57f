#include "domain/identity/account_store.hpp"

#include "domain/identity/sql.hpp"

namespace onereturn::identity {

namespace {

const char* name_of(LinkPurpose purpose) {
  switch (purpose) {
    case LinkPurpose::sign_in:
      return "sign_in";
    case LinkPurpose::password:
      return "password";
    case LinkPurpose::half_way:
      return "half_way";
    case LinkPurpose::colleague:
      return "colleague";
    case LinkPurpose::email_leave:
      return "email_leave";
    case LinkPurpose::email_change:
      return "email_change";
    case LinkPurpose::join:
      return "join";
  }
  return "";
}

std::optional<OpenLink> link_of(const postgres::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  const auto row = rows[0];
  return OpenLink{row.id_if<PersonId>("person_id"),
                  row.text_if("person_name").value_or(""),
                  row.text_if("email").value_or(""),
                  row.id_if<PartyId>("party_id"),
                  row.text_if("ref"),
                  row.text("next_path")};
}

StoredSecret stored_secret(const postgres::Row& row) {
  if (row.is_null("secret")) return {};
  return {row.bytes("secret"), row.text_if("key_id").value_or("")};
}

}  // namespace

bool insert_link(postgres::AuthTx& tx, LinkPurpose purpose, const std::string& email,
                 const std::string& address, const std::string& next_path) {
  return tx.run(sql::ask_link, name_of(purpose), email, address, next_path)
      .one()
      .boolean("allowed");
}

std::optional<OpenLink> find_link(postgres::AuthTx& tx, LinkPurpose purpose,
                                  const std::string& token_hash) {
  return link_of(tx.run(sql::read_link, postgres::to_bytea(token_hash), name_of(purpose)));
}

std::optional<OpenLink> spend_link(postgres::AuthTx& tx, LinkPurpose purpose,
                                   const std::string& token_hash) {
  return link_of(tx.run(sql::use_link, postgres::to_bytea(token_hash), name_of(purpose)));
}

void insert_half_way(postgres::AuthTx& tx, const std::string& token_hash, const PersonId& person,
                     const std::string& next_path) {
  tx.run(sql::begin_half_way, postgres::to_bytea(token_hash), person, next_path);
}

SecondFactor read_second_factor(postgres::AuthTx& tx, const PersonId& person) {
  const auto rows = tx.run(sql::second_factor_of, person);
  const auto row = rows.one();
  return {row.boolean("needed"), row.boolean("confirmed"), stored_secret(row),
          row.number("codes_left"), row.boolean("has_password")};
}

StoredSecret insert_second_factor(postgres::AuthTx& tx, const PersonId& person,
                                  const StoredSecret& secret) {
  const auto rows =
      tx.run(sql::offer_second_factor, person, postgres::to_bytea(secret.bytes), secret.key_id);
  return stored_secret(rows.one());
}

bool confirm_second_factor(postgres::AuthTx& tx, const PersonId& person, std::int64_t step,
                           const std::vector<std::string>& recovery_hashes) {
  std::vector<postgres::Param> hashes;
  for (const auto& hash : recovery_hashes)
    hashes.push_back(postgres::to_bytea(hash));
  return tx.run(sql::confirm_second_factor, person, step, postgres::to_param(hashes))
      .one()
      .boolean("done");
}

bool take_step(postgres::AuthTx& tx, const PersonId& person, std::int64_t step) {
  return tx.run(sql::take_step, person, step).one().boolean("done");
}

bool spend_recovery_code(postgres::AuthTx& tx, const PersonId& person, const std::string& hash) {
  return tx.run(sql::take_recovery_code, person, postgres::to_bytea(hash)).one().boolean("done");
}

bool count_try(postgres::AuthTx& tx, const PersonId& person) {
  return tx.run(sql::count_code_try, person).one().boolean("allowed");
}

std::optional<Account> find_account(postgres::AuthTx& tx, const std::string& token_hash) {
  const auto rows = tx.run(sql::account_of, postgres::to_bytea(token_hash));
  if (rows.empty()) return std::nullopt;
  const auto row = rows[0];
  return Account{row.id<PersonId>("person_id"),
                 row.text("person_name"),
                 row.text("email"),
                 row.text_if("password_hash").value_or(""),
                 row.boolean("has_second_factor"),
                 row.boolean("needs_second_factor"),
                 row.boolean("two_factor"),
                 row.number("codes_left")};
}

std::vector<OpenSessionRow> find_sessions(postgres::AuthTx& tx, const std::string& token_hash) {
  std::vector<OpenSessionRow> all;
  for (const auto row : tx.run(sql::sessions_of, postgres::to_bytea(token_hash))) {
    all.push_back({row.id<SessionId>("session_id"), row.instant("started_at"),
                   row.instant("expires_at"), row.text("device"), row.text("kind") == "bearer",
                   row.boolean("is_this"), row.text("party_name"), row.text("role")});
  }
  return all;
}

int end_sessions_elsewhere(postgres::AuthTx& tx, const std::string& token_hash,
                           const std::optional<SessionId>& session) {
  return tx.run(sql::end_sessions_elsewhere, postgres::to_bytea(token_hash), session)
      .one()
      .number("ended");
}

std::optional<AskedAt> insert_email_change(postgres::AuthTx& tx, const std::string& token_hash,
                                           const std::string& email, bool proved) {
  const auto rows = tx.run(sql::ask_email_change, postgres::to_bytea(token_hash), email, proved);
  const auto row = rows.one();
  if (row.is_null("mailed_there")) return std::nullopt;
  return row.boolean("mailed_there") ? AskedAt::new_address : AskedAt::present_address;
}

bool spend_email_leave(postgres::AuthTx& tx, const std::string& link_hash) {
  return tx.run(sql::agree_email_change, postgres::to_bytea(link_hash)).one().boolean("done");
}

bool spend_email_change(postgres::AuthTx& tx, const std::string& link_hash) {
  return tx.run(sql::change_email, postgres::to_bytea(link_hash)).one().boolean("done");
}

void set_password(postgres::AuthTx& tx, const PersonId& person, const std::string& password_hash) {
  tx.run(sql::set_password_hash, person, password_hash);
}

bool insert_signing_code(postgres::AuthTx& tx, const std::string& token_hash,
                         const std::string& digest, int copies) {
  return tx
      .run(sql::ask_signing_code, postgres::to_bytea(token_hash), postgres::to_bytea(digest),
           copies)
      .one()
      .boolean("allowed");
}

bool check_signing_code(postgres::AuthTx& tx, const std::string& token_hash,
                        const std::string& digest, const std::string& code_hash) {
  return tx
      .run(sql::confirm_signing, postgres::to_bytea(token_hash), postgres::to_bytea(digest),
           postgres::to_bytea(code_hash))
      .one()
      .boolean("done");
}

}  // namespace onereturn::identity
