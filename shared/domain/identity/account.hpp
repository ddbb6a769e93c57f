#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/identity/identity.hpp"
#include "platform/postgres/transaction.hpp"

// What a person sees and changes of their own account, by the digest of their session's token.
namespace onereturn::identity {

struct Account {
  PersonId person;
  std::string name;
  std::string email;
  std::string password_hash;  // "" without a password
  bool has_second_factor = false;
  bool needs_second_factor = false;
  bool two_factor = false;  // this session was begun with both
  int codes_left = 0;
};

using SessionId = Id<struct SessionTag>;

struct OpenSessionRow {
  SessionId session;
  Instant started_at;
  Instant expires_at;
  std::string device;  // "Chromium on Linux"
  bool is_program = false;
  bool is_this = false;
  std::string party_name;
  std::string role;
};

// Both refuse with unauthenticated when the session is over.
Result<Account> read_account(postgres::AuthTx& tx, const std::string& token_hash);
Result<std::vector<OpenSessionRow>> list_sessions(postgres::AuthTx& tx,
                                                  const std::string& token_hash);

// Ends one other session of this person, or without an id all other browsers'. Somebody else's id
// ends nothing. Answers how many ended.
Result<int> sign_out_elsewhere(postgres::AuthTx& tx, const std::string& token_hash,
                               const std::optional<SessionId>& session);

// `proved`: their password was typed. Then a link goes to the new address and the present one is
// told; otherwise the present one gets a link first, so that an open session alone takes no account
// along. Answers the same when the address is somebody's already, who is told instead. Refuses with
// invalid, field "email"; with too_many after five in a quarter hour.
enum class AskedAt { present_address, new_address };
Result<AskedAt> ask_email_change(postgres::AuthTx& tx, const std::string& token_hash,
                                 std::string_view typed_email, bool proved);
// The button under the link at the present address: now the new one gets its link. Refuses with
// not_found `link-over`.
Result<Done> agree_email_change(postgres::AuthTx& tx, const std::string& link_hash);
// The button under that link; the old address is told. Refuses with not_found `link-over`.
Result<Done> change_email(postgres::AuthTx& tx, const std::string& link_hash);

// A new password by the link of purpose `password`, which it uses up: every session ends. The hash
// is Argon2id's. Refuses with not_found `link-over`.
Result<Done> change_password(postgres::AuthTx& tx, const std::string& link_hash,
                             const std::string& password_hash);

// Mails a code that confirms what `digest` (32 bytes) stands for. Refuses with too_many.
Result<Done> ask_signing_code(postgres::AuthTx& tx, const std::string& token_hash,
                              const std::string& digest, int copies);
// False for a wrong one; five wrong ones end it. Committed either way, so that tries count.
// `code_hash` is SHA-256 of the six digits.
Result<bool> is_signing_code(postgres::AuthTx& tx, const std::string& token_hash,
                             const std::string& digest, const std::string& code_hash);

}  // namespace onereturn::identity
